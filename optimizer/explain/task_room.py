"""How much more own people and a firm could do of one task, beside a finished plan."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from models.agenda import TaskInstance
from models.problem import PersonCode
from optimizer.construct import fits
from optimizer.construct.fits import demand, split
from optimizer.construct.fits.fit import Limit
from optimizer.construct.ledger import Ledger

Amounts = Mapping[PersonCode, int]


@dataclass(frozen=True)
class TaskRoom:
    """The room beside one task, in grains.

    Attributes
    ----------
    people
        Who may be paid to work on the task: the fully competent, then helpers who may learn.
    workers
        Those of them who work on it now.
    able
        Those of them who are fully competent.
    rooms
        What every rule lets a person add; 0 when that is less than a block.
    free
        Hours that a person has left, whatever other rules say; 0 when less than a block.
    firm
        What a firm may still add.
    """

    ledger: Ledger
    task: TaskInstance
    covered: int
    people: tuple[PersonCode, ...]
    workers: frozenset[PersonCode]
    able: frozenset[PersonCode]
    rooms: Amounts
    free: Amounts
    firm: int

    @property
    def asked(self) -> int:
        """Grains that would better the plan: one more, or the minimum of a task not done."""
        return demand.asked(self.task, self.covered)

    @property
    def places(self) -> int:
        """How many more people may join."""
        return split.places(self.task, self.workers)

    def least(self, code: PersonCode) -> int:
        """The least grains that a person can add."""
        return _least(self.ledger, self.task, code, self.workers)

    def reach(self) -> int:
        """The most that can be added by as many people as may work on it, and a firm.

        Somebody who still learns only joins beside somebody who is able.
        """
        now = sum(self.rooms[code] for code in self.workers)
        joiners = sorted(set(self.people) - self.workers, key=lambda code: -self.rooms[code])
        if not self.workers:
            joiners.sort(key=lambda code: code not in self.able)
            rest = sorted(joiners[1:], key=lambda code: -self.rooms[code])
            joiners = joiners[:1] + rest
        added = sum(self.rooms[code] for code in joiners[: max(0, self.places)])
        return now + added + self.firm

    def purse_is_short(self) -> bool:
        """Whether the envelopes of all these people together pay less than is asked."""
        pairs = [(self.task.key, code) for code in self.people if self.rooms[code]]
        purses = self.ledger.purses(pairs).values()
        amounts = [left for left in purses if left is not None]
        return len(amounts) == len(purses) and sum(amounts) + self.firm < self.asked

    def limits(self) -> dict[PersonCode, Limit]:
        """Per person the first limit that keeps the task from getting what is asked."""
        found = {
            code: fits.first_limit(self.ledger, (self.task.key, code), self._wanted(code))
            for code in self.people
        }
        return {code: limit for code, limit in found.items() if limit is not None}

    def _wanted(self, code: PersonCode) -> int:
        """What a person would have to add to what the others can, as far as hours go."""
        least = self.least(code)
        if self.covered:
            return least
        others = sum(self.rooms.values()) - self.rooms[code] + self.firm
        return max(least, min(self.asked - others, self.free[code]))


def measure_room(
    ledger: Ledger,
    task: TaskInstance,
    covered: int,
    able: Iterable[PersonCode],
    workers: Collection[PersonCode],
    firm: int,
) -> TaskRoom:
    """The room beside a task; `able` are the fully competent people who can be paid for it."""
    people = tuple(able)
    rooms = {code: _room(ledger, task, code, workers) for code in people}
    is_led = any(code in workers or rooms[code] for code in people)
    learners = _learners(ledger, task) if is_led else ()
    rooms |= {code: _room(ledger, task, code, workers) for code in learners}
    return TaskRoom(
        ledger=ledger,
        task=task,
        covered=covered,
        people=people + learners,
        workers=frozenset(workers),
        able=frozenset(people),
        rooms=rooms,
        free={
            code: _or_zero(ledger.spare(code), _least(ledger, task, code, workers))
            for code in rooms
        },
        firm=firm,
    )


def _learners(ledger: Ledger, task: TaskInstance) -> tuple[PersonCode, ...]:
    instance = ledger.instance
    watchers = instance.watchers.get(task.key, ())
    return tuple(code for code in watchers if (task.key, code) in instance.learners)


def _least(
    ledger: Ledger, task: TaskInstance, code: PersonCode, workers: Collection[PersonCode]
) -> int:
    return 1 if code in workers else split.block(ledger.instance, task)


def _room(
    ledger: Ledger, task: TaskInstance, code: PersonCode, workers: Collection[PersonCode]
) -> int:
    """What a person can add; nothing when that is less than a block."""
    pair = (task.key, code)
    least = _least(ledger, task, code, workers)
    return _or_zero(fits.room(ledger, pair), least)


def _or_zero(amount: int, least: int) -> int:
    return amount if amount >= least else 0
