"""A worksheet part taken apart: what stands before and after the grid, and its raw cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from optimizer.workbook.addresses import Position, column_number
from optimizer.workbook.audit.tokens import ForeignChangeError, Token, name, split

_GRID = re.compile(
    rb"(<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?(?<!/)>)(.*)(</(?:[\w.-]+:)?sheetData\s*>)", re.DOTALL
)
_EMPTY_GRID = re.compile(rb"<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?/>")
_PIECE = re.compile(
    rb"<(?:[\w.-]+:)?c(?:\s[^>]*)?(?:/>|(?<!/)>.*?</(?:[\w.-]+:)?c\s*>)|<!--.*?-->|<[^>]*>|[^<]+",
    re.DOTALL,
)
_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]+)?([0-9]+)["']""")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?(?:t|v)(?:\s[^>]*)?(?<!/)>(.*?)</", re.DOTALL)
_PHONETIC = re.compile(rb"<(?:[\w.-]+:)?rPh[\s>].*?</(?:[\w.-]+:)?rPh\s*>", re.DOTALL)
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")
_ITEM = re.compile(
    rb"<(?:[\w.-]+:)?si(?:\s[^>]*)?(?:/>|(?<!/)>(.*?)</(?:[\w.-]+:)?si\s*>)", re.DOTALL
)


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
    found, empty = _GRID.search(xml), _EMPTY_GRID.search(xml)
    match = found or empty
    if match is None:
        raise ForeignChangeError("no-grid")
    rows: dict[int, AuditedRow] = {}
    between = _read_rows(found[2], rows) if found else []
    return AuditedCells(split(xml[: match.start()]), split(xml[match.end() :]), rows, between)


def _read_rows(grid: bytes, rows: dict[int, AuditedRow]) -> list[Token]:
    """Fill in the rows; what is neither row nor cell comes back."""
    between: list[Token] = []
    number = column = 0
    for piece in _PIECE.findall(grid):
        if _CELL.match(piece):
            place = _PLACE.search(piece)
            column = column_number(place[1].decode()) if place and place[1] else column + 1
            if column in rows[number].cells:
                raise ForeignChangeError("cell-twice")
            rows[number].cells[column] = piece
        elif _ROW.match(piece):
            place = _PLACE.search(piece)
            number, column = int(place[2]) if place else number + 1, 0
            if number in rows:
                raise ForeignChangeError("row-twice")
            rows[number] = AuditedRow(piece)
        elif name(piece) != "row":
            between.append(piece)
    return between


def read_strings(xml: bytes) -> list[str]:
    """The shared strings, in order, without their formatting."""
    return [_plain(match[1] or b"") for match in _ITEM.finditer(xml)]


def shown(cell: bytes, strings: Sequence[str]) -> str:
    """What a raw cell holds, the same for a shared and for an inline text; empty for nothing."""
    text = _plain(cell)
    kind = _TYPE.search(cell[: cell.find(b">") + 1])
    if kind and kind[1] == b"s" and text.isdecimal() and int(text) < len(strings):
        return strings[int(text)]
    try:
        return text if kind else f"{float(text):.12g}"
    except ValueError:
        return text


def _plain(xml: bytes) -> str:
    pieces = _TEXT.findall(_PHONETIC.sub(b"", xml))
    return unescape(b"".join(pieces).decode("utf-8", "replace")).replace("\r\n", "\n")
