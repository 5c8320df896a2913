"""A small copy of a package for reading cells: only what they need, in the usual namespaces.

The reader that gets it never meets pictures, charts, pivot tables or anything else that could be
damaged, dangerous or merely large, and finds its parts under the usual names.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from models.errors import WorkbookError
from optimizer.workbook.xlsx.cell_range import CellRange
from optimizer.workbook.xlsx.parts import Parts, relationships_part
from optimizer.workbook.xlsx.workbook_part import SheetEntry
from optimizer.workbook.xlsx.xml_document import check_safe

READ_LIMIT = 64 * 2**20
"""Most bytes of cells and styles that are read; in memory they take some thirty times as much."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK = "xl/workbook.xml"
_SHARED = (("sharedStrings", "xl/sharedStrings.xml"), ("styles", "xl/styles.xml"),
           ("theme", "xl/theme/theme1.xml"))  # fmt: skip
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)  # fmt: skip
_ROOT = re.compile(rb"<((?:[\w.-]+:)?)worksheet[\s>]")
_EMPTY_CELL = re.compile(rb"<(?:[\w.-]+:)?c\s[^<>]*/>")
_EMPTY_ROW = re.compile(rb"<((?:[\w.-]+:)?row)\s[^<>]*(?:/>|>\s*</\1\s*>)")
_ROW = re.compile(rb"<((?:[\w.-]+:)?row)(\s[^<>]*?)(/?)>")
_ROW_NEED = re.compile(rb"""\s(?:r|hidden)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""What cells need of their row; how high it is and how it is grouped is for whoever draws it."""
_INLINE_TEXT = re.compile(
    rb' t="inlineStr"([^<>]*)><((?:[\w.-]+:)?)is><\2t(?:\s[^<>]*)?>([^<>]+)</\2t></\2is><'
)
"""A plain text inside its cell; openpyxl takes ten times as long for it as for a plain value."""
_MERGED = re.compile(rb"""\sref\s*=\s*["']([A-Z0-9:$]+)["']""")
_UNPLACED = re.compile(rb"<(?:[\w.-]+:)?(?:row|c)(?:\s(?![^<>]*\br=)[^<>]*)?/?>")


class ReadingCopy(NamedTuple):
    """The small package, and the merged blocks of each of its sheets."""

    package: bytes
    merges: Mapping[str, tuple[CellRange, ...]]


def reading_copy(parts: Parts, workbook: str, sheets: Sequence[SheetEntry]) -> ReadingCopy:
    """The cells, styles, comments and merged blocks of the worksheets of a package.

    Empty cells and rows are left out, so a million formatted rows weigh nothing.

    Raises
    ------
    WorkbookError
        `unsafe-xml`, `unsupported-encoding`, `too-large`, `unreadable` for a damaged sheet, or
        `not-a-workbook` for one that is none or has no part.
    """
    grids = [entry for entry in sheets if entry.is_grid]
    copied = dict(_shared_parts(parts, workbook))
    merges = {}
    for number, entry in enumerate(grids, start=1):
        data = _sheet_data(parts, entry.address.part)
        merges[entry.address.name] = tuple(_merged_blocks(data))
        copied[_sheet_name(number)] = _cells_only(data, entry.address.part)
        copied |= _comments(parts, entry.address.part, number)
    _check_size(copied)
    copied[_WORKBOOK] = _workbook_part(parts, workbook, grids)
    targets = [(f"/{_sheet_name(number)}", "worksheet") for number in range(1, len(grids) + 1)]
    copied[relationships_part(_WORKBOOK)] = _relationships(targets)
    copied["[Content_Types].xml"] = _content_types(copied)
    return ReadingCopy(_zipped(copied), merges)


def _check_size(copied: Mapping[str, bytes]) -> None:
    size = sum(map(len, copied.values()))
    if size > READ_LIMIT:
        largest = max(copied, key=lambda name: len(copied[name]))
        raise WorkbookError("too-large", part=largest, size=size, limit=READ_LIMIT)


def _shared_parts(parts: Parts, workbook: str) -> Iterator[tuple[str, bytes]]:
    for kind, name in _SHARED:
        for part in parts.related(workbook, kind)[:1]:
            if parts.find(part) is not None:
                yield name, _usual(parts.read(part), part)


def _sheet_name(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _sheet_data(parts: Parts, part: str) -> bytes:
    if parts.find(part) is None:
        raise WorkbookError("not-a-workbook", reason="missing-part", part=part)
    data = _usual(parts.read(part), part)
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise WorkbookError("unreadable", part=part, reason=str(error)) from error
    except (LookupError, ValueError) as error:  # an encoding that Python lacks, or expat does
        raise WorkbookError("unsupported-encoding", part=part, reason=str(error)) from error
    return data


def _comments(parts: Parts, sheet: str, number: int) -> dict[str, bytes]:
    """The part with the comments of a sheet, and the relationship that leads to it."""
    found = [part for part in parts.related(sheet, "comments") if parts.find(part) is not None]
    if not found:
        return {}
    name = f"xl/comments/comment{number}.xml"
    rels = relationships_part(_sheet_name(number))
    comments = _usual(parts.read(found[0]), found[0])
    return {name: comments, rels: _relationships([(f"/{name}", "comments")])}


def _usual(data: bytes, part: str) -> bytes:
    """The part in the namespaces of Excel itself, whichever of the two standards it follows."""
    check_safe(data, part)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def _cells_only(data: bytes, part: str) -> bytes:
    """A worksheet with nothing but its filled cells."""
    root = _ROOT.search(data)
    if root is None:
        raise WorkbookError("not-a-workbook", reason="not-a-worksheet", part=part)
    opened = data[: data.index(b">", root.start()) + 1].removesuffix(b"/>").removesuffix(b">")
    grid = _element(data, root[1] + b"sheetData")
    grid = _INLINE_TEXT.sub(rb' t="str"\1><\2v>\3</\2v><', grid)
    if not _UNPLACED.search(grid):
        grid = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", grid))
    grid = _ROW.sub(_bare_row, grid)
    return opened + b">" + grid + b"</" + root[1] + b"worksheet>"


def _bare_row(row: re.Match[bytes]) -> bytes:
    return b"<" + row[1] + b"".join(_ROW_NEED.findall(row[2])) + row[3] + b">"


def _merged_blocks(data: bytes) -> Iterator[CellRange]:
    root = _ROOT.search(data)
    holder = _element(data, root[1] + b"mergeCells") if root else b""
    for match in _MERGED.finditer(holder):
        block = CellRange.parse(match[1].decode())
        if block is not None:
            yield block


def _element(data: bytes, name: bytes) -> bytes:
    """An element that stands at most once, as it stands; empty when it is not there."""
    found = re.search(rb"<" + re.escape(name) + rb"(?:\s[^<>]*)?(/?)>", data)
    if found is None:
        return b""
    if found[1]:
        return found[0]
    end = re.compile(rb"</" + re.escape(name) + rb"\s*>").search(data, found.end())
    # Without an end the reader gets what is there, and says that it is damaged.
    return data[found.start() : end.end() if end else len(data)]


def _workbook_part(parts: Parts, workbook: str, grids: Sequence[SheetEntry]) -> bytes:
    properties = parts.document(workbook).root.first("workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    sheets = "".join(
        f"<sheet name={quoteattr(entry.address.name)} sheetId=\"{number}\""
        f" state=\"{'hidden' if entry.is_hidden else 'visible'}\" r:id=\"rId{number}\"/>"
        for number, entry in enumerate(grids, start=1)
    )  # fmt: skip
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(from_1904)}"/>'
        f"<sheets>{sheets}</sheets></workbook>"
    ).encode()


def _relationships(targets: Sequence[tuple[str, str]]) -> bytes:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'.encode()


def _content_types(parts: dict[str, bytes]) -> bytes:
    known = {_WORKBOOK: "sheet.main", "xl/sharedStrings.xml": "sharedStrings"}
    entries = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in known.items()
        if name in parts
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{entries}</Types>'.encode()


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
