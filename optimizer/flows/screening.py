"""Screening of competences: forms out, forms in, and what is worth a talk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from models.issues import CellRef, Issue
from models.problem import Person, ProblemData
from models.screening import LevelDifference, ScreeningAnswer, level_differences, unanswered
from models.vocabulary import DeviationKind
from optimizer.flows.checking import check_workbook
from optimizer.report.papers.paper import file_stem
from optimizer.workbook import labels
from optimizer.workbook.addresses import cell_name
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.screening_form import read_form
from optimizer.workbook.template.input_sheets import DEVIATIONS
from optimizer.workbook.template.screening_form import screening_form
from optimizer.workbook.write.cell_edits import CellEdit, write_edits
from optimizer.workbook.write.storage import write_file
from optimizer.workbook.write.writer import Written

REMARK = "uit de screening"
_KIND = labels.DEVIATION_KINDS[DeviationKind.PREFERENCE]
_WISH_KEYS = ("task", "person", "kind", "value")
"""What makes a wish the same as one that stands there."""


@dataclass(frozen=True)
class Screened:
    """What came back, and the workbook that it was merged into.

    `differences` are all self-ratings that are not the level in the workbook that was read;
    `missing` are the people without a form; `issues` what could not be read.
    """

    data: ProblemData
    differences: tuple[LevelDifference, ...]
    missing: tuple[Person, ...]
    issues: tuple[Issue, ...]
    written: Written


def make_forms(source: Path, folder: Path, columns: Path | None = None) -> tuple[Path, ...]:
    """Write a form per person of a workbook into a folder.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the workbook cannot be read or has errors, or the folder cannot be written.
    """
    data = check_workbook(source, columns).usable().data
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for person in data.persons:
        path = folder / f"screening_{file_stem(person.code, person.name)}.xlsx"
        write_file(path, screening_form(person, data.competences, data.tasks))
        made.append(path)
    return tuple(made)


def read_forms(
    source: Path, folder: Path, target: Path, *, own_counts: bool, columns: Path | None = None
) -> Screened:
    """Merge the forms of a folder into a copy of the workbook.

    Wishes become rows of *Uitzonderingen*. Levels are taken over only when `own_counts`;
    otherwise the head's judgement stands and the differences are a list to talk about.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the workbook cannot be read or has errors, or the target cannot be written.
    """
    checked = check_workbook(source, columns)
    data = checked.usable().data
    heard = hear(data, sorted(folder.glob("*.xlsx")))
    differences = tuple(level_differences(data, heard.answers))
    levels = level_edits(data, differences) if own_counts else ()
    edits = [*levels, *wish_edits(checked.raw, heard.answers)]
    written = write_edits(checked.raw, edits, target, lambda raw: parse_workbook(raw)[0])
    return Screened(data, differences, unanswered(data, heard.answers), heard.issues, written)


@dataclass(frozen=True)
class Heard:
    """What some forms say, and what could not be read of them."""

    answers: tuple[ScreeningAnswer, ...] = ()
    issues: tuple[Issue, ...] = ()


def hear(data: ProblemData, paths: Iterable[Path]) -> Heard:
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
    read = [read_form(path, *names) for path in paths]
    answers = tuple(form.answer for form in read if form.answer is not None)
    return Heard(answers, tuple(chain.from_iterable(form.issues for form in read)))


def level_edits(data: ProblemData, differences: Iterable[LevelDifference]) -> Iterator[CellEdit]:
    """The cells of the competences that change."""
    for each in differences:
        where = data.sources.get(("person", each.person, f"level:{each.competence}"))
        if where is not None:
            yield CellEdit(where, each.own)


def open_wishes(raw: RawWorkbook, answers: Iterable[ScreeningAnswer]) -> list[tuple[str, str, int]]:
    """The wishes that do not stand in the workbook yet: task or cluster, person, -2 to 2."""
    located = locate(raw, DEVIATIONS)
    if located is None:
        return []
    standing = {
        tuple(fold(located.text(row, key)) for key in _WISH_KEYS) for row in located.data_rows()
    }
    return [
        (str(task), answer.person, wish)
        for answer in answers
        for task, wish in (
            *((labels.CLUSTERS[each], wish) for each, wish in answer.cluster_wishes.items()),
            *answer.task_wishes.items(),
        )
        if wish and (fold(str(task)), fold(answer.person), _KIND, str(wish)) not in standing
    ]


def wish_edits(raw: RawWorkbook, answers: Iterable[ScreeningAnswer]) -> Iterator[CellEdit]:
    """A row of deviations per open wish, below those that stand there."""
    located = locate(raw, DEVIATIONS)
    if located is None:
        return
    first = max([located.header_row, *located.data_rows()]) + 1
    for row, (task, person, wish) in enumerate(open_wishes(raw, answers), start=first):
        yield from _wish_row(located, row, task, person, wish)


def _wish_row(located: Located, row: int, task: str, person: str, wish: int) -> Iterator[CellEdit]:
    values: dict[str, str | int] = {
        "task": task,
        "person": person,
        "kind": _KIND,
        "value": wish,
        "remark": REMARK,
    }
    for key, value in values.items():
        if key in located.columns:
            where = CellRef(located.sheet.name, cell_name((row, located.columns[key])))
            yield CellEdit(where, value)
