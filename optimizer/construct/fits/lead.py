"""Lead, by hand: who may answer for a task, given who works on it."""

from collections.abc import Collection

from models.instance import Instance, Pair
from models.problem import PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def is_able(instance: Instance, pair: Pair) -> bool:
    """Whether somebody may work on a task and lacks nothing that it asks."""
    return pair in instance.payers and pair not in instance.learners


def may_lead(instance: Instance, pair: Pair, workers: Collection[PersonCode]) -> bool:
    """Whether somebody may lead: a worker who is able, or who watches a firm that does it all."""
    if workers:
        return pair[1] in workers and is_able(instance, pair)
    return pair[1] in instance.watchers.get(pair[0], ())


def _holds(ledger: Ledger, draft: Draft) -> bool:
    pair = (draft.task.key, draft.lead)
    return draft.lead is not None and may_lead(ledger.instance, (pair[0], draft.lead), draft.work)


FIT = Fit(holds=_holds)
