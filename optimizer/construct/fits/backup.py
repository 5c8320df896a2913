"""Back-up, by hand: who can take a task over from its lead."""

from models.instance import Instance, Pair
from models.problem import PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def may_back_up(instance: Instance, pair: Pair, lead: PersonCode) -> bool:
    """Whether somebody may take a task over from this lead."""
    return pair[1] != lead and pair[1] in instance.watchers.get(pair[0], ())


def can_back_up(instance: Instance, pair: Pair, lead: PersonCode, tasks: int) -> bool:
    """Whether somebody who is back-up for so many other tasks may be it for one more."""
    return tasks < instance.settings.max_backups and may_back_up(instance, pair, lead)


def _holds(ledger: Ledger, draft: Draft) -> bool:
    """Whoever is pinned as back-up is left free for it: not the lead."""
    return (draft.task.key, draft.lead) not in ledger.instance.pins.backups


FIT = Fit(holds=_holds)
