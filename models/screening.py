"""What people say of their own competences, beside what stands in the workbook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.eligibility import in_reach, may_touch
from models.instance import Instance
from models.problem import GROUP, Person, PersonCode, ProblemData, Task, TaskNumber, UnitCode
from models.vocabulary import Cluster

TALK_FROM = 2
"""Levels between two judgements that are worth a talk: one level is a matter of words."""
EXPERT_FROM = 3
"""From this level somebody does the work on her own and can help another."""


@dataclass(frozen=True)
class ScreeningAnswer:
    """One filled form.

    Attributes
    ----------
    levels
        Self-rating 0 to 4 per competence; what was left open is absent.
    cluster_wishes, task_wishes
        -2 (rather not) to +2 (gladly).
    """

    person: PersonCode
    levels: Mapping[str, int] = field(default_factory=dict)
    cluster_wishes: Mapping[Cluster, int] = field(default_factory=dict)
    task_wishes: Mapping[TaskNumber, int] = field(default_factory=dict)


@dataclass(frozen=True)
class LevelDifference:
    """A competence on which somebody and the workbook disagree.

    `by_role` is the level that the workbook gives to whoever has this role.
    """

    person: PersonCode
    competence: str
    stated: int
    own: int
    by_role: int = 0

    @property
    def is_to_discuss(self) -> bool:
        """Whether it is more than a matter of words."""
        return abs(self.own - self.stated) >= TALK_FROM


def level_differences(
    data: ProblemData, answers: Iterable[ScreeningAnswer]
) -> Iterator[LevelDifference]:
    """Every self-rating that is not the level in the workbook, person by person."""
    people = {person.code: person for person in data.persons}
    for answer in answers:
        person = people[answer.person]
        profile = data.roles.get(person.role)
        for competence, own in answer.levels.items():
            stated = person.levels.get(competence, 0)
            by_role = profile.levels.get(competence, 0) if profile else 0
            if own != stated:
                yield LevelDifference(answer.person, competence, stated, own, by_role)


def possible_tasks(instance: Instance, person: Person) -> tuple[Task, ...]:
    """The tasks of this year that somebody may do somewhere, whatever she knows."""
    found = {
        each.key.task
        for each in instance.tasks
        if may_touch(instance.data, each.task, each.key, person)
    }
    return tuple(task for task in instance.data.tasks if task.number in found)


def unanswered(data: ProblemData, answers: Iterable[ScreeningAnswer]) -> tuple[Person, ...]:
    """Who has not sent a form back."""
    heard = {answer.person for answer in answers}
    return tuple(person for person in data.persons if person.code not in heard)


@dataclass(frozen=True)
class CompetenceMap:
    """Who carries which competence where.

    `experts` has the people of the workbook at `EXPERT_FROM` or more who can work at a school,
    her own first; a school without any has an empty entry.
    """

    experts: Mapping[str, Mapping[UnitCode, tuple[PersonCode, ...]]]

    def single_points(self) -> Iterator[tuple[str, UnitCode, PersonCode]]:
        """Where one person is the only one who can."""
        for competence, units in self.experts.items():
            for unit, people in units.items():
                if len(people) == 1:
                    yield competence, unit, people[0]

    def missing(self) -> Iterator[tuple[str, UnitCode]]:
        """Where nobody can."""
        for competence, units in self.experts.items():
            for unit, people in units.items():
                if not people:
                    yield competence, unit


def competence_map(data: ProblemData) -> CompetenceMap:
    """The map of the competences in the workbook."""
    units = [school.code for school in data.schools if school.code != GROUP]
    return CompetenceMap(
        {
            competence: {unit: _experts(data, competence, unit) for unit in units}
            for competence in data.competences
        }
    )


def _experts(data: ProblemData, competence: str, unit: UnitCode) -> tuple[PersonCode, ...]:
    able = [
        person
        for person in data.persons
        if person.levels.get(competence, 0) >= EXPERT_FROM and in_reach(person, unit)
    ]
    ordered = sorted(able, key=lambda person: person.home != unit)
    return tuple(person.code for person in ordered)


def helpers(
    data: ProblemData, competence: str, beside: PersonCode | None = None
) -> tuple[PersonCode, ...]:
    """Who can help others with a competence, the strongest first; somebody else than `beside`."""
    able = [
        p for p in data.persons if p.levels.get(competence, 0) >= EXPERT_FROM and p.code != beside
    ]
    return tuple(p.code for p in sorted(able, key=lambda p: -p.levels.get(competence, 0)))
