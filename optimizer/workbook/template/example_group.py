"""A fictional group of 22 schools with a central team: the packaged CSV files as records."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from importlib import resources
from typing import TypeVar

from models.problem import (
    Deviation,
    Person,
    PersonCode,
    ProblemData,
    Reach,
    School,
    UnitCode,
)
from models.vocabulary import (
    DeviationKind,
    EducationLevel,
    ReachKind,
    TaskLevel,
    WeightClass,
)
from optimizer.workbook import labels
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.example_school import EXAMPLE_SETTINGS
from optimizer.workbook.template.role_rows import DEFAULT_ROLES

_SCHOOLS, _PERSONS, _DEVIATIONS = (
    f"voorbeeld_groep_{name}.csv" for name in ("scholen", "personen", "uitzonderingen")
)
_Choice = TypeVar("_Choice", bound=StrEnum)
_Row = Mapping[str, str]

_AT_CHOICE = frozenset({"T29", "T32", "T36", "T45", "P06", "P07", "A02", "A04", "A09", "A17"})
"""Tasks whose level the plan chooses: doing them together saves something, not everything, and both
the central team and people at the schools can do them."""

SCHOOLS_NOTE = (
    "VOORBEELD: namen en middelen zijn verzonnen. De ICT-punten zijn gerekend aan 0,05 punt per "
    "gewogen leerling: een aanname, geen cijfer uit de regelgeving. Ook de leerlingen per gewicht "
    "zijn een aanname. De regel GROEP geeft de eigen middelen van de pool."
)
"""What the reader of the schools sheet must know of its figures, in Dutch."""


def example_group() -> ProblemData:
    """The whole example: people for about 60 % of the work, most of it paid from the pool.

    Whoever is paid from points has the diploma of which the price is known.
    """
    return ProblemData(
        settings=EXAMPLE_SETTINGS,
        schools=tuple(_school(row) for row in _rows(_SCHOOLS)),
        persons=tuple(_person(row) for row in _rows(_PERSONS)),
        tasks=tuple(
            replace(task, level=TaskLevel.CHOICE) if task.number in _AT_CHOICE else task
            for task in catalogue_tasks()
        ),
        competences=labels.COMPETENCES,
        roles=DEFAULT_ROLES,
        deviations=tuple(_deviation(row) for row in _rows(_DEVIATIONS)),
    )


def group_remarks() -> tuple[str, ...]:
    """Why each deviation of the example stands there, in Dutch."""
    return tuple(row["opmerking"] for row in _rows(_DEVIATIONS))


def _rows(name: str) -> list[dict[str, str]]:
    text = (resources.files("optimizer.workbook") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _choice(words: Mapping[_Choice, str], word: str) -> _Choice:
    return {label: choice for choice, label in words.items()}[word]


def _optional(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _count(text: str) -> int | None:
    return int(text) if text else None


def _school(row: _Row) -> School:
    return School(
        code=UnitCode(row["code"]),
        name=row["naam"],
        education_level=_education_level(row["onderwijsniveau"]),
        pupils=Decimal(row["leerlingen"]),
        devices=Decimal(row["toestellen"]),
        teachers=Decimal(row["leerkrachten"]),
        sites=Decimal(row["vestigingen"]),
        ict_points=Decimal(row["ict_punten"]),
        bpt_hours=Decimal(row["bpt_uren"]),
        lesson_hours=_optional(row["uren_leraar"]),
        other_hours=Decimal(row["andere_uren"]),
        operating_euro=Decimal(row["werkingsmiddelen"]),
        pool_pct=Decimal(row["pool_pct"]),
        presence_min=Decimal(row["aanwezigheid_min"]),
        zone=row["reiszone"],
        class_counts=_class_counts(row),
    )


def _education_level(word: str) -> EducationLevel | None:
    return _choice(labels.EDUCATION_LEVELS, word) if word else None


def _class_counts(row: _Row) -> dict[WeightClass, Decimal]:
    columns = {WeightClass.GENERAL: "lln_a_stroom", WeightClass.VOCATIONAL: "lln_b_stroom"}
    return {each: Decimal(row[name]) for each, name in columns.items() if row[name]}


def _person(row: _Row) -> Person:
    to_decide = row["ict_uren"] == labels.TO_DECIDE
    return Person(
        code=PersonCode(row["code"]),
        name=row["naam"],
        home=UnitCode(row["thuisschool"]),
        role=_choice(labels.ROLES, row["rol"]),
        diploma=_choice(labels.DIPLOMAS, row["diploma"]),
        ict_hours=Decimal(0) if to_decide else Decimal(row["ict_uren"] or 0),
        ict_to_decide=to_decide,
        bpt_hours=Decimal(row["bpt_uren"] or 0),
        other_hours=Decimal(row["andere_uren"] or 0),
        reach=_reach(row["bereik"]),
        max_schools=_count(row["max_scholen"]),
        max_tasks=_count(row["max_taken"]),
        min_pedagogical_pct=Decimal(row["min_pct_pedagogisch"] or 0),
        levels={name: int(row[name]) for name in labels.COMPETENCES},
    )


def _reach(text: str) -> Reach:
    kinds = {word: kind for kind, word in labels.REACHES.items()}
    if text in kinds:
        return Reach(kinds[text])
    return Reach(ReachKind.LISTED, tuple(UnitCode(code.strip()) for code in text.split(";")))


def _deviation(row: _Row) -> Deviation:
    kind = _choice(labels.DEVIATION_KINDS, row["soort"])
    is_priority = kind is DeviationKind.PRIORITY
    people = [PersonCode(code.strip()) for code in row["persoon"].split(";") if code]
    return Deviation(
        kind=kind,
        task=row["taak"],
        unit=row["school"],
        person=people[0] if people else None,
        value=None if is_priority else _optional(row["waarde"]),
        priority=_choice(labels.PRIORITIES, row["waarde"]) if is_priority else None,
        colleague=people[1] if len(people) > 1 else None,
    )
