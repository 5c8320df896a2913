"""One worksheet before and after: only cells, rows and ranges of the program may differ."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from optimizer.workbook.addresses import Position, cell_name
from optimizer.workbook.audit.grid import AuditedCells, shown, take_apart
from optimizer.workbook.audit.owned import OwnedSheet
from optimizer.workbook.audit.ranges import mask_ranges
from optimizer.workbook.audit.tokens import (
    ForeignChangeError,
    Token,
    attribute,
    compare,
    element,
    folded,
    name,
    start_tag,
    without,
)

_ROW_FORM = ("ht", "customHeight", "hidden", "outlineLevel", "collapsed")
"""What a refilled row may gain or lose besides its cells."""
_REFILLED = frozenset({"filterColumn", "rowBreaks", "outlinePr"})
"""Elements of a refilled sheet that may come and go as a whole."""


class SheetAudit(NamedTuple):
    """Addresses of the cells that were written, and how many of them hold something else now."""

    written: frozenset[str]
    changed: int


def audit_sheet(old: bytes, new: bytes, owned: OwnedSheet, strings: Sequence[str]) -> SheetAudit:
    """What was written on a sheet, all of it the program's.

    Raises
    ------
    ForeignChangeError
        Something differs that is not the program's.
    """
    before, after = take_apart(old), take_apart(new)
    _audit_frame(before.head, after.head, owned)
    _audit_frame(before.tail, after.tail, owned)
    if before.between != after.between:
        raise ForeignChangeError("between-rows")
    _audit_rows(before, after, owned)
    written = list(_written_cells(before, after, owned))
    _audit_notes(before, after, owned, strings)
    changed = sum(_says_else(before.cell(p), after.cell(p), strings) for p in written)
    return SheetAudit(frozenset(map(cell_name, written)), changed)


def _says_else(old: bytes, new: bytes, strings: Sequence[str]) -> bool:
    return bool(_formula(old)) or shown(old, strings) != shown(new, strings)


def _audit_frame(old: Sequence[Token], new: Sequence[Token], owned: OwnedSheet) -> None:
    names = _REFILLED if owned.refilled else frozenset[str]()
    before, after = (list(folded(_masked(part, owned), names)) for part in (old, new))

    def may_go(token: Token) -> bool:
        return name(token) in names and (name(token) != "filterColumn" or b"</" in token)

    for run in compare(before, after, may_go).came:
        for token in run.tokens:
            if not (may_go(token) or _is_new_width(token, owned) or _is_hollow(token, owned)):
                raise ForeignChangeError(f"came: {name(token) or 'text'}")


def _is_new_width(token: Token, owned: OwnedSheet) -> bool:
    """Whether it gives a width to columns of which the program made the header."""
    if name(token) == "cols":
        return True
    if name(token) != "col":
        return False
    low, high = int(attribute(token, "min")), int(attribute(token, "max"))
    return owned.single_columns.issuperset(range(low, high + 1))


def _is_hollow(token: Token, owned: OwnedSheet) -> bool:
    """Whether it is the bare tag of an element that holds what is ours, such as the outline."""
    return owned.refilled and name(token) == "sheetPr" and b"=" not in token


def _masked(tokens: Sequence[Token], owned: OwnedSheet) -> Iterator[Token]:
    for token in mask_ranges(tokens) if owned.refilled else tokens:
        kind = name(token)
        if kind == "dimension":
            yield without(token, "ref")
        elif owned.refilled and kind == "sheetPr":
            yield without(token, "filterMode")
        elif owned.refilled and kind == "sheetFormatPr":
            yield without(token, "outlineLevelRow")
        elif owned.heading and not kind:
            ours = re.escape(escape(owned.heading).encode()) + rb"(?:&amp;&amp;|[^&])*"
            yield re.sub(ours, b"", token)
        else:
            yield token


def _audit_rows(before: AuditedCells, after: AuditedCells, owned: OwnedSheet) -> None:
    for number, row in before.rows.items():
        now = after.rows.get(number)
        if now is None:
            raise ForeignChangeError("row-gone", f"{number}:{number}")
        if row.tag == now.tag:
            continue
        form = _ROW_FORM if owned.refilled and number >= owned.first_row else ()
        if without(row.tag, "spans", *form) != without(now.tag, "spans", *form):
            raise ForeignChangeError("row-form", f"{number}:{number}")


def _written_cells(
    before: AuditedCells, after: AuditedCells, owned: OwnedSheet
) -> Iterator[Position]:
    for number in {**before.rows, **after.rows}:
        old, new = before.cells_of(number), after.cells_of(number)
        if old == new:
            continue
        for column in {**old, **new}:
            pair = old.get(column, b""), new.get(column, b"")
            if pair[0] != pair[1]:
                _audit_cell(*pair, (number, column), before, owned)
                if owned.owns((number, column)):
                    yield number, column


def _audit_cell(
    old: bytes, new: bytes, position: Position, before: AuditedCells, owned: OwnedSheet
) -> None:
    if owned.owns(position):
        _audit_own(old, new, position, owned)
    elif not _is_written_out(old, new, before, owned):
        raise ForeignChangeError("cell", cell_name(position))


def _audit_own(old: bytes, new: bytes, position: Position, owned: OwnedSheet) -> None:
    """No formula is ever written, and a cell beside the user's own keeps its format."""
    if _formula(new):
        raise ForeignChangeError("formula", cell_name(position))
    kept = owned.refilled or not old
    if not kept and attribute(start_tag(old), "s") != attribute(start_tag(new), "s"):
        raise ForeignChangeError("format", cell_name(position))


def _formula(cell: bytes) -> bytes:
    """The formula of a cell as it stands; empty when it has none."""
    return element(cell, "f") if b"f" in cell else b""


def _is_written_out(old: bytes, new: bytes, before: AuditedCells, owned: OwnedSheet) -> bool:
    """Whether a cell only got a copy of the shared formula whose master the program replaced."""
    was, now = _formula(old), _formula(new)
    if not (was and now):
        return False
    tag = start_tag(was)
    rest = [cell.replace(formula, b"", 1) for cell, formula in ((old, was), (new, now))]
    is_shared = attribute(tag, "t") == "shared" and rest[0] == rest[1]
    return is_shared and _master_is_ours(before, attribute(tag, "si"), owned)


def _master_is_ours(before: AuditedCells, group: str, owned: OwnedSheet) -> bool:
    for position, cell in before.cells():
        tag = start_tag(_formula(cell))
        if attribute(tag, "si") == group and attribute(tag, "ref"):
            return owned.owns(position)
    return False


def _audit_notes(
    before: AuditedCells, after: AuditedCells, owned: OwnedSheet, strings: Sequence[str]
) -> None:
    """Every text and number of the user beside a refilled table still stands in its column."""
    for column in owned.notes:
        old, new = (_column(grid, column, owned, strings) for grid in (before, after))
        lost = Counter(old) - Counter(new)
        gained = Counter(new) - Counter(old)
        if any(not any(text in each for each in gained) for text in lost):
            raise ForeignChangeError("note-lost", cell_name((owned.first_row, column)))


def _column(
    grid: AuditedCells, column: int, owned: OwnedSheet, strings: Sequence[str]
) -> list[str]:
    cells = (
        shown(row.cells[column], strings)
        for number, row in grid.rows.items()
        if number >= owned.first_row and column in row.cells
    )
    return [text for text in cells if text]
