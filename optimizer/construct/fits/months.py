"""Months, by hand: nobody gets more of a task than every month of theirs still holds."""

from models.agenda import TaskInstance
from models.problem import Person
from models.school_calendar import MONTHS
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def _within_months(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    limits = ledger.instance.months
    for month in MONTHS:
        share = limits.share(task.key.task, month)
        most = limits.most.get((person.code, month))
        if share and most is not None:
            left = most - ledger.in_month(person.code, month)
            grains = min(grains, max(0, left // share))
    return grains


FIT = Fit(limits={Limit.MONTH: _within_months})
