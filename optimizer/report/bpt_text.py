"""What the chosen reading of a BPT teaching hour makes of the hours, beside the other usual one."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models.norms import BPT_LESSON, bpt_post_hour
from models.problem import ProblemData
from optimizer.workbook import labels

COMPARED_POST = 22
"""The post that is shown beside the lesson: 36 ÷ 22 lies in the middle of the usual posts."""
TOLD = (
    "BPT: {lessons} lesuren per week tellen voor {hours} klokuren per jaar ({reading}). Gelezen "
    "als {other} zouden het er {others} zijn. Geen regelgeving schrijft voor hoe het moet: kies "
    "met ‘bpt_regel’ op Instellingen."
)
CLOCK_HOURS = "{hour} klokuur per lesuur"


def bpt_lines(data: ProblemData) -> Iterator[str]:
    """One line with both totals; none where nobody has BPT hours."""
    lessons = sum((person.bpt_hours for person in data.persons), Decimal(0))
    if not lessons:
        return
    hour = Fraction(data.settings.bpt_hour)
    is_lesson = hour < (BPT_LESSON + bpt_post_hour(COMPARED_POST)) / 2
    other = bpt_post_hour(COMPARED_POST) if is_lesson else BPT_LESSON
    yield TOLD.format(
        lessons=_number(Fraction(lessons)),
        hours=_yearly(data, lessons, hour),
        reading=_reading(hour),
        other=_reading(other),
        others=_yearly(data, lessons, other),
    )


def _reading(hour: Fraction) -> str:
    return labels.BPT_READINGS.get(hour) or CLOCK_HOURS.format(hour=_number(hour))


def _yearly(data: ProblemData, lessons: Decimal, hour: Fraction) -> str:
    return str(round(float(Fraction(lessons) * hour * Fraction(data.settings.school_weeks))))


def _number(value: Fraction) -> str:
    return f"{round(float(value), 3):g}".replace(".", ",")
