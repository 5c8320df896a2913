"""A package opened: its parts, its workbook part, and the sheets that this one lists."""

from typing import NamedTuple

from models.errors import WorkbookError
from optimizer.workbook.xlsx.archive import LIMITS, Archive, ArchiveLimits
from optimizer.workbook.xlsx.parts import CONTENT_TYPES, Parts
from optimizer.workbook.xlsx.workbook_part import SheetEntry, find_workbook, list_sheets


class Opened(NamedTuple):
    """The parts of a package, the name of its workbook part, and its sheets in tab order."""

    parts: Parts
    workbook: str
    sheets: list[SheetEntry]

    def part(self, kind: str) -> str | None:
        """The part of this kind that the workbook points at, if it is there."""
        found = (name for name in self.parts.related(self.workbook, kind) if self.parts.find(name))
        return next(found, None)


def open_package(data: bytes, limits: ArchiveLimits = LIMITS) -> Opened:
    """Open a workbook from its bytes.

    Raises
    ------
    WorkbookError
        `not-a-workbook`, `encrypted`, `truncated`, `too-large`, `unsafe-xml` or
        `unsupported-encoding`.
    """
    archive = Archive(data, limits)
    if archive.find("mimetype") is not None:
        raise WorkbookError("not-a-workbook", reason="other-format")
    if archive.find(CONTENT_TYPES) is None:
        raise WorkbookError("not-a-workbook", reason="missing-part", part=CONTENT_TYPES)
    parts = Parts(archive)
    workbook = find_workbook(parts)
    return Opened(parts, workbook, list_sheets(parts, workbook))
