"""Eligibility, by hand: only who may be paid to work on a task joins it."""

from collections.abc import Collection

from models.agenda import TaskInstance
from models.instance import Instance
from models.problem import PersonCode
from optimizer.construct.fits.fit import Fit


def _joins(
    instance: Instance, task: TaskInstance, person: PersonCode, _others: Collection[PersonCode]
) -> bool:
    return (task.key, person) in instance.payers


FIT = Fit(joins=_joins)
