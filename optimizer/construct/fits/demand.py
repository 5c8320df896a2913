"""Demand, by hand: a task is done at its minimum or better, up to its demand, or not at all."""

from models.agenda import TaskInstance
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def is_enough(task: TaskInstance, grains: int) -> bool:
    """Whether so many grains count as the task being done."""
    return grains >= task.minimum


def asked(task: TaskInstance, covered: int) -> int:
    """The least grains that would better a task: one more, or its minimum when it is not done."""
    return 1 if covered else task.minimum


def _holds(ledger: Ledger, draft: Draft) -> bool:
    return is_enough(draft.task, draft.total) and draft.total <= draft.task.demand


FIT = Fit(holds=_holds)
