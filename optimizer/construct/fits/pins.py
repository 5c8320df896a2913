"""Pins, by hand: what is fixed is not added to, and a least pedagogical share is kept."""

from fractions import Fraction

from models.agenda import TaskInstance
from models.problem import Person
from models.vocabulary import Cluster
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def _up_to_pin(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    """What is missing of the hours that are fixed, where they are."""
    pair = (task.key, person.code)
    pinned = ledger.instance.pins.works.get(pair)
    return grains if pinned is None else min(grains, max(0, pinned - ledger.share(pair)))


def _within_share(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    """Grains before a person's least pedagogical share would be broken."""
    if person.min_pedagogical_pct == 0 or task.task.cluster is Cluster.PEDAGOGICAL:
        return grains
    percent = Fraction(person.min_pedagogical_pct)
    most = int(100 * ledger.pedagogical[person.code] / percent)
    return min(grains, max(0, most - ledger.work[person.code]))


def _holds(ledger: Ledger, draft: Draft) -> bool:
    """Whether the task has everything that is pinned about its people."""
    pins, key = ledger.instance.pins, draft.task.key
    return pins.leads_of(key) <= {draft.lead} and all(
        person in draft.work and grains in (None, draft.share(person))
        for person, grains in pins.works_on(key).items()
    )


FIT = Fit(limits={Limit.PIN: _up_to_pin, Limit.SHARE: _within_share}, holds=_holds)
