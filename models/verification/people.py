"""Who may do what: reach, competence, roles and bans."""

from models.problem import (
    Person,
    PersonCode,
    ProblemData,
    Task,
    TaskNumber,
    UnitCode,
)
from models.verification.agenda import Duty
from models.verification.deviations import Deviations
from models.verification.money import Money
from models.verification.pins import Pins
from models.verification.reach import in_reach
from models.vocabulary import RoleWord


def levels_short(task: Task, person: Person) -> tuple[int, ...]:
    """Levels that the person lacks, per required competence."""
    return tuple(
        max(0, level - person.levels.get(name, 0)) for name, level in task.required.items()
    )


class Eligibility:
    """Answers who may work on a task, watch its contract, or take it over."""

    def __init__(self, data: ProblemData, deviations: Deviations, money: Money, pins: Pins) -> None:
        self._roles = data.roles
        self._deviations = deviations
        self._money = money
        self._pins = pins
        self._worst_allowed = 1 if data.settings.learners_allowed else 0
        self._worst: dict[tuple[TaskNumber, PersonCode], int] = {}
        self._paid: dict[tuple[UnitCode, PersonCode], bool] = {}

    def obstacles_to_work(self, duty: Duty, person: Person) -> tuple[str, ...]:
        """Why the person may not work on the task; empty when allowed."""
        obstacles = self._obstacles(duty, person, self._worst_allowed, works=True)
        return obstacles if self._is_paid(duty.unit, person) else (*obstacles, "unpaid")

    def obstacles_to_watch(self, duty: Duty, person: Person) -> tuple[str, ...]:
        """Why the person may not back the task up or watch its contract; empty when allowed."""
        return self._obstacles(duty, person, 1, works=False)

    def is_competent(self, task: Task, person: Person) -> bool:
        """Whether no required level is short."""
        return self._worst_gap(task, person) == 0

    def can_be_employed(self, unit: UnitCode, person: Person) -> bool:
        """Whether the unit is in reach and some envelope may pay the person there."""
        return in_reach(person, unit) and self._is_paid(unit, person)

    def is_qualified(self, task: Task, person: Person) -> bool:
        """Whether the role is allowed and no required level is short."""
        return self._has_role(task, person) and self.is_competent(task, person)

    def called_in(self, duty: Duty) -> frozenset[PersonCode]:
        """The people who must work on the task, whatever their role."""
        fixed = {code for key, code in self._pins.works if key == duty.key}
        return frozenset(fixed | self._pins.leads.get(duty.key, set()))

    def is_barred(self, duty: Duty, person: Person, *, works: bool = True) -> bool:
        """Whether role or a row forbids the person the task there; a pin goes before the role."""
        by_role = self._has_role(duty.task, person) or self._is_pinned(duty, person, works=works)
        return not by_role or self._deviations.bans(duty.task.number, duty.unit, person.code)

    def _has_role(self, task: Task, person: Person) -> bool:
        """Whether the task names the role or, when it names none, the role's word is not never."""
        if task.roles:
            return person.role in task.roles
        profile = self._roles.get(person.role)
        return profile is None or profile.words.get(task.cluster) is not RoleWord.NEVER

    def _is_pinned(self, duty: Duty, person: Person, *, works: bool) -> bool:
        backs_up = person.code in self._pins.backups.get(duty.key, ())
        has_work = (duty.key, person.code) in self._pins.works
        return (
            has_work
            or person.code in self._pins.leads.get(duty.key, ())
            or (backs_up and not works)
        )

    def _obstacles(
        self, duty: Duty, person: Person, worst_allowed: int, *, works: bool
    ) -> tuple[str, ...]:
        tests = {
            "out-of-reach": not in_reach(person, duty.unit),
            "role-or-ban": self.is_barred(duty, person, works=works),
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
