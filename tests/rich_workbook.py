"""The example as a busy user left it: coloured, rearranged, and with parts of other programs."""

import re
from collections.abc import Callable
from copy import copy
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from package_files import PNG, SPARKLINES, inject, parts_of
from small_school import EXAMPLE, to_bytes
from task_columns import BESIDE, LETTERS, RESULTS

SWAPPED = ((LETTERS["cluster"], LETTERS["remark"]), (LETTERS["core"], LETTERS["helpers"]))
"""Columns of the task list that changed places."""
_MOVED = {right: left for left, right in SWAPPED}
RESULT_COLUMNS = frozenset(_MOVED.get(letter, letter) for letter in RESULTS)
"""Where the result columns of the task list stand now."""
HOURS, (DOUBLE, NOTE) = LETTERS["planned_hours"], BESIDE
PLAN_COLUMNS = frozenset("ABCDEFGHIJKL")
"""The columns of the plan that are the program's."""
FOREIGN_PARTS = {
    "xl/vbaProject.bin": bytes(range(256)) * 9,
    "customXml/item1.xml": b"<eigen>  van een ander programma </eigen>",
    "xl/media/image1.png": PNG,
}
_DRAWING = "xl/drawings/drawing1.xml"
_ANCHOR = (
    '<oneCellAnchor><from><col>1</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from>'
    '<ext cx="9525" cy="9525"/><pic><nvPicPr><cNvPr id="9" name="Logo"/><cNvPicPr/></nvPicPr>'
    '<blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'r:embed="rIdLogo"/></blipFill><spPr/></pic><clientData/></oneCellAnchor>'
)  # fmt: skip
_PICTURE = (
    '<Relationship Id="rIdLogo" Target="/xl/media/image1.png" Type="http://schemas.openxmlformats'
    '.org/officeDocument/2006/relationships/image"/>'
)
_TYPES = (
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    '<Default Extension="png" ContentType="image/png"/>'
)
YELLOW = PatternFill("solid", fgColor="FFFF99")


def write_rich(path: Path) -> Path:
    """Write the workbook."""
    book = load_workbook(EXAMPLE)
    _change_tasks(book["Taken"])
    _change_plan(book["Verdeling"])
    _change_inputs(book)
    _add_sheets(book)
    path.write_bytes(_with_foreign_parts(to_bytes(book)))
    return path


def _change_tasks(sheet: Worksheet) -> None:
    for left, right in SWAPPED:
        for row in range(3, sheet.max_row + 1):
            _swap(sheet, f"{left}{row}", f"{right}{row}")
    sheet[f"{DOUBLE}3"], sheet[f"{NOTE}3"] = "dubbel", "mijn notitie"
    for row in range(5, 30):
        sheet[f"{DOUBLE}{row}"] = f"={HOURS}{row}*2"
        sheet[f"{NOTE}{row}"] = f"zie map {row}"
        sheet[f"{NOTE}{row}"].fill = YELLOW
    sheet["C5"].comment = Comment("Vraag aan Wout", "Lin Peeters")
    sheet[f"{HOURS}6"].font = Font(bold=True, color="FF0000")
    sheet.row_dimensions[20].hidden = True
    sheet.column_dimensions["I"].hidden = True
    sheet.column_dimensions[HOURS].width = 33
    sheet.conditional_formatting.add(f"{DOUBLE}5:{DOUBLE}29", _more_than_ten())
    validation = DataValidation(type="list", formula1='"a,b"')
    validation.add(f"{NOTE}5:{NOTE}29")
    sheet.add_data_validation(validation)


def _swap(sheet: Worksheet, one: str, other: str) -> None:
    first, second = sheet[one], sheet[other]
    first.value, second.value = second.value, first.value
    styles = copy(second._style), copy(first._style)
    first._style, second._style = styles


def _more_than_ten() -> Rule:
    return _rule(CellIsRule, operator="greaterThan", formula=["10"], fill=YELLOW)


def _rule(kind: Callable[..., Rule], *arguments: object, **options: object) -> Rule:
    return kind(*arguments, **options)


def _change_plan(sheet: Worksheet) -> None:
    """A table in place of the filter, a column of the user's own, and a bar in the hours."""
    sheet["M1"] = "mijn nota"
    sheet["M1"].fill = YELLOW
    sheet.auto_filter.ref = None
    sheet.add_table(Table(displayName="PlanTabel", ref="A1:M2"))
    bar = _rule(DataBarRule, "min", None, "max", None, "FF638EC6")
    sheet.conditional_formatting.add("I2:I2", bar)
    sheet.column_dimensions["B"].width = 61.5


def _change_inputs(book: Workbook) -> None:
    book["Personen"]["B4"].comment = Comment("deeltijds", "Lin Peeters")
    book["Personen"]["B4"].fill = YELLOW
    book["Personen"].row_dimensions[12].hidden = True
    book["Instellingen"].protection.sheet = True
    book["Instellingen"].protection.password = "geheim"
    book.defined_names["MijnUren"] = DefinedName("MijnUren", attr_text="Taken!$H$5:$H$20")


def _add_sheets(book: Workbook) -> None:
    notes = book.create_sheet("Notities", 1)
    notes.append(["taak", "uren"])
    for row in (2, 3, 4):
        notes.append([f"deel {row}", f"=SUM(Verdeling!I{row}:I{row + 5})"])
    notes.merge_cells("D2:E3")
    chart = BarChart()
    chart.add_data(Reference(notes, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    notes.add_chart(chart, "G5")
    hidden = book.create_sheet("Rekenblad")
    hidden["A1"] = "=MijnUren"
    hidden.sheet_state = "veryHidden"


def _with_foreign_parts(content: bytes) -> bytes:
    parts = parts_of(content)
    changed = dict(FOREIGN_PARTS)
    for name, end, extra in (
        ("[Content_Types].xml", b"</Types>", _TYPES),
        (_DRAWING, b"</wsDr>", _ANCHOR),
        ("xl/drawings/_rels/drawing1.xml.rels", b"</Relationships>", _PICTURE),
        (part_of(content, "Taken"), b"</worksheet>", SPARKLINES),
    ):
        assert parts[name].count(end) == 1
        changed[name] = parts[name].replace(end, extra.encode() + end)
    return inject(content, changed)


def part_of(content: bytes, sheet: str) -> str:
    """The part of a sheet in a workbook that openpyxl saved: they are numbered in order."""
    names = re.findall(rb'<sheet [^>]*?name="([^"]*)"', parts_of(content)["xl/workbook.xml"])
    return f"xl/worksheets/sheet{names.index(sheet.encode()) + 1}.xml"
