"""Mutations of what points at something: numbers, addresses, ranges, relationships, sheets."""

import re
from collections.abc import Mapping, Sequence
from random import Random

from fuzzing.packages import SHEETS, Mutate, in_part
from fuzzing.xml_text import attributes

_WORKBOOK = re.compile(r"xl/workbook\.xml$")
_RELATIONS = re.compile(r"\.rels$|Content_Types")
_SHARED = re.compile(r"xl/(?:styles|sharedStrings|tables/[^/]+|comments[^/]*/?[^/]*)\.xml$")
_NUMBERS = (
    "", "0", "1", "-1", "2", "1048576", "1048577", "4294967295", "99999999999999999999", "1e308",
    "NaN", "1.5", " 2 ", "١", "²", "1_0", "true", "x",
)  # fmt: skip
_CELLS = (
    "A0", "XFD1048576", "XFE1", "A1048577", "ZZZZ9", "$A$1", "a1", "A", "7", "AA", "A1A1", "A01",
    "É1", "A1:A1", "", "R1C1",
)  # fmt: skip
_RANGES = (
    "A1:XFD1048576", "A1:A1 B2:B2", "B2:A1", "A:A", "1:3", "A1:", ":", "#REF!", "A1:C3", "C3:H40",
    "Taken!A1:B2", "$A$1:$B$2", "A1:B2:C3", "A5:Z5", "D3:D9",
)  # fmt: skip
_TARGETS = (
    "", "/", "..", "../../../x.xml", "worksheets/sheet1.xml", "/xl/worksheets/sheet2.xml",
    "http://voorbeeld.invalid/x", "#Taken!A1", "xl/workbook.xml", "/xl/workbook.xml", "styles.xml",
    "file:///etc/passwd", "worksheets%2Fsheet1.xml", "WORKSHEETS/SHEET1.XML", "rId1", "rId99",
)  # fmt: skip
_NAMES = (
    "", "Taken", "taken", "PERSONEN", "Verdeling", "x" * 31, "x" * 40, "a/b", "a'b", "Eigen 'blad'",
    "&lt;b&gt;", "=1+1", "😀", "Samenvatting", "Nakijken", " Taken ", "Hiaten", "History",
)  # fmt: skip
_STATES = ("hidden", "veryHidden", "visible", "x", "")
_NAMES_OF_NUMBERS = ("s", "count", "uniqueCount", "numFmtId", "fontId", "fillId", "xfId", "si",
                     "min", "max", "spans", "sheetId", "localSheetId", "id", "theme", "rgb",
                     "indexed", "tint", "ht", "width", "style", "dxfId", "authorId")  # fmt: skip
_MERGE = b'<mergeCells count="2"><mergeCell ref="%s"/><mergeCell ref="%s"/></mergeCells>'
_FOLLOWS = re.compile(
    rb"<(?:phoneticPr|conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins"
    rb"|pageSetup|headerFooter|drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>"
)


def _setter(names: Sequence[str], values: Sequence[str], most: int = 3) -> Mutate:
    """Give some attributes with one of these names one of these values."""

    def change(xml: bytes, rng: Random) -> bytes:
        found = [each for name in names for each in attributes(xml, name)]
        chosen = rng.sample(found, min(len(found), rng.randint(1, most)))
        for each in sorted(chosen, key=lambda match: match.start(), reverse=True):
            value = rng.choice(values).encode()
            xml = xml[: each.start(2)] + b'"' + value + b'"' + xml[each.end(2) :]
        return xml

    return change


def _shared_index(xml: bytes, rng: Random) -> bytes:
    """The number of a shared string that is not there, or is no number."""
    found = list(re.finditer(rb't="s"[^<>]*><v>([^<]*)</v>', xml))
    if not found:
        return xml
    each = rng.choice(found)
    return xml[: each.start(1)] + rng.choice(_NUMBERS).encode() + xml[each.end(1) :]


def _merge(xml: bytes, rng: Random) -> bytes:
    """Merged blocks in the table, over each other at times."""
    place = _FOLLOWS.search(xml)
    if b"<mergeCells" in xml or place is None:
        return _setter(["ref"], (*_RANGES, *_CELLS))(xml, rng)
    blocks = tuple(_block(rng) for _ in range(2))
    return xml[: place.start()] + _MERGE % blocks + xml[place.start() :]


def _block(rng: Random) -> bytes:
    if rng.random() < 0.2:
        return rng.choice(_RANGES).encode()
    row, column = rng.randint(1, 12), rng.choice("ABCDFHUW")
    return f"{column}{row}:{chr(ord(column) + rng.randint(0, 3))}{row + rng.randint(0, 3)}".encode()


def _reorder_sheets(xml: bytes, rng: Random) -> bytes:
    found = list(re.finditer(rb"<sheet\s[^<>]*/>", xml))
    if not found:
        return xml
    shuffled = [each[0] for each in found]
    rng.shuffle(shuffled)
    return xml[: found[0].start()] + b"".join(shuffled) + xml[found[-1].end() :]


REFERENCES: Mapping[str, Mutate] = {
    "row-numbers": in_part(_setter(["r"], (*_NUMBERS, *_CELLS)), SHEETS),
    "cell-styles": in_part(_setter(["s"], _NUMBERS), SHEETS),
    "other-numbers": in_part(_setter(_NAMES_OF_NUMBERS, _NUMBERS), SHEETS),
    "shared-numbers": in_part(_setter([*_NAMES_OF_NUMBERS, "ref"], _NUMBERS), _SHARED),
    "cell-types": in_part(_setter(["t"], ("s", "str", "b", "e", "d", "inlineStr", "n", "zz", "")),
                          SHEETS),
    "ranges": in_part(_setter(["ref", "sqref", "topLeftCell"], (*_RANGES, *_CELLS))),
    "shared-index": in_part(_shared_index, SHEETS),
    "merged-blocks": in_part(_merge, SHEETS),
    "relations": in_part(_setter(["Target", "Id", "PartName"], _TARGETS), _RELATIONS),
    "relation-kinds": in_part(_setter(["Type", "TargetMode", "ContentType", "Extension"],
                                      ("", "External", "x", "application/xml")), _RELATIONS),
    "sheet-names": in_part(_setter(["name"], _NAMES), _WORKBOOK),
    "sheet-states": in_part(_setter(["state", "sheetId"], (*_STATES, *_NUMBERS)), _WORKBOOK),
    "sheet-order": in_part(_reorder_sheets, _WORKBOOK),
}  # fmt: skip
"""What can happen to numbers and addresses in a package."""
