"""An output sheet for a workbook that has none: the same columns, in a plain layout."""

from collections.abc import Mapping, Sequence

from optimizer.workbook.columns import Sheet
from optimizer.workbook.formatting import OUTPUT_FORMATS
from optimizer.workbook.ooxml.cell_xml import CellValue
from optimizer.workbook.ooxml.new_sheet import NewSheet
from optimizer.workbook.ooxml.styles import Style
from optimizer.workbook.package import Package
from optimizer.workbook.row_heights import row_height

HEADER_COLOUR = "D9D9D9"


def add_output_sheet(
    package: Package, sheet: Sheet, rows: Sequence[Mapping[str, CellValue]]
) -> None:
    """Append the sheet with its headers, number formats, widths and rows."""
    formats = [OUTPUT_FORMATS[column.kind] for column in sheet.columns]
    new = NewSheet(
        headers=[column.header for column in sheet.columns],
        widths=[column.width for column in sheet.columns],
        header_style=package.add_style(Style(bold=True, fill=HEADER_COLOUR)),
        column_styles=[package.add_style(Style(number_format=code, wrap=True)) for code in formats],
    )
    editor = package.add_sheet(sheet.name, new)
    for line, row in enumerate(rows, start=2):
        for place, column in enumerate(sheet.columns, start=1):
            editor.set((line, place), row.get(column.key))
        editor.set_height(line, row_height(sheet, row))
