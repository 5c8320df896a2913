"""Whether there are people for the tasks, and hours for the people."""

from collections import defaultdict

from models.agenda import TaskInstance
from models.eligibility import levels_short, may_touch
from models.instance import Instance
from models.issues import Issue, warning
from models.problem import Person, TaskNumber
from models.validation.unfilled import nobody_has_hours, nobody_has_levels


def check_people_have_hours(instance: Instance) -> list[Issue]:
    """Every person has hours; someone without can only be a back-up or watch a contract.

    Nothing when nobody has hours: `check_hours_filled_in` says that once.
    """
    if nobody_has_hours(instance) and not instance.firm_payers:
        return []
    return [
        warning(
            "person-without-hours",
            instance.data.where("person", person.code),
            person=person.code,
        )
        for person in instance.persons
        if instance.total_capacity(person.code) == 0
    ]


def check_competent_people(instance: Instance) -> list[Issue]:
    """Every task has someone who may lead it; one warning per task, for all its units.

    What lacks because there is nobody, or nobody has any hours or any level, is left to the checks
    that say so once.
    """
    if not instance.persons:
        return []
    silent = {"no-person-paid"} if nobody_has_hours(instance) else set()
    silent |= {"no-competent-person"} if nobody_has_levels(instance.data) else set()
    uncovered: dict[TaskNumber, list[TaskInstance]] = defaultdict(list)
    leadable = {key for key, _ in instance.payers.keys() - instance.learners}
    for task in instance.tasks:
        if task.key not in leadable and not firm_can_do(instance, task):
            uncovered[task.key.task].append(task)
    issues = [_describe(instance, tasks) for tasks in uncovered.values()]
    return [issue for issue in issues if issue.code not in silent]


def firm_can_do(instance: Instance, task: TaskInstance) -> bool:
    """Whether a firm may do enough of a task, with somebody to watch the contract."""
    enough = task.outsource_max >= task.minimum
    return enough and task.key in instance.firm_payers and bool(instance.watchers.get(task.key))


def _describe(instance: Instance, tasks: list[TaskInstance]) -> Issue:
    task = tasks[0]
    where = instance.data.where("task", task.key.task)
    units = tuple(task.key.unit for task in tasks)
    number, title = task.key.task, task.task.title
    candidates = [
        person
        for person in instance.persons
        if may_touch(instance.data, task.task, task.key, person)
    ]
    if not candidates:
        return warning("no-person-allowed", where, task=number, title=title, units=units)
    best = min(candidates, key=lambda person: _distance(task, person))
    lacks = tuple(sorted(levels_short(task.task, best)))
    if not lacks:
        return warning("no-person-paid", where, task=number, title=title, units=units)
    return warning(
        "no-competent-person",
        where,
        task=number,
        title=title,
        units=units,
        closest=best.code,
        lacks=lacks,
    )


def _distance(task: TaskInstance, person: Person) -> tuple[int, str]:
    return sum(levels_short(task.task, person).values()), person.code
