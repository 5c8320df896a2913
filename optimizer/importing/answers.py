"""What a user answered on the sheet of doubts, by the place in the overview that it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from models.issues import CellRef
from optimizer.importing.review_point import CLUSTER, COLUMN, LEFT_OUT, SHEET, TASK, WHO
from optimizer.workbook.read.matching import fold
from optimizer.workbook.xlsx.cell_range import parse_cell


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes
    ----------
    kind
        What the point is about, in the word of the sheet.
    where
        The cell or the sheet of the overview.
    found
        What stood there when it was asked.
    text
        The answer.
    """

    kind: str
    where: CellRef
    found: str
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the cell; zeros for a whole sheet."""
        return parse_cell(self.where.cell) if self.where.cell else (0, 0)


@dataclass(frozen=True)
class Answers:
    """All answers; an overview is read otherwise where one is given."""

    given: tuple[Answer, ...] = ()

    def sheet(self, name: str) -> str:
        """What a sheet is; empty when nobody said so."""
        found = self._by_row.get((SHEET, name, 0), ())
        return found[-1].text if found else ""

    def sheet_cluster(self, name: str) -> str:
        """The cluster of the tasks of a sheet; empty when nobody said so."""
        found = self._by_row.get((CLUSTER, name, 0), ())
        return found[-1].text if found else ""

    def columns(self, sheet: str) -> dict[int, str]:
        """What columns of a sheet are, by their number."""
        return {
            each.place[1]: fold(each.text)
            for each in self.given
            if each.kind == COLUMN and each.where.sheet == sheet
        }

    def row(self, kind: str, sheet: str, row: int) -> tuple[Answer, ...]:
        """The answers of one kind about the cells of a row."""
        return self._by_row.get((kind, sheet, row), ())

    def word(self, kind: str, sheet: str, row: int, words: Mapping[str, object]) -> str:
        """The one of some words that is an answer of this kind about a row; empty when none is."""
        known = {fold(word): word for word in words}
        found = (known.get(fold(each.text)) for each in self.row(kind, sheet, row))
        return next((word for word in found if word), "")

    def left_out(self, sheet: str, row: int) -> str:
        """What a row is that was left out; empty when nobody said so."""
        found = self.row(LEFT_OUT, sheet, row)
        return found[-1].text if found else ""

    def task(self, where: CellRef) -> Iterator[str]:
        """The answers about the task in a cell."""
        for each in self._by_row.get((TASK, where.sheet, parse_cell(where.cell)[0]), ()):
            if each.where == where:
                yield each.text

    def who(self, where: CellRef, found: str) -> str:
        """The answer about somebody in a cell; empty when there is none."""
        given = self.row(WHO, where.sheet, parse_cell(where.cell)[0])
        return next(
            (a.text for a in given if a.where == where and fold(a.found) == fold(found)), ""
        )

    def about(self, kind: str) -> Iterator[Answer]:
        """The answers of one kind."""
        return (each for each in self.given if each.kind == kind)

    @cached_property
    def _by_row(self) -> Mapping[tuple[str, str, int], tuple[Answer, ...]]:
        found: dict[tuple[str, str, int], tuple[Answer, ...]] = {}
        for each in self.given:
            key = (each.kind, each.where.sheet, each.place[0])
            found[key] = (*found.get(key, ()), each)
        return found
