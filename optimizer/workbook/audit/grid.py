"""A worksheet part taken apart: what stands before and after the grid, and its raw cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from optimizer.workbook.addresses import Position, column_number
from optimizer.workbook.audit.tokens import (
    CDATA,
    COMMENT,
    PREFIX,
    TAG,
    TEXT,
    ForeignChangeError,
    Token,
    attribute,
    folded,
    is_closing,
    name,
    opens,
    said,
    spelled_out,
    split,
    start_tag,
)

_ATTRIBUTES = rb"""[^"'>/]*+(?:(?:"[^"]*+"|'[^']*+'|/(?!>))[^"'>/]*+)*+"""
_CELL_END = rb"</" + PREFIX + rb"c\s*>"
_INSIDE = b"|".join((COMMENT, CDATA, TEXT, rb"(?!" + _CELL_END + rb")" + TAG))
_PIECE = re.compile(
    rb"<" + PREFIX + rb"c(?=[\s/>])" + _ATTRIBUTES + rb"(?:/>|>(?:" + _INSIDE + rb")*+" + _CELL_END
    + rb")|" + b"|".join((COMMENT, CDATA, TAG, TEXT)), re.DOTALL,
)  # fmt: skip
"""A whole cell, or a token: taken apart one by one, cells cost ten times as much."""
_PLACE = re.compile(rb"""<[^\s>]+\s+r\s*=\s*["']([A-Z]+)?([0-9]+)["']""")
"""Where the place of a row or a cell nearly always stands: first."""
_PARTS = re.compile(r"([A-Za-z]*)([0-9]*)")


@dataclass
class AuditedRow:
    """A row: its start tag and its raw cells by column."""

    tag: Token
    cells: dict[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class AuditedCells:
    """The pieces of a worksheet part; together they are all of it."""

    head: list[Token]
    tail: list[Token]
    rows: dict[int, AuditedRow]
    between: list[Token]

    def cells(self) -> Iterator[tuple[Position, bytes]]:
        """Every cell with its position."""
        for number, row in self.rows.items():
            for column, cell in row.cells.items():
                yield (number, column), cell

    def cells_of(self, number: int) -> dict[int, bytes]:
        """The raw cells of a row by column; none when there is no such row."""
        row = self.rows.get(number)
        return row.cells if row else {}

    def cell(self, position: Position) -> bytes:
        """The raw cell at a position; empty when there is none."""
        return self.cells_of(position[0]).get(position[1], b"")


def take_apart(xml: bytes) -> AuditedCells:
    """The pieces of a worksheet part.

    Raises
    ------
    ForeignChangeError
        It has no grid, or two cells stand in one place.
    """
    pieces = _PIECE.findall(xml)
    if sum(map(len, pieces)) != len(xml):
        raise ForeignChangeError("malformed")
    start = next((i for i, each in enumerate(pieces) if name(each) == "sheetData"), None)
    if start is None:
        raise ForeignChangeError("no-grid")
    rows: dict[int, AuditedRow] = {}
    if not opens(pieces[start]):
        return AuditedCells(pieces[:start], pieces[start + 1 :], rows, [])
    ends = (i for i in range(start + 1, len(pieces)) if name(pieces[i]) == "sheetData")
    end = next(ends, None)
    if end is None:
        raise ForeignChangeError("no-grid")
    between = _read_rows(pieces[start + 1 : end], rows)
    return AuditedCells(pieces[:start], pieces[end + 1 :], rows, between)


def _read_rows(pieces: Sequence[Token], rows: dict[int, AuditedRow]) -> list[Token]:
    """Fill in the rows; what is neither row nor cell comes back."""
    between: list[Token] = []
    number = column = 0
    for piece in pieces:
        kind = name(piece)
        if kind == "c":
            letters, _ = _place(piece)
            column = column_number(letters) if letters else column + 1
            if column in rows[number].cells:
                raise ForeignChangeError("cell-twice")
            rows[number].cells[column] = piece
        elif kind == "row" and not is_closing(piece):
            _, digits = _place(piece)
            number, column = int(digits) if digits else number + 1, 0
            if number in rows:
                raise ForeignChangeError("row-twice")
            rows[number] = AuditedRow(piece)
        elif kind != "row":
            between.append(piece)
    return between


def _place(piece: Token) -> tuple[str, str]:
    """The letters and the digits of where a row or a cell says that it stands."""
    match = _PLACE.match(piece)
    if match is not None:
        return (match[1] or b"").decode(), match[2].decode()
    found = _PARTS.fullmatch(attribute(start_tag(piece), "r"))
    return (found[1].upper(), found[2]) if found else ("", "")


def read_strings(xml: bytes) -> list[str]:
    """The shared strings, in order, without their formatting."""
    items = folded(spelled_out(split(xml)), {"si"})
    return [_plain(item) for item in items if name(item) == "si"]


def shown(cell: bytes, strings: Sequence[str]) -> str:
    """What a raw cell holds, the same for a shared and for an inline text; empty for nothing."""
    text = _plain(cell)
    kind = attribute(start_tag(cell), "t")
    if kind == "s" and text.isdecimal() and int(text) < len(strings):
        return strings[int(text)]
    try:
        return text if kind else f"{float(text):.12g}"
    except ValueError:
        return text


def _plain(xml: bytes) -> str:
    """The texts and values of a cell or a shared string, without how they are pronounced."""
    pieces: list[str] = []
    kept = False
    for token in folded(split(xml), {"rPh"}):
        if kept and not name(token):
            pieces.append(said(token))
        elif name(token):
            kept = name(token) in ("t", "v") and opens(token)
    return "".join(pieces).replace("\r\n", "\n")
