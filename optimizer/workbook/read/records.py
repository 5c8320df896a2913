"""Walking over the rows of a sheet of records: keys, duplicates, totals."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.issues import CellRef, Issue, error
from optimizer.workbook.read.headers import Located, cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.rows import Row, Sources

_TOTAL_WORDS = frozenset({"totaal", "totalen", "total", "subtotaal", "som"})


@dataclass
class Collected:
    """What reading adds to, whatever the sheet: issues, cells of fields, duplicate rows."""

    issues: list[Issue] = field(default_factory=list)
    sources: Sources = field(default_factory=dict)
    duplicates: list[tuple[str, str, CellRef]] = field(default_factory=list)


def is_total(row: Row, key: str) -> bool:
    """Whether the user adds up columns in this row: it has no code, but the word for a total.

    The total row of a table may lack the word: then it holds nothing but computed numbers, or
    the errors that LibreOffice makes of them.
    """
    code = row.cell(key)
    cells = [code] if not code.is_empty else row.located.sheet.rows[row.number].values()
    words = (fold(cell_text(cell)).split() for cell in cells)
    named = any(word[:1] and word[0] in _TOTAL_WORDS for word in words)
    return named or (code.is_empty and _is_computed(row))


def _is_computed(row: Row) -> bool:
    """Whether every known column in which something stands holds a formula without a text."""
    cells = [cell for cell in map(row.cell, row.located.columns) if not cell.is_empty]
    return all(
        cell.formula and (cell.is_error or isinstance(cell.value, int | float)) for cell in cells
    )


def keyed_rows(
    located: Located, record: str, key: str, collected: Collected
) -> Iterator[tuple[Row, str]]:
    """Each row with its code; rows without one are reported, later rows of a code set apart."""
    seen: dict[str, str] = {}
    for number in located.data_rows():
        row = Row(located, number, collected.issues)
        code = row.text(key)
        if is_total(row, key):
            continue
        if not code:
            if row.cell(key).is_empty:
                collected.issues.append(missing_key(row, key))
        elif fold(code) in seen:
            collected.duplicates.append((record, seen[fold(code)], row.cell(key).where))
        else:
            seen[fold(code)] = code
            yield row, code


def missing_key(row: Row, key: str) -> Issue:
    """The issue of a row that has content but no code."""
    header = row.located.sheet.cell(row.located.header_row, row.located.columns[key])
    return error("missing-key", row.cell(key).where, header=cell_text(header))
