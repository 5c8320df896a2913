"""A table of a study file: numbers, switches and lists, each within its bounds."""

from decimal import Decimal

from models.issues import CellRef, Issue, error
from optimizer.workbook.read.toml_table import Toml, TomlTable

MOST_DIGITS = 30
"""Digits of a number, before or behind the comma, that a message writes out."""


class StudyTable(TomlTable):
    """A table with its place in the file; what is wrong is collected, never raised."""

    def __init__(self, where: CellRef, table: object, issues: list[Issue]) -> None:
        super().__init__(where, table, issues)
        self.values: Toml = table if isinstance(table, dict) else {}

    def inner(self, key: str) -> "StudyTable":
        """The table `[key]`; an empty one when absent."""
        inner = self.table(key)
        return StudyTable(inner.where, self.values.get(key), self.issues)

    def inners(self, key: str) -> list["StudyTable"]:
        """The tables of `[[key]]`, none when absent."""
        if key not in self:
            return []
        found = self.values[key]
        rows = found if isinstance(found, list) else []
        return [
            StudyTable(inner.where, row, self.issues)
            for inner, row in zip(self.tables(key), rows, strict=False)
        ]

    def entries(self, key: str) -> list[object]:
        """A list with something in it; empty, and an issue, when it is none."""
        found = self.values[key]
        if isinstance(found, list) and found:
            return found
        self.issues.append(error("study-not-list", self.where, key=key))
        return []

    def texts_of(self, key: str) -> list[str]:
        """A list of texts."""
        found = self.entries(key)
        texts = [each for each in found if isinstance(each, str)]
        if len(texts) < len(found):
            self.issues.append(error("map-not-text", self.where, key=key))
        return texts

    def number(self, key: str, default: Decimal, least: Decimal, most: Decimal) -> Decimal:
        """A number within bounds; the default when absent or wrong."""
        if key not in self:
            return default
        found = self.checked(key, self.values[key], least, most)
        return default if found is None else found

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds; the default when absent or wrong."""
        found = self.number(key, Decimal(default), Decimal(least), Decimal(most))
        if found != int(found):
            self.issues.append(error("study-not-whole", self.where, key=key, found=found))
        return int(found)

    def checked(self, key: str, found: object, least: Decimal, most: Decimal) -> Decimal | None:
        """A value as a number within bounds; nothing, and an issue, when it is none."""
        if isinstance(found, int | Decimal) and not isinstance(found, bool):
            number = Decimal(found)
            if number.is_finite() and least <= number <= most:
                return number
        if isinstance(found, Decimal) and found.is_finite() and abs(found.adjusted()) > MOST_DIGITS:
            found = str(found)  # Written out, it would fill pages.
        self.issues.append(
            error("study-not-number", self.where, key=key, found=found, least=least, most=most)
        )
        return None

    def switch(self, key: str, found: object) -> bool:
        """A value as true or false; false, and an issue, when it is neither."""
        if not isinstance(found, bool):
            self.issues.append(error("study-not-switch", self.where, key=key, found=found))
        return found is True
