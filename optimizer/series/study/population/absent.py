"""Work of the packaged task list that a fictional school does not have."""

from models.problem import Deviation, School
from models.vocabulary import DeviationKind, EducationLevel

WORKSHOPS, CAMERAS, BADGES = "T41", "T34", "T35"
SMALL_SCHOOL = 150
"""Pupils below which a school has neither cameras nor badges."""
_WITHOUT_WORKSHOPS = (EducationLevel.PRIMARY, EducationLevel.SPECIAL_PRIMARY)


def absent_work(school: School) -> list[Deviation]:
    """The rows that take this work off the agenda of a school."""
    absent = [WORKSHOPS] if school.education_level in _WITHOUT_WORKSHOPS else []
    if school.pupils < SMALL_SCHOOL:
        absent += [CAMERAS, BADGES]
    return [Deviation(DeviationKind.NOT_APPLICABLE, task, school.code) for task in absent]
