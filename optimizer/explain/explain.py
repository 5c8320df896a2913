"""Why each task that is not fully covered is not, as facts that the checker's figures confirm."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from models.agenda import Absence, TaskInstance
from models.choice import chosen
from models.eligibility import is_fully_competent, levels_short, may_touch
from models.explanation import FirmLimit, Reason, ReasonKind
from models.instance import Instance
from models.plan import TaskKey
from models.problem import Person, PersonCode
from models.result import Result
from models.settings import Level
from models.verification import Verification
from optimizer.construct.fits import demand, kept_apart
from optimizer.construct.fits.fit import Limit
from optimizer.construct.fits.outsourcing import firm_left, share_left
from optimizer.construct.ledger import Ledger
from optimizer.explain.importance import Importance
from optimizer.explain.regular import gap_place
from optimizer.explain.task_room import TaskRoom, measure_room

Ground = tuple[ReasonKind, dict[str, object]]

ABSENCE_REASONS = {Absence.LATER: ReasonKind.LATER, Absence.MODE: ReasonKind.MODE}
LIMIT_REASONS: Mapping[Limit, ReasonKind] = {
    Limit.ENVELOPE: ReasonKind.ENVELOPE_EXHAUSTED,
    Limit.FUNDING: ReasonKind.FUNDING_FULL,
    Limit.SHARE: ReasonKind.PEDAGOGICAL_SHARE,
    Limit.MAX_TASKS: ReasonKind.MAX_TASKS,
    Limit.MAX_SCHOOLS: ReasonKind.MAX_SCHOOLS,
    Limit.TOGETHER: ReasonKind.TOGETHER,
    Limit.LEAD_SHARE: ReasonKind.LEAD_SHARE,
    Limit.MONTH: ReasonKind.MONTH_FULL,
    Limit.TRAVEL: ReasonKind.TRAVEL,
    Limit.PIN: ReasonKind.PINNED,
}
"""The reason that goes with each limit of people who still have hours, the most telling first."""


def find_reasons(
    instance: Instance, result: Result, verification: Verification
) -> tuple[Reason, ...]:
    """A reason for every task that is not fully covered, or put off.

    Daily and weekly work without hours comes first, the rest in the order of the tasks.
    """
    finder = _Finder(instance, result, verification)
    reasons = [
        Reason(key, ABSENCE_REASONS[absence])
        for key, absence in instance.absences.items()
        if absence in ABSENCE_REASONS
    ]
    for task in chosen(instance.tasks, result.plan.leads):
        if finder.covered[task.key] < task.demand:
            reasons.append(finder.reason(task))
    return tuple(sorted(reasons, key=gap_place(instance.data)))


def nearest_person(instance: Instance, task: TaskInstance) -> tuple[Person, Mapping[str, int]]:
    """Who lacks the fewest levels for a task, with the levels that lack per competence.

    People in reach, allowed by role and not banned go first. There must be a person.
    """

    def distance(person: Person) -> tuple[bool, int, PersonCode]:
        short = sum(levels_short(task.task, person).values())
        return (not may_touch(instance.data, task.task, task.key, person), short, person.code)

    nearest = min(instance.persons, key=distance)
    return nearest, levels_short(task.task, nearest)


class _Finder:
    """Looks at one finished plan."""

    def __init__(self, instance: Instance, result: Result, verification: Verification) -> None:
        plan = result.plan
        self._instance = instance
        self._importance = Importance(instance, result, verification)
        self._ledger = Ledger.after(instance, plan)
        self.covered: Mapping[TaskKey, int] = defaultdict(int, plan.covered())
        self._workers: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        for key, person in plan.hours_by_pair():
            self._workers[key].append(person)

    def reason(self, task: TaskInstance) -> Reason:
        """Why this task is not fully covered."""
        kind, facts = next(self._grounds(task))
        return Reason(task.key, kind, task.demand, self.covered[task.key], facts)

    def _grounds(self, task: TaskInstance) -> Iterator[Ground]:
        """Grounds, the most telling first; only the first counts, and there always is one."""
        able = tuple(
            person.code
            for person in self._instance.persons
            if may_touch(self._instance.data, task.task, task.key, person)
            and is_fully_competent(task.task, person)
        )
        payable = tuple(code for code in able if (task.key, code) in self._instance.payers)
        if not payable:
            yield from self._grounds_without_people(task, able)
        asking = self._importance.asking(task)
        if asking is None:
            yield ReasonKind.NOT_ASKED, {}
            return
        room = self._room(task, payable)
        if payable:
            yield from self._grounds_of_room(room)
        yield self._last_ground(room, asking)

    def _room(self, task: TaskInstance, people: tuple[PersonCode, ...]) -> TaskRoom:
        key = task.key
        firm = min(share_left(self._ledger, task), firm_left(self._ledger, task))
        return measure_room(self._ledger, task, self.covered[key], people, self._workers[key], firm)

    def _grounds_without_people(
        self, task: TaskInstance, able: tuple[PersonCode, ...]
    ) -> Iterator[Ground]:
        """Grounds when no own person can do a task: only a firm could."""
        firm = self._firm_limit(task)
        if firm is None:
            yield from self._grounds_of_firm(task)
        elif able:
            yield ReasonKind.NO_ENVELOPE, {"persons": able, "firm": firm}
        else:
            person, short = nearest_person(self._instance, task)
            yield (
                ReasonKind.NO_COMPETENT_PERSON,
                {
                    "nearest": person.code,
                    "short": dict(short),
                    "allowed": may_touch(self._instance.data, task.task, task.key, person),
                    "firm": firm,
                },
            )

    def _firm_limit(self, task: TaskInstance) -> FirmLimit | None:
        """Why a firm could not do more, if money were no matter."""
        if task.task.outsource_pct == 0:
            return FirmLimit.NOT_OFFERED
        if not task.rate:
            return FirmLimit.NO_RATE
        if not self._instance.watchers.get(task.key):
            return FirmLimit.NO_WATCHER
        return FirmLimit.SHARE if share_left(self._ledger, task) < self._asked(task) else None

    def _asked(self, task: TaskInstance) -> int:
        return demand.asked(task, self.covered[task.key])

    def _grounds_of_firm(self, task: TaskInstance) -> Iterator[Ground]:
        if any(key == task.key for key, _ in self._instance.pins.outsourced):
            yield ReasonKind.PINNED, {"persons": ()}
        left, asked = firm_left(self._ledger, task), self._asked(task)
        if left < asked:
            yield ReasonKind.FIRM_BUDGET_EXHAUSTED, {"left": left, "asked": asked}

    def _grounds_of_room(self, room: TaskRoom) -> Iterator[Ground]:
        """Grounds when too little room is left beside the plan for what would better it."""
        able = tuple(code for code in room.people if room.rooms[code])
        if room.reach() >= room.asked:
            if not room.covered and room.purse_is_short():
                yield self._exhausted(room, able)
            return
        if sum(room.rooms.values()) + room.firm >= room.asked:
            yield ReasonKind.MAX_PERSONS, {"persons": able, "most": room.task.max_persons}
        if not room.covered and sum(room.free.values()) + room.firm < room.asked:
            yield from self._grounds_of_hours(room)
        yield from self._grounds_of_limits(room)
        yield self._importance.instead(room.task, room.people)

    def _grounds_of_hours(self, room: TaskRoom) -> Iterator[Ground]:
        """Grounds when all hours together are less than the minimum of a task."""
        free = {code: grains for code, grains in room.free.items() if grains}
        if not free:
            yield self._importance.instead(room.task, room.people)
        yield (
            ReasonKind.MINIMUM_OUT_OF_REACH,
            {"persons": tuple(free), "free": sum(free.values()), "minimum": room.task.minimum},
        )

    def _grounds_of_limits(self, room: TaskRoom) -> Iterator[Ground]:
        """Grounds when people have hours left, but something else keeps them from the task."""
        limits = room.limits()
        for limit, kind in LIMIT_REASONS.items():
            people = tuple(code for code, found in limits.items() if found is limit)
            if people and limit is Limit.ENVELOPE:
                yield self._exhausted(room, people)
            if people:
                facts = {"persons": people, "others": _others(room, people)}
                yield kind, facts | _apart(room, people, limit)

    def _exhausted(self, room: TaskRoom, people: tuple[PersonCode, ...]) -> Ground:
        purses = self._ledger.purses((room.task.key, code) for code in people)
        short = tuple(sorted(key for key, left in purses.items() if left is not None))
        return (
            ReasonKind.ENVELOPE_EXHAUSTED,
            {"persons": people, "others": _others(room, people), "envelopes": short},
        )

    def _last_ground(self, room: TaskRoom, asking: Level) -> Ground:
        """The ground when there is room: goals that go first, other rules, or no proof."""
        persons = tuple(code for code in room.people if room.rooms[code])
        if not self._importance.is_proven(asking):
            return ReasonKind.NOT_PROVEN, {"persons": persons}
        goals = self._importance.goals_before(asking)
        if goals:
            return ReasonKind.OTHER_GOALS, {"persons": persons, "goals": goals, "asking": asking}
        return ReasonKind.OTHER_RULES, {"persons": persons}


def _apart(room: TaskRoom, people: tuple[PersonCode, ...], limit: Limit) -> dict[str, object]:
    """The rules that keep people from joining those on a task, and who these are."""
    if limit is not Limit.TOGETHER:
        return {}
    instance, workers = room.ledger.instance, tuple(sorted(room.workers))
    found = (kept_apart(instance, room.task, code, workers) for code in people)
    return {"rules": tuple(sorted(set(chain.from_iterable(found)))), "workers": workers}


def _others(room: TaskRoom, people: tuple[PersonCode, ...]) -> tuple[PersonCode, ...]:
    return tuple(code for code in room.people if code not in people)
