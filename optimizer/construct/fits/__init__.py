"""What fits when a plan is made by hand: every rule once, for all who make or explain one."""

from collections.abc import Collection, Mapping

from models.agenda import TaskInstance
from models.explanation import Family
from models.instance import Instance, Pair
from models.problem import Person, PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.fits import (
    apart,
    backup,
    capacity,
    choice,
    demand,
    eligibility,
    envelope,
    focus,
    lead,
    months,
    outsourcing,
    pins,
    split,
    travel,
)
from optimizer.construct.fits.fit import Fit, Limit, Most
from optimizer.construct.ledger import Ledger

FITS: Mapping[Family, Fit] = {
    Family.DEMAND: demand.FIT,
    Family.CHOICE: choice.FIT,
    Family.CAPACITY: capacity.FIT,
    Family.ENVELOPE: envelope.FIT,
    Family.ELIGIBILITY: eligibility.FIT,
    Family.SPLIT: split.FIT,
    Family.LEAD: lead.FIT,
    Family.BACKUP: backup.FIT,
    Family.OUTSOURCING: outsourcing.FIT,
    Family.FOCUS: focus.FIT,
    Family.TRAVEL: travel.FIT,
    Family.PINS: pins.FIT,
    Family.APART: apart.FIT,
    Family.MONTHS: months.FIT,
    # These two ask something of the whole plan: the checker judges it when it is there.
    Family.PRESENCE: Fit(),
    Family.CHANGES: Fit(),
}
OWN_WORDS = frozenset({Family.ELIGIBILITY, Family.SPLIT})
"""Rules about who joins that are told of in words of their own, not as working together."""


def refusals(
    instance: Instance, task: TaskInstance, person: PersonCode, others: Collection[PersonCode]
) -> tuple[Family, ...]:
    """The rules by which a person may not work on a task together with others."""
    return tuple(
        family
        for family, fit in FITS.items()
        if fit.joins and not fit.joins(instance, task, person, others)
    )


def kept_apart(
    instance: Instance, task: TaskInstance, person: PersonCode, others: Collection[PersonCode]
) -> tuple[Family, ...]:
    """Those of them that are about the others: without these people the person may join."""
    found = refusals(instance, task, person, others)
    return tuple(family for family in found if family not in OWN_WORDS)


def _beside_others(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    others = ledger.people_on(task.key)
    return 0 if kept_apart(ledger.instance, task, person.code, others) else grains


_MOST: Mapping[Limit, Most] = {
    limit: most for fit in FITS.values() for limit, most in fit.limits.items()
} | {Limit.TOGETHER: _beside_others}


def room(ledger: Ledger, pair: Pair) -> int:
    """Grains that a person can still do for a task, by every rule that limits it.

    None for who may not work on it; that person need not exist any more.
    """
    if pair not in ledger.instance.payers:
        return 0
    task, person = ledger.tasks[pair[0]], ledger.persons[pair[1]]
    grains = task.demand
    for limit in Limit:
        if grains <= 0:
            return 0
        grains = _MOST[limit](ledger, task, person, grains)
    return max(0, grains)


def first_limit(ledger: Ledger, pair: Pair, grains: int) -> Limit | None:
    """The first limit that keeps a person from `grains` more on a task, if any does."""
    task, person = ledger.tasks[pair[0]], ledger.persons[pair[1]]
    kept = (limit for limit in Limit if _MOST[limit](ledger, task, person, grains) < grains)
    return next(kept, None)


def may_join(
    instance: Instance, task: TaskInstance, person: PersonCode, others: Collection[PersonCode]
) -> bool:
    """Whether a person may work on a task together with others."""
    return not refusals(instance, task, person, others)


def holds(ledger: Ledger, draft: Draft) -> bool:
    """Whether every rule that looks at one task is kept by it as it is drafted."""
    return all(fit.holds(ledger, draft) for fit in FITS.values() if fit.holds)
