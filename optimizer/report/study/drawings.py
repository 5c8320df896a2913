"""Dots with intervals: what a measure is at every point of the grid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from math import isnan

from markupsafe import Markup
from matplotlib.figure import Figure as Drawing

from optimizer.report.html.ink import GRID, HUES, INK, SOFT
from optimizer.report.html.svg import NO_METADATA, drawing, to_markup

WIDTH = 9.0
_ROW_HEIGHT = 0.55
_SPREAD = 0.7
"""Part of a row over which its series are spread."""
_SHAPES = "os^Dv"
_ON_PAPER: Mapping[str, str] = {
    INK: "#1a1a1a", SOFT: "#555555", GRID: "#d0d0d0",
    **dict(zip(HUES, ("#0b5394", "#b45309", "#2e7d32", "#6a1b9a", "#ad1457"), strict=True)),
}  # fmt: skip
"""Colours of a drawing that stands in a file of its own."""

Interval = tuple[float, float, float]
"""Mean, low and high; the last two are no number when there was one replication."""


@dataclass(frozen=True)
class Dots:
    """One measure or more over the same rows.

    `name` is unique on a page. With `is_difference` there is a line at 0; otherwise the axis runs
    from 0 to 100, and what an interval has outside of that is cut off.
    """

    name: str
    title: str
    description: str
    axis: str
    rows: Sequence[str]
    series: Mapping[str, Sequence[Interval]]
    is_difference: bool = False


def dots_markup(dots: Dots) -> Markup:
    """The drawing for a page."""
    with drawing(WIDTH, row_height(len(dots.rows))) as drawn:
        _draw(drawn, dots)
        return to_markup(drawn, dots.name, dots.title, dots.description)


def dots_file(dots: Dots) -> bytes:
    """The drawing as an SVG file on white; the same dots give the same bytes."""
    text = StringIO()
    with drawing(WIDTH, row_height(len(dots.rows))) as drawn:
        _draw(drawn, dots)
        drawn.savefig(text, format="svg", metadata=NO_METADATA)
    return on_paper(text.getvalue())


def on_paper(content: str) -> bytes:
    """A drawing with the colours of paper in place of those of a page."""
    for placeholder, colour in _ON_PAPER.items():
        content = content.replace(placeholder, colour)
    return content.encode()


def row_height(rows: int) -> float:
    """The height of a drawing of so many rows, in inches."""
    return 1.2 + _ROW_HEIGHT * rows


def _draw(drawn: Drawing, dots: Dots) -> None:
    axes = drawn.add_subplot()
    step = _SPREAD / max(1, len(dots.series))
    for number, (label, intervals) in enumerate(dots.series.items()):
        hue, shape = HUES[number % len(HUES)], _SHAPES[number % len(_SHAPES)]
        offset = step * (number - (len(dots.series) - 1) / 2)
        places = [place + offset for place in range(len(intervals))]
        whiskers = [
            (low, high, place)
            for (_, low, high), place in zip(intervals, places, strict=True)
            if not isnan(low)
        ]
        if whiskers:
            lows, highs, heights = zip(*whiskers, strict=True)
            axes.hlines(heights, lows, highs, color=hue, linewidth=1.5)
        means = [mean for mean, _, _ in intervals]
        axes.plot(means, places, linestyle="none", marker=shape, color=hue, label=label)
    if dots.is_difference:
        axes.axvline(0, color=INK, linewidth=0.8)
    else:
        axes.set_xlim(-1, 101)
    axes.set_yticks(range(len(dots.rows)), dots.rows)
    axes.set_ylim(len(dots.rows) - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.set_xlabel(dots.axis)
    axes.grid(axis="x", linewidth=0.6)
    drawn.legend(loc="outside upper left", ncols=5)
