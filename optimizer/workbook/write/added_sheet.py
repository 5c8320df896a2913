"""A sheet that a workbook does not have yet, with its headers, before anything is put in it."""

import tempfile
from dataclasses import replace
from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import find_sheet, locate
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.template.formatting import INPUT_FORMATS
from optimizer.workbook.template.new_output import HEADER_COLOUR
from optimizer.workbook.template.row_heights import LINE
from optimizer.workbook.template.sheet_layout import column_width
from optimizer.workbook.write.cell_edits import Grown
from optimizer.workbook.write.package import NewSheet, Package, Style
from optimizer.workbook.xlsx.page_setup import PageSetup

_HEADER_LINES = 3


def with_sheets(
    raw: RawWorkbook, sheets: tuple[Sheet, ...], heading: str
) -> tuple[RawWorkbook, Grown | None]:
    """The workbook with the sheets that it lacks, empty below their headers; nothing is written.

    Raises
    ------
    WorkbookError
        `sheet-name-taken`: something else has the name of a sheet, or its headers are not there.
    """
    absent = [sheet for sheet in sheets if locate(raw, sheet) is None]
    if not absent:
        return raw, None
    package = Package(raw.content)
    taken = {name.casefold() for name in package.sheet_names}
    for sheet in absent:
        if sheet.name.casefold() in taken or find_sheet(raw, sheet) is not None:
            raise WorkbookError("sheet-name-taken", path=raw.path, sheet=sheet.name)
        _add(package, sheet, heading)
    content = package.to_bytes()
    names = {sheet.name for sheet in absent}
    added = [sheet for sheet in _read(content, raw.path).sheets if sheet.name in names]
    grown = replace(raw, sheets=(*raw.sheets, *added), content=content)
    return grown, Grown(raw, frozenset(names))


def _add(package: Package, sheet: Sheet, heading: str) -> None:
    styles = [
        package.add_style(Style(number_format=INPUT_FORMATS[column.kind], wrap=True))
        for column in sheet.columns
    ]
    new = NewSheet(
        headers=[column.header for column in sheet.columns],
        widths=[column_width(column) for column in sheet.columns],
        header_style=package.add_style(Style(bold=True, fill=HEADER_COLOUR, wrap=True)),
        column_styles=styles,
        page=PageSetup(heading, labels.PAGE_NUMBER),
    )
    package.add_sheet(sheet.name, new).set_height(1, _HEADER_LINES * LINE)


def _read(content: bytes, path: Path) -> RawWorkbook:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(content)
        return read_workbook(copy)
