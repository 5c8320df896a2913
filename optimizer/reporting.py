"""From a workbook to its report: the plan that stands in it, or a new one, and the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.errors import InvalidProblemError
from models.instance import Instance, build_instance
from models.plan import Plan
from models.problem import ProblemData
from models.result import LevelResult, Result, status_of
from models.settings import Level, Settings
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.solver import OnProgress
from optimizer.pipeline import answer_of, check_workbook, make_plan
from optimizer.report.answer import Answer
from optimizer.stop import Stop
from optimizer.whatif.baseline import counted_levels
from optimizer.whatif.stored_plan import checked_plan


@dataclass(frozen=True)
class Reported:
    """The plan that a report is about, and whether it stood in the workbook already."""

    answer: Answer
    is_stored: bool


def plan_to_report(
    path: Path,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    columns: Path | None = None,
    *,
    anew: bool = False,
) -> Reported:
    """The plan in a workbook when it breaks no rule, otherwise a new one.

    `override` is as in `optimizer.pipeline.optimize_workbook`, `columns` as in `check_workbook`.
    With `anew` a plan is made whatever stands there: only then are bounds proven in this run.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        As `optimizer.pipeline.optimize_workbook`.
    """
    checked = check_workbook(path, columns)
    if checked.data is None or not checked.is_usable:
        raise InvalidProblemError(checked.issues)
    data, input_hash = checked.data, sha256(checked.raw.content).hexdigest()
    options = override(data.settings)
    stored = None if anew else stored_answer(data, options, input_hash)
    if stored is not None:
        return Reported(stored, is_stored=True)
    return Reported(make_plan(data, options, input_hash, stop, on_progress), is_stored=False)


def stored_answer(data: ProblemData, options: SolveOptions, input_hash: str = "") -> Answer | None:
    """The plan whose rows stand in the workbook; `None` when there is none or it breaks a rule.

    The values of the levels are those of the checker. What was proven of them when the plan was
    made is not repeated here: only a value of 0, which nothing can be below, counts as proven.
    """
    instance = build_instance(data)
    stored = checked_plan(instance)
    if stored is None:
        return None
    result = _read_result(instance, stored.plan, stored.verification.levels)
    return answer_of(instance, result, stored.verification, options, input_hash)


def _read_result(instance: Instance, plan: Plan, values: Mapping[Level, int]) -> Result:
    levels = tuple(
        LevelResult(level, values[level], bound=None if values[level] else 0, final=values[level])
        for level in counted_levels(instance)
    )
    return Result(status_of(levels), plan, levels)
