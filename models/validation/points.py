"""Points from pupils: the counts per weight, and whether computed points can be computed."""

from decimal import Decimal

from models.agenda import real_schools
from models.issues import Issue, error, warning
from models.points import PUPIL_CLASSES, ict_points, points_from_pupils
from models.problem import GROUP, ProblemData, School
from models.settings import Settings
from models.vocabulary import WeightClass

MOST_PUPILS = 100_000
MOST_LEARNER_LESSONS = 100_000_000
MOST_POINTS = 1_000_000


def awaits_points(settings: Settings, school: School) -> bool:
    """Whether the points of a school were asked to be computed and cannot be."""
    return school.ict_points_computed and ict_points(settings, school) is None


def check_class_counts(data: ProblemData) -> list[Issue]:
    """Every count per weight lies within its limits."""
    issues = []
    for school in data.schools:
        for each, found in school.class_counts.items():
            hours = each is WeightClass.LEARNER_LESSONS
            most = MOST_LEARNER_LESSONS if hours else MOST_PUPILS
            if not 0 <= found <= most:
                where = data.where("school", school.code, f"class_counts.{each}")
                issues.append(error("out-of-range", where, found=found, least=0, most=most))
    return issues


def check_class_totals(data: ProblemData) -> list[Issue]:
    """The pupils per weight add up to the pupils of the school; the days of counting may differ."""
    issues = []
    for school in real_schools(data):
        counts = [n for each, n in school.class_counts.items() if each in PUPIL_CLASSES]
        total = sum(counts, Decimal(0))
        if counts and total != school.pupils:
            where = data.where("school", school.code, "pupils")
            issues.append(
                warning(
                    "class-counts-differ",
                    where,
                    unit=school.code,
                    found=total,
                    expected=school.pupils,
                )
            )
    return issues


def check_computed_points(data: ProblemData) -> list[Issue]:
    """Points that are to be computed can be, and are no absurd number."""
    asked = [school for school in data.schools if school.ict_points_computed]
    return [issue for school in asked if (issue := _computed(data, school)) is not None]


def _computed(data: ProblemData, school: School) -> Issue | None:
    where = data.where("school", school.code, "ict_points")
    if school.code == GROUP:
        return error("computed-points-of-pool", where)
    computed = points_from_pupils(data.settings, school)
    if computed.points is None:
        return error("points-not-computable", where, unit=school.code, lacks=computed.lacks)
    if computed.points > MOST_POINTS:
        return error("computed-points-too-large", where, unit=school.code, found=computed.points)
    return None
