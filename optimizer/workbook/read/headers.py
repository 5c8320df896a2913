"""Where things stand: sheets and columns found by name, wherever the user moved them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.issues import CellRef, Issue, error, warning
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.read.matching import clean, fold, near_miss
from optimizer.workbook.read.reader import RawCell, RawSheet, RawWorkbook

HEADER_ROWS = 30
"""The header row is sought in this many first rows."""


@dataclass(frozen=True)
class Located:
    """A known sheet as it stands in a workbook.

    Attributes
    ----------
    sheet
        Its cells.
    header_row
        Row number of the headers.
    columns
        Column number per key of a known column.
    extra
        Header text, as it stands, per column number that the program does not know.
    results
        Keys of the columns that the program fills in on a sheet that is the user's.
    """

    sheet: RawSheet
    header_row: int
    columns: Mapping[str, int]
    extra: Mapping[int, str]
    results: frozenset[str] = frozenset()

    def cell(self, row: int, key: str) -> RawCell:
        """The cell of a known column; an empty one when the sheet lacks the column."""
        if key not in self.columns:
            return RawCell(CellRef(self.sheet.name))
        return self.sheet.cell(row, self.columns[key])

    def text(self, row: int, key: str) -> str:
        """What stands in a known column, as clean text; whole numbers without decimals."""
        return cell_text(self.cell(row, key))

    def data_rows(self) -> Iterator[int]:
        """Numbers of the rows below the header that hold something of a record."""
        for row in self.sheet.rows:
            if row > self.header_row and self.is_filled(row):
                yield row

    def is_filled(self, row: int) -> bool:
        """Whether something stands in a known column; results left of an earlier run are not."""
        cells = self.sheet.rows.get(row, {})
        return any(n in self._record_columns and not cell.is_empty for n, cell in cells.items())

    @cached_property
    def _record_columns(self) -> frozenset[int]:
        return frozenset(n for key, n in self.columns.items() if key not in self.results)


def cell_text(cell: RawCell) -> str:
    """The clean text of a cell: `7` for 7 and 7.0, empty for an error or an unknown value."""
    if cell.value is None or cell.is_error:
        return ""
    if isinstance(cell.value, float) and cell.value.is_integer():
        return str(int(cell.value))
    return clean(str(cell.value))


def find_sheet(raw: RawWorkbook, sheet: Sheet) -> RawSheet | None:
    """The workbook's sheet of that name; case, accents and spaces do not matter."""
    wanted = fold(sheet.name)
    return next((each for each in raw.sheets if fold(each.known_as or each.name) == wanted), None)


def locate(raw: RawWorkbook, sheet: Sheet) -> Located | None:
    """Where a known sheet and its columns stand; `None` without sheet or required headers."""
    found = find_sheet(raw, sheet)
    if found is None:
        return None
    row = _header_row(found, sheet)
    if row is None:
        return None
    located = _map_columns(found, sheet, row)
    complete = all(c.key in located.columns for c in sheet.columns if c.required)
    return located if complete else None


def check_headers(raw: RawWorkbook, sheet: Sheet) -> list[Issue]:
    """What is wrong with a sheet that is there: its headers missing, twice, or misspelt."""
    found = find_sheet(raw, sheet)
    row = None if found is None else _header_row(found, sheet)
    if found is None or row is None:
        expected = tuple(column.header for column in sheet.columns if column.required)
        return [error("no-header", CellRef(sheet.name), expected=expected)]
    located = _map_columns(found, sheet, row)
    return [
        *_missing_columns(located, sheet),
        *_duplicate_headers(located, sheet),
        *_near_misses(located, sheet),
    ]


def names_of(column: Column) -> tuple[str, ...]:
    """Every header that means this column, folded."""
    return tuple(fold(name) for name in (column.header, *column.synonyms))


def _headers(sheet: RawSheet, row: int) -> dict[int, str]:
    cells = sheet.rows.get(row, {})
    texts = {column: cell_text(cell) for column, cell in cells.items()}
    return {column: text for column, text in texts.items() if text}


def _header_row(sheet: RawSheet, known: Sheet) -> int | None:
    """The first row with all required headers; else the one with most known headers."""
    best, most = None, 1
    required = {column.key for column in known.columns if column.required}
    for row in sheet.rows:
        if row > HEADER_ROWS:
            break
        found = _map_columns(sheet, known, row).columns
        if required and required <= found.keys():
            return row
        if len(found) > most:
            best, most = row, len(found)
    return best


def _map_columns(sheet: RawSheet, known: Sheet, row: int) -> Located:
    """Give each header its column: the real names first, then the synonyms that are left."""
    headers = _headers(sheet, row)
    columns: dict[str, int] = {}
    for rank in (_primary, _synonyms):
        for column in known.columns:
            if column.key not in columns:
                free = [i for i in headers if i not in columns.values()]
                hits = [i for i in free if fold(headers[i]) in rank(column)]
                columns.update({column.key: hits[0]} if hits else {})
    extra = {i: text for i, text in headers.items() if i not in columns.values()}
    return Located(sheet, row, columns, extra, frozenset(known.result_keys))


def _primary(column: Column) -> Sequence[str]:
    return names_of(column)[:1]


def _synonyms(column: Column) -> Sequence[str]:
    return names_of(column)[1:]


def _missing_columns(located: Located, sheet: Sheet) -> list[Issue]:
    where = CellRef(located.sheet.name, f"{located.header_row}:{located.header_row}")
    known = set(map(fold, labels.COMPETENCES))
    others = tuple(text for text in located.extra.values() if fold(text) not in known)
    return [
        error("missing-column", where, expected=column.header, found=others)
        for column in sheet.columns
        if column.required and column.key not in located.columns
    ]


def _duplicate_headers(located: Located, sheet: Sheet) -> list[Issue]:
    """A known header that stands twice; a synonym beside the real name is the user's own."""
    issues = []
    for column in sheet.columns:
        used = located.columns.get(column.key)
        if used is not None and not column.repeats:
            first = located.sheet.cell(located.header_row, used)
            issues += [
                error("duplicate-header", cell.where, found=text, first=first.where)
                for i, text in located.extra.items()
                if fold(text) == fold(cell_text(first))
                and (cell := located.sheet.cell(located.header_row, i))
            ]
    return issues


def _near_misses(located: Located, sheet: Sheet) -> list[Issue]:
    absent = [column for column in sheet.columns if column.key not in located.columns]
    names = [name for column in absent for name in (column.header, *column.synonyms)]
    return [
        warning(
            "near-miss-header",
            located.sheet.cell(located.header_row, i).where,
            found=text,
            expected=nearest,
        )
        for i, text in located.extra.items()
        if (nearest := near_miss(text, names))
    ]
