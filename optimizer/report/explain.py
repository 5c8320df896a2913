"""Why each task that is not fully covered is not, as facts that the checker's figures confirm."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from models.agenda import Absence, TaskInstance
from models.eligibility import in_reach, is_banned, is_fully_competent, levels_short, role_allowed
from models.explanation import Reason, ReasonKind
from models.instance import Instance
from models.plan import Plan, TaskKey
from models.problem import Person, PersonCode
from models.verification import Verification
from models.vocabulary import Cluster
from optimizer.ledger import Ledger

ABSENCE_REASONS = {Absence.LATER: ReasonKind.LATER, Absence.MODE: ReasonKind.MODE}


def find_reasons(
    instance: Instance, plan: Plan, verification: Verification, coverage_is_proven: bool
) -> tuple[Reason, ...]:
    """A reason for every task that is not fully covered, or put off, in the order of the tasks."""
    finder = _Finder(instance, plan, verification, coverage_is_proven)
    reasons = [
        Reason(key, ABSENCE_REASONS[absence])
        for key, absence in instance.absences.items()
        if absence in ABSENCE_REASONS
    ]
    for task in instance.tasks:
        if finder.covered[task.key] < task.demand:
            reasons.append(finder.reason(task))
    order = {task.number: place for place, task in enumerate(instance.data.tasks)}
    return tuple(sorted(reasons, key=lambda reason: (order[reason.task.task], reason.task.unit)))


def nearest_person(instance: Instance, task: TaskInstance) -> tuple[Person, Mapping[str, int]]:
    """Who lacks the fewest levels for a task, with the levels that lack per competence.

    People in reach, allowed by role and not banned go first. There must be a person.
    """

    def distance(person: Person) -> tuple[bool, int, PersonCode]:
        short = sum(levels_short(task.task, person).values())
        return (not _may_touch(instance, task, person), short, person.code)

    nearest = min(instance.persons, key=distance)
    return nearest, levels_short(task.task, nearest)


def _may_touch(instance: Instance, task: TaskInstance, person: Person) -> bool:
    return (
        in_reach(person, task.key.unit)
        and role_allowed(task.task, person)
        and not is_banned(instance.data, task.key, person.code)
    )


class _Finder:
    """Looks at one finished plan."""

    def __init__(
        self, instance: Instance, plan: Plan, verification: Verification, proven: bool
    ) -> None:
        self._instance = instance
        self._proven = proven
        self._targets = verification.floor_targets
        self._ledger = Ledger.after(instance, plan)
        self._tasks = {task.key: task for task in instance.tasks}
        self.covered: Mapping[TaskKey, int] = defaultdict(int, plan.covered())
        self._work: dict[PersonCode, list[TaskInstance]] = defaultdict(list)
        self._spent: dict[tuple[str, Cluster], int] = defaultdict(int)
        for (key, person), grains in plan.hours_by_pair().items():
            self._work[person].append(self._tasks[key])
            self._spent[key.unit, self._tasks[key].task.cluster] += grains

    def reason(self, task: TaskInstance) -> Reason:
        """Why this task is not fully covered."""
        kind, facts = next(self._grounds(task))
        return Reason(task.key, kind, task.demand, self.covered[task.key], facts)

    def _grounds(self, task: TaskInstance) -> Iterator[tuple[ReasonKind, dict[str, object]]]:
        """Grounds that hold, the most telling first; the last one always holds."""
        able = [
            person
            for person in self._instance.persons
            if _may_touch(self._instance, task, person) and is_fully_competent(task.task, person)
        ]
        if not able:
            person, short = nearest_person(self._instance, task)
            yield (
                ReasonKind.NO_COMPETENT_PERSON,
                {"nearest": person.code, "short": dict(short)},
            )
        codes = tuple(person.code for person in able)
        payable = [code for code in codes if (task.key, code) in self._instance.payers]
        if not payable:
            yield ReasonKind.NO_ENVELOPE, {"persons": codes}
        yield from self._grounds_of_room(task, payable)
        kind = ReasonKind.OTHER_RULES if self._proven else ReasonKind.NOT_PROVEN
        yield kind, {"persons": tuple(payable)}

    def _grounds_of_room(
        self, task: TaskInstance, people: list[PersonCode]
    ) -> Iterator[tuple[ReasonKind, dict[str, object]]]:
        rooms = {person: self._ledger.room((task.key, person)) for person in people}
        free = {person: self._ledger.free_hours(person) for person in people}
        facts: dict[str, object] = {"persons": tuple(people), "free": sum(rooms.values())}
        if any(rooms.values()):
            if self.covered[task.key] + sum(rooms.values()) < task.minimum:
                yield ReasonKind.MINIMUM_OUT_OF_REACH, facts | {"minimum": task.minimum}
            return
        if any(free[person] >= self._ledger.chunk for person in people):
            owners = {e for p in people for e in self._instance.payers[task.key, p]}
            yield ReasonKind.ENVELOPE_EXHAUSTED, facts | {"envelopes": tuple(sorted(owners))}
        if protected := self._protected(task, people):
            yield ReasonKind.FLOOR_PROTECTS, facts | {"cluster": protected}
        if self.covered[task.key] == 0 and self._others_weigh_more(task, people):
            yield ReasonKind.DROPPED_BY_PRIORITY, facts
        yield ReasonKind.PEOPLE_FULL, facts

    def _weight(self, task: TaskInstance) -> tuple[bool, int]:
        return (task.task.core, self._instance.settings.priority_weights[task.priority])

    def _protected(self, task: TaskInstance, people: list[PersonCode]) -> Cluster | None:
        """A cluster at its floor on which these people do work that weighs less than this task."""
        for other in (other for person in people for other in self._work[person]):
            spot = (other.key.unit, other.task.cluster)
            at_floor = self._spent[spot] <= self._targets.get(spot, 0)
            if (
                at_floor
                and other.task.cluster is not task.task.cluster
                and self._weight(other) < self._weight(task)
            ):
                return other.task.cluster
        return None

    def _others_weigh_more(self, task: TaskInstance, people: list[PersonCode]) -> bool:
        """Whether what these people do weighs no less, and something weighs more."""
        weights = [self._weight(other) for person in people for other in self._work[person]]
        own = self._weight(task)
        return bool(weights) and min(weights) >= own and max(weights) > own
