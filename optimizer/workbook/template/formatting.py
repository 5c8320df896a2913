"""Colours, fonts, borders and number formats of the template."""

from collections.abc import Mapping
from typing import Literal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from models.vocabulary import Cluster
from optimizer.workbook.read.columns import Column, ColumnKind

AnyCell = Cell | MergedCell
"""What openpyxl hands out for an address."""

CORE_TASK = "D8BCF0"
"""Purple that the reader takes for a core task: hue 272°, saturation above 20 % in any model."""
CORE_ROW = "F0E6F9"
RESULT_HEADER = "4F7A5B"
RESULT_CELL = "EEF5EF"
INPUT_HEADER = "2F4B6E"
ASSUMED_HEADER = "8A5A17"
ASK = "FFF7CC"
"""Light yellow: empty, and needed as soon as the text beside it says so."""
GOOD, WORSE, BAD = "DDEFE0", "FCE8CF", "F6D5D5"
BAR = "8DB4A0"
GRID = "D0D5DB"
MUTED = "667080"
WHITE = "FFFFFF"
TAB_GUIDE, TAB_INPUT, TAB_OUTPUT = "8A8F98", INPUT_HEADER, RESULT_HEADER

CLUSTER_BANDS: Mapping[Cluster, str] = {
    Cluster.TECHNICAL: "2E6F9E",
    Cluster.PEDAGOGICAL: "3B7F4F",
    Cluster.POLICY: "A65A1F",
    Cluster.ADMINISTRATIVE: "5C6670",
}
BAND_FORMAT = '"Cluster: "@'
"""Shows the word ‘Cluster’ before the name; the cell holds the name alone."""

INPUT_FORMATS: Mapping[ColumnKind, str] = {
    ColumnKind.TEXT: "General",
    ColumnKind.CODE: "@",
    ColumnKind.CHOICE: "General",
    ColumnKind.NUMBER: "General",
    ColumnKind.HOURS: "#,##0.0#",
    ColumnKind.EURO: '"€ "#,##0.00',
    ColumnKind.PERCENT: "General",
    ColumnKind.COUNT: "#,##0",
    ColumnKind.LEVEL: "0",
    ColumnKind.DATE: "dd/mm/yyyy",
}
OUTPUT_FORMATS: Mapping[ColumnKind, str] = {
    **INPUT_FORMATS,
    ColumnKind.HOURS: "#,##0.0",
    ColumnKind.PERCENT: "0.0",
    ColumnKind.NUMBER: "0.0",
}
_CENTRED = (ColumnKind.CHOICE, ColumnKind.CODE, ColumnKind.LEVEL, ColumnKind.DATE)
_RIGHT = (
    ColumnKind.NUMBER,
    ColumnKind.HOURS,
    ColumnKind.EURO,
    ColumnKind.PERCENT,
    ColumnKind.COUNT,
)
_LINE = Side(style="thin", color=GRID)
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def font(
    colour: str = "000000",
    *,
    size: float = 11,
    bold: bool = False,
    italic: bool = False,
    underline: Literal["single"] | None = None,
) -> Font:
    """The one typeface of the template, in a colour and a size in points."""
    return Font(
        name="Calibri", family=2, size=size, bold=bold, italic=italic, color=colour, u=underline
    )


def solid(colour: str) -> PatternFill:
    """An even fill of an RGB colour such as `D8BCF0`."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def style_title(cell: AnyCell) -> None:
    """Make the title line of a sheet."""
    cell.font = font(INPUT_HEADER, size=15, bold=True)
    cell.alignment = Alignment(vertical="center")


def style_remark(cell: AnyCell) -> None:
    """Make the line under the title of a sheet."""
    cell.font = font(MUTED, italic=True)
    cell.alignment = Alignment(vertical="center")


def style_header(cell: AnyCell, colour: str, *, upright: bool = False) -> None:
    """Make a header; an upright one reads from bottom to top, for narrow columns."""
    cell.font = font(WHITE, bold=True)
    cell.fill = solid(colour)
    cell.border = _BOX
    cell.alignment = Alignment(
        horizontal="center",
        vertical="bottom" if upright else "center",
        wrap_text=not upright,
        text_rotation=90 if upright else 0,
    )


def style_body(cell: AnyCell, column: Column, number_format: str, colour: str = "") -> None:
    """Make a cell under a header; no colour means no fill."""
    cell.number_format = number_format
    cell.border = _BOX
    cell.alignment = body_alignment(column)
    if colour:
        cell.fill = solid(colour)


def body_alignment(column: Column) -> Alignment:
    """How the cells of a column stand: numbers right, short choices centred, text wrapped."""
    if column.kind in _RIGHT:
        return Alignment(horizontal="right", vertical="top", indent=1)
    if column.kind in _CENTRED:
        return Alignment(horizontal="center", vertical="top", wrap_text=True)
    return Alignment(horizontal="left", vertical="top", wrap_text=True)


def style_band(cell: AnyCell, colour: str) -> None:
    """Make a cell of the title row of a cluster."""
    cell.font = font(WHITE, size=12, bold=True)
    cell.fill = solid(colour)
    cell.number_format = BAND_FORMAT
    cell.alignment = Alignment(vertical="center")
