"""The kinds of drawings: stacked bars, a heat map, and curves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.typing import ColorType

from optimizer.report.html.ink import HUES, INK
from optimizer.report.html.svg import drawing, to_markup

WIDTH = 9.0
ROW_HEIGHT = 0.27
LONGEST = 34
"""Letters of a name beside a drawing; the table has the whole of it."""
NOTE_MARGIN, NOTE_LETTER = 0.02, 0.0105
"""Parts of the width that a note takes: between bar and note, and per letter."""
DARKEST = 0.6
"""How strong the colour of the highest value is: its number stays readable on it."""


@dataclass(frozen=True)
class Words:
    """What a drawing is called and says; `name` is unique on the page."""

    name: str
    title: str
    description: str


@dataclass(frozen=True)
class ChartSeries:
    """One part of every bar."""

    label: str
    hue: str
    values: Sequence[float]


@dataclass(frozen=True)
class Bars:
    """Bars that lie, one per row, each of several parts.

    `notes` stand at the end of the bars; `marks` are limits, one per bar.
    """

    rows: Sequence[str]
    series: Sequence[ChartSeries]
    axis: str
    notes: Sequence[str] = ()
    marks: Sequence[float] = ()
    mark_label: str = ""
    upper: float | None = None


def draw_bars(words: Words, bars: Bars) -> Markup:
    """Bars that lie, the first row on top."""
    with drawing(WIDTH, 1.2 + ROW_HEIGHT * len(bars.rows)) as drawn:
        axes = drawn.add_subplot()
        places = range(len(bars.rows))
        lefts = [0.0] * len(bars.rows)
        for series in bars.series:
            boxes = zip(lefts, places, series.values, strict=True)
            _fill(axes, [(left, place, value) for left, place, value in boxes], 0.7, series.hue)
            lefts = [left + value for left, value in zip(lefts, series.values, strict=True)]
        if bars.marks:
            lows, highs = [place - 0.42 for place in places], [place + 0.42 for place in places]
            axes.vlines(bars.marks, lows, highs, color=INK, linewidth=2)
        _write_notes(axes, bars, lefts)
        _dress_rows(axes, bars.rows)
        upper = bars.upper or max([*lefts, *bars.marks, 1])
        if bars.upper:
            axes.set_xticks([bars.upper * part / 5 for part in range(6)])
        axes.set_xlim(0, upper * _room(bars.notes))
        axes.set_xlabel(bars.axis)
        axes.grid(axis="x", linewidth=0.6)
        drawn.legend(handles=_legend(bars), loc="outside upper left", ncols=5)
        return to_markup(drawn, words.name, words.title, words.description)


def _room(notes: Sequence[str]) -> float:
    """How far the axis goes beyond the longest bar, so that no note is cut."""
    longest = max(map(len, notes), default=0)
    return 1.03 if not longest else 1 / (1 - NOTE_MARGIN - NOTE_LETTER * longest)


def _write_notes(axes: Axes, bars: Bars, ends: Sequence[float]) -> None:
    marks = bars.marks or [0.0] * len(ends)
    for place, (note, end, mark) in enumerate(zip(bars.notes, ends, marks, strict=False)):
        shown = axes.annotate(
            note, (max(end, mark), place), xytext=(6, 0), textcoords="offset points", va="center"
        )
        shown.set_in_layout(False)


def _fill(
    axes: Axes, boxes: Sequence[tuple[float, float, float]], height: float, *hues: ColorType
) -> None:
    """Boxes as left side, middle and width; one collection draws much faster than bars do."""
    patches = [
        Rectangle((left, middle - height / 2), width, height)
        for left, middle, width in boxes
        if width
    ]
    if patches:
        axes.add_collection(PatchCollection(patches, facecolors=hues, edgecolors="none"))


def _legend(bars: Bars) -> list[Patch | Line2D]:
    handles: list[Patch | Line2D] = [
        Patch(color=series.hue, label=series.label) for series in bars.series
    ]
    if bars.marks:
        handles.append(Line2D([], [], color=INK, linewidth=2, label=bars.mark_label))
    return handles


def _dress_rows(axes: Axes, rows: Sequence[str]) -> None:
    # Plain texts: a tick is six drawn things, and an axis measures those of all its names twice.
    axes.set_yticks([])
    beside = axes.get_yaxis_transform()
    for place, row in enumerate(rows):
        axes.text(-0.01, place, _short(row), ha="right", va="center", transform=beside)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(length=0)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def draw_heat_map(
    words: Words, rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]]
) -> Markup:
    """A cell per row and column, the stronger the higher, with the number in it.

    Colours follow the root of the value, so that small ones are still seen.
    """
    most = max((value for row in values for value in row), default=0) or 1
    with drawing(WIDTH, 0.7 + ROW_HEIGHT * len(rows)) as drawn:
        axes = drawn.add_subplot()
        cells = [
            (column, place, value)
            for place, row in enumerate(values)
            for column, value in enumerate(row)
            if value
        ]
        boxes = [(column - 0.485, float(place), 0.97) for column, place, _ in cells]
        _fill(axes, boxes, 0.9, *((HUES[0], DARKEST * sqrt(value / most)) for *_, value in cells))
        for column, place, value in cells:
            number = axes.text(column, place, f"{value:g}", ha="center", va="center")
            number.set_in_layout(False)
        _dress_rows(axes, rows)
        axes.set_xlim(-0.5, len(columns) - 0.5)
        axes.set_xticks(range(len(columns)), columns)
        axes.xaxis.tick_top()
        axes.spines[:].set_visible(False)
        return to_markup(drawn, words.name, words.title, words.description)


@dataclass(frozen=True)
class ChartLine:
    """Points that are joined; those that are not proven are drawn hollow."""

    label: str
    points: Mapping[float, float]
    proven: frozenset[float] = frozenset()


def draw_curves(words: Words, curves: Sequence[ChartLine], axes_words: tuple[str, str]) -> Markup:
    """Curves over the same axis, told apart by colour and by the shape of their points."""
    with drawing(WIDTH, 3.6) as drawn:
        axes = drawn.add_subplot()
        for number, curve in enumerate(curves):
            hue, shape = HUES[number % len(HUES)], "osD^v"[number % 5]
            axes.plot([*curve.points], [*curve.points.values()], color=hue, linewidth=1.5)
            for x, y in curve.points.items():
                fill = hue if x in curve.proven else "none"
                axes.plot([x], [y], marker=shape, color=hue, markerfacecolor=fill)
            axes.plot([], [], marker=shape, color=hue, label=curve.label)
        axes.set_xlabel(axes_words[0])
        axes.set_ylabel(axes_words[1])
        axes.grid(linewidth=0.6)
        axes.margins(y=0.15)
        drawn.legend(loc="outside upper left", ncols=3)
        return to_markup(drawn, words.name, words.title, words.description)
