"""The XML of a worksheet with chosen cells taken out, to compare the rest byte for byte."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl.utils import column_index_from_string
from package_files import parts_of

IsOurs = Callable[[int, int], bool]
"""Whether the cell in a row and a column, both from 1, is the program's."""

_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?:[^>]*/>|[^>]*[^/]>.*?</c>|>.*?</c>)', re.DOTALL)
_EMPTY_ROW = re.compile(rb"<row [^>]*(?:/>|></row>)")
_GROWN = re.compile(
    rb' spans="[^"]*"|<dimension [^>]*/>|<sheetData/>|</?sheetData>'
    rb'|<col min="(\d+)" max="\1" width="(?:11|90)" customWidth="1"/>'
)
"""What grows with our cells; the last are the widths of the columns that are made."""
_FITTED = re.compile(
    rb'(?:sqref|ref)="[A-Z0-9: ]*"|<xm:sqref>[^<]*<|<filterColumn.*?</filterColumn>'
    rb'|<sheetPr.*?(?:/>|</sheetPr>)| (?:ht|hidden|outlineLevel(?:Row)?|collapsed)="[^"]*"'
    rb"|<rowBreaks.*?</rowBreaks>"
)


def sheet_parts(path: Path) -> Mapping[str, str]:
    """The part of every sheet by the sheet's name."""
    parts = parts_of(path.read_bytes())
    targets: dict[str, str] = {}
    for relationship in re.findall(
        r"<Relationship .*?/>", _text(parts, "xl/_rels/workbook.xml.rels")
    ):
        target = _attribute(relationship, "Target")
        targets[_attribute(relationship, "Id")] = target.removeprefix("/xl/")
    sheets = re.findall(r"<sheet .*?/>", _text(parts, "xl/workbook.xml"))
    return {_attribute(s, "name"): f"xl/{targets[_attribute(s, 'r:id')]}" for s in sheets}


def rest_of(xml: bytes, is_ours: IsOurs, *, refilled: bool = False) -> bytes:
    """The sheet without our cells and what grows with them; `refilled`: nor its fitted ranges."""

    def without(match: re.Match[bytes]) -> bytes:
        ours = is_ours(int(match[2]), column_index_from_string(match[1].decode()))
        return b"" if ours else match[0]

    rest = _GROWN.sub(b"", _CELL.sub(without, xml)).replace(b"<cols></cols>", b"")
    return _EMPTY_ROW.sub(b"", _FITTED.sub(b"", rest) if refilled else rest)


def _text(parts: Mapping[str, bytes], name: str) -> str:
    return parts[name].decode()


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    assert found is not None, tag
    return found[1].replace("&amp;", "&")
