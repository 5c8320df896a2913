"""Levels are solved in grains and thousandths; a reader sees hours and per cent."""

from decimal import Decimal

from models.settings import Level

_PLAIN = frozenset({Level.QUALITY, Level.UNIQUENESS})
"""Levels that are a weighted sum of unlike things: their value has no unit."""


def scale_of(level: Level, grain: int) -> Decimal:
    """What one unit of a level's value is to a reader.

    Grains of work are `grain` hours; fairness is counted in thousandths, of which ten are one
    percentage point.
    """
    if level in _PLAIN:
        return Decimal(1)
    return Decimal("0.1") if level is Level.FAIRNESS else Decimal(grain)


def read_value(level: Level, value: int, grain: int) -> int | Decimal:
    """The value of a level as it is read: hours, percentage points, or the plain number."""
    shown = value * scale_of(level, grain)
    return int(shown) if shown == shown.to_integral_value() else shown


def counted_value(level: Level, shown: Decimal, grain: int) -> int | None:
    """The value of a level that is read so; `None` when no value is."""
    value = shown / scale_of(level, grain)
    return int(value) if value == value.to_integral_value() else None
