"""The flow from workbook to checked plan and back; every way of running only calls this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.errors import InvalidProblemError, VerificationError
from models.instance import build_instance
from models.issues import Issue, has_errors
from models.problem import ProblemData
from models.result import Provenance, Result
from models.settings import Level, Settings
from models.validation import validate
from models.verification import verify
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.solver import OnProgress
from optimizer.report.answer import Answer
from optimizer.report.explain import find_reasons
from optimizer.report.tables import all_rows
from optimizer.staged import solve_instance
from optimizer.stop import Stop
from optimizer.versions import versions_line
from optimizer.workbook.parser import parse_workbook
from optimizer.workbook.reader import RawWorkbook, read_workbook
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


def check_workbook(path: Path) -> Checked:
    """Read and validate a workbook; every problem is an issue.

    Raises
    ------
    WorkbookError
        When the file cannot be read as a workbook at all.
    """
    raw = read_workbook(path)
    data, issues = parse_workbook(raw)
    if data is not None:
        issues += validate(data)
    return Checked(raw, data, issues)


def make_plan(
    data: ProblemData,
    options: SolveOptions,
    input_hash: str = "",
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Answer:
    """Solve a validated problem and have the plan checked.

    Raises
    ------
    InfeasibleError, NoSolutionError
        When there is no plan, or none was found.
    VerificationError
        When the checker refuses the solver's plan: an internal error.
    """
    instance = build_instance(data)
    result = solve_instance(instance, options, stop or Stop(), on_progress)
    verification = verify(data, result.plan)
    disagreements = [] if verification.violations else _disagreements(result, verification.levels)
    if verification.violations or disagreements:
        raise VerificationError([*verification.violations, *disagreements])
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
) -> Optimized:
    """Read, check, solve, verify and write.

    `override` makes the solver's options from the workbook's settings.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        In the order of the steps; nothing is then written.
    """
    checked = check_workbook(source)
    check_editable(source)
    if checked.data is None or not checked.is_usable:
        raise InvalidProblemError(checked.issues)
    data = checked.data
    input_hash = sha256(source.read_bytes()).hexdigest()
    answer = make_plan(data, override(data.settings), input_hash, stop, on_progress)
    written = write_result(checked.raw, data, all_rows(answer), target)
    return Optimized(answer, checked.issues, written)
