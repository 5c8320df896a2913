"""Travel, by hand: hours fit only together with the trips that they take."""

from bisect import bisect_right

from models.agenda import TaskInstance
from models.problem import Person
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def _with_trips(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    """The most of `grains` that fit in a person's hours together with the trips they take."""
    spare = ledger.instance.total_capacity(person.code) - ledger.work[person.code]

    def total(extra: int) -> int:
        return extra + _travel(ledger, task, person, extra)

    if grains == 0 or total(grains) <= spare:
        return grains
    return bisect_right(range(1, grains + 1), spare, key=total)


def _travel(ledger: Ledger, task: TaskInstance, person: Person, extra: int) -> int:
    """Travel in grains when `extra` grains of a task come on top."""
    time, unit = ledger.road[person.code], task.key.unit
    if ledger.is_visit(person, task):
        before = ledger.on_site[person.code].get(unit, 0)
        time += ledger.rules.time(person, unit, before + extra)
        time -= ledger.rules.time(person, unit, before)
    return ledger.rules.travel_of(time)


FIT = Fit(limits={Limit.TRAVEL: _with_trips})
