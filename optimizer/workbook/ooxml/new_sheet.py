"""A new worksheet: its XML, and its line in the document properties."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from optimizer.workbook.ooxml.cell_range import cell_name
from optimizer.workbook.ooxml.cell_xml import content_of
from optimizer.workbook.ooxml.parts import Parts
from optimizer.workbook.ooxml.row_xml import CellEdit, RowXml
from optimizer.workbook.ooxml.xml_document import XML_DECLARATION, Document, apply_splices

MAX_NAME = 31
_NAME_FORBIDDEN = frozenset("[]:*?/\\")


@dataclass(frozen=True)
class NewSheet:
    """What a new sheet starts with.

    Attributes
    ----------
    headers
        Texts of the header row.
    widths
        Column widths in characters.
    header_style
        Style number of the headers.
    column_styles
        Style numbers that the columns give their cells below the headers.
    header_row
        Row of the headers; it and the rows above stay in view when the user scrolls.
    """

    headers: Sequence[str] = ()
    widths: Sequence[float] = ()
    header_style: int = 0
    column_styles: Sequence[int] = ()
    header_row: int = 1


def check_sheet_name(name: str, taken: Sequence[str]) -> None:
    """`ValueError` when Excel would refuse the name or when another sheet has it."""
    is_quoted = name.startswith("'") or name.endswith("'")
    if not name or len(name) > MAX_NAME or is_quoted or _NAME_FORBIDDEN & set(name):
        raise ValueError(f"not a sheet name: {name!r}")
    if name.lower() in {other.lower() for other in taken}:
        raise ValueError(f"sheet exists: {name!r}")


def build_sheet(sheet: NewSheet, namespace: str) -> bytes:
    """The XML of the new worksheet part, in the workbook's own main namespace."""
    start = f'<worksheet xmlns="{namespace}">'.encode()
    body = _views(sheet) + _columns(sheet)
    return XML_DECLARATION + start + body.encode() + _grid(sheet) + b"</worksheet>"


def _views(sheet: NewSheet) -> str:
    below = cell_name((sheet.header_row + 1, 1))
    pane = f'<pane ySplit="{sheet.header_row}" topLeftCell="{below}" activePane="bottomLeft" '
    view = f'{pane}state="frozen"/><selection pane="bottomLeft"/>' if sheet.headers else ""
    return f'<sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'


def _columns(sheet: NewSheet) -> str:
    count = max(len(sheet.widths), len(sheet.column_styles))
    columns = "".join(_column(sheet, number) for number in range(count))
    return f"<cols>{columns}</cols>" if columns else ""


def _column(sheet: NewSheet, place: int) -> str:
    width = sheet.widths[place] if place < len(sheet.widths) else 9.0
    style = sheet.column_styles[place] if place < len(sheet.column_styles) else 0
    number = place + 1
    return f'<col min="{number}" max="{number}" width="{width:g}" style="{style}" customWidth="1"/>'


def _grid(sheet: NewSheet) -> bytes:
    if not sheet.headers:
        return b"<sheetData/>"
    edits = {
        column: CellEdit(*content_of(text, ""), sheet.header_style)
        for column, text in enumerate(sheet.headers, start=1)
    }
    row = RowXml(Document(b"<sheetData/>", ""), "").new(sheet.header_row, edits, {})
    return b"<sheetData>" + row + b"</sheetData>"


def add_title(parts: Parts, name: str) -> None:
    """List the sheet in `docProps/app.xml`; left alone when that has not its usual form."""
    for part in parts.related("", "extended-properties"):
        if parts.find(part) is not None:
            document = parts.document(part)
            parts.write(part, _with_title(document, name))


def _with_title(document: Document, name: str) -> bytes:
    pairs = document.root.first("HeadingPairs")
    titles = document.root.first("TitlesOfParts")
    counts = [e for e in pairs.walk() if e.name == "i4"] if pairs else []
    vector = next((e for e in titles.walk() if e.name == "vector"), None) if titles else None
    if not counts or vector is None:
        return document.data
    # The first heading counts the worksheets, and their titles come first.
    sheets = int(document.text(counts[0]))
    if sheets > len(vector.children) or not sheets:
        return document.data
    place = vector.children[sheets - 1].end
    title = f"<{vector.prefix}lpstr>{escape(name)}</{vector.prefix}lpstr>".encode()
    size = {"size": str(len(vector.children) + 1)}
    count = (counts[0].open_end, counts[0].close_start, str(sheets + 1).encode())
    splices = [count, *document.rewrite(vector, size), (place, place, title)]
    return apply_splices(document.data, splices)
