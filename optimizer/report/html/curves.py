"""The figures of what hours, floors, people and changes are worth."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from models.settings import Level
from models.worth import Curve, CurvePoint, Loss, Worth, WorthFamily
from optimizer.explain.answer import Answer, Cell
from optimizer.report.html import words
from optimizer.report.html.blocks import Figure, HtmlTable
from optimizer.report.html.charts import Bars, ChartLine, ChartSeries, Words, draw_bars, draw_curves
from optimizer.report.html.figures import in_parts
from optimizer.report.html.ink import HUES
from optimizer.report.html.page import Curves
from optimizer.report.level_text import LevelWords, heading
from optimizer.report.worth_text import WorthWords

MOST_LINES = 5
"""Curves in one drawing: what colours and shapes can tell apart."""


def curves_of(answer: Answer, worth: Worth) -> Curves:
    """All figures of the curves that were computed, and the breaks that were found."""
    draw = _Drawer(answer, worth)
    sentences = [draw.words.break_sentence(curve) for curve in worth.curves]
    return Curves(
        figures=tuple(draw.figures()),
        sentences=tuple(sentence for sentence in sentences if sentence),
        is_partial=worth.is_partial,
    )


class _Drawer:
    """Draws the curves around one plan."""

    def __init__(self, answer: Answer, worth: Worth) -> None:
        self.words = WorthWords(answer)
        self._answer = answer
        self._worth = worth
        self._levels = LevelWords(answer.instance.settings.grain)
        self._hours = answer.hours(sum(worth.plan.covered().values()))

    def figures(self) -> Iterator[Figure]:
        for family, title in words.WORTH_TITLES.items():
            if curves := self._worth.of(family):
                yield self._worth_figure(family, title, curves)
        for family in (WorthFamily.FLOOR, WorthFamily.BUDGET):
            for curve in self._worth.of(family):
                yield self._level_figure(family, curve)
        if self._worth.losses:
            yield self._loss_figure()

    def _worth_figure(self, family: WorthFamily, title: str, curves: Sequence[Curve]) -> Figure:
        """Hours of work done more, along what is added; one drawing per unit and few lines."""
        kinds = dict.fromkeys(curve.subject.attribute for curve in curves)
        groups = [
            group[start : start + MOST_LINES]
            for kind in kinds
            for group in [[curve for curve in curves if curve.subject.attribute == kind]]
            for start in range(0, len(group), MOST_LINES)
        ]
        drawings = tuple(
            draw_curves(
                Words(f"{family.value}{number}", title, words.WORTH_TEXT),
                [self._line(curve) for curve in group],
                (words.MORE_OF[group[0].subject.attribute], words.HOURS_MORE),
            )
            for number, group in enumerate(groups, start=1)
        )
        rows = tuple(self._worth_row(curve, point) for curve in curves for point in curve.points)
        table = HtmlTable(title, words.WORTH_COLUMNS, rows)
        return Figure(family.value, title, words.WORTH_TEXT, drawings, table)

    def _line(self, curve: Curve) -> ChartLine:
        """Hours above those of the plan at hand; points that are no gain stand at what they do."""
        gains = {0.0: 0.0}
        gains |= {float(p.at): float(self._more(p)) for p in curve.points if p.hours is not None}
        proven = frozenset({0.0, *(float(p.at) for p in curve.points if p.is_exact)})
        return ChartLine(self.words.subject(curve.subject), gains, proven)

    def _more(self, point: CurvePoint) -> int:
        return 0 if point.hours is None else point.hours - self._hours

    def _worth_row(self, curve: Curve, point: CurvePoint) -> tuple[Cell, ...]:
        return (
            self.words.subject(curve.subject),
            self.words.amount(curve.subject, point.at),
            self._more(point) if point.hours is not None else None,
            self.words.gain(point),
            self.words.proof(point.outcome),
        )

    def _level_figure(self, family: WorthFamily, curve: Curve) -> Figure:
        """The value of every level along a setting."""
        title, text = words.LEVEL_TITLES[family]
        levels = [each.level for each in self._worth.levels]
        lines = [self._level_line(level, curve) for level in levels]
        drawing = draw_curves(
            Words(family.value, title, text), lines, (words.LEVEL_AXES[family], words.LEVEL_VALUE)
        )
        names = tuple(map(heading, levels))
        columns = (words.LEVEL_AXES[family], *names, words.HOURS_DONE, words.PROOF)
        rows = tuple(self._level_row(point, levels) for point in curve.points)
        if family is WorthFamily.BUDGET:
            rows += (self._unlimited_row(levels),)
        return Figure(family.value, title, text, (drawing,), HtmlTable(title, columns, rows))

    def _level_line(self, level: Level, curve: Curve) -> ChartLine:
        found = {
            float(point.at): (self._levels.number(level, price.after.final or 0), point)
            for point in curve.points
            if (price := point.outcome.price(level))
        }
        values = {at: float(value) for at, (value, _) in found.items()}
        proven = frozenset(at for at, (_, point) in found.items() if point.is_exact)
        return ChartLine(heading(level), values, proven)

    def _level_row(self, point: CurvePoint, levels: Sequence[Level]) -> tuple[Cell, ...]:
        found = [(level, point.outcome.price(level)) for level in levels]
        values = tuple(
            self._read(level, price.after.final) if price else None for level, price in found
        )
        return (_number(point.at), *values, point.hours, self.words.proof(point.outcome))

    def _read(self, level: Level, value: int | None) -> Cell:
        return None if value is None else self._levels.number(level, value)

    def _unlimited_row(self, levels: Sequence[Level]) -> tuple[Cell, ...]:
        values = tuple(self._read(level, self._worth.level(level).final) for level in levels)
        proven = all(each.proven for each in self._worth.levels)
        return (words.UNLIMITED, *values, self._hours, words.PROVEN[proven])

    def _loss_figure(self) -> Figure:
        """Hours of work that fall when somebody is gone, and what insures against it."""
        title, text = words.LOSS_TITLE, words.LOSS_TEXT
        reached = [loss for loss in self._worth.losses if loss.outcome.plan is not None]

        drawings = in_parts("verlies", title, text, reached, self._draw_losses) if reached else ()
        rows = tuple(self._loss_row(loss) for loss in self._worth.losses)
        return Figure("verlies", title, text, drawings, HtmlTable(title, words.LOSS_COLUMNS, rows))

    def _draw_losses(self, about: Words, part: Sequence[Loss]) -> Markup:
        lost = [max(0, -self._difference(loss)) for loss in part]
        names = [self.words.person(loss.person) for loss in part]
        notes = [f"{hours} u" for hours in lost]
        series = [ChartSeries(words.HOURS_LOST, HUES[1], lost)]
        return draw_bars(about, Bars(names, series, words.HOURS_LOST, notes))

    def _difference(self, loss: Loss) -> int:
        after = sum(loss.outcome.plan.covered().values()) if loss.outcome.plan else 0
        return self._answer.hours(after) - self._hours

    def _loss_row(self, loss: Loss) -> tuple[Cell, ...]:
        has_plan = loss.outcome.plan is not None
        return (
            self.words.person(loss.person),
            self._difference(loss) if has_plan else None,
            self.words.prices(loss.outcome) if has_plan else None,
            self.words.tasks(loss.fallen) if has_plan else None,
            self.words.training(loss) if has_plan else None,
            self.words.proof(loss.outcome),
        )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
