"""Lines with a dot: how a measure is distributed over the schools at every point."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure as Drawing

from optimizer.report.html.ink import HUES
from optimizer.report.html.svg import NO_METADATA, drawing, to_markup
from optimizer.report.study import words
from optimizer.report.study.drawings import WIDTH, on_paper, row_height

Spread = tuple[float, float, float, float, float]
"""The 10, 25, 50, 75 and 90 % of the schools."""
_OFFSETS = 0.7
"""Part of a row over which its series are spread."""


@dataclass(frozen=True)
class Spreads:
    """The spreads of one measure: a row per point, a series per group of schools."""

    name: str
    title: str
    description: str
    axis: str
    rows: Sequence[str]
    series: Mapping[str, Mapping[str, Spread]]


def study_spreads(distribution: pd.DataFrame) -> list[Spreads]:
    """The drawing of coverage by level; none without schools."""
    if distribution.empty:
        return []
    chosen = distribution[
        (distribution["measure"] == "coverage") & distribution["by"].isin(("all", "level"))
    ]
    series: dict[str, dict[str, Spread]] = {}
    for row in chosen.to_dict("records"):
        label = str(row["group"]) or words.BY["all"]
        points = (float(row[f"q{q}"]) for q in (10, 25, 50, 75, 90))
        low, lower, middle, upper, high = points
        series.setdefault(label, {})[str(row["point"])] = (low, lower, middle, upper, high)
    rows = list(dict.fromkeys(map(str, chosen["point"])))
    return [
        Spreads(
            "verdeling", words.SPREAD_TITLE, words.SPREAD_TEXT, words.PER_CENT_OF_DEMAND,
            rows, dict(list(series.items())[: len(HUES)]),
        )
    ]  # fmt: skip


def spreads_markup(spreads: Spreads) -> Markup:
    """The drawing for a page."""
    with drawing(WIDTH, row_height(len(spreads.rows))) as drawn:
        _draw(drawn, spreads)
        return to_markup(drawn, spreads.name, spreads.title, spreads.description)


def spreads_file(spreads: Spreads) -> bytes:
    """The drawing as an SVG file on white."""
    text = StringIO()
    with drawing(WIDTH, row_height(len(spreads.rows))) as drawn:
        _draw(drawn, spreads)
        drawn.savefig(text, format="svg", metadata=NO_METADATA)
    return on_paper(text.getvalue())


def _draw(drawn: Drawing, spreads: Spreads) -> None:
    axes = drawn.add_subplot()
    step = _OFFSETS / max(1, len(spreads.series))
    for number, (label, found) in enumerate(spreads.series.items()):
        hue = HUES[number % len(HUES)]
        offset = step * (number - (len(spreads.series) - 1) / 2)
        places = [spreads.rows.index(row) + offset for row in found]
        low, lower, middle, upper, high = zip(*found.values(), strict=True)
        axes.hlines(places, low, high, color=hue, linewidth=0.8)
        axes.hlines(places, lower, upper, color=hue, linewidth=3.5)
        axes.plot(middle, places, linestyle="none", marker="o", color=hue, label=label)
    axes.set_xlim(-1, 101)
    axes.set_yticks(range(len(spreads.rows)), spreads.rows)
    axes.set_ylim(len(spreads.rows) - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.set_xlabel(spreads.axis)
    axes.grid(axis="x", linewidth=0.6)
    drawn.legend(loc="outside upper left", ncols=5)
