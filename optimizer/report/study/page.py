"""The page of a study: its drawings with their tables, its proof, and what it was made of."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from optimizer.explain.answer import Cell
from optimizer.report.html.blocks import Figure, HtmlTable
from optimizer.report.html.page import show
from optimizer.report.study import words
from optimizer.report.study.drawings import Dots, Interval, dots_markup
from optimizer.report.study.spreads import Spreads, spreads_markup, study_spreads

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
        How often it was drawn, from what, and the limit of one run.
    asked, planned, ended, left_out
        Runs that were asked, that have a plan and that ended; blocks that the summary leaves out.
    leaves_out
        Whether runs without a plan were asked to be left out, which is a bias.
    samples
        Points of a sensitivity study, which no table shows.
    points
        Per point the value of each factor that it sets.
    columns
        The keys of the columns of both tables of results.
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
    ended: int
    left_out: int
    leaves_out: bool
    samples: int
    points: Mapping[str, Mapping[str, float]]
    columns: Sequence[str]
    origin: Mapping[str, object]


@dataclass(frozen=True)
class StudyTables:
    """The tables of a study, by what they are; see `Summary` in the room of series."""

    means: pd.DataFrame
    differences: pd.DataFrame
    distribution: pd.DataFrame
    winners: pd.DataFrame
    sensitivity: pd.DataFrame
    weights: pd.DataFrame
    drawn: pd.DataFrame
    proof: pd.DataFrame

    def named(self) -> Sequence[tuple[str, pd.DataFrame]]:
        """Each table by the name of its file."""
        return (
            ("samenvatting", self.means),
            ("verschillen", self.differences),
            ("verdeling", self.distribution),
            ("winnaars", self.winners),
            ("gevoeligheid", self.sensitivity),
            ("gewichten", self.weights),
            ("getrokken", self.drawn),
            ("bewijs", self.proof),
        )


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


def render_study(facts: StudyFacts, tables: StudyTables) -> str:
    """The page; the same study and tables give the same text, and everything is escaped."""
    means = tables.means
    return _environment().get_template(TEMPLATE).render(
        facts=facts,
        figures=[
            *(_figure(dots) for dots in study_dots(means, tables.differences)),
            *(_spread_figure(each, tables.distribution)
              for each in study_spreads(tables.distribution)),
        ],
        means=[_means_table(means, point) for point in dict.fromkeys(means["point"])],
        differences=[
            _means_table(tables.differences, point)
            for point in dict.fromkeys(tables.differences["point"])
        ],
        winners=_winners_table(tables.winners),
        sensitivity=_table(words.SENSITIVITY_CAPTION, tables.sensitivity),
        weights=_table(words.WEIGHTS_CAPTION, tables.weights),
        points=_points_table(facts.points),
        proof=_table(words.PROOF_CAPTION, tables.proof),
        origin=HtmlTable(words.ORIGIN_CAPTION, words.ORIGIN_COLUMNS, tuple(_origin_rows(facts))),
    )  # fmt: skip


def _spread_figure(spreads: Spreads, distribution: pd.DataFrame) -> Figure:
    chosen = distribution[distribution["measure"] == "coverage"]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            str(row["point"]), words.BY[str(row["by"])], str(row["group"]), int(row["schools"]),
            *(_decimal(float(row[key])) for key in ("mean", "q10", "q25", "q50", "q75", "q90")),
            _shown(_floats(row, "gini", "gini_low", "gini_high"), digits=3),
        )
        for row in chosen.to_dict("records")
    )  # fmt: skip
    table = HtmlTable(words.SPREAD_CAPTION, words.SPREAD_COLUMNS, rows)
    return Figure(
        spreads.name, spreads.title, spreads.description, (spreads_markup(spreads),), table
    )


def _winners_table(winners: pd.DataFrame) -> HtmlTable:
    rows = tuple(
        (
            str(row["point"]), words.BY[str(row["by"])], str(row["group"]),
            words.OUTCOMES[str(row["outcome"])], int(row["schools"]),
            _shown(_floats(row, "mean", "low", "high")),
        )
        for row in winners.to_dict("records")
    )  # fmt: skip
    return HtmlTable(words.WINNERS_CAPTION, words.WINNERS_COLUMNS, rows)


def _figure(dots: Dots) -> Figure:
    columns = (words.POINT, *dots.series)
    rows = tuple(
        (row, *(_shown(intervals[place]) for intervals in dots.series.values()))
        for place, row in enumerate(dots.rows)
    )
    table = HtmlTable(dots.title, columns, rows)
    return Figure(dots.name, dots.title, dots.description, (dots_markup(dots),), table)


def _shown(interval: Interval, digits: int = 1) -> str:
    """A mean with its interval, such as `41,2 (38,9 – 43,5)`."""
    if isnan(interval[0]):
        return NOTHING
    mean, low, high = (_decimal(value, digits) for value in interval)
    return mean if isnan(interval[1]) else f"{mean} ({low} – {high})"


def _floats(row: Mapping[Hashable, object], mean: str, low: str, high: str) -> Interval:
    """A mean and its interval in a row of a table."""
    return float(str(row[mean])), float(str(row[low])), float(str(row[high]))


def _decimal(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _means_table(means: pd.DataFrame, point: str) -> HtmlTable:
    chosen = means[means["point"] == point]
    rows = tuple(
        (
            words.MEASURES[str(row["measure"])],
            *(_cell(row[key]) for key in ("mean", "low", "high")),
            int(row["replications"]),
            _cell(row["proven"]),
            _wide(row),
            words.WHY[str(row["no_interval"])],
        )
        for row in chosen.to_dict("records")
    )
    return HtmlTable(words.MEANS_CAPTION.format(point=point), words.INTERVAL_COLUMNS, rows)


def _wide(row: Mapping[Hashable, object]) -> str:
    """Between what and what the mean lies when unproven plans could still be better."""
    ends = [float(str(row[key])) for key in ("wide_low", "wide_high")]
    return "" if isnan(ends[0]) else f"{_decimal(ends[0])} – {_decimal(ends[1])}"


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
