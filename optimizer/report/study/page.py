"""The page of a study: its drawings with their tables, its proof, and what it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from optimizer.explain.answer import Cell
from optimizer.report.html.blocks import Figure, HtmlTable
from optimizer.report.html.page import show
from optimizer.report.study import words
from optimizer.report.study.drawings import Dots, Interval, dots_markup

TEMPLATE = "study.html.jinja"
NOTHING = "–"


@dataclass(frozen=True)
class StudyFacts:
    """What the page says about a study besides its tables.

    Attributes
    ----------
    name, population
        Its title, and in a few words what it is about.
    replications, seed, seconds
        How often everything drawn was drawn anew, from which seed, and the limit of one run.
    asked, planned, left_out
        Runs that were asked and that have a plan; blocks that the summary leaves out.
    points
        Per point the value of each factor that it sets.
    origin
        Versions and hashes.
    """

    name: str
    population: str
    replications: int
    seed: int
    seconds: float
    asked: int
    planned: int
    left_out: int
    points: Mapping[str, Mapping[str, float]]
    origin: Mapping[str, object]


def study_dots(means: pd.DataFrame, differences: pd.DataFrame) -> list[Dots]:
    """The drawings of a study; the one of differences only when there is something to compare."""
    core = {name: words.MEASURES[name] for name in ("core_done", "tasks_unstaffed")}
    found = [
        _dots("dekking", words.COVERAGE_TITLE, words.COVERAGE_TEXT, words.PER_CENT_OF_DEMAND,
              means, words.CLUSTER_SERIES),
        _dots("kern", words.CORE_TITLE, words.CORE_TEXT, words.PER_CENT, means, core),
    ]  # fmt: skip
    if not differences.empty:
        found.append(
            _dots("verschil", words.DIFFERENCE_TITLE, words.DIFFERENCE_TEXT,
                  words.PERCENTAGE_POINTS, differences, words.CLUSTER_SERIES, is_difference=True)
        )  # fmt: skip
    return found


def _dots(
    name: str,
    title: str,
    description: str,
    axis: str,
    table: pd.DataFrame,
    measures: Mapping[str, str],
    *,
    is_difference: bool = False,
) -> Dots:
    rows = list(dict.fromkeys(table["point"]))
    series = {
        label: _intervals(table[table["measure"] == measure]) for measure, label in measures.items()
    }
    return Dots(name, title, description, axis, rows, series, is_difference)


def _intervals(table: pd.DataFrame) -> list[Interval]:
    columns = (table[name].astype(float).tolist() for name in ("mean", "low", "high"))
    return list(zip(*columns, strict=True))


def render_study(
    facts: StudyFacts, means: pd.DataFrame, differences: pd.DataFrame, proof: pd.DataFrame
) -> str:
    """The page; the same study and tables give the same text, and everything is escaped."""
    return _environment().get_template(TEMPLATE).render(
        facts=facts,
        figures=[_figure(dots) for dots in study_dots(means, differences)],
        means=[_means_table(means, point) for point in dict.fromkeys(means["point"])],
        points=_points_table(facts.points),
        proof=_table(words.PROOF_CAPTION, proof),
        origin=HtmlTable(words.ORIGIN_CAPTION, words.ORIGIN_COLUMNS, tuple(_origin_rows(facts))),
    )  # fmt: skip


def _figure(dots: Dots) -> Figure:
    columns = (words.POINT, *dots.series)
    rows = tuple(
        (row, *(_shown(intervals[place]) for intervals in dots.series.values()))
        for place, row in enumerate(dots.rows)
    )
    table = HtmlTable(dots.title, columns, rows)
    return Figure(dots.name, dots.title, dots.description, (dots_markup(dots),), table)


def _shown(interval: Interval) -> str:
    """A mean with its interval, such as `41,2 (38,9 – 43,5)`."""
    mean, low, high = interval
    if isnan(mean):
        return NOTHING
    shown = _decimal(mean)
    return shown if isnan(low) else f"{shown} ({_decimal(low)} – {_decimal(high)})"


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _means_table(means: pd.DataFrame, point: str) -> HtmlTable:
    chosen = means[means["point"] == point]
    rows = tuple(
        (
            words.MEASURES[str(row.measure)],
            *map(_cell, (row.mean, row.low, row.high, row.replications)),
        )
        for row in chosen.itertuples()
    )
    return HtmlTable(words.MEANS_CAPTION.format(point=point), words.INTERVAL_COLUMNS, rows)


def _points_table(points: Mapping[str, Mapping[str, float]]) -> HtmlTable:
    factors = list(dict.fromkeys(name for values in points.values() for name in values))
    rows = tuple((point, *map(values.get, factors)) for point, values in points.items())
    return HtmlTable(words.POINTS_CAPTION, (words.POINT, *factors), rows)


def _table(caption: str, frame: pd.DataFrame) -> HtmlTable:
    columns = tuple(words.header(str(name)) for name in frame)
    rows = tuple(tuple(map(_cell, row)) for row in frame.itertuples(index=False))
    return HtmlTable(caption, columns, rows)


def _cell(value: object) -> Cell:
    if value is None or value is pd.NA or (isinstance(value, float) and isnan(value)):
        return None
    return round(float(value), 2) if isinstance(value, float) else str(value)


def _origin_rows(facts: StudyFacts) -> Sequence[tuple[str, str]]:
    rows = [(words.ORIGIN_NAMES[key], value) for key, value in facts.origin.items() if value]
    return [(name, _listed(value)) for name, value in rows]


def _listed(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {each}" for name, each in value.items())
    return str(value)


def _environment() -> Environment:
    packages = ("optimizer.report.study", "optimizer.report.html")
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = show
    return environment
