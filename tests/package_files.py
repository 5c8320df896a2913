"""Workbook files for the package tests: rich ones, hand-made ones, and what changed in them."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, DataBarRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.write.package import Package, SheetEditor

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
SPARKLINES = (
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    "<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline>"
    "<xm:f>Taken!B2:B4</xm:f><xm:sqref>F2</xm:sqref></x14:sparkline></x14:sparklines>"
    "</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Content of every member by name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    """Names of the members that differ, came or went."""
    old, new = parts_of(before), parts_of(after)
    return {name for name in {**old, **new} if old.get(name) != new.get(name)}


def inject(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with members replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts_of(data), **parts}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rich_workbook() -> bytes:
    """A workbook with about everything that openpyxl can write, plus parts that it cannot."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Taken"
    _fill_tasks(sheet)
    notes = book.create_sheet("Notities")
    notes["A1"] = "vrij"
    notes.merge_cells("B2:C3")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    notes.add_chart(chart, "E5")
    book.defined_names["Totaal"] = DefinedName("Totaal", attr_text="Taken!$B$2:$B$4")
    buffer = io.BytesIO()
    book.save(buffer)
    return _with_foreign_parts(buffer.getvalue())


def _rule(kind: Callable[..., Rule], *arguments: object, **options: object) -> Rule:
    return kind(*arguments, **options)


def _fill_tasks(sheet: Worksheet) -> None:
    for row in (("taak", "uren", "dubbel", "vast"), ("a", 1, "=B2*2", None),
                ("b", 2.5, "=B3*2", None), ("c & d", 3, "=B4*2", "x")):  # fmt: skip
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet["B3"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A2"].comment = Comment("let op", "Lin Peeters")
    sheet.add_table(Table(displayName="TakenTabel", ref="A1:D4"))
    validation = DataValidation(type="list", formula1='"x"', allow_blank=True)
    validation.add("D2:D4")
    sheet.add_data_validation(validation)
    red = PatternFill("solid", bgColor="FF0000")
    sheet.conditional_formatting.add("B2:B4", _rule(CellIsRule, "greaterThan", ["2"], fill=red))
    bar = _rule(DataBarRule, "min", None, "max", None, "FF638EC6")
    sheet.conditional_formatting.add("C2:C4 H1", bar)
    sheet.freeze_panes = "A2"


def _with_foreign_parts(data: bytes) -> bytes:
    parts = parts_of(data)
    sheet = parts["xl/worksheets/sheet1.xml"]
    tail = b"<tableParts"
    end = sheet.index(b"</worksheet>")
    assert tail in sheet
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        b'<Default Extension="png" ContentType="image/png"/></Types>')  # fmt: skip
    return inject(
        data,
        {
            "xl/worksheets/sheet1.xml": sheet[:end] + SPARKLINES.encode() + sheet[end:],
            "[Content_Types].xml": types,
            "xl/media/image1.png": PNG,
            "xl/vbaProject.bin": bytes(range(256)),
            "customXml/item1.xml": b"<eigen>  iets </eigen>",
        },
    )


def sheet_xml(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet part around some row elements."""
    data = f"<sheetData>{rows}</sheetData>"
    return f'{_HEAD}<worksheet xmlns="{namespace}">{before}{data}{after}</worksheet>'


def hand_made(
    worksheet: str | bytes,
    extra: Mapping[str, bytes] | None = None,
    *,
    strict: bool = False,
    absolute: bool = False,
    workbook_tail: str = "",
    rels_tail: str = "",
    types_tail: str = "",
) -> bytes:
    """The smallest package around one worksheet part, named `Blad`."""
    office = _STRICT_OFFICE if strict else _OFFICE
    target = "/xl/worksheets/sheet1.xml" if absolute else "worksheets/sheet1.xml"
    content = worksheet if isinstance(worksheet, bytes) else worksheet.encode()
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f"{types_tail}</Types>",
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{STRICT if strict else MAIN}" '
        f'xmlns:rel="{office}"><sheets><sheet name="Blad" sheetId="7" rel:id="rId1"/></sheets>'
        f"{workbook_tail}</workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{office}/worksheet" Target="{target}"/>'
        f"{rels_tail}</Relationships>",
    }
    encoded = {name: text.encode() for name, text in parts.items()}
    return zipped({**encoded, "xl/worksheets/sheet1.xml": content, **(extra or {})})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def without_cells(xml: bytes, *refs: str) -> bytes:
    """The sheet XML without the elements of these cells."""
    for ref in refs:
        xml = re.sub(rb'<c r="%s"(?:[^>]*/>|[^>]*[^/>]>.*?</c>|>.*?</c>)' % ref.encode(), b"", xml)
    return xml


def cells_of(data: bytes, sheet: str) -> Worksheet:
    """The sheet as openpyxl reads it."""
    worksheet = openpyxl.load_workbook(io.BytesIO(data), rich_text=False)[sheet]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def opened(rows: str, *, before: str = "", after: str = "") -> SheetEditor:
    """The editor of a hand-made sheet around some row elements; its styles are 0 to 9."""
    formats = "<xf/>" * 10
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs count="10">{formats}</cellXfs></styleSheet>'
    relation = f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    content = sheet_xml(rows, before=before, after=after)
    package = hand_made(content, {"xl/styles.xml": styles.encode()}, rels_tail=relation)
    return Package(package).sheet("Blad")


def inside(xml: bytes) -> str:
    """What stands inside `sheetData`."""
    return xml.decode().split("<sheetData>")[1].split("</sheetData>")[0]
