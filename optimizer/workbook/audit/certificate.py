"""The certificate of a write: what changed, proven by comparing the files before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from models.errors import WorkbookError
from optimizer.workbook.audit.comparison import Comparison
from optimizer.workbook.audit.contents import Contents
from optimizer.workbook.audit.owned import Owned
from optimizer.workbook.audit.tokens import ForeignChangeError


class ChangeKind(StrEnum):
    """What happened to a part."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class PartChange:
    """A part that differs; a hash is the SHA-256 of its content, empty where there is none."""

    part: str
    kind: ChangeKind
    before: str
    after: str


@dataclass(frozen=True)
class Certificate:
    """What a write changed, and that it changed nothing else.

    Attributes
    ----------
    input_hash, output_hash
        SHA-256 of the whole files.
    parts
        Number of parts of the written file.
    changes
        The parts that differ.
    cells
        Number of cells that show something else than before, by sheet, in the order of the tabs;
        sheets without any are left out.
    """

    input_hash: str
    output_hash: str
    parts: int
    changes: tuple[PartChange, ...]
    cells: Mapping[str, int]

    @property
    def identical(self) -> int:
        """Number of parts that are the same, byte for byte."""
        return self.parts - sum(each.kind is not ChangeKind.REMOVED for each in self.changes)


def certify(before: bytes, after: bytes, owned: Owned) -> Certificate:
    """Compare a workbook before and after a write, and certify what changed.

    Raises
    ------
    WorkbookError
        `not-ours`: something would change that the write does not own. The facts name the part,
        the sheet and the cell as far as they are known; never what stands there.
    """
    part = ""
    try:
        found = Comparison(Contents(before), Contents(after), owned)
        for part in sorted(found.differing, key=lambda each: not found.is_sheet(each)):
            found.audit(part)
    except ForeignChangeError as change:
        facts = {"part": part, "detail": change.reason, "change": str(change)}
        raise WorkbookError("not-ours", **facts) from change
    return Certificate(
        input_hash=sha256(before).hexdigest(),
        output_hash=sha256(after).hexdigest(),
        parts=len(found.new.parts),
        changes=tuple(
            _change(part, found.old.hashes, found.new.hashes) for part in found.differing
        ),
        cells=found.cells,
    )


def _change(part: str, before: Mapping[str, str], after: Mapping[str, str]) -> PartChange:
    old, new = before.get(part, ""), after.get(part, "")
    kind = ChangeKind.CHANGED if old and new else ChangeKind.ADDED if new else ChangeKind.REMOVED
    return PartChange(part, kind, old, new)
