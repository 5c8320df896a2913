"""A table of TOML, asked value by value; what is wrong is collected, never raised."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, cast

from models.errors import InvalidProblemError, WorkbookError
from models.issues import CellRef, Issue, error
from optimizer.workbook.addresses import MAX_COLUMN, MAX_ROW, column_number
from optimizer.workbook.read.matching import fold

T = TypeVar("T")
Toml = Mapping[str, object]
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


def _read_toml(path: Path) -> Toml:
    """The tables of a TOML file; `WorkbookError` `map-unreadable` when it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as problem:
        raise WorkbookError("map-unreadable", path=path, reason=str(problem)) from problem


def read_whole(path: Path, build: Callable[["TomlTable"], T]) -> T:
    """What `build` makes of a TOML file.

    Raises
    ------
    WorkbookError
        `map-unreadable` when it is no TOML.
    InvalidProblemError
        With everything that is wrong in it.
    """
    issues: list[Issue] = []
    built = build(TomlTable(CellRef(path.name), _read_toml(path), issues))
    if issues:
        raise InvalidProblemError(issues)
    return built


class TomlTable:
    """A table with its place in the file; `issues` is shared by the whole file."""

    def __init__(self, where: CellRef, table: object, issues: list[Issue]) -> None:
        self.where = where
        self.issues = issues
        self._table = cast("Toml", table) if isinstance(table, dict) else {}

    def check_keys(self, known: Sequence[str]) -> None:
        """Report every key that the program does not know."""
        for key in self._table:
            if key not in known:
                self.issues.append(
                    error("map-unknown-key", self.where, key=key, expected=tuple(known))
                )

    def require(self, *keys: str) -> None:
        """Report every key that must be there and is not."""
        for key in keys:
            if key not in self._table:
                self.issues.append(error("map-missing", self.where, key=key))

    def tables(self, key: str) -> list["TomlTable"]:
        """The tables of `[[key]]`, numbered."""
        found = self._table.get(key)
        if not (isinstance(found, list) and found and all(isinstance(t, dict) for t in found)):
            self.issues.append(error("map-not-lists", self.where, key=key))
            return []
        return [
            TomlTable(CellRef(self.where.sheet, f"{key} {number}"), each, self.issues)
            for number, each in enumerate(found, start=1)
        ]

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def table(self, key: str) -> "TomlTable":
        """The table `[key]`; an empty one when absent."""
        value = self._table.get(key, {})
        if not isinstance(value, dict):
            self.issues.append(error("map-not-table", self.where, key=key))
        place = ".".join(part for part in (self.where.cell, key) if part)
        return TomlTable(CellRef(self.where.sheet, place), value, self.issues)

    def text(self, key: str) -> str:
        """A text; empty when absent."""
        value = self._table.get(key, "")
        if isinstance(value, str):
            return value
        self.issues.append(error("map-not-text", self.where, key=key))
        return ""

    def row(self, key: str) -> int | None:
        """A row number."""
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MAX_ROW:
            return value
        self.issues.append(error("map-not-row", self.where, key=key))
        return None

    def column(self, key: str) -> int | None:
        """The number of a column that is given by its letters."""
        return self._column(key, self._table[key]) if key in self._table else None

    def columns(self, key: str) -> tuple[int, ...]:
        """The numbers of several columns."""
        value = self._table.get(key, [])
        if not isinstance(value, list):
            self.issues.append(error("map-not-columns", self.where, key=key))
            return ()
        return tuple(c for each in value if (c := self._column(key, each)) is not None)

    def word(self, key: str, words: Mapping[T, str]) -> T | None:
        """The meaning of a word from a closed list."""
        return self._word(key, self._table[key], words) if key in self._table else None

    def texts(self, key: str) -> dict[str, str]:
        """A table of texts."""
        return {name: text for name, text in self._entries(key) if self._is_text(key, text)}

    def words(self, key: str, words: Mapping[T, str]) -> dict[str, T]:
        """A table of words from a closed list, as their meanings."""
        found = {
            name: self._word(f"{key}.{name}", text, words) for name, text in self._entries(key)
        }
        return {name: meaning for name, meaning in found.items() if meaning is not None}

    def by_column(self, table: Mapping[str, T], key: str) -> dict[int, T]:
        """A table whose keys are the letters of columns, by column number."""
        columns = {self._column(key, letters): value for letters, value in table.items()}
        return {column: value for column, value in columns.items() if column is not None}

    def _entries(self, key: str) -> list[tuple[str, str]]:
        value = self._table.get(key, {})
        if isinstance(value, dict):
            return list(value.items())
        self.issues.append(error("map-not-table", self.where, key=key))
        return []

    def _is_text(self, key: str, value: object) -> bool:
        if isinstance(value, str):
            return True
        self.issues.append(error("map-not-text", self.where, key=key))
        return False

    def _column(self, key: str, value: object) -> int | None:
        if isinstance(value, str) and _LETTERS.fullmatch(value):
            number: int = column_number(value)
            if number <= MAX_COLUMN:
                return number
        self.issues.append(error("map-not-column", self.where, key=key, found=str(value)))
        return None

    def _word(self, key: str, value: object, words: Mapping[T, str]) -> T | None:
        meanings = {fold(word): meaning for meaning, word in words.items()}
        if isinstance(value, str) and fold(value) in meanings:
            return meanings[fold(value)]
        expected = tuple(words.values())
        self.issues.append(
            error("map-not-word", self.where, key=key, found=str(value), expected=expected)
        )
        return None
