"""Writes a model in fixed MPS format, for solvers that read files."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.matrix import FREE, Matrix, Numbers

OBJECTIVE = "OBJ"


def write_mps(matrix: Matrix, path: Path) -> None:
    """Write the model without its offset; columns are `C0`, `C1`, …, all of them whole."""
    with path.open("w", encoding="ascii") as file:
        file.writelines(line + "\n" for line in _lines(matrix))


def _lines(matrix: Matrix) -> Iterator[str]:
    kinds = [_kind(*limits) for limits in zip(matrix.row_lower, matrix.row_upper, strict=True)]
    yield from ("NAME          BENCH", "ROWS", f" N  {OBJECTIVE}")
    yield from (f" {kind}  R{row}" for row, kind in enumerate(kinds))
    yield from ("COLUMNS", "    MARKER                 'MARKER'                 'INTORG'")
    yield from _columns(matrix)
    yield from ("    MARKER                 'MARKER'                 'INTEND'", "RHS")
    sides = np.where(np.array(kinds) == "G", matrix.row_lower, matrix.row_upper)
    yield from (_entry("RHS", f"R{row}", side) for row, side in enumerate(sides) if side)
    yield "RANGES"
    for row, kind in enumerate(kinds):
        if kind == "L" and matrix.row_lower[row] > -FREE:
            yield _entry("RNG", f"R{row}", matrix.row_upper[row] - matrix.row_lower[row])
    yield "BOUNDS"
    for column, (lower, upper) in enumerate(zip(matrix.lower, matrix.upper, strict=True)):
        yield _entry("BND", f"C{column}", lower, "LO")
        yield _entry("BND", f"C{column}", upper, "UP")
    yield "ENDATA"


def _entry(name: str, other: str, value: int, kind: str = "") -> str:
    """A line with its fields at columns 2, 5, 15 and 25: CBC takes no other for bounds."""
    return f" {kind:<2} {name:<8}  {other:<8}  {value}"


def _kind(lower: int, upper: int) -> str:
    if lower == upper:
        return "E"
    return "L" if upper < FREE else "G"


def _columns(matrix: Matrix) -> Iterator[str]:
    """The entries column by column, with the cost first."""
    rows: Numbers = np.repeat(np.arange(len(matrix.row_lower)), np.diff(matrix.starts))
    order = np.argsort(matrix.columns, kind="stable")
    ends = np.cumsum(np.bincount(matrix.columns, minlength=len(matrix.cost))).tolist()
    rows_by_column, factors = rows[order].tolist(), matrix.factors[order].tolist()
    first = 0
    for column, (cost, end) in enumerate(zip(matrix.cost.tolist(), ends, strict=True)):
        # A column without any entry must still be named.
        yield _entry(f"C{column}", OBJECTIVE, cost)
        for place in range(first, end):
            yield _entry(f"C{column}", f"R{rows_by_column[place]}", factors[place])
        first = end
