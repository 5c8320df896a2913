"""What once made the program fail, each as one change in one part of a small workbook."""

import re
from dataclasses import dataclass

from package_files import inject, parts_of
from rich_workbook import part_of

from fuzzing.seeds import content_of

PLAN, TASKS, WORKBOOK, STYLES = "Verdeling", "Taken", "xl/workbook.xml", "xl/styles.xml"


@dataclass(frozen=True)
class Once:
    """A change that made a command fail.

    Attributes
    ----------
    name
        What was wrong with the file.
    part
        The part that changes, or the sheet whose part it is.
    pattern, replacement
        What is replaced in it, everywhere; it must occur.
    code
        How `optimize` has to end now.
    seed
        The workbook that is changed.
    """

    name: str
    part: str
    pattern: bytes
    replacement: bytes
    code: int
    seed: str = "school"

    def content(self) -> bytes:
        """The file."""
        whole = content_of(self.seed)
        part = self.part if "/" in self.part else part_of(whole, self.part)
        changed, times = re.subn(self.pattern, self.replacement, parts_of(whole)[part], flags=re.S)
        assert times, self.name
        return inject(whole, {part: changed})


def _merged(name: str, reference: bytes) -> Once:
    block = b'</sheetData><mergeCells><mergeCell ref="%s"/></mergeCells>' % reference
    return Once(name, TASKS, b"</sheetData>", block, 0)


def _encoded(name: str, encoding: bytes, code: int) -> Once:
    declaration = b'<?xml version="1.0" encoding="%s"?><worksheet' % encoding
    return Once(name, TASKS, rb"^(?:<\?xml[^>]*>\s*)?<worksheet", declaration, code)


CORPUS = (
    _merged("merged block above the first row", b"A0:B2"),
    _merged("merged block below the last row", b"A1048577:A1048578"),
    _merged("merged block past the last column", b"XFE1:XFE2"),
    _encoded("wide encoding of what is narrow", b"utf-32", 0),
    _encoded("encoding that nobody knows", b"onbekend", 3),
    Once("spans that are no numbers", PLAN, rb'<row r="2"', b'<row spans="x:y" r="2"', 0,
         "planned"),
    Once("spans without numbers", PLAN, rb'<row r="2"', b'<row spans="::" r="2"', 0, "planned"),
    Once("dimension outside the sheet", PLAN, rb'<dimension ref="[^"]*"', b'<dimension ref="A0"',
         0, "planned"),
    Once("filter outside the sheet", PLAN, rb'<autoFilter ref="[^"]*"', b'<autoFilter ref="A0:B3"',
         0, "planned"),
    Once("row twice", PLAN, rb'(<row r="2".*?</row>)', rb"\1\1", 3, "planned"),
    Once("cell twice", PLAN, rb'(<c r="A2".*?</c>)', rb"\1\1", 3, "planned"),
    Once("cells of a sheet twice", TASKS, rb"(<sheetData>.*</sheetData>)", rb"\1\1", 3),
    Once("titles that are not counted", "docProps/app.xml", rb"<vt:i4>\d+</vt:i4>",
         b"<vt:i4>veel</vt:i4>", 0, "xlsxwriter"),
    Once("another attribute before that of the relationship", WORKBOOK, b"<sheet ",
         b'<sheet xmlns:xr="urn:x" xr:uid="1" ', 0, "xlsxwriter"),
    Once("font that is not there", STYLES, rb'(<cellXfs[^>]*><xf [^>]*?)fontId="0"',
         rb'\1fontId="99"', 0, "xlsxwriter"),
    Once("style that is not there in an empty cell", PLAN, rb'(<row r="2".*?)</row>',
         rb'<row r="2"><c r="E2" s="4294967295"/></row>', 0, "planned"),
    Once("height that is no number", TASKS, rb'<row r="2"', '<row ht="²" r="2"'.encode(), 0),
    Once("theme that is no XML", "xl/theme/theme1.xml", rb"<a:clrScheme", b"<a:clrScheme <", 0),
)  # fmt: skip
