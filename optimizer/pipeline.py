"""The flow from workbook to checked plan and back; every way of running only calls this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.errors import InvalidProblemError, VerificationError
from models.instance import Instance, build_instance
from models.issues import Issue, has_errors, warning
from models.problem import ProblemData
from models.result import Provenance, Result
from models.settings import Level, Settings
from models.validation import validate
from models.verification import Verification, verify
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.second_opinion import with_opinions
from optimizer.cpsat.solver import OnProgress
from optimizer.importing.own_names_file import read_own_names
from optimizer.report.answer import Answer
from optimizer.report.explain import find_reasons
from optimizer.report.tables import all_rows
from optimizer.staged import solve_instance
from optimizer.stop import Stop
from optimizer.versions import versions_line
from optimizer.workbook.anonymous import Anonymised, write_anonymous
from optimizer.workbook.own_names import rename
from optimizer.workbook.parser import parse_workbook
from optimizer.workbook.reader import RawWorkbook, read_workbook
from optimizer.workbook.storage import find_lock
from optimizer.workbook.writer import Written, check_editable, write_result


@dataclass(frozen=True)
class Checked:
    """A workbook that was read and validated; `data` is `None` when it is too broken to build."""

    raw: RawWorkbook
    data: ProblemData | None
    issues: tuple[Issue, ...]

    @property
    def is_usable(self) -> bool:
        """Whether a plan can be made."""
        return self.data is not None and not has_errors(self.issues)


@dataclass(frozen=True)
class Optimized:
    """A plan that was made, checked and written."""

    answer: Answer
    issues: tuple[Issue, ...]
    written: Written


def check_workbook(path: Path, columns: Path | None = None) -> Checked:
    """Read and validate a workbook; every problem is an issue.

    `columns` is a TOML file with the names of the user's own sheets and columns.

    Raises
    ------
    WorkbookError
        When the file cannot be read as a workbook at all.
    InvalidProblemError
        When the file of names is wrong.
    """
    raw, issues = rename(read_workbook(path), read_own_names(columns) if columns else {})
    data, found = parse_workbook(raw)
    issues += found
    if data is not None:
        issues += validate(data)
    lock = find_lock(path)
    if lock is not None:
        issues += (warning("open-elsewhere", found=lock.name),)
    return Checked(raw, data, issues)


def make_plan(
    data: ProblemData,
    options: SolveOptions,
    input_hash: str = "",
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Answer:
    """Solve a validated problem and have the plan checked, and when asked the proofs as well.

    Raises
    ------
    InfeasibleError, NoSolutionError
        When there is no plan, or none was found.
    VerificationError
        When the checker refuses the solver's plan, or a proof is refuted: an internal error.
    """
    instance = build_instance(data)
    stop = stop or Stop()
    result = solve_instance(instance, options, stop, on_progress)
    verification = verify(data, result.plan)
    disagreements = [] if verification.violations else _disagreements(result, verification.levels)
    if verification.violations or disagreements:
        raise VerificationError([*verification.violations, *disagreements])
    if options.second_opinion:
        result = with_opinions(instance, result, options, stop)
    return answer_of(instance, result, verification, options, input_hash)


def answer_of(
    instance: Instance,
    result: Result,
    verification: Verification,
    options: SolveOptions,
    input_hash: str,
) -> Answer:
    """A checked plan as the reports look at it, with the reasons of what is not covered."""
    return Answer(
        instance=instance,
        result=result,
        provenance=_provenance(options, input_hash),
        verification=verification,
        reasons=find_reasons(instance, result, verification),
    )


def _disagreements(result: Result, checked: Mapping[Level, int]) -> list[str]:
    """Levels for which the checker computes another value of the final plan than the solver."""
    return [
        f"{level.level}: solver {level.final}, checker {checked[level.level]}"
        for level in result.levels
        if level.final is not None and level.final != checked.get(level.level, level.final)
    ]


def _provenance(options: SolveOptions, input_hash: str) -> Provenance:
    return Provenance(
        versions=versions_line(),
        input_hash=input_hash,
        seed=options.seed,
        time_limit=options.time_limit,
        deterministic=options.deterministic,
    )


def optimize_workbook(
    source: Path,
    target: Path,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    columns: Path | None = None,
) -> Optimized:
    """Read, check, solve, verify and write; the target may be the source itself.

    `override` makes the solver's options from the workbook's settings; `columns` is as in
    `check_workbook`.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        In the order of the steps; nothing is then written.
    """
    checked = check_workbook(source, columns)
    check_editable(checked.raw, target)
    if checked.data is None or not checked.is_usable:
        raise InvalidProblemError(checked.issues)
    data = checked.data
    input_hash = sha256(checked.raw.content).hexdigest()
    answer = make_plan(data, override(data.settings), input_hash, stop, on_progress)
    written = write_result(checked.raw, data, all_rows(answer), target)
    return Optimized(answer, checked.issues, written)


def anonymise_workbook(source: Path, target: Path, columns: Path | None = None) -> Anonymised:
    """Write a new workbook that states the same problem with codes instead of names.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the source cannot be read or has errors, or the target cannot be written.
    """
    checked = check_workbook(source, columns)
    if checked.data is None or not checked.is_usable:
        raise InvalidProblemError(checked.issues)
    return write_anonymous(checked.raw, checked.data, target)
