"""Two packages, before and after a write, compared part by part."""

from optimizer.workbook.audit.contents import AuditedSheet, Contents
from optimizer.workbook.audit.grid import take_apart
from optimizer.workbook.audit.owned import Owned
from optimizer.workbook.audit.part_audit import (
    audit_chain,
    audit_lists,
    audit_styles,
    audit_table,
    audit_titles,
    audit_workbook,
)
from optimizer.workbook.audit.sheet_audit import audit_sheet
from optimizer.workbook.audit.tokens import ForeignChangeError


class Comparison:
    """Two packages and what is found in comparing them.

    Raises `ForeignChangeError` when the members or the list of sheets differ in what is not ours.
    """

    def __init__(self, old: Contents, new: Contents, owned: Owned) -> None:
        self.old, self.new, self.owned = old, new, owned
        self._check_members()
        self._check_sheets()
        self._sheet_of = {entry.part: entry for entry in new.sheets}
        self._table_of = {
            table: entry for entry in new.sheets for table in new.related(entry.part, "table")
        }
        self._written: dict[str, frozenset[str]] = {}
        self._changed: dict[str, int] = {}

    @property
    def cells(self) -> dict[str, int]:
        """Number of changed cells per sheet, in the order of the tabs."""
        names = (entry.name for entry in self.new.sheets)
        return {name: self._changed[name] for name in names if self._changed.get(name)}

    @property
    def differing(self) -> list[str]:
        """The parts that differ, in the order of the written file; those that went come last."""
        before, after = self.old.hashes, self.new.hashes
        return [part for part in after if before.get(part) != after[part]] + self._gone

    @property
    def _gone(self) -> list[str]:
        return [part for part in self.old.parts if part not in self.new.hashes]

    @property
    def _added(self) -> tuple[AuditedSheet, ...]:
        return self.new.sheets[len(self.old.sheets) :]

    def audit(self, part: str) -> None:
        """Refuse a difference in a part that is not the program's; sheets have to come first."""
        if part in self._sheet_of:
            self._audit_sheet(self._sheet_of[part])
        elif part in self._gone:
            self._audit_gone(part)
        elif part not in self.old.hashes:
            raise ForeignChangeError("part-added")
        else:
            self._audit_other(part, self.old.xml(part), self.new.xml(part))

    def is_sheet(self, part: str) -> bool:
        """Whether the part is a sheet of the written workbook."""
        return part in self._sheet_of

    def _audit_sheet(self, entry: AuditedSheet) -> None:
        new = self.new.xml(entry.part)
        if entry in self._added:
            self._changed[entry.name] = sum(1 for _ in take_apart(new).cells())
            return
        owned = self.owned.sheets.get(entry.name)
        if owned is None:
            raise ForeignChangeError("sheet")
        found = audit_sheet(self.old.xml(entry.part), new, owned, self.old.strings)
        self._changed[entry.name] = found.changed
        self._written[entry.id] = found.written

    def _audit_gone(self, part: str) -> None:
        if not self._is_a("calcChain", part):
            raise ForeignChangeError("part-gone")
        audit_chain(self.old.xml(part), None, self._written)

    def _audit_other(self, part: str, old: bytes, new: bytes) -> None:
        folded = part.lower()
        if part == self.old.workbook:
            audit_workbook(old, new, len(self.old.sheets))
        elif self._is_own_table(part):
            audit_table(old, new)
        elif self._is_a("calcChain", part):
            audit_chain(old, new, self._written)
        elif folded.endswith((".rels", "[content_types].xml")):
            audit_lists(old, new, self._gone)
        elif self._is_a("styles", part):
            audit_styles(old, new)
        elif self._added and part in self.old.related("", "extended-properties"):
            audit_titles(old, new, len(self._added))
        else:
            raise ForeignChangeError("part")

    def _is_a(self, kind: str, part: str) -> bool:
        """Whether the workbook pointed at the part by this kind."""
        return part in self.old.related(self.old.workbook, kind)

    def _is_own_table(self, part: str) -> bool:
        entry = self._table_of.get(part)
        owned = self.owned.sheets.get(entry.name) if entry else None
        return owned is not None and owned.refilled

    def _check_members(self) -> None:
        """Members keep their order and their facts; new ones come last."""
        kept = [name for name in self.old.members if name in self.new.members]
        if list(self.new.members[: len(kept)]) != kept or self.old.comment != self.new.comment:
            raise ForeignChangeError("order")
        if any(self.old.facts(name) != self.new.facts(name) for name in kept):
            raise ForeignChangeError("member-facts")

    def _check_sheets(self) -> None:
        """The sheets keep their order, names and parts; those that came may come."""
        if self.new.sheets[: len(self.old.sheets)] != self.old.sheets:
            raise ForeignChangeError("sheet-list")
        if not {entry.name for entry in self._added} <= self.owned.addable:
            raise ForeignChangeError("sheet-added")
