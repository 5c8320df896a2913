"""Rows of the schools sheet to `School` records."""

from decimal import Decimal

from models.problem import GROUP, School, UnitCode
from models.vocabulary import WeightClass
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.records import Collected, keyed_rows
from optimizer.workbook.read.rows import Row


def parse_schools(located: Located, collected: Collected) -> tuple[School, ...]:
    """Every school, and the row of the pool when there is one."""
    schools = []
    for row, text in keyed_rows(located, "school", "code", collected):
        code = GROUP if fold(text) == fold(GROUP) else UnitCode(text)
        collected.sources.update(row.sources("school", code, "code"))
        schools.append(_school(row, code))
    return tuple(schools)


def _school(row: Row, code: UnitCode) -> School:
    computed = row.says("ict_points", labels.COMPUTED)
    return School(
        code=code,
        name=row.text("name"),
        education_level=row.loose_choice("education_level", labels.EDUCATION_LEVELS),
        pupils=row.exact("pupils"),
        devices=row.exact("devices"),
        teachers=row.exact("teachers"),
        sites=row.exact("sites", Decimal(1)),
        ict_points=None if computed else row.optional("ict_points"),
        ict_points_computed=computed,
        bpt_hours=row.optional("bpt_hours"),
        lesson_hours=row.optional("lesson_hours"),
        committee_agrees=row.flag("committee_agrees", default=False),
        other_hours=row.optional("other_hours"),
        operating_euro=row.exact("operating_euro"),
        pool_pct=row.percent("pool_pct"),
        presence_min=row.exact("presence_min"),
        zone=row.text("zone"),
        class_counts=_class_counts(row),
    )


def _class_counts(row: Row) -> dict[WeightClass, Decimal]:
    """What was counted; an empty cell is no count, 0 is one."""
    counts = {each: row.optional(f"class_counts.{each}") for each in WeightClass}
    return {each: count for each, count in counts.items() if count is not None}
