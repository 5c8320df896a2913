"""An output sheet for a workbook that has none: the same columns, in a plain layout."""

from optimizer.workbook import labels
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.reader import RawSheet
from optimizer.workbook.template.formatting import OUTPUT_FORMATS
from optimizer.workbook.template.output_emphasis import EMPHASES, Emphasis
from optimizer.workbook.template.output_print import VIEWS, page_scale
from optimizer.workbook.template.output_sheets import SUMMARY
from optimizer.workbook.template.row_heights import LINE
from optimizer.workbook.template.sheet_layout import column_width
from optimizer.workbook.write.package import Package
from optimizer.workbook.xlsx.new_sheet import NewSheet
from optimizer.workbook.xlsx.page_setup import PageSetup
from optimizer.workbook.xlsx.styles import Difference, Style

HEADER_COLOUR = "D9D9D9"
_HEADER_ROW = 1
_HEADER_LINES = 3


def add_output_sheet(package: Package, sheet: Sheet, heading: str) -> Located:
    """Append the sheet with its headers, formats, widths and pages; where its columns stand.

    `heading` stands above every page.
    """
    view = VIEWS[sheet.key]
    scale = page_scale(sheet) if view.scaled else None
    new = NewSheet(
        headers=[column.header for column in sheet.columns],
        widths=[column_width(column) for column in sheet.columns],
        header_style=package.add_style(Style(bold=True, fill=HEADER_COLOUR, wrap=True)),
        column_styles=[
            package.add_style(Style(number_format=OUTPUT_FORMATS[column.kind], wrap=True))
            for column in sheet.columns
        ],
        header_row=_HEADER_ROW,
        frozen_columns=view.frozen,
        folding=[i for i, column in enumerate(sheet.columns) if column.key in view.folding],
        page=PageSetup(heading, labels.PAGE_NUMBER, view.paper, view.portrait, scale),
        filtered=sheet is not SUMMARY,
        formats=_formats(package, sheet),
    )
    editor = package.add_sheet(sheet.name, new)
    editor.set_height(_HEADER_ROW, _HEADER_LINES * LINE)
    columns = {column.key: place for place, column in enumerate(sheet.columns, start=1)}
    return Located(RawSheet(sheet.name), _HEADER_ROW, columns, {})


def _formats(package: Package, sheet: Sheet) -> list[tuple[str, int]]:
    letters = {c.key: column_letters(i) for i, c in enumerate(sheet.columns, start=1)}
    found = []
    for emphasis in EMPHASES.get(sheet.key, ()):
        number = package.add_difference(_difference(emphasis))
        if number is not None:
            formula = emphasis.formula(sheet, letters.__getitem__, _HEADER_ROW + 1)
            found.append((formula, number))
    return found


def _difference(emphasis: Emphasis) -> Difference:
    return Difference(emphasis.ink, emphasis.fill, emphasis.bold)
