"""Capacity, by hand: the hours that a person has left, in all and of the fundings that may pay."""

from models.agenda import TaskInstance
from models.problem import Person
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def _in_all(ledger: Ledger, _task: TaskInstance, person: Person, grains: int) -> int:
    return min(grains, ledger.spare(person.code))


def _of_fundings(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    fundings = {key.funding for key in ledger.open_payers((task.key, person.code))}
    return min(grains, sum(ledger.free(person.code, funding) for funding in fundings))


FIT = Fit(limits={Limit.CAPACITY: _in_all, Limit.FUNDING: _of_fundings})
