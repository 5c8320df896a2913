"""How a task suits somebody, in facts: what they are best at, and what their role says."""

from collections.abc import Iterator

from models.agenda import TaskInstance
from models.eligibility import role_word
from models.fitting import role_cost
from models.instance import Instance
from models.problem import Person, PersonCode
from models.vocabulary import RoleWord
from models.why import Ground, GroundKind

FAR = 2
"""Levels away from what somebody is best at from which it is said."""


def suits(instance: Instance, task: TaskInstance, code: PersonCode) -> Iterator[Ground]:
    """What speaks for and against somebody for a task, whatever the plan."""
    person = next(person for person in instance.persons if person.code == code)
    yield from _by_role(instance, task, person)
    cost = instance.cost.get((task.key, code))
    is_able = (task.key, code) not in instance.learners
    if cost is not None and is_able and cost.fit >= FAR:
        yield Ground(GroundKind.BEST_ELSEWHERE, facts=_strengths(task, person))


def _by_role(instance: Instance, task: TaskInstance, person: Person) -> Iterator[Ground]:
    """Own work of the role, or what the role or the list of the task would rather not have."""
    data, cluster = instance.data, task.task.cluster
    word = role_word(data, person.role, cluster)
    facts: dict[str, object] = {"role": person.role, "cluster": cluster}
    where = data.where("role", person.role, cluster) if data.roles else None
    if task.task.preferred and person.role not in task.task.preferred:
        where = data.where("task", task.key.task, "preferred")
        preferred = tuple(sorted(task.task.preferred))
        yield Ground(GroundKind.NOT_PREFERRED, where, facts | {"roles": preferred})
    elif word is RoleWord.RATHER_NOT and role_cost(data, task.task, person.role) > 1:
        yield Ground(GroundKind.RATHER_NOT, where, facts)
    elif word is RoleWord.OWN:
        yield Ground(GroundKind.OWN_WORK, where, facts)


def _strengths(task: TaskInstance, person: Person) -> dict[str, object]:
    best = max(person.levels.values(), default=0)
    names = tuple(name for name, level in person.levels.items() if level == best)
    return {"best": names, "asked": tuple(task.task.required)}
