"""How the hours of a task are computed, in words."""

from collections.abc import Iterable
from decimal import Decimal

from models.agenda import DRIVER_SIZE, TaskInstance
from models.eligibility import most_specific
from models.problem import GROUP, ProblemData, School, Task
from models.vocabulary import DeviationKind, Driver
from optimizer.report.wording import plain

UNITS = {
    Driver.PUPILS: ("pupils", "leerlingen"),
    Driver.DEVICES: ("devices", "toestellen"),
    Driver.TEACHERS: ("teachers", "leerkrachten"),
    Driver.SITES: ("sites", "vestigingen"),
}


def describe_demand(data: ProblemData, task: TaskInstance) -> str:
    """`S1: 10 + 4 × 320 leerlingen / 100 = 24 uur`: where, from what, and what it comes to."""
    hours = f"{task.demand * data.settings.grain} uur"
    deviation = most_specific(data, DeviationKind.HOURS, task.key)
    if deviation is not None and deviation.value is not None:
        cell = f" ({deviation.where})" if deviation.where else ""
        return f"{task.key.unit}: {hours} volgens een uitzondering{cell}"
    terms = " + ".join(_terms(task.task, _served(data, task)))
    return f"{task.key.unit}: {terms or '0'}, afgerond {hours}"


def _served(data: ProblemData, task: TaskInstance) -> tuple[School, ...]:
    everywhere = task.key.unit == GROUP
    return tuple(s for s in data.schools if everywhere or s.code == task.key.unit)


def _terms(task: Task, schools: Iterable[School]) -> list[str]:
    fixed = [plain(task.fixed_hours)] if task.fixed_hours else []
    if not task.unit_hours:
        return fixed
    if task.driver is Driver.NONE:
        return [*fixed, plain(task.unit_hours)]
    attribute, word = UNITS[task.driver]
    count = sum((getattr(school, attribute) for school in schools), Decimal(0))
    size = DRIVER_SIZE[task.driver]
    share = f" / {size}" if size > 1 else ""
    return [*fixed, f"{plain(task.unit_hours)} × {plain(count)} {word}{share}"]
