"""Where the columns of a template sheet stand, and how its header and empty cells look."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook import labels
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.read.record_cells import CellValue
from optimizer.workbook.template import formatting as look
from optimizer.workbook.xlsx.cell_xml import clean_text
from optimizer.workbook.xlsx.page_setup import (
    END_MARGIN,
    FILE_NAME,
    SHEET_NAME,
    SIDE_MARGIN,
    margin_text,
)

LAST_ROW = 600
"""Drop-downs, checks and colours reach down to here, far below any list."""


@dataclass(frozen=True)
class Layout:
    """A sheet with its columns in order and the row of its headers."""

    sheet: Sheet
    columns: tuple[Column, ...]
    header_row: int = 1

    @property
    def first_row(self) -> int:
        """The first row under the headers."""
        return self.header_row + 1

    def letter(self, key: str) -> str:
        """Letter of the column with this key."""
        keys = [column.key for column in self.columns]
        return column_letters(keys.index(key) + 1)

    def cells(self, first_key: str, last_key: str = "", last_row: int = LAST_ROW) -> str:
        """Address of the cells under the headers from one column to another, `D4:F600`."""
        last = self.letter(last_key or first_key)
        return f"{self.letter(first_key)}{self.first_row}:{last}{last_row}"

    def fixed_cells(self, key: str) -> str:
        """Address of the cells of one column for use in another sheet, `Scholen!$A$4:$A$600`."""
        letter = self.letter(key)
        return f"{self.sheet.name}!${letter}${self.first_row}:${letter}${LAST_ROW}"


def write_cell(sheet: Worksheet, row: int, column: int, value: CellValue) -> look.AnyCell:
    """Set a cell; a text that begins with `=` stays a text, whoever wrote it."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        # openpyxl lets through what no XML can hold, such as half of a surrogate pair.
        value = clean_text(ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def write_title(sheet: Worksheet, title: str, remark: str) -> None:
    """Put a title in row 1 and a remark in row 2; both run on over the empty cells beside them."""
    sheet["A1"], sheet["A2"] = title, remark
    look.style_title(sheet["A1"])
    look.style_remark(sheet["A2"])
    sheet.row_dimensions[1].height = 24


def write_headers(
    sheet: Worksheet,
    layout: Layout,
    colour: Callable[[Column], str],
    *,
    height: float,
    upright: Iterable[str] = (),
) -> None:
    """Write the headers; `height` is in points and `upright` names columns turned 90°."""
    turned = set(upright)
    for index, column in enumerate(layout.columns, start=1):
        cell = sheet.cell(layout.header_row, index, column.header)
        look.style_header(cell, colour(column), upright=column.key in turned)
        width = column.width if column.key in turned else column_width(column)
        sheet.column_dimensions[column_letters(index)].width = width
    sheet.row_dimensions[layout.header_row].height = height


def column_width(column: Column) -> float:
    """The width of a column, or what the longest word of its header needs in bold."""
    longest = max(len(word) for word in column.header.split())
    return max(column.width, 1.15 * longest + 1.5)


def style_columns(sheet: Worksheet, layout: Layout, number_format: Callable[[Column], str]) -> None:
    """Give whole columns their number format and alignment, for rows that are still to come."""
    for index, column in enumerate(layout.columns, start=1):
        dimension = sheet.column_dimensions[column_letters(index)]
        dimension.number_format = number_format(column)
        dimension.alignment = look.body_alignment(column)


def set_up_page(
    sheet: Worksheet,
    header_row: int,
    heading: str,
    *,
    freeze: str,
    paper: str = Worksheet.PAPERSIZE_A4,
    portrait: bool = False,
    scale: int | None = None,
) -> None:
    """Freeze panes, and print one page wide with repeated headers, heading and page numbers.

    A `scale`, in per cent, is used as it is: Excel keeps to page breaks on such a sheet alone.
    """
    sheet.freeze_panes = freeze
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.page_setup.paperSize = int(paper)
    if scale is None:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        sheet.page_setup.scale = scale
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.HeaderFooter.oddHeader = _margin_text(margin_text(heading), SHEET_NAME)
    sheet.HeaderFooter.oddFooter = _margin_text(FILE_NAME, labels.PAGE_NUMBER)
    margins = sheet.page_margins
    margins.left = margins.right = SIDE_MARGIN
    margins.top = margins.bottom = END_MARGIN


def add_filter(sheet: Worksheet, layout: Layout, last_row: int) -> None:
    """Put filter buttons on the headers, over the rows down to `last_row`."""
    last = column_letters(len(layout.columns))
    sheet.auto_filter.ref = f"A{layout.header_row}:{last}{last_row}"


def _margin_text(left: str, right: str) -> HeaderFooterItem:
    item = HeaderFooterItem()
    item.left.text, item.right.text = left, right
    return item
