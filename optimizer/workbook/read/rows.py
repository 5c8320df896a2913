"""One row of a sheet, read field by field; what is wrong is collected, never raised."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

from models.issues import CellRef, Issue, error, warning
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located, cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

T = TypeVar("T")

Sources = dict[tuple[str, str, str], CellRef]


class Row:
    """A row whose fields are asked by column key.

    A field that cannot be read adds an issue and takes its default, so that reading goes on and
    every issue is found in one pass.
    """

    def __init__(self, located: Located, number: int, issues: list[Issue]) -> None:
        self.located = located
        self.number = number
        self.issues = issues

    def cell(self, key: str) -> RawCell:
        """The raw cell of a column."""
        return self.located.cell(self.number, key)

    def text(self, key: str) -> str:
        """Clean text; empty when nothing stands there. Excel may have made a date of it."""
        cell = self.cell(key)
        if problem := values.defect(cell):
            self.issues.append(problem)
        elif isinstance(cell.value, date | time):
            self.issues.append(error("date-not-text", cell.where, found=cell_text(cell)))
        return cell_text(cell)

    def says(self, key: str, word: str) -> bool:
        """Whether exactly this word stands in a cell that otherwise holds a number."""
        return fold(cell_text(self.cell(key))) == word

    def exact(self, key: str, default: Decimal = Decimal(0)) -> Decimal:
        """A number; the default when the cell is empty."""
        return self._or(values.number(self.cell(key)), default)

    def optional(self, key: str) -> Decimal | None:
        """A number, or `None` when the cell is empty."""
        return self._or(values.number(self.cell(key)), None)

    def percent(self, key: str, default: Decimal = Decimal(0)) -> Decimal:
        """A percentage; the default when the cell is empty."""
        found = self.optional_percent(key)
        return default if found is None else found

    def optional_percent(self, key: str) -> Decimal | None:
        """A percentage, or `None` when the cell is empty; warns for 0,6 where 60 may be meant."""
        cell = self.cell(key)
        found = self._or(values.number(cell, percent=True), None)
        if found is not None and 0 < found < 1:
            self.issues.append(warning("fraction-of-percent", cell.where, found=found))
        return found

    def whole(self, key: str) -> int | None:
        """A whole number, or `None` when the cell is empty."""
        return self._or(values.whole(self.cell(key)), None)

    def day(self, key: str) -> date | None:
        """A date, or `None` when the cell is empty."""
        return self._or(values.day(self.cell(key)), None)

    def choice(self, key: str, words: Mapping[T, str], default: T) -> T:
        """The meaning of a word from a closed list; the default when the cell is empty."""
        found = values.choice(self.cell(key), words)
        return self._or(found, default)

    def required_choice(self, key: str, words: Mapping[T, str]) -> T:
        """The meaning of a word that must be there; the first one stands in after an issue."""
        cell = self.cell(key)
        found = values.choice(cell, words)
        if found is None:
            found = error("missing-choice", cell.where, expected=tuple(words.values()))
        return self._or(found, next(iter(words)))

    def required_text(self, key: str) -> str:
        """Clean text that must be there; empty after an issue."""
        text = self.text(key)
        cell = self.cell(key)
        if cell.is_empty:
            header = self.located.sheet.cell(self.located.header_row, self.located.columns[key])
            self.issues.append(error("missing-value", cell.where, header=cell_text(header)))
        return text

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no; the default when the cell is empty."""
        return self._or(values.flag(self.cell(key)), default)

    def loose_choice(self, key: str, words: Mapping[T, str]) -> T | None:
        """The meaning of a word, if it has one: another word than the list's only warns."""
        text = self.text(key)
        if not text:
            return None
        found = values.choose(text, words, self.cell(key))
        if isinstance(found, Issue):
            expected = tuple(words.values())
            self.issues.append(warning("unknown-word", found.where, found=text, expected=expected))
            return None
        return found

    def sources(self, record: str, code: str, key: str) -> Sources:
        """The cell of every field of this row, for messages; field `""` is the cell of `key`."""
        fields = {(record, code, name): self.cell(name).where for name in self.located.columns}
        return {(record, code, ""): self.cell(key).where, **fields}

    def _or(self, found: T | Issue | None, default: T) -> T:
        if isinstance(found, Issue):
            self.issues.append(found)
            return default
        return default if found is None else found
