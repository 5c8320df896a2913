"""Who may do what: reach, competence, roles and bans."""

from models.problem import CENTRAL, GROUP, Person, PersonCode, Task, TaskNumber, UnitCode
from models.verification.agenda import Duty
from models.verification.deviations import Deviations
from models.verification.money import Money
from models.vocabulary import ReachKind


def in_reach(person: Person, unit: UnitCode) -> bool:
    """Whether the person may work at the unit."""
    if person.reach.kind is ReachKind.ALL:
        return True
    at_group = person.home == CENTRAL and unit == GROUP
    if person.reach.kind is ReachKind.OWN:
        return at_group or unit == person.home
    return at_group or unit in person.reach.units


def has_role(task: Task, person: Person) -> bool:
    """Whether the task allows the person's role; a task that names no role allows all."""
    return not task.roles or person.role in task.roles


def levels_short(task: Task, person: Person) -> tuple[int, ...]:
    """Levels that the person lacks, per required competence."""
    return tuple(
        max(0, level - person.levels.get(name, 0)) for name, level in task.required.items()
    )


class Eligibility:
    """Answers who may work on a task, watch its contract, or take it over."""

    def __init__(self, deviations: Deviations, money: Money, *, learners_allowed: bool) -> None:
        self._deviations = deviations
        self._money = money
        self._worst_allowed = 1 if learners_allowed else 0
        self._worst: dict[tuple[TaskNumber, PersonCode], int] = {}
        self._paid: dict[tuple[UnitCode, PersonCode], bool] = {}

    def obstacles_to_work(self, duty: Duty, person: Person) -> tuple[str, ...]:
        """Why the person may not work on the task; empty when allowed."""
        obstacles = self._obstacles(duty, person, self._worst_allowed)
        return obstacles if self._is_paid(duty.unit, person) else (*obstacles, "unpaid")

    def obstacles_to_watch(self, duty: Duty, person: Person) -> tuple[str, ...]:
        """Why the person may not back the task up or watch its contract; empty when allowed."""
        return self._obstacles(duty, person, 1)

    def is_competent(self, task: Task, person: Person) -> bool:
        """Whether no required level is short."""
        return self._worst_gap(task, person) == 0

    def can_be_employed(self, unit: UnitCode, person: Person) -> bool:
        """Whether the unit is in reach and some envelope may pay the person there."""
        return in_reach(person, unit) and self._is_paid(unit, person)

    def is_qualified(self, task: Task, person: Person) -> bool:
        """Whether the role is allowed and no required level is short."""
        return has_role(task, person) and self.is_competent(task, person)

    def is_barred(self, duty: Duty, person: Person) -> bool:
        """Whether the role is not allowed or a row forbids the person the task there."""
        if not has_role(duty.task, person):
            return True
        return self._deviations.bans(duty.task.number, duty.unit, person.code)

    def _obstacles(self, duty: Duty, person: Person, worst_allowed: int) -> tuple[str, ...]:
        tests = {
            "out-of-reach": not in_reach(person, duty.unit),
            "role-or-ban": self.is_barred(duty, person),
            "competence": self._worst_gap(duty.task, person) > worst_allowed,
        }
        return tuple(name for name, holds in tests.items() if holds)

    def _worst_gap(self, task: Task, person: Person) -> int:
        pair = (task.number, person.code)
        if pair not in self._worst:
            self._worst[pair] = max(levels_short(task, person), default=0)
        return self._worst[pair]

    def _is_paid(self, unit: UnitCode, person: Person) -> bool:
        pair = (unit, person.code)
        if pair not in self._paid:
            self._paid[pair] = self._money.anyone_pays(unit, person)
        return self._paid[pair]
