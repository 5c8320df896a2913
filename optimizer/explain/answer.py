"""One solved and checked problem, as the reports look at it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from models.agenda import TaskInstance
from models.choice import chosen
from models.explanation import Reason
from models.instance import Instance, Pair
from models.naming import twins
from models.plan import Plan, TaskKey
from models.problem import Person, PersonCode, Task, TaskNumber
from models.result import Provenance, Result
from models.verification import Verification
from optimizer.explain.order import task_place

Cell = str | int | float | None
Row = dict[str, Cell]
"""One row of a table: what each column, by its key, shows."""


@dataclass(frozen=True)
class Answer:
    """A plan with everything that says what it is worth.

    Attributes
    ----------
    given_previous
        Whether its quality was weighed against a plan that stood there before: what is proven of it
        is then proven given that plan.
    stated_status
        What the workbook states of a plan that stood in it, where that is about this plan; empty
        for a plan that was made.
    """

    instance: Instance
    result: Result
    provenance: Provenance
    verification: Verification
    reasons: tuple[Reason, ...]
    given_previous: bool = False
    stated_status: str = ""

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.result.plan

    @cached_property
    def tasks(self) -> Mapping[TaskKey, TaskInstance]:
        """The planned tasks, in the order of the workbook; of a chosen level the chosen one."""
        place = task_place(self.instance.data)
        counting = chosen(self.instance.tasks, self.plan.leads)
        ordered = sorted(counting, key=lambda task: place(task.key))
        return {task.key: task for task in ordered}

    @cached_property
    def task_list(self) -> Mapping[TaskNumber, Task]:
        """Every line of the task list."""
        return {task.number: task for task in self.instance.data.tasks}

    @cached_property
    def persons(self) -> Mapping[PersonCode, Person]:
        """Everyone, in the order of the workbook."""
        return {person.code: person for person in self.instance.data.persons}

    @cached_property
    def worked(self) -> Mapping[Pair, int]:
        """Grains per pair."""
        return self.plan.hours_by_pair()

    @cached_property
    def bought(self) -> Mapping[TaskKey, int]:
        """Outsourced grains per task."""
        totals: dict[TaskKey, int] = defaultdict(int)
        for (key, _), grains in self.plan.outsourced.items():
            totals[key] += grains
        return totals

    @cached_property
    def covered(self) -> Mapping[TaskKey, int]:
        """Grains done per task, 0 when there are none."""
        return defaultdict(int, self.plan.covered())

    def person_name(self, code: PersonCode) -> str:
        """How a person is called: the name, with the code when another has it too."""
        name = self.persons[code].name
        return f"{name} ({code})" if name in self._shared_names else name or code

    @cached_property
    def _shared_names(self) -> Collection[str]:
        return twins(self.instance.data).keys()

    def hours(self, grains: int) -> int:
        """Clock hours per year."""
        return grains * self.instance.settings.grain


def percent(part: float, whole: float) -> float | None:
    """`part` of `whole` in per cent, one decimal; `None` when there is no whole."""
    return round(100 * part / whole, 1) if whole else None
