"""Deviations: work that is not there, counted hours, and what people want or may not do."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from models.eligibility import is_fully_competent
from models.problem import CENTRAL, GROUP, Deviation, Person, School, Task, TaskNumber
from models.vocabulary import DeviationKind, Role, TaskLevel
from optimizer.series.study.population.absent import absent_work

FIRST_LINE, BACKUPS, DEVICES, SOCIAL_MEDIA = "T27", "T09", "T24", "A16"
KNOWLEDGE_BASE, TEAM, PLAN = "T31", "B19", "B17"


def work_deviations(random: Random, schools: Sequence[School]) -> list[Deviation]:
    """What differs in the work itself: it is known before there are people."""
    is_group = len(schools) > 1
    rows = [
        Deviation(
            DeviationKind.MINIMUM,
            BACKUPS,
            GROUP if is_group else schools[0].code,
            value=Decimal(80),
        )
    ]
    for school in schools:
        rows += absent_work(school)
        if random.random() < (0.1 if is_group else 1):
            hours = Decimal(random.randint(90, 160))
            rows.append(Deviation(DeviationKind.HOURS, FIRST_LINE, school.code, value=hours))
    return rows


def people_deviations(
    random: Random, people: Sequence[Person], tasks: Sequence[Task]
) -> list[Deviation]:
    """Wishes, bans, and leads that were agreed; each of them can be kept."""
    by_number = {task.number: task for task in tasks}
    rows: list[Deviation] = []
    for person in people:
        rows += _bans(person)
        if person.role is Role.DIRECTOR and random.random() < 0.2:
            rows += _agreed(DeviationKind.LEAD, by_number[TaskNumber(PLAN)], person)
        if person.role is not Role.DIRECTOR and random.random() < 0.15:
            rows += _wish(random, person, tasks)
    heads = [person for person in people if person.role is Role.HEAD][:1]
    for head in heads:
        rows += _agreed(DeviationKind.LEAD, by_number[TaskNumber(TEAM)], head)
    technical = [p for p in people if p.role is Role.TECHNICAL_COORDINATOR and p.ict_hours]
    if heads and technical:
        keeper = random.choice([person for person in technical if person.home == CENTRAL])
        rows += _agreed(DeviationKind.PIN, by_number[TaskNumber(KNOWLEDGE_BASE)], keeper)
    return rows


def _unit(person: Person) -> str:
    return GROUP if person.home == CENTRAL else person.home


def _bans(person: Person) -> list[Deviation]:
    if person.role in (Role.HEAD, Role.TEACHER):
        return [Deviation(DeviationKind.BAN, DEVICES, person=person.code)]
    return []


def _agreed(kind: DeviationKind, task: Task, person: Person) -> list[Deviation]:
    if not is_fully_competent(task, person):
        return []
    return [Deviation(kind, task.number, _unit(person), person.code)]


def _wish(random: Random, person: Person, tasks: Sequence[Task]) -> list[Deviation]:
    level = TaskLevel.GROUP if person.home == CENTRAL else TaskLevel.SCHOOL
    able = [t for t in tasks if t.level is level and is_fully_competent(t, person)]
    if not able:
        return []
    task, value = random.choice(able), Decimal(random.choice((-2, 1, 1, 2)))
    return [Deviation(DeviationKind.PREFERENCE, task.number, _unit(person), person.code, value)]
