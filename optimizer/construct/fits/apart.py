"""Apart, by hand: nobody joins a task on which somebody works from whom they are kept apart."""

from collections.abc import Collection

from models.agenda import TaskInstance
from models.eligibility import deviations_for
from models.instance import Instance
from models.problem import PersonCode
from models.vocabulary import DeviationKind
from optimizer.construct.fits.fit import Fit


def _joins(
    instance: Instance, task: TaskInstance, person: PersonCode, others: Collection[PersonCode]
) -> bool:
    rows = deviations_for(instance.data, DeviationKind.APART, task.key)
    kept_from = {code for row in rows if person in row.people for code in row.people}
    return (kept_from - {person}).isdisjoint(others)


FIT = Fit(joins=_joins)
