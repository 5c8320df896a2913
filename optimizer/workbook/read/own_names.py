"""A workbook with names of its own: the user's sheets and headers, under the names we look for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.issues import CellRef, Issue, error
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import HEADER_ROWS, cell_text, find_sheet, names_of
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.raw import OwnNames, OwnSheet, RawCell, RawSheet, RawWorkbook
from optimizer.workbook.template.input_sheets import INPUT_SHEETS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS

KNOWN_SHEETS: tuple[Sheet, ...] = (*INPUT_SHEETS, *OUTPUT_SHEETS)


def rename(raw: RawWorkbook, names: OwnNames) -> tuple[RawWorkbook, tuple[Issue, ...]]:
    """The workbook as if its sheets and columns had our names; addresses stay those of the user.

    A sheet or column that has one of our names while another one was named for it, steps aside.
    A name that is not found is an issue, and leaves things as they are.
    """
    issues: list[Issue] = []
    for sheet in KNOWN_SHEETS:
        if sheet.name in names:
            raw = _rename_sheet(raw, sheet, names[sheet.name], issues)
    return replace(raw, names=names), tuple(issues)


def _rename_sheet(
    raw: RawWorkbook, sheet: Sheet, own: OwnSheet, issues: list[Issue]
) -> RawWorkbook:
    found = next((each for each in raw.sheets if fold(each.name) == fold(own.name)), None)
    if found is None:
        there = tuple(each.name for each in raw.sheets)
        issues.append(error("own-sheet-missing", CellRef(own.name), used=sheet.name, found=there))
        return raw
    taken = find_sheet(raw, sheet)
    renamed = replace(_rename_headers(found, sheet, own, issues), known_as=sheet.name)
    aside = labels.ASIDE.format(name=sheet.name)
    sheets = tuple(
        renamed if each is found else replace(each, known_as=aside) if each is taken else each
        for each in raw.sheets
    )
    return replace(raw, sheets=sheets)


def _rename_headers(found: RawSheet, sheet: Sheet, own: OwnSheet, issues: list[Issue]) -> RawSheet:
    wanted = {fold(theirs): ours for ours, theirs in own.headers.items()}
    row = _header_row(found, wanted)
    cells = found.rows.get(row, {})
    there = {fold(cell_text(cell)) for cell in cells.values()}
    issues += _absent(found, row, own, there)
    taken = {name for column in sheet.columns for name in names_of(column)
             if any(fold(ours) in names_of(column) for ours in own.headers)}  # fmt: skip
    taken |= {fold(ours) for ours in own.headers}
    header = {number: _renamed(cell, wanted, taken) for number, cell in cells.items()}
    return replace(found, rows={**found.rows, row: header} if header else found.rows)


def _header_row(found: RawSheet, wanted: Mapping[str, str]) -> int:
    """The row among the first ones that has most of the headers; the first of these."""
    counts = {
        number: sum(fold(cell_text(cell)) in wanted for cell in cells.values())
        for number, cells in found.rows.items()
        if number <= HEADER_ROWS
    }
    return max(counts, key=lambda number: counts[number], default=1)


def _absent(found: RawSheet, row: int, own: OwnSheet, there: set[str]) -> Iterator[Issue]:
    texts = tuple(cell_text(cell) for cell in found.rows.get(row, {}).values())
    for ours, theirs in own.headers.items():
        if fold(theirs) not in there:
            where = CellRef(found.name, f"{row}:{row}")
            yield error("own-header-missing", where, expected=theirs, used=ours, found=texts)


def _renamed(cell: RawCell, wanted: Mapping[str, str], taken: set[str]) -> RawCell:
    text = cell_text(cell)
    if fold(text) in wanted:
        return replace(cell, value=wanted[fold(text)])
    return replace(cell, value=labels.ASIDE.format(name=text)) if fold(text) in taken else cell


def known_headers(sheet: Sheet) -> Sequence[str]:
    """The headers that can be given another name on a sheet, competences included."""
    own = [column.header for column in sheet.columns]
    return [*own, *labels.COMPETENCES] if sheet.key == "persons" else own
