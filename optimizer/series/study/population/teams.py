"""The people of a fictional school: who has the hours of ICT co-ordination, and who helps."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from models.problem import Person
from models.vocabulary import Diploma, EducationLevel, Role
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.people import OTHER_HALVES, draw_person
from optimizer.series.study.population.schools import DrawnSchool

FULL_WEEK = Decimal(36)
"""Most ICT hours a week of one person."""
SHARED_FROM = Decimal(12)
"""ICT hours a week from which a school shares them over a coordinator and an assistant."""
ASSISTANT_PART = Decimal("0.2")
PEDAGOGICAL_CHANCE = 0.5
"""Chance that whoever coordinates alone in a small school has a pedagogical profile."""
_SMALL = (EducationLevel.PRIMARY, EducationLevel.SPECIAL_PRIMARY)


def draw_team(draws: Draws, drawn: DrawnSchool) -> tuple[Person, ...]:
    """Everyone with hours at a school; who has ICT hours has the diploma of known price."""
    random = draws.stream("team", drawn.school.code)
    posts = [*_ict_posts(random, drawn), *_other_posts(random, drawn)]
    return tuple(
        _person(draws, drawn, place, role, hours)
        for place, (role, hours) in enumerate(posts, start=1)
        if any(hours)
    )


_Hours = tuple[Decimal, Decimal, Decimal]
_Post = tuple[Role, _Hours]
"""A role, and its ICT, BPT and other hours a week."""
_NONE = Decimal(0)


def _person(draws: Draws, drawn: DrawnSchool, place: int, role: Role, hours: _Hours) -> Person:
    ict, bpt, other = hours
    code = f"{drawn.school.code}-{place}"
    person = draw_person(draws.stream("person", code), code, drawn.school.code, role)
    return replace(
        person,
        diploma=Diploma.HSO if ict else person.diploma,
        ict_hours=ict,
        bpt_hours=bpt,
        other_hours=other,
        min_pedagogical_pct=_NONE,
    )


def _ict_posts(random: Random, drawn: DrawnSchool) -> list[_Post]:
    """The ICT hours: one coordinator, with an assistant or a second one where there are many."""
    alone = random.random() < PEDAGOGICAL_CHANCE
    small = drawn.school.education_level in _SMALL
    role = Role.PEDAGOGICAL_COORDINATOR if small and alone else Role.TECHNICAL_COORDINATOR
    hours = drawn.ict_hours
    shared = not small and hours >= SHARED_FROM
    assistant = (hours * ASSISTANT_PART * 2 // 1) / 2 if shared else _NONE
    parts = [(role, part) for part in split_week(hours - assistant)]
    parts += [(Role.SUPPORT, part) for part in split_week(assistant)]
    return [(each, (part, _NONE, _NONE)) for each, part in parts]


def split_week(hours: Decimal, most: Decimal = FULL_WEEK) -> Sequence[Decimal]:
    """Hours over as few people as can have them, the first ones full; nothing for no hours."""
    full, rest = divmod(hours, most)
    return [most] * int(full) + ([rest] if rest else [])


def _other_posts(random: Random, drawn: DrawnSchool) -> list[_Post]:
    """Teaching hours that the school frees itself, and hours of its office and direction."""
    small = drawn.school.education_level in _SMALL
    teacher = Role.ANCHOR if small else Role.PEDAGOGICAL_COORDINATOR
    posts: list[_Post] = [(teacher, (_NONE, part, _NONE)) for part in split_week(drawn.bpt_hours)]
    roles = (Role.DIRECTOR,) if small else (Role.DIRECTOR, Role.ADMINISTRATION)
    for role in roles:
        hours = Decimal(random.randint(*OTHER_HALVES[role])) / 2
        posts.append((role, (_NONE, _NONE, hours)))
    return posts
