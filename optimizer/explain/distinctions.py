"""What sets a plan apart from another, as figures: for the name of an alternative."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from models.problem import PersonCode
from models.vocabulary import Role
from optimizer.explain.answer import Answer


class Trait(StrEnum):
    """A figure by which a team tells plans apart."""

    PEOPLE_PER_TASK = "people_per_task"
    TASKS_PER_PERSON = "tasks_per_person"
    TRAVEL = "travel"
    OUTSOURCED = "outsourced"
    OWN_SCHOOL = "own_school"


@dataclass(frozen=True)
class Distinction:
    """One figure of both plans; of a role, the hours of everybody who has it."""

    trait: Trait | Role
    before: float
    after: float

    @property
    def weight(self) -> float:
        """How much it differs, as a part of the larger one."""
        whole = max(abs(self.before), abs(self.after))
        return abs(self.after - self.before) / whole if whole else 0.0


def distinctions(before: Answer, after: Answer) -> tuple[Distinction, ...]:
    """Every figure that differs, the one that differs most first."""
    found = [
        Distinction(trait, measure(before), measure(after)) for trait, measure in _MEASURES.items()
    ]
    roles = _by_role(before), _by_role(after)
    found += [Distinction(role, roles[0].get(role, 0), roles[1].get(role, 0)) for role in Role]
    differing = [each for each in found if each.weight > 0]
    return tuple(sorted(differing, key=lambda each: -each.weight))


def _people_per_task(answer: Answer) -> float:
    workers: dict[object, int] = defaultdict(int)
    for key, _ in answer.worked:
        workers[key] += 1
    return fmean(workers.values()) if workers else 0.0


def _tasks_per_person(answer: Answer) -> float:
    tasks: dict[PersonCode, set[str]] = defaultdict(set)
    for key, person in answer.worked:
        tasks[person].add(key.task)
    return fmean(map(len, tasks.values())) if tasks else 0.0


def _travel(answer: Answer) -> float:
    return answer.hours(sum(answer.verification.travel.values()))


def _outsourced(answer: Answer) -> float:
    return answer.hours(sum(answer.bought.values()))


def _own_school(answer: Answer) -> float:
    """Hours of people at the school that is their home."""
    persons = answer.persons
    grains = sum(g for (key, code), g in answer.worked.items() if key.unit == persons[code].home)
    return answer.hours(grains)


def _by_role(answer: Answer) -> Mapping[Role, int]:
    hours: dict[Role, int] = defaultdict(int)
    for (_, code), grains in answer.worked.items():
        hours[answer.persons[code].role] += answer.hours(grains)
    return hours


_MEASURES: Mapping[Trait, Callable[[Answer], float]] = {
    Trait.PEOPLE_PER_TASK: _people_per_task,
    Trait.TASKS_PER_PERSON: _tasks_per_person,
    Trait.TRAVEL: _travel,
    Trait.OUTSOURCED: _outsourced,
    Trait.OWN_SCHOOL: _own_school,
}
