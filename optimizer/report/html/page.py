"""The whole page: an answer to HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from models.agenda import real_schools
from optimizer.explain.answer import Answer, Cell
from optimizer.report.html import words
from optimizer.report.html.blocks import Figure, HtmlTable, table_of
from optimizer.report.html.figures import figures_of
from optimizer.report.html.months import months
from optimizer.report.html.people import person_pages
from optimizer.report.regular_text import undone_facts
from optimizer.report.settings_text import settings_used
from optimizer.report.status_text import status_sentence, status_word
from optimizer.report.tables.board import coverage as totals
from optimizer.report.tables.gaps import gap_rows
from optimizer.report.tables.summary import level_rows, summary_rows, told_levels
from optimizer.workbook.template.output_sheets import GAPS, SUMMARY

TEMPLATE = "page.html.jinja"
LEVEL_KEYS = ("item", "value", "bound", "gap", "proven", "seconds", "remark")
STORED_LEVEL_KEYS = ("item", "value", "bound", "gap", "proven", "remark")
GAP_KEYS = ("title", "task", "unit", "cluster", "priority", "shortfall", "reason", "remedy")
RUN_KEYS = ("item", "value", "remark")
RUN_ITEMS = ("zaad", "tijdslimiet", "deterministisch", "invoer", "versies")
STORED_ITEMS = ("invoer", "versies")


@dataclass(frozen=True)
class Curves:
    """The figures of what an hour is worth and the like, with sentences that go before them.

    `is_partial` says that they were stopped before all was computed.
    """

    figures: tuple[Figure, ...]
    sentences: tuple[str, ...] = ()
    is_partial: bool = False


def render_page(
    answer: Answer, source: str, curves: Curves | None = None, *, is_stored: bool = False
) -> str:
    """The report of one plan; the same answer and curves give the same text.

    `source` is how the workbook is called. A plan that `is_stored` was read from it: how it was
    made is not known, nor what stood there before, and its bounds are what the workbook states.
    Everything that a user wrote is escaped.
    """
    if is_stored:
        answer = replace(answer, instance=replace(answer.instance, previous={}))
    sentence = words.STORED_STATUS if is_stored else status_sentence(answer)
    return _environment().get_template(TEMPLATE).render(
        words=words,
        source=source,
        schools=_school_names(answer),
        school_year=answer.instance.settings.school_year,
        status=status_word(answer),
        status_sentence=sentence,
        order_sentence="" if is_stored else words.ORDER_SENTENCE,
        facts=_facts(answer),
        figures=_figures(answer),
        gaps=table_of(words.GAPS_CAPTION, GAPS, gap_rows(answer), GAP_KEYS),
        curves=curves,
        levels=_levels_table(answer, is_stored=is_stored),
        settings=HtmlTable(
            words.SETTINGS_CAPTION,
            words.SETTINGS_COLUMNS,
            tuple(settings_used(answer.instance.settings).items()),
        ),
        run=_run_table(answer, is_stored=is_stored),
        people=person_pages(answer),
    )  # fmt: skip


def _figures(answer: Answer) -> tuple[Figure, ...]:
    """The figures of the plan, and that of the months where there are any."""
    by_month = months(answer)
    return (*figures_of(answer), *([by_month] if by_month else []))


def _facts(answer: Answer) -> list[tuple[str, str]]:
    """The plan in a few numbers, each with its name."""
    done, asked = totals(answer).get(None, (0, 0))
    gaps = [reason.task for reason in answer.reasons if reason.task in answer.tasks]
    undone = sum(answer.covered[key] == 0 for key in gaps)
    busy = {person for _, person in answer.worked}
    return [
        (words.HOURS_PLANNED, f"{answer.hours(done)} van {answer.hours(asked)}"),
        (words.TASKS_FULL, f"{len(answer.tasks) - len(gaps)} van {len(answer.tasks)}"),
        (words.TASKS_UNDONE, str(undone)),
        (words.PEOPLE_AT_WORK, f"{len(busy)} van {len(answer.persons)}"),
        *undone_facts(answer),
    ]


def _school_names(answer: Answer) -> Sequence[str]:
    return [school.name or school.code for school in real_schools(answer.instance.data)]


def _levels_table(answer: Answer, *, is_stored: bool) -> HtmlTable:
    """The levels with their bounds; of a stored plan only a value of 0 is proven by itself."""
    rows = level_rows(answer)
    if not is_stored:
        return table_of(words.LEVELS_CAPTION, SUMMARY, rows, LEVEL_KEYS)
    for row, level in zip(rows, told_levels(answer), strict=True):
        if level.proven and level.value:
            row["proven"] = words.PROVEN_THEN
    return table_of(words.STORED_LEVELS_CAPTION, SUMMARY, rows, STORED_LEVEL_KEYS)


def _run_table(answer: Answer, *, is_stored: bool) -> HtmlTable:
    items = STORED_ITEMS if is_stored else RUN_ITEMS
    rows = [row for row in summary_rows(answer) if row["item"] in items]
    caption = words.STORED_CAPTION if is_stored else words.RUN_CAPTION
    return table_of(caption, SUMMARY, rows, RUN_KEYS)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("optimizer.report.html"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = show
    return environment


def show(cell: Cell) -> str:
    """A cell as Dutch readers write it; numbers with a comma, without needless decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(cell)
