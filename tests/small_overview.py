"""Small overviews for one quirk each: rows of values in, what the import makes of them out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.problem import PersonCode, ProblemData, Task
from optimizer.importing.importer import Imported, import_overview, read_overview
from optimizer.importing.source_map import SourceMap
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.review_page import ReviewRow

Value = str | int | float | bool | None
Rows = Sequence[Sequence[Value]]
Style = Callable[[Worksheet], object]
HEADER = ("Taak", "Wie")
THREE: Rows = (
    HEADER,
    ("Technische taken",),
    ("Firewall beheren", "Lien"),
    ("Printers onderhouden", "Wout"),
    ("Servers onderhouden", "Lien, Wout"),
)
"""An overview without quirks, to add one to."""


@dataclass(frozen=True)
class Result:
    """What an import makes of an overview."""

    imported: Imported
    data: ProblemData

    @property
    def review(self) -> tuple[ReviewRow, ...]:
        """The points to look at."""
        return self.imported.filling.review or ()

    @property
    def tasks(self) -> dict[str, Task]:
        """The tasks by title."""
        return {task.title: task for task in self.data.tasks}

    @property
    def names(self) -> list[str]:
        """The people, in their order."""
        return [person.name for person in self.data.persons]

    def explanation(self, title: str) -> str:
        """The text beside a task."""
        return self.imported.filling.explanations[self.tasks[title].number]

    def crosses(self) -> set[tuple[str, str, str]]:
        """Title, name and role of every row of last year's plan; a firm is named so."""
        titles = {task.number: task.title for task in self.data.tasks}
        names: dict[PersonCode | None, str] = {p.code: p.name for p in self.data.persons}
        return {
            (titles[row.task], names.get(row.person, "firma"), row.role)
            for row in self.data.previous
        }

    def points(self, source: str = "") -> list[ReviewRow]:
        """The points about a cell of the source, or about the result as a whole."""
        return [row for row in self.review if row.source == source]

    def says(self, text: str) -> bool:
        """Whether some point says what was made with these words."""
        return any(text in row.made for row in self.review)


def write_overview(path: Path, rows: Rows, style: Style | None = None) -> Path:
    """Write the rows on a sheet `Blad`; `style` may still change it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Blad"
    for row in rows:
        sheet.append(list(row))
    if style:
        style(sheet)
    book.save(path)
    return path


def book_of(path: Path, sheets: dict[str, Rows]) -> Path:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def imported(
    folder: Path, rows: Rows, style: Style | None = None, source_map: SourceMap | None = None
) -> Result:
    """Find out what an import makes of an overview of these rows; nothing is written."""
    found = read_overview(write_overview(folder / "bron.xlsx", rows, style), source_map)
    return Result(found, found.filling.data)


def found_in(source: Path, source_map: SourceMap | None = None) -> Result:
    """Find out what an import makes of a file; nothing is written."""
    found = read_overview(source, source_map)
    return Result(found, found.filling.data)


def import_file(source: Path, source_map: SourceMap | None = None) -> Result:
    """Import a file, and read the records back from the workbook that was made of it."""
    target = source.with_name(f"{source.stem}_uit.xlsx")
    found = import_overview(source, target, source_map)
    data, issues = parse_workbook(read_workbook(target))
    assert data is not None
    assert issues == ()
    return Result(found, data)
