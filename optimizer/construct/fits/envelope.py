"""Envelope, by hand: how hours are spread over the envelopes that can still pay them."""

from models.agenda import TaskInstance
from models.instance import Pair
from models.plan import EnvelopeKey
from models.problem import Person
from models.vocabulary import Funding
from optimizer.construct.accounts import Accounts
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def parts(
    ledger: Ledger, pair: Pair, most: int, accounts: Accounts | None = None
) -> dict[EnvelopeKey, int]:
    """At most so many grains of a pair over the envelopes that can still pay them.

    `accounts` are those in which others on the task are charged as well, who are not yet booked.
    """
    accounts = accounts or ledger.accounts
    found: dict[EnvelopeKey, int] = {}
    free: dict[Funding, int] = {}
    for key in ledger.instance.payers.get(pair, ()):
        own = free.setdefault(key.funding, ledger.free(pair[1], key.funding))
        fits = min(most - sum(found.values()), own)
        cost = ledger.cost(pair[1], key)
        amount = accounts.left_for(pair[1], key, fits * cost)
        if amount is not None:
            fits = min(fits, amount // cost)
        if fits > 0:
            found[key] = fits
            free[key.funding] -= fits
    return found


def firm_parts(ledger: Ledger, task: TaskInstance) -> dict[EnvelopeKey, int]:
    """Grains that each envelope can still pay a firm for a task, its share aside."""
    cost = ledger.instance.firm_cost(task)
    keys = ledger.instance.firm_payers.get(task.key, ())
    return {key: (ledger.accounts.left(key) or 0) // cost for key in keys}


def _payable(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    return sum(parts(ledger, (task.key, person.code), grains).values())


FIT = Fit(limits={Limit.ENVELOPE: _payable})
