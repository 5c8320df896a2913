"""Split, by hand: everyone on a task does a sensible block of it, and not too many share it."""

from collections.abc import Collection

from models.agenda import TaskInstance
from models.instance import Instance
from models.problem import PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.fits.fit import Fit
from optimizer.construct.ledger import Ledger


def block(instance: Instance, task: TaskInstance) -> int:
    """The least grains that somebody does of a task, pins aside."""
    return min(instance.settings.block, task.demand)


def places(task: TaskInstance, people: Collection[PersonCode]) -> int:
    """How many more people may join those on a task."""
    return task.max_persons - len(people)


def _joins(
    _instance: Instance, task: TaskInstance, person: PersonCode, others: Collection[PersonCode]
) -> bool:
    return person in others or places(task, others) > 0


def _holds(ledger: Ledger, draft: Draft) -> bool:
    least, pins = block(ledger.instance, draft.task), ledger.instance.pins.works
    return places(draft.task, draft.work) >= 0 and all(
        draft.share(person) >= min(least, pins.get((draft.task.key, person)) or least)
        for person in draft.work
    )


FIT = Fit(joins=_joins, holds=_holds)
