"""Two workbooks side by side: the plans that stand in them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.errors import WorkbookError
from models.settings import Settings
from optimizer.explain.answer import Answer
from optimizer.explain.comparison import Comparison, compare
from optimizer.flows.standing import read_standing
from optimizer.run.solve_options import SolveOptions


@dataclass(frozen=True)
class Compared:
    """The plans of two workbooks, and what sets the second apart from the first."""

    before: Answer
    after: Answer
    comparison: Comparison


def compare_workbooks(
    first: Path,
    second: Path,
    override: Callable[[Settings], SolveOptions] = SolveOptions.of,
    columns: Path | None = None,
) -> Compared:
    """Hold the plan of the second workbook against that of the first; nothing is computed anew.

    Raises
    ------
    WorkbookError
        When a workbook cannot be read, or (`no-plan`) holds no plan that keeps every rule.
    InvalidProblemError
        When a workbook has errors.
    """
    before, after = (stored_answer(path, override, columns) for path in (first, second))
    return Compared(before, after, compare(before, after))


def stored_answer(
    path: Path,
    override: Callable[[Settings], SolveOptions] = SolveOptions.of,
    columns: Path | None = None,
) -> Answer:
    """The plan that stands in a workbook; `compare_workbooks` tells what is raised without one."""
    standing = read_standing(path, columns)
    if standing.stored is None:
        raise WorkbookError("no-plan", path=path)
    return standing.answer(standing.stored, override(standing.instance.settings))
