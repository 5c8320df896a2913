"""Edits of one cell that could make a conflict vanish, fact by fact; none is tried here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from math import ceil

from models.agenda import TaskInstance
from models.changes import (
    Change,
    CompetenceChange,
    DeviationRemoved,
    PersonChange,
    PinRemoved,
    RequirementChange,
    SchoolChange,
    SettingChange,
    TaskChange,
)
from models.eligibility import Obstacle, ObstacleKind, deviations_for, levels_short, obstacles
from models.explanation import Conflict, Fact, Family
from models.fact_sources import (
    FIELDS,
    PIN_RULES,
    ROW_RULES,
    mandatory_row,
    stating_rows,
    task_of,
)
from models.instance import Instance
from models.points import ict_points
from models.problem import CENTRAL, Deviation, Person, PersonCode, Reach, School, UnitCode
from models.vocabulary import DeviationKind, Funding, Priority, ReachKind, YearWatch
from optimizer.explain.barriers import HOUR_FIELDS
from optimizer.explain.candidate import Candidate, count, less, once

MOST_LEVELS = 2
"""Levels of a competence that somebody can be asked to learn for one task."""
NEAREST = 3
"""How many people are looked at for a task that somebody more could do."""
MOST_HOURS = 40
"""Hours a week that somebody gets more at the most."""
MOST_STRETCH = 35
"""Steps by which the stretch of months grows at the most: to 200 % from the usual 25."""
STEPS: dict[str, tuple[int, int]] = {
    "ict": (1, 500),
    "bpt": (1, 100),
    "other": (1, 100),
    "operating": (50, 1000),
}
"""Size of a step and most steps by which an envelope grows, in its own unit."""


def candidates(instance: Instance, conflict: Conflict) -> Iterator[Candidate]:
    """Every edit to try for a conflict, in the order of its facts; one cell once."""
    seen: set[Change] = set()
    for fact in conflict.facts:
        for candidate in _for_fact(instance, fact):
            first = candidate.change(1)
            if candidate.steps > 0 and first not in seen:
                seen.add(first)
                yield candidate


def relaxation(instance: Instance, conflict: Conflict) -> tuple[Change, ...]:
    """The edits after which nothing that the conflict asks is asked any more."""
    found: dict[Change, None] = {}
    for fact in conflict.facts:
        if fact.rule == "mandatory":
            found[_not_mandatory(instance, fact)] = None
        elif fact.rule in PIN_RULES:
            found.update(dict.fromkeys(_loosened(instance, fact)))
        elif fact.rule == "presence_min":
            found[SchoolChange(UnitCode(fact.subject[0]), "presence_min", Decimal(0))] = None
        elif fact.rule == "min_pedagogical_pct":
            code = PersonCode(fact.subject[0])
            found[PersonChange(code, "min_pedagogical_pct", Decimal(0))] = None
    return tuple(found)


def _for_fact(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    if fact.rule in ROW_RULES:
        yield from (once(fact, change) for change in _loosened(instance, fact))
    edits = EDITS.get(fact.family)
    if edits is not None:
        yield from edits(instance, fact)


def _demand_edits(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    if fact.rule == "mandatory":
        yield once(fact, _not_mandatory(instance, fact))
    yield from _lower_minimum(instance, fact)
    if fact.rule == "mandatory":
        yield from _opened(instance, fact, _nearest(instance, fact))


def _pin_edits(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    if fact.rule not in PIN_RULES:
        yield from _looser_limit(instance, fact)
        return
    people = [person for person in instance.persons if person.code == fact.subject[2]]
    yield from _opened(instance, fact, people)


def _not_mandatory(instance: Instance, fact: Fact) -> Change:
    key = task_of(fact)
    row = mandatory_row(instance.data, key)
    if row is not None:
        return DeviationRemoved(row)
    return TaskChange(key.task, "priority", Priority.ESSENTIAL)


def _loosened(instance: Instance, fact: Fact) -> Iterator[Change]:
    for row in stating_rows(instance.data, fact):
        yield DeviationRemoved(row) if isinstance(row, Deviation) else PinRemoved(row)


def _lower_minimum(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    """A lower least share of a task, in steps of 5 %."""
    key = task_of(fact)
    if deviations_for(instance.data, DeviationKind.MINIMUM, key):
        return
    settings, task = instance.settings, _task(instance, fact)
    before = settings.minimum_pct if task.task.minimum_pct is None else task.task.minimum_pct

    def lower(step: int) -> Change:
        return TaskChange(key.task, "minimum_pct", max(Decimal(0), before - 5 * step))

    yield Candidate(fact, lower, ceil(before / 5))


def _task(instance: Instance, fact: Fact) -> TaskInstance:
    key = task_of(fact)
    return next(task for task in instance.tasks if task.key == key)


def _more_hours(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    """More hours a week for a person, from the funding that is short or from any they have."""
    code = PersonCode(fact.subject[0])
    person = next(person for person in instance.persons if person.code == code)
    for funding, attribute in HOUR_FIELDS.items():
        is_limit = fact.rule == funding or (
            fact.rule == "load" and (code, funding) in instance.capacity
        )
        to_decide = funding is Funding.ICT and person.ict_to_decide
        if is_limit and not to_decide:
            yield _raised(fact, person, attribute, getattr(person, attribute), MOST_HOURS)


def _raised(fact: Fact, person: Person, attribute: str, before: Decimal, most: int) -> Candidate:
    return Candidate(
        fact, lambda step: PersonChange(person.code, attribute, before + step), steps=most
    )


def _more_money(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    """A larger amount at the owner of an envelope that has a row of its own."""
    _, attribute = FIELDS[fact.family][fact.rule]
    size, most = STEPS[fact.rule]
    for school in instance.data.schools:
        if school.code == fact.subject[0]:
            yield _enlarged(instance, fact, school, attribute, size, most)


def _enlarged(
    instance: Instance, fact: Fact, school: School, attribute: str, size: int, most: int
) -> Candidate:
    stated = getattr(school, attribute)
    if fact.rule == "ict":
        stated = ict_points(instance.settings, school)
    before = Decimal(0) if stated is None else stated
    return Candidate(
        fact, lambda step: SchoolChange(school.code, attribute, before + size * step), steps=most
    )


def _looser_limit(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    """One more, or one less, of a limit that is a whole number."""
    people = {person.code: person for person in instance.persons}
    subject = fact.subject[0] if fact.subject else ""
    if fact.rule == "max_persons":
        task = _task(instance, fact)
        yield count(fact, lambda n: TaskChange(task.key.task, "max_persons", n),
                     task.max_persons, len(people))  # fmt: skip
    elif fact.rule == "max_backups":
        before = instance.settings.max_backups
        yield count(fact, lambda n: SettingChange("max_backups", n), before, len(instance.tasks))
    elif fact.rule == "lead_min_pct":
        yield less(fact, lambda n: SettingChange("lead_min_pct", n), instance.settings.lead_min_pct)
    elif fact.rule in ("max_tasks", "max_schools"):
        person = people[PersonCode(subject)]
        is_tasks = fact.rule == "max_tasks"
        limit = instance.max_tasks(person) if is_tasks else person.max_schools
        most = len(instance.data.tasks if is_tasks else instance.data.schools)
        yield count(fact, lambda n: PersonChange(person.code, fact.rule, n), limit or 0, most)
    elif fact.rule == "presence_min":
        school = next(school for school in instance.data.schools if school.code == subject)
        yield less(fact, lambda n: SchoolChange(school.code, "presence_min", n),
                    school.presence_min)  # fmt: skip
    elif fact.rule == "min_pedagogical_pct":
        person = people[PersonCode(subject)]
        yield less(fact, lambda n: PersonChange(person.code, "min_pedagogical_pct", n),
                    person.min_pedagogical_pct)  # fmt: skip


def _looser_year(instance: Instance, fact: Fact) -> Iterator[Candidate]:
    """More stretch of every month, in steps of 5 %, or a year that is shown and not guarded."""
    before = instance.settings.stretch_pct
    yield Candidate(fact, lambda n: SettingChange("stretch_pct", before + 5 * n), MOST_STRETCH)
    yield once(fact, SettingChange("year_watch", YearWatch.SHOW))


def _nearest(instance: Instance, fact: Fact) -> list[Person]:
    """The people with hours who lack least for a task."""
    task = _task(instance, fact)
    working = [p for p in instance.persons if instance.total_capacity(p.code) > 0]

    def distance(person: Person) -> tuple[int, int, PersonCode]:
        short = levels_short(task.task, person)
        return len(_barriers(instance, task, person)), sum(short.values()), person.code

    return sorted(working, key=distance)[:NEAREST]


def _opened(instance: Instance, fact: Fact, people: Iterable[Person]) -> Iterator[Candidate]:
    """The one edit that lets somebody do a task, for whom only one thing is in the way."""
    task = next((task for task in instance.tasks if task.key == task_of(fact)), None)
    if task is None:
        return
    for person in people:
        barriers = _barriers(instance, task, person)
        if len(barriers) == 1:
            yield from (once(fact, change) for change in barriers[0])


def _barriers(instance: Instance, task: TaskInstance, person: Person) -> list[list[Change]]:
    """What keeps somebody from a task, each with the edits that take it away."""
    found = obstacles(instance.data, task.task, task.key, person)
    return [list(_away(task, person, obstacle)) for obstacle in found]


def _away(task: TaskInstance, person: Person, obstacle: Obstacle) -> Iterator[Change]:
    """The edits that take an obstacle away; none for competences that are too far off.

    Nor for what a role never does: that is about everybody who has it.
    """
    if obstacle.kind is ObstacleKind.REACH:
        yield PersonChange(person.code, "reach", _widened(person, task.key.unit))
    elif obstacle.kind is ObstacleKind.ROLE and not task.task.roles:
        return
    elif obstacle.kind is ObstacleKind.ROLE:
        yield TaskChange(task.key.task, "roles", task.task.roles | {person.role})
    elif obstacle.row is not None:
        yield DeviationRemoved(obstacle.row)
    else:
        name, short = obstacle.competence, obstacle.short
        level = task.task.required[name]
        if short <= MOST_LEVELS:
            yield CompetenceChange(person.code, name, level)
        if short < level:
            yield RequirementChange(task.key.task, name, level - short)


def _widened(person: Person, unit: UnitCode) -> Reach:
    """The person's reach with a unit more."""
    if person.reach.kind is ReachKind.LISTED:
        return replace(person.reach, units=(*person.reach.units, unit))
    own = () if person.home == CENTRAL else (person.home,)
    return Reach(ReachKind.LISTED, (*own, unit))


EDITS: Mapping[Family, Callable[[Instance, Fact], Iterator[Candidate]]] = {
    Family.DEMAND: _demand_edits,
    Family.CAPACITY: _more_hours,
    Family.ENVELOPE: _more_money,
    Family.SPLIT: _looser_limit,
    Family.LEAD: _looser_limit,
    Family.BACKUP: _looser_limit,
    Family.FOCUS: _looser_limit,
    Family.PINS: _pin_edits,
    Family.MONTHS: _looser_year,
    Family.PRESENCE: _looser_limit,
}
"""The edits of a cell that loosen a fact, beside taking away the rows that state it.

The other families hold in every model, or are stated by rows alone, or by no cell at all.
"""
