"""The page for a board: ten lines and two figures."""

from collections.abc import Iterator

from models.problem import GROUP
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer
from optimizer.explain.order import units_in_order
from optimizer.report.document import Bar, Bars, Block, Bullets, Heading, Paragraph
from optimizer.report.papers.paper import Paper
from optimizer.report.tables.board import CLUSTER_ITEM, GAP_ITEM, board_rows, coverage, share
from optimizer.workbook import labels

STEM, TITLE = "directie", "Voor de directie"
MOST_BARS = 12
"""So many fit on the page below ten lines; of more those with most work undone are shown."""
MOST_LINES = 10
"""A board reads ten lines."""


def board_paper(answer: Answer) -> Paper:
    """The page of a plan: hours, what is left undone, the main gaps, and two figures."""
    return Paper(STEM, TITLE, tuple(_blocks(answer)))


def _blocks(answer: Answer) -> Iterator[Block]:
    year = answer.instance.settings.school_year
    yield Heading(TITLE)
    yield Paragraph(f"De verdeling van de ICT-taken{f' in {year}' if year else ''} in het kort.")
    yield Bullets(tuple(_lines(answer))[:MOST_LINES])
    yield Bars("Uren per cluster: gepland van wat nodig is", tuple(_clusters(answer)))
    units = [unit for unit in units_in_order(answer.instance.data) if unit != GROUP]
    yield _schools(answer) if len(units) > 1 else _people(answer)


def _lines(answer: Answer) -> Iterator[str]:
    """The rows of the summary as sentences; the clusters are in the figure."""
    for row in board_rows(answer):
        item = str(row["item"])
        value = "" if item.startswith(GAP_ITEM) else f"{row['value']}. "
        if not item.startswith(CLUSTER_ITEM):
            yield f"{item.capitalize()}: {value}{row['remark']}"


def _clusters(answer: Answer) -> Iterator[Bar]:
    found = coverage(answer)
    for cluster in Cluster:
        done, asked = found.get(cluster, (0, 0))
        if asked:
            yield _bar(answer, labels.CLUSTERS[cluster], done, asked)


def _schools(answer: Answer) -> Bars:
    names = {school.code: school.name for school in answer.instance.data.schools}
    bars = []
    for unit in units_in_order(answer.instance.data):
        tasks = [task for key, task in answer.tasks.items() if key.unit == unit]
        asked = sum(task.demand for task in tasks)
        done = sum(answer.covered[task.key] for task in tasks)
        label = "voor de groep" if unit == GROUP else names.get(unit) or unit
        bars += [_bar(answer, label, done, asked)] if asked else []
    return _at_most("Uren per school: gepland van wat nodig is", bars)


def _people(answer: Answer) -> Bars:
    bars = [
        _bar(answer, answer.person_name(code), answer.verification.loads[code], capacity)
        for code in answer.persons
        if (capacity := answer.instance.total_capacity(code))
    ]
    return _at_most("Uren per persoon: gepland van wat beschikbaar is", bars)


def _bar(answer: Answer, label: str, part: int, whole: int) -> Bar:
    words = f"{answer.hours(part)} van {answer.hours(whole)} uur ({share(part, whole)})"
    return Bar(label, answer.hours(part), answer.hours(whole), words)


def _at_most(title: str, bars: list[Bar]) -> Bars:
    if len(bars) <= MOST_BARS:
        return Bars(title, tuple(bars))
    chosen = sorted(bars, key=lambda bar: bar.part - bar.whole)[:MOST_BARS]
    kept = tuple(bar for bar in bars if bar in chosen)
    return Bars(f"{title}; de {MOST_BARS} met het grootste verschil", kept)
