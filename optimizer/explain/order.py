"""The order in which the reports tell things: as the user wrote them down."""

from collections.abc import Callable

from models.agenda import real_schools
from models.plan import TaskKey
from models.problem import GROUP, ProblemData, UnitCode


def units_in_order(data: ProblemData) -> tuple[UnitCode, ...]:
    """The schools in the order of the workbook, then the group."""
    return (*(school.code for school in real_schools(data)), GROUP)


def task_place(data: ProblemData) -> Callable[[TaskKey], tuple[int, int]]:
    """A sort key for tasks at units: the order of the task list, then that of the units."""
    tasks = {task.number: place for place, task in enumerate(data.tasks)}
    units = {unit: place for place, unit in enumerate(units_in_order(data))}
    return lambda key: (tasks[key.task], units[key.unit])
