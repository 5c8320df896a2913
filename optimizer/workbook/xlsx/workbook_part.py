"""The workbook part: its sheets, a new sheet's entry, and recalculation on load."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from models.errors import WorkbookError
from optimizer.workbook.xlsx.new_sheet import FILTER_NAME
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.sheet_editor import SheetAddress
from optimizer.workbook.xlsx.xml_document import (
    Document,
    Element,
    apply_splices,
    escape_attribute,
)

_WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
# The children of `workbook` that the schema puts before `calcPr`.
_BEFORE_CALC = frozenset(
    {
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
        "definedNames",
    }
)


@dataclass(frozen=True)
class SheetEntry:
    """A sheet as the workbook part lists it; `is_grid` is false for chart and macro sheets."""

    address: SheetAddress
    is_grid: bool
    is_hidden: bool = False


def find_workbook(parts: Parts) -> str:
    """The name of the workbook part; `WorkbookError` `not-a-workbook` when there is none."""
    candidates = parts.related("", "officeDocument")
    if not candidates or parts.find(candidates[0]) is None:
        raise WorkbookError("not-a-workbook", reason="no-workbook-part")
    if candidates[0].lower().endswith(".bin"):
        raise WorkbookError("not-a-workbook", reason="binary-workbook")
    root = parts.document(candidates[0]).root
    if root.name != "workbook" or root.first("sheets") is None:
        raise WorkbookError("not-a-workbook", reason="other-document", found=root.name)
    return candidates[0]


def list_sheets(parts: Parts, workbook: str) -> list[SheetEntry]:
    """All sheets in the order of their tabs; `WorkbookError` when there are none.

    One that leads to no part is no grid.
    """
    relationships = {rel.id: rel for rel in parts.relationships(workbook)}
    entries = []
    for number, sheet in enumerate(_sheets(parts.document(workbook)).all("sheet")):
        rel = relationships.get(sheet.qualified("id"))
        part = rel.target if rel else ""
        address = SheetAddress(sheet.get("name"), part, sheet.get("sheetId"), number)
        is_hidden = sheet.get("state") in ("hidden", "veryHidden")
        is_grid = rel is not None and rel.is_a("worksheet")
        entries.append(SheetEntry(address, is_grid, is_hidden))
    if not entries:
        raise WorkbookError("not-a-workbook", reason="no-sheets")
    return entries


def add_sheet_entry(parts: Parts, workbook: str, name: str, part: str) -> SheetAddress:
    """List a new worksheet part as the last sheet: workbook, relationship, content type."""
    kinds = [rel.type for rel in parts.relationships(workbook) if rel.is_a("worksheet")]
    if not kinds:
        raise WorkbookError("not-a-workbook", reason="no-worksheet")
    new_id = parts.add_relationship(workbook, kinds[0], part)
    parts.add_content_type(part, _WORKSHEET_TYPE)
    document = parts.document(workbook)
    sheets = _sheets(document)
    listed = sheets.all("sheet")
    taken = [int(i) for sheet in listed if (i := sheet.get("sheetId")).isdecimal()]
    sheet_id = str(max(taken, default=0) + 1)
    element = (
        f'<{sheets.prefix}sheet name="{escape_attribute(name)}" sheetId="{sheet_id}"'
        f" {_id_attribute(listed, new_id)}/>"
    )
    parts.append(workbook, document, sheets, element)
    return SheetAddress(name, part, sheet_id, len(listed))


def add_defined_names(parts: Parts, workbook: str, place: int, names: Mapping[str, str]) -> None:
    """Append names that belong to the sheet at this place, from 0; that of a filter is hidden."""
    if not names:
        return
    document = parts.document(workbook)
    root, holder = document.root, document.root.first("definedNames")
    elements = "".join(_defined_name(root.prefix, place, *entry) for entry in names.items())
    if holder is not None:
        parts.append(workbook, document, holder, elements)
        return
    before = [e for e in root.children if e.name in _BEFORE_CALC]
    whole = f"<{root.prefix}definedNames>{elements}</{root.prefix}definedNames>"
    splice = (before[-1].end, before[-1].end, whole.encode())
    parts.write(workbook, apply_splices(document.data, [splice]))


def _defined_name(prefix: str, place: int, name: str, text: str) -> str:
    hidden = ' hidden="1"' if name == FILTER_NAME else ""
    start = f'<{prefix}definedName name="{name}" localSheetId="{place}"{hidden}>'
    return f"{start}{escape(text)}</{prefix}definedName>"


def request_full_calculation(parts: Parts, workbook: str) -> None:
    """Let Excel recalculate everything when it opens the workbook."""
    document = parts.document(workbook)
    asked: dict[str, str | None] = {"fullCalcOnLoad": "1"}
    existing = document.root.first("calcPr")
    if existing is not None:
        splices = document.rewrite(existing, asked)
    else:
        before = [e for e in document.root.children if e.name in _BEFORE_CALC]
        place = before[-1].end
        element = f'<{document.root.prefix}calcPr fullCalcOnLoad="1"/>'
        splices = [(place, place, element.encode())]
    parts.write(workbook, apply_splices(document.data, splices))


def _sheets(document: Document) -> Element:
    sheets = document.root.first("sheets")
    if sheets is None:
        raise WorkbookError("not-a-workbook", reason="no-sheets")
    return sheets


def _id_attribute(listed: Sequence[Element], value: str) -> str:
    """The `r:id` attribute, its prefix declared anew: some writers declare it sheet by sheet."""
    names = (key.split(" ") for sheet in listed for key in sheet.attributes)
    uri, name, prefix = next(parts for parts in names if parts[1:2] == ["id"])
    return f'xmlns:{prefix}="{uri}" {prefix}:{name}="{value}"'
