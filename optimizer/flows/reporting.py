"""From a workbook to its report: the plan that stands in it, or a new one, and the page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.settings import Settings
from optimizer.explain.answer import Answer
from optimizer.flows.standing import read_standing
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop


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

    `override` is as in `optimizer.flows.pipeline.optimize_workbook`,
    `columns` as in `check_workbook`.
    With `anew` a plan is made whatever stands there. Only of a plan that is made are the bounds
    proven in this run; those of one that stood there are what its summary states.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        As `optimizer.flows.pipeline.optimize_workbook`.
    """
    standing = read_standing(path, columns)
    options = override(standing.instance.settings)
    if standing.stored is not None and not anew:
        return Reported(standing.answer(standing.stored, options), is_stored=True)
    from optimizer.flows.pipeline import (
        plan_instance,  # loads the solver, which most reports never need
    )

    answer = plan_instance(standing.instance, options, standing.input_hash, stop, on_progress)
    return Reported(answer, is_stored=False)
