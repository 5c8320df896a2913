"""The result columns of the schools: the ICT points that follow from their pupils, and how."""

from models.points import points_from_pupils
from models.problem import GROUP, School
from models.settings import Settings
from optimizer.explain.answer import Answer, Row
from optimizer.report.points_text import describe_points


def points_rows(answer: Answer) -> list[Row]:
    """One row per row of the schools sheet; the column `code` is its key."""
    data = answer.instance.data
    return [_row(data.settings, school) for school in data.schools]


def _row(settings: Settings, school: School) -> Row:
    """The pool has no pupils of its own, and so no computation."""
    if school.code == GROUP:
        return {"code": school.code, "computed_points": None, "points_explanation": None}
    computed = points_from_pupils(settings, school)
    return {
        "code": school.code,
        "computed_points": None if computed.points is None else float(computed.points),
        "points_explanation": describe_points(computed),
    }
