"""Choice, by hand: a task is done at the group or at the schools, whichever came first."""

from models.choice import central_key
from models.plan import TaskKey
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def _holds(ledger: Ledger, draft: Draft) -> bool:
    return is_open(ledger, draft.task.key)


def is_open(ledger: Ledger, key: TaskKey) -> bool:
    """Whether nothing of a task is done at the other level."""
    task = ledger.tasks[key]
    if task.is_local:
        return central_key(task) not in ledger.leads
    return not task.is_central or not any(
        other.task == key.task and ledger.tasks[other].is_local for other in ledger.leads
    )


FIT = Fit(holds=_holds)
