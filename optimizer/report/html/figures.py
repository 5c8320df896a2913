"""The four figures of a plan: coverage, people by cluster, load, and means."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from models.funds import HOUR_FUNDINGS
from models.plan import EnvelopeKey
from models.problem import GROUP, PersonCode
from models.verification import EnvelopeUse, Measure
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer, Cell, percent
from optimizer.explain.order import units_in_order
from optimizer.report.html import words
from optimizer.report.html.blocks import Figure, HtmlTable
from optimizer.report.html.charts import Bars, ChartSeries, Words, draw_bars, draw_heat_map
from optimizer.report.html.ink import FUNDING_HUES, HUES, MISSING_HUE, TRAVEL_HUE
from optimizer.report.tables.schools import MEASURES
from optimizer.workbook import labels

MOST_ROWS = 36
"""Rows in one drawing: what fits on a printed page."""

T = TypeVar("T")


def figures_of(answer: Answer) -> tuple[Figure, ...]:
    """The figures in the order of the page; means without any amount are not drawn."""
    return tuple(
        figure
        for figure in (coverage(answer), heat_map(answer), loads(answer), means(answer))
        if figure.table.rows
    )


def in_parts(
    name: str,
    title: str,
    text: str,
    rows: Sequence[T],
    draw: Callable[[Words, Sequence[T]], Markup],
) -> tuple[Markup, ...]:
    """Drawings of at most `MOST_ROWS` rows each, numbered when there are several."""
    parts = [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)]
    titles = [
        words.PART.format(title=title, number=number, count=len(parts)) if parts[1:] else title
        for number in range(1, len(parts) + 1)
    ]
    return tuple(
        draw(Words(f"{name}{number}", part_title, text), part)
        for number, (part_title, part) in enumerate(zip(titles, parts, strict=True), start=1)
    )


def coverage(answer: Answer) -> Figure:
    """Planned and missing hours per cluster, and of all tasks together."""
    rows = [row for cluster in (*Cluster, None) if (row := _coverage_row(answer, cluster))]

    def draw(about: Words, part: Sequence[tuple[Cell, ...]]) -> Markup:
        shares = [_shares(row) for row in part]
        parts = zip(
            (words.OWN, words.BOUGHT, words.MISSING), (HUES[0], HUES[1], MISSING_HUE), strict=True
        )
        series = [
            ChartSeries(label, hue, [share[place] for share in shares])
            for place, (label, hue) in enumerate(parts)
        ]
        notes = [f"{row[3]:g} %".replace(".", ",") for row in part if isinstance(row[3], float)]
        names = [str(row[0]) for row in part]
        bars = Bars(names, series, words.SHARE_OF_DEMAND, notes, upper=100)
        return draw_bars(about, bars)

    title, text = words.COVERAGE_TITLE, words.COVERAGE_TEXT
    drawings = in_parts("dekking", title, text, rows, draw)
    table = HtmlTable(title, words.COVERAGE_COLUMNS, tuple(rows))
    return Figure("dekking", title, text, drawings, table)


def _coverage_row(answer: Answer, cluster: Cluster | None) -> tuple[Cell, ...] | None:
    """Clock hours of one cluster, of all with `None`; `None` when nothing is asked."""
    keys = [key for key, task in answer.tasks.items() if cluster in (None, task.task.cluster)]
    asked = sum(answer.tasks[key].demand for key in keys)
    done = sum(answer.covered[key] for key in keys)
    bought = sum(answer.bought.get(key, 0) for key in keys)
    if not asked:
        return None
    name = labels.CLUSTERS[cluster] if cluster else words.ALL
    amounts = (answer.hours(grains) for grains in (done - bought, bought, asked - done))
    return (name, answer.hours(asked), answer.hours(done), percent(done, asked), *amounts)


def _shares(row: Sequence[Cell]) -> list[float]:
    """What is done by own people and by firms, and what is missing, in per cent of the demand."""
    asked, *_, own, bought, missing = (float(cell or 0) for cell in row[1:])
    return [100 * part / asked for part in (own, bought, missing)]


def heat_map(answer: Answer) -> Figure:
    """Hours of every person in every cluster; people without any are left out."""
    hours: dict[PersonCode, dict[Cluster, int]] = defaultdict(lambda: dict.fromkeys(Cluster, 0))
    for (key, person), grains in answer.worked.items():
        hours[person][answer.tasks[key].task.cluster] += answer.hours(grains)
    rows = [(answer.person_name(code), hours[code]) for code in answer.persons if code in hours]
    clusters = [labels.CLUSTERS[cluster] for cluster in Cluster]

    def draw(about: Words, part: Sequence[tuple[str, dict[Cluster, int]]]) -> Markup:
        values = [list(amounts.values()) for _, amounts in part]
        return draw_heat_map(about, [name for name, _ in part], clusters, values)

    title, text = words.HEAT_TITLE, words.HEAT_TEXT
    drawings = in_parts("clusters", title, text, rows, draw)
    table = HtmlTable(
        title,
        (words.PERSON, *clusters, words.TOTAL),
        tuple((name, *amounts.values(), sum(amounts.values())) for name, amounts in rows),
    )
    return Figure("clusters", title, text, drawings, table)


def loads(answer: Answer) -> Figure:
    """Planned hours of every person per source, and the hours there are."""
    rows = [_load_row(answer, code) for code in answer.persons]

    def draw(about: Words, part: Sequence[tuple[Cell, ...]]) -> Markup:
        hues = (*(FUNDING_HUES[funding] for funding in HOUR_FUNDINGS), TRAVEL_HUE)
        names = (*(words.FUNDINGS[funding] for funding in HOUR_FUNDINGS), words.TRAVEL)
        series = [
            ChartSeries(label, hue, values)
            for place, (label, hue) in enumerate(zip(names, hues, strict=True), start=4)
            if any(values := [float(row[place] or 0) for row in part])
        ]
        capacities = [float(row[1] or 0) for row in part]
        people = [str(row[0]) for row in part]
        bars = Bars(people, series, words.HOURS_A_YEAR, marks=capacities, mark_label=words.CAPACITY)
        return draw_bars(about, bars)

    title, text = words.LOAD_TITLE, words.LOAD_TEXT
    drawings = in_parts("belasting", title, text, rows, draw)
    return Figure(
        "belasting", title, text, drawings, HtmlTable(title, words.LOAD_COLUMNS, tuple(rows))
    )


def _load_row(answer: Answer, code: PersonCode) -> tuple[Cell, ...]:
    capacity, load = answer.instance.total_capacity(code), answer.verification.loads[code]
    paid = dict.fromkeys(HOUR_FUNDINGS, 0)
    for (_, person, payer), grains in answer.plan.hours.items():
        if person == code:
            paid[payer.funding] += grains
    parts = [*paid.values(), answer.verification.travel[code]]
    amounts = (answer.hours(grains) for grains in parts)
    share = percent(load, capacity)
    return (answer.person_name(code), answer.hours(capacity), answer.hours(load), share, *amounts)


def means(answer: Answer) -> Figure:
    """What is used of every envelope that has something in it, or that is used."""
    uses = answer.verification.envelope_use
    order = {unit: place for place, unit in enumerate(units_in_order(answer.instance.data))}
    kinds = list(words.FUNDINGS)
    keys = sorted(
        (key for key, use in uses.items() if use.amount or use.used),
        key=lambda key: (order[key.owner], kinds.index(key.funding)),
    )
    rows = [_means_row(answer, key, uses[key]) for key in keys]

    def draw(about: Words, part: Sequence[tuple[Cell, ...]]) -> Markup:
        shares = [float(row[4] or 0) for row in part]
        notes = [f"{_plain(row[2])} van {_plain(row[1])} {row[3]}" for row in part]
        names = [str(row[0]) for row in part]
        series = [ChartSeries(words.USED, HUES[0], shares)]
        return draw_bars(about, Bars(names, series, words.SHARE_OF_AMOUNT, notes, upper=100))

    title, text = words.MEANS_TITLE, words.MEANS_TEXT
    limited = [row for row in rows if row[1]]
    drawings = in_parts("middelen", title, text, limited, draw)
    return Figure(
        "middelen", title, text, drawings, HtmlTable(title, words.MEANS_COLUMNS, tuple(rows))
    )


def _means_row(answer: Answer, key: EnvelopeKey, use: EnvelopeUse) -> tuple[Cell, ...]:
    factor = answer.instance.settings.grain if use.measure is Measure.GRAINS else 1
    used = round(float(use.used * factor), 2)
    amount = None if use.amount is None else round(float(use.amount * factor), 2)
    owner = words.POOL if key.owner == GROUP else key.owner
    share = percent(used, amount) if amount else None
    return (f"{words.FUNDINGS[key.funding]} {owner}", amount, used, MEASURES[use.measure], share)


def _plain(value: Cell) -> str:
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else str(value)
