"""Screening of competences: forms out, forms in, and what is worth a talk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from models.issues import CellRef, Issue
from models.problem import Person, ProblemData
from models.screening import (
    LevelDifference,
    ScreeningAnswer,
    level_differences,
    possible_tasks,
    unanswered,
)
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked, check_workbook
from optimizer.report.papers.paper import file_stem
from optimizer.workbook import labels
from optimizer.workbook.addresses import cell_name
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.screening_form import read_form
from optimizer.workbook.template.input_sheets import DEVIATIONS
from optimizer.workbook.template.screening_form import screening_form
from optimizer.workbook.write.cell_edits import CellEdit, write_edits
from optimizer.workbook.write.storage import write_file
from optimizer.workbook.write.writer import Written
from optimizer.workbook.xlsx.cell_range import parse_cell

REMARK = "uit de screening"


@dataclass(frozen=True)
class Screened:
    """What came back, and the cells that it changes.

    `differences` are all self-ratings that are not the level in the workbook that was read;
    `missing` are the people without a form; `issues` what could not be read.
    """

    data: ProblemData
    differences: tuple[LevelDifference, ...]
    missing: tuple[Person, ...]
    issues: tuple[Issue, ...]
    edits: tuple[CellEdit, ...]

    @property
    def taken_over(self) -> bool:
        """Whether the self-ratings are among the edits: the setting says so."""
        return self.data.settings.own_rating_counts


def make_forms(source: Path, folder: Path, columns: Path | None = None) -> tuple[Path, ...]:
    """Write a form per person of a workbook into a folder.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the workbook cannot be read or has errors, or the folder cannot be written.
    """
    instance = check_workbook(source, columns).usable()
    data = instance.data
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for person in data.persons:
        tasks = possible_tasks(instance, person)
        path = folder / f"screening_{file_stem(person.code, person.name)}.xlsx"
        write_file(path, screening_form(person, data.competences, tasks))
        made.append(path)
    return tuple(made)


def read_forms(checked: Checked, forms: Iterable[Path]) -> Screened:
    """What filled forms say; nothing is written.

    Wishes become rows of *Uitzonderingen*. Levels are taken over only when the setting says that
    the own rating counts; otherwise what stands there stays and the differences are to be
    talked about.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When a form is no workbook, or the workbook has errors.
    """
    data = checked.usable().data
    heard = hear(data, forms)
    differences = tuple(level_differences(data, heard.answers))
    levels = level_edits(data, differences) if data.settings.own_rating_counts else ()
    edits = (*levels, *wish_edits(checked.raw, heard.answers))
    return Screened(data, differences, unanswered(data, heard.answers), heard.issues, edits)


@dataclass(frozen=True)
class Heard:
    """What some forms say, and what could not be read of them."""

    answers: tuple[ScreeningAnswer, ...] = ()
    issues: tuple[Issue, ...] = ()


def hear(data: ProblemData, forms: Iterable[Path]) -> Heard:
    """Read forms of the people of a workbook.

    Raises
    ------
    WorkbookError
        When a file is no workbook.
    """
    names = (
        frozenset(person.code for person in data.persons),
        frozenset(data.competences),
        frozenset(task.number for task in data.tasks),
    )
    read = [read_form(path, *names) for path in forms]
    answers = tuple(form.answer for form in read if form.answer is not None)
    return Heard(answers, tuple(chain.from_iterable(form.issues for form in read)))


def merge_forms(
    source: Path, folder: Path, target: Path, columns: Path | None = None
) -> tuple[Screened, Written]:
    """Merge the forms of a folder into a copy of the workbook.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When something cannot be read or has errors, or the target cannot be written.
    """
    checked = check_workbook(source, columns)
    found = read_forms(checked, sorted(folder.glob("*.xlsx")))
    written = write_edits(checked.raw, found.edits, target)
    return found, written


def level_edits(data: ProblemData, differences: Iterable[LevelDifference]) -> Iterator[CellEdit]:
    """The cells of the competences that change."""
    for each in differences:
        where = data.sources.get(("person", each.person, f"level:{each.competence}"))
        if where is not None:
            yield CellEdit(where, each.own)


def open_wishes(raw: RawWorkbook, answers: Iterable[ScreeningAnswer]) -> int:
    """How many wishes the workbook does not state yet."""
    edits = wish_edits(raw, answers)
    return len({parse_cell(edit.where.cell)[0] for edit in edits})


def wish_edits(raw: RawWorkbook, answers: Iterable[ScreeningAnswer]) -> Iterator[CellEdit]:
    """A row of deviations per wish, below those that stand there.

    A wish that an earlier screening wrote is changed where it stands: reading the forms again
    doubles nothing.
    """
    located = locate(raw, DEVIATIONS)
    if located is None:
        return
    standing = dict(_earlier(located))
    row = max([located.header_row, *located.data_rows()])
    for (task, person), wish in _wishes(answers):
        earlier = standing.get((fold(task), fold(person)))
        if earlier is not None:
            cell = located.cell(earlier, "value")
            if cell.value != wish:
                yield CellEdit(cell.where, wish)
        elif wish:
            row += 1
            yield from _wish_row(located, row, task, person, wish)


def _wishes(answers: Iterable[ScreeningAnswer]) -> Iterator[tuple[tuple[str, str], int]]:
    for answer in answers:
        for cluster, wish in answer.cluster_wishes.items():
            yield (labels.CLUSTERS[cluster], answer.person), wish
        for task, wish in answer.task_wishes.items():
            yield (task, answer.person), wish


def _earlier(located: Located) -> Iterator[tuple[tuple[str, str], int]]:
    """The rows that a screening wrote: whose wish about what, and where."""
    for row in located.data_rows():
        if fold(located.text(row, "remark")) == fold(REMARK):
            yield (fold(located.text(row, "task")), fold(located.text(row, "person"))), row


def _wish_row(located: Located, row: int, task: str, person: str, wish: int) -> Iterator[CellEdit]:
    values: dict[str, str | int] = {
        "task": task,
        "person": person,
        "kind": labels.DEVIATION_KINDS[DeviationKind.PREFERENCE],
        "value": wish,
        "remark": REMARK,
    }
    for key, value in values.items():
        if key in located.columns:
            where = CellRef(located.sheet.name, cell_name((row, located.columns[key])))
            yield CellEdit(where, value)
