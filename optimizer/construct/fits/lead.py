"""Lead, by hand: who may answer for a task, given who works on it."""

from collections.abc import Collection
from fractions import Fraction

from models.agenda import TaskInstance
from models.instance import Instance, Pair
from models.problem import Person, PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def is_able(instance: Instance, pair: Pair) -> bool:
    """Whether somebody may work on a task and lacks nothing that it asks."""
    return pair in instance.payers and pair not in instance.learners


def may_lead(instance: Instance, pair: Pair, workers: Collection[PersonCode]) -> bool:
    """Whether somebody may lead: a worker who is able, or who watches a firm that does it all."""
    if workers:
        return pair[1] in workers and is_able(instance, pair)
    return pair[1] in instance.watchers.get(pair[0], ())


def is_enough(instance: Instance, pair: Pair, grains: int, own: int) -> bool:
    """Whether somebody who leads with so many grains does a large enough part of all own ones."""
    if instance.pins.says_share_of(*pair):
        return True
    return 100 * grains >= Fraction(instance.settings.lead_min_pct) * own


def _holds(ledger: Ledger, draft: Draft) -> bool:
    instance, lead = ledger.instance, draft.lead
    if lead is None:
        return False
    pair = (draft.task.key, lead)
    grains = draft.share(lead) if lead in draft.work else 0
    return may_lead(instance, pair, draft.work) and is_enough(instance, pair, grains, draft.own)


def _beside_lead(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    """What others may add before the lead of a task that is booked does too small a part of it."""
    instance, lead = ledger.instance, ledger.leads.get(task.key)
    percent = Fraction(instance.settings.lead_min_pct)
    people = ledger.people_on(task.key)
    if lead not in people or lead is None or lead == person.code or not percent:
        return grains
    if instance.pins.says_share_of(task.key, lead):
        return grains
    own = sum(ledger.share((task.key, code)) for code in people)
    most = int(100 * ledger.share((task.key, lead)) / percent)
    return min(grains, max(0, most - own))


FIT = Fit(limits={Limit.LEAD_SHARE: _beside_lead}, holds=_holds)
