"""Outsourcing, by hand: what a firm may still do of a task, by its share and by the money."""

from models.agenda import TaskInstance
from models.plan import EnvelopeKey
from optimizer.construct.draft import Draft
from optimizer.construct.fits.envelope import firm_parts
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def share_left(ledger: Ledger, task: TaskInstance) -> int:
    """Grains of its share that a firm does not do yet, whatever money there is."""
    return task.outsource_max - ledger.bought(task.key)


def firm_room(ledger: Ledger, task: TaskInstance) -> int:
    """Grains that a firm can still be paid for a task."""
    return min(share_left(ledger, task), sum(firm_parts(ledger, task).values()))


def firm_left(ledger: Ledger, task: TaskInstance) -> int:
    """Grains that the money for firms still pays for a task, its share aside.

    An envelope from which the outsourced hours are pinned pays no more.
    """
    pinned = ledger.instance.pins.outsourced
    return sum(
        fits for key, fits in firm_parts(ledger, task).items() if (task.key, key) not in pinned
    )


def purchase(ledger: Ledger, task: TaskInstance, grains: int) -> dict[EnvelopeKey, int]:
    """At most so many grains of a task over the envelopes that can pay a firm for them."""
    rest = min(grains, share_left(ledger, task))
    found: dict[EnvelopeKey, int] = {}
    for key, fits in firm_parts(ledger, task).items():
        part = min(rest, fits)
        if part > 0:
            found[key] = part
            rest -= part
    return found


def _holds(ledger: Ledger, draft: Draft) -> bool:
    return draft.bought <= firm_room(ledger, draft.task)


FIT = Fit(holds=_holds)
