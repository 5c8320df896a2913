"""From a workbook to a checked problem, and from a plan to a checked answer; nothing is solved."""

from dataclasses import dataclass, replace
from pathlib import Path

from models.errors import InvalidProblemError
from models.instance import Instance
from models.issues import Issue, has_errors, warning
from models.problem import ProblemData
from models.result import Provenance, Result
from models.settings import Level
from models.validation import examine
from models.verification import Verification
from optimizer.explain.answer import Answer
from optimizer.explain.explain import find_reasons
from optimizer.flows.step_warnings import pending_steps
from optimizer.run.solve_options import SolveOptions
from optimizer.run.versions import versions_line
from optimizer.workbook.read.own_names import rename
from optimizer.workbook.read.own_names_file import read_own_names
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.raw import OwnNames
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.storage import find_lock


@dataclass(frozen=True)
class Checked:
    """A workbook that was read and validated; `instance` is `None` when it is too broken for one.

    An instance with errors among the issues is only good for looking at. `data` is the problem that
    the workbook states; that of the instance is what is left of its year.
    """

    raw: RawWorkbook
    issues: tuple[Issue, ...]
    instance: Instance | None
    data: ProblemData | None

    def stated(self) -> ProblemData:
        """The problem that the workbook states.

        Raises
        ------
        InvalidProblemError
            When it cannot be read at all.
        """
        if self.data is None:
            raise InvalidProblemError(self.issues)
        return self.data

    @property
    def is_usable(self) -> bool:
        """Whether a plan can be made."""
        return self.data is not None and not has_errors(self.issues)

    def usable(self) -> Instance:
        """The instance, when a plan can be made of it.

        Raises
        ------
        InvalidProblemError
            When there are errors.
        """
        if self.instance is None or not self.is_usable:
            raise InvalidProblemError(self.issues)
        return self.instance


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
    checked = check_raw(read_workbook(path), read_own_names(columns) if columns else {})
    lock = find_lock(path)
    if lock is None:
        return checked
    return replace(checked, issues=(*checked.issues, warning("open-elsewhere", found=lock.name)))


def check_raw(raw: RawWorkbook, names: OwnNames) -> Checked:
    """Validate a workbook that was read; `names` are those of the user's own sheets and columns."""
    raw, issues = rename(raw, names)
    data, found = parse_workbook(raw)
    examined = None if data is None else examine(data)
    issues += found + (() if examined is None else examined.issues)
    issues += () if data is None else pending_steps(raw, data)
    return Checked(raw, issues, None if examined is None else examined.instance, data)


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
        given_previous=_is_given_previous(instance, result),
    )


def _is_given_previous(instance: Instance, result: Result) -> bool:
    """Whether the quality of a plan was weighed against a plan that stood there before."""
    quality = result.level(Level.QUALITY)
    was_solved = quality is not None and quality.value is not None
    return was_solved and bool(instance.previous) and instance.settings.quality.stability > 0


def _provenance(options: SolveOptions, input_hash: str) -> Provenance:
    return Provenance(
        versions=versions_line(),
        input_hash=input_hash,
        seed=options.seed,
        time_limit=options.time_limit,
        deterministic=options.deterministic,
    )
