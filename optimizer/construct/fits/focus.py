"""Focus, by hand: nobody gets more tasks or more visited schools than is asked."""

from models.agenda import TaskInstance
from models.problem import Person
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.construct.ledger import Ledger


def _within_tasks(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    most = ledger.instance.max_tasks(person)
    if most is None:
        return grains
    numbers = ledger.numbers[person.code] | {task.key.task}
    return grains if len(numbers) <= most else 0


def _within_schools(ledger: Ledger, task: TaskInstance, person: Person, grains: int) -> int:
    if person.max_schools is None or not ledger.is_visit(person, task):
        return grains
    schools = set(ledger.on_site[person.code]) | {task.key.unit}
    return grains if len(schools) <= person.max_schools else 0


FIT = Fit(limits={Limit.MAX_TASKS: _within_tasks, Limit.MAX_SCHOOLS: _within_schools})
