"""What is not filled in at all: hours, competence levels, counts; said once, not once per row."""

from collections import Counter

from models.agenda import DRIVER_SIZE, real_schools
from models.instance import Instance
from models.issues import Issue, error, warning
from models.problem import ProblemData
from models.vocabulary import Applies, Driver

COUNT_ATTRIBUTES = {
    Driver.PUPILS: "pupils",
    Driver.DEVICES: "devices",
    Driver.TEACHERS: "teachers",
    Driver.SITES: "sites",
}
"""The field of a school that each driver counts."""


def nobody_has_hours(instance: Instance) -> bool:
    """Whether there are people, but none of them has any hours."""
    capacities = [instance.total_capacity(person.code) for person in instance.persons]
    return bool(capacities) and not any(capacities)


def nobody_has_levels(data: ProblemData) -> bool:
    """Whether there are people, but none of them has any competence."""
    return bool(data.persons) and not any(
        level for person in data.persons for level in person.levels.values()
    )


def check_hours_filled_in(instance: Instance) -> list[Issue]:
    """Somebody has hours, or a firm is paid: without either there is nothing to plan."""
    if not nobody_has_hours(instance) or instance.firm_payers:
        return []
    first = instance.persons[0].code
    where = instance.data.where("person", first, "ict_hours")
    return [error("nobody-has-hours", where, persons=len(instance.persons))]


def check_levels_filled_in(data: ProblemData) -> list[Issue]:
    """Somebody has a competence, once tasks ask any."""
    asking = [task for task in data.tasks if task.required and task.applies is Applies.YES]
    if not asking or not nobody_has_levels(data):
        return []
    name = next(iter(asking[0].required))
    where = data.where("person", data.persons[0].code, f"level:{name}")
    return [warning("nobody-has-levels", where, tasks=len(asking))]


def check_counts_filled_in(data: ProblemData) -> list[Issue]:
    """A school has the counts with which the hours of its tasks grow."""
    growing = Counter(
        task.driver
        for task in data.tasks
        if task.applies is Applies.YES and task.unit_hours > 0 and task.driver in DRIVER_SIZE
    )
    return [
        warning(
            "count-not-filled-in",
            data.where("school", school.code, attribute),
            unit=school.code,
            driver=driver,
            tasks=growing[driver],
        )
        for school in real_schools(data)
        for driver, attribute in COUNT_ATTRIBUTES.items()
        if growing[driver] and not getattr(school, attribute)
    ]
