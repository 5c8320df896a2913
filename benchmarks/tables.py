"""Tables in Markdown that also read well on a terminal."""

from collections.abc import Sequence

NONE = "–"


def table(headers: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0) -> str:
    """A table; the last `numbers` columns are aligned to the right."""
    columns = list(zip(headers, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    first = len(headers) - numbers
    marks = [
        "-" * width if place < first else "-" * (width - 1) + ":"
        for place, width in enumerate(widths)
    ]
    lines = [_line(row, widths, first) for row in [headers, *rows]]
    return "\n".join([lines[0], f"| {' | '.join(marks)} |", *lines[1:]])


def _line(cells: Sequence[str], widths: Sequence[int], first: int) -> str:
    padded = [
        cell.ljust(width) if place < first else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"


def number(value: float | None, digits: int = 0) -> str:
    """A number, or a dash when there is none."""
    return NONE if value is None else f"{value:.{digits}f}"


def percent(part: float | None) -> str:
    """A part as a percentage, or a dash when there is none."""
    return NONE if part is None else f"{part:.2%}"
