"""The figure of the months: how full everybody is in each of them."""

from collections.abc import Sequence

from markupsafe import Markup

from models.month_shares import hours_by_month
from models.school_calendar import MONTHS
from models.vocabulary import YearWatch
from optimizer.explain.answer import Answer
from optimizer.report.html import words
from optimizer.report.html.blocks import Figure, HtmlTable
from optimizer.report.html.charts import Words, draw_heat_map
from optimizer.report.html.figures import in_parts
from optimizer.report.tables.calendar import planned_by_month
from optimizer.workbook import labels

SHORT = 3
"""Letters of a month above its column."""


def months(answer: Answer) -> Figure | None:
    """Planned hours in per cent of those that there are, per person and month.

    `None` where nobody asks for months, or where they are not known. A month without hours in
    which work falls has no percentage, and stands out as twice full.
    """
    data = answer.instance.data
    if data.settings.year_watch is YearWatch.OFF or not data.work_days:
        return None
    rows = _rows(answer)
    names = [labels.MONTHS[month] for month in MONTHS]

    def draw(about: Words, part: Sequence[tuple[str, list[int]]]) -> Markup:
        people, values = [name for name, _ in part], [shares for _, shares in part]
        return draw_heat_map(about, people, [name[:SHORT] for name in names], values)

    title, text = words.MONTHS_TITLE, words.MONTHS_TEXT
    table = HtmlTable(
        title, (words.PERSON, *names), tuple((name, *shares) for name, shares in rows)
    )
    return Figure("maanden", title, text, in_parts("maanden", title, text, rows, draw), table)


def _rows(answer: Answer) -> list[tuple[str, list[int]]]:
    """Everybody with work, with a whole percentage per month."""
    planned = planned_by_month(answer)
    found = []
    for code, person in answer.persons.items():
        work, there_is = planned[code], hours_by_month(answer.instance.data, person)
        if any(work.values()):
            shares = [_share(float(work[m]), float(there_is[m])) for m in MONTHS]
            found.append((answer.person_name(code), shares))
    return found


def _share(work: float, there_is: float) -> int:
    if not there_is:
        return 200 if work >= 0.5 else 0
    return round(100 * work / there_is)
