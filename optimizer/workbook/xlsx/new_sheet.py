"""A new worksheet: its XML, and its line in the document properties."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from optimizer.workbook.addresses import cell_name, column_letters
from optimizer.workbook.xlsx.cell_xml import content_of
from optimizer.workbook.xlsx.page_setup import PageSetup
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.row_xml import CellEdit, RowXml
from optimizer.workbook.xlsx.xml_document import XML_DECLARATION, Document, apply_splices

MAX_NAME = 31
FILTER_NAME, TITLES_NAME = "_xlnm._FilterDatabase", "_xlnm.Print_Titles"
_ROW_HEIGHT = 15
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
        Row of the headers; it and the rows above stay in view when the user scrolls, and are
        repeated on every page.
    frozen_columns
        Number of columns that stay in view.
    folding
        Places of the columns, from 0, that can be folded away.
    page
        How it is printed; None leaves that to Excel.
    filtered
        Whether the headers get filter buttons.
    formats
        Conditions on the first data row, as formulas, with the number of the differential style
        of rows that meet them.
    """

    headers: Sequence[str] = ()
    widths: Sequence[float] = ()
    header_style: int = 0
    column_styles: Sequence[int] = ()
    header_row: int = 1
    frozen_columns: int = 0
    folding: Collection[int] = ()
    page: PageSetup | None = None
    filtered: bool = False
    formats: Sequence[tuple[str, int]] = ()

    def defined_names(self, sheet: str) -> dict[str, str]:
        """The names that Excel keeps for the filter and for the rows that pages repeat."""
        quoted, row = "'{}'".format(sheet.replace("'", "''")), self.header_row
        last = column_letters(max(1, len(self.headers)))
        names = {}
        if self.filtered:
            names[FILTER_NAME] = f"{quoted}!$A${row}:${last}${row + 1}"
        if self.page:
            names[TITLES_NAME] = f"{quoted}!$1:${row}"
        return names


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
    before = _properties(sheet) + _views(sheet) + _row_formats(sheet) + _columns(sheet)
    after = _filter(sheet) + _formats(sheet) + (sheet.page.elements() if sheet.page else "")
    return b"".join(
        [XML_DECLARATION, start, before.encode(), _grid(sheet), after.encode(), b"</worksheet>"]
    )


def _properties(sheet: NewSheet) -> str:
    outline = '<outlinePr summaryRight="0"/>' if sheet.folding else ""
    is_fitted = sheet.page is not None and sheet.page.scale is None
    fit = '<pageSetUpPr fitToPage="1"/>' if is_fitted else ""
    return f"<sheetPr>{outline}{fit}</sheetPr>" if outline or fit else ""


def _views(sheet: NewSheet) -> str:
    below = cell_name((sheet.header_row + 1, sheet.frozen_columns + 1))
    across = f'xSplit="{sheet.frozen_columns}" ' if sheet.frozen_columns else ""
    active = "bottomRight" if sheet.frozen_columns else "bottomLeft"
    pane = f'<pane {across}ySplit="{sheet.header_row}" topLeftCell="{below}" activePane="{active}" '
    view = f'{pane}state="frozen"/><selection pane="{active}"/>' if sheet.headers else ""
    return f'<sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'


def _row_formats(sheet: NewSheet) -> str:
    levels = ' outlineLevelCol="1"' if sheet.folding else ""
    return f'<sheetFormatPr defaultRowHeight="{_ROW_HEIGHT}"{levels}/>'


def _columns(sheet: NewSheet) -> str:
    count = max(len(sheet.widths), len(sheet.column_styles))
    columns = "".join(_column(sheet, number) for number in range(count))
    return f"<cols>{columns}</cols>" if columns else ""


def _column(sheet: NewSheet, place: int) -> str:
    width = sheet.widths[place] if place < len(sheet.widths) else 9.0
    style = sheet.column_styles[place] if place < len(sheet.column_styles) else 0
    number = place + 1
    level = ' outlineLevel="1"' if place in sheet.folding else ""
    return (
        f'<col min="{number}" max="{number}" width="{width:g}" style="{style}"'
        f' customWidth="1"{level}/>'
    )


def _data_range(sheet: NewSheet, first_row: int) -> str:
    """All columns from a row down to the first data row."""
    last = cell_name((sheet.header_row + 1, max(1, len(sheet.headers))))
    return f"{cell_name((first_row, 1))}:{last}"


def _filter(sheet: NewSheet) -> str:
    area = _data_range(sheet, sheet.header_row)
    return f'<autoFilter ref="{area}"/>' if sheet.filtered else ""


def _formats(sheet: NewSheet) -> str:
    rules = "".join(
        f'<cfRule type="expression" dxfId="{style}" priority="{priority}">'
        f"<formula>{escape(formula)}</formula></cfRule>"
        for priority, (formula, style) in enumerate(sheet.formats, start=1)
    )
    area = _data_range(sheet, sheet.header_row + 1)
    return f'<conditionalFormatting sqref="{area}">{rules}</conditionalFormatting>' if rules else ""


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
    """List the sheet in `docProps/app.xml`; that is left alone when it has not its usual form."""
    for part in parts.related("", "extended-properties"):
        document = parts.known(part)
        if document is not None:
            parts.write(part, _with_title(document, name))


def _with_title(document: Document, name: str) -> bytes:
    pairs = document.root.first("HeadingPairs")
    titles = document.root.first("TitlesOfParts")
    counts = [e for e in pairs.walk() if e.name == "i4"] if pairs else []
    vector = next((e for e in titles.walk() if e.name == "vector"), None) if titles else None
    if not counts or vector is None:
        return document.data
    # The first heading counts the worksheets, and their titles come first.
    stated = "" if counts[0].children else document.text(counts[0]).strip()
    sheets = int(stated) if stated.isdecimal() and len(stated) < 9 else 0
    if sheets > len(vector.children) or not sheets:
        return document.data
    place = vector.children[sheets - 1].end
    title = f"<{vector.prefix}lpstr>{escape(name)}</{vector.prefix}lpstr>".encode()
    size = {"size": str(len(vector.children) + 1)}
    count = (counts[0].open_end, counts[0].close_start, str(sheets + 1).encode())
    splices = [count, *document.rewrite(vector, size), (place, place, title)]
    return apply_splices(document.data, splices)
