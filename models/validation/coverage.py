"""Whether there are people for the tasks, and hours for the people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from models.agenda import TaskInstance
from models.choice import central_key, standing
from models.eligibility import in_reach, levels_short, may_touch
from models.instance import Instance
from models.issues import Issue, warning
from models.naming import Names, TaskName
from models.problem import GROUP, Person, PersonCode, TaskNumber, UnitCode
from models.validation.firms import firm_can_do
from models.validation.pinned_idle import pinned_without_hours
from models.validation.unfilled import nobody_has_hours, nobody_has_levels

MOST_TITLES = 2
"""Tasks in one message that are told with their title; of more the numbers have to do."""


def check_people_have_hours(instance: Instance) -> list[Issue]:
    """Every person has hours; someone without can only be a back-up or watch a contract.

    Nothing when nobody has hours: `check_hours_filled_in` says that once. Nothing about people who
    are pinned as well: that is an error of its own. Nor about people with days of their own: who is
    ill or gone has no hours in the rest of the year.
    """
    if nobody_has_hours(instance) and not instance.firm_payers:
        return []
    pinned = pinned_without_hours(instance)
    names = Names(instance.data)
    return [
        warning(
            "person-without-hours",
            instance.data.where("person", person.code),
            person=names.person(person.code),
        )
        for person in instance.persons
        if instance.total_capacity(person.code) == 0
        and person.code not in pinned
        and person.is_all_year
    ]


class _Obstacle(NamedTuple):
    """Why nobody can lead a task; tasks with the same one are told together.

    `units` matter where people are not allowed, `lacks` has the competences that are short.
    """

    code: str
    units: tuple[UnitCode, ...] = ()
    lacks: tuple[str, ...] = ()


_Found = dict[TaskNumber, tuple[list[TaskInstance], list[PersonCode]]]
"""Per task its instances that nobody can lead, and the people who come closest."""


def check_competent_people(instance: Instance) -> list[Issue]:
    """Every task has someone who may lead it; one warning for all tasks with the same obstacle.

    What lacks because there is nobody, or nobody has any hours or any level, is left to the checks
    that say so once.
    """
    if not instance.persons:
        return []
    silent = {"no-person-paid"} if nobody_has_hours(instance) else set()
    silent |= {"no-competent-person"} if nobody_has_levels(instance.data) else set()
    together: dict[_Obstacle, _Found] = defaultdict(dict)
    for number, tasks in _uncovered(instance).items():
        obstacle, people = _obstacle(instance, tasks)
        if obstacle.code not in silent:
            together[obstacle][number] = (tasks, people)
    return [_issue(instance, obstacle, found) for obstacle, found in together.items()]


def _uncovered(instance: Instance) -> dict[TaskNumber, list[TaskInstance]]:
    """The instances of every task that nobody can lead.

    Of a task whose level is chosen that is for the plan, as long as the group can do it.
    """
    found: dict[TaskNumber, list[TaskInstance]] = defaultdict(list)
    leadable = {key for key, _ in instance.payers.keys() - instance.learners}
    able = {
        task.key for task in instance.tasks if task.key in leadable or firm_can_do(instance, task)
    }
    for task in standing(instance.tasks):
        is_central = task.is_local and central_key(task) in able
        if task.key not in able and not is_central:
            found[task.key.task].append(task)
    return found


def _obstacle(instance: Instance, tasks: list[TaskInstance]) -> tuple[_Obstacle, list[PersonCode]]:
    """What is in the way of a task at the first of its units, and who comes closest there."""
    task = tasks[0]
    units = tuple(each.key.unit for each in tasks)
    candidates = [
        person
        for person in instance.persons
        if may_touch(instance.data, task.task, task.key, person)
    ]
    if not candidates:
        is_closed = units == (GROUP,) and not any(in_reach(p, GROUP) for p in instance.persons)
        return _Obstacle("nobody-reaches-group" if is_closed else "no-person-allowed", units), []
    best = min(candidates, key=lambda person: _distance(task, person))
    lacks = tuple(sorted(levels_short(task.task, best)))
    if not lacks:
        able = [person.code for person in candidates if not levels_short(task.task, person)]
        return _Obstacle("no-person-paid"), able
    return _Obstacle("no-competent-person", lacks=lacks), [best.code]


def _issue(instance: Instance, obstacle: _Obstacle, found: _Found) -> Issue:
    names = Names(instance.data)
    where = instance.data.where("task", next(iter(found)))
    tasks = tuple(_named(names, found))
    codes = dict.fromkeys(code for _, people in found.values() for code in people)
    people = tuple(map(names.person, codes))
    if obstacle.code == "nobody-reaches-group":
        bare = tuple(replace(task, units=()) for task in tasks)
        return warning("nobody-reaches-group", where, tasks=bare)
    if obstacle.code == "no-person-allowed":
        return warning("no-person-allowed", where, tasks=tasks)
    if obstacle.code == "no-person-paid":
        return warning("no-person-paid", where, tasks=tasks, persons=people)
    return warning("no-competent-person", where, tasks=tasks, persons=people, lacks=obstacle.lacks)


def _named(names: Names, found: _Found) -> Iterator[TaskName]:
    """The tasks, with their titles when there are few."""
    titled = len(found) <= MOST_TITLES
    for number, (tasks, _) in found.items():
        yield names.task_at(number, (task.key.unit for task in tasks), titled=titled)


def _distance(task: TaskInstance, person: Person) -> tuple[int, str]:
    return sum(levels_short(task.task, person).values()), person.code
