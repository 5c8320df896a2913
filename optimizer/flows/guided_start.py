"""The guided start: answers to the guideline, and the cells of the workbook that they set.

Nothing is written before `save`; the command line and the application both walk through it.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from models.errors import InvalidProblemError
from models.guideline import BY_CODE, QUESTIONS, Guided, Question, Reply, guide, step_name
from models.issues import CellRef
from models.problem import GROUP, ProblemData, Task, UnitCode
from models.task_marks import Mark
from optimizer.flows.step_exceptions import school_wishes, settled_exceptions
from optimizer.flows.step_outcome import Told
from optimizer.flows.step_settings import settled, wished
from optimizer.flows.typed_cells import typed_value
from optimizer.workbook.guideline_words import (
    MARK_WORDS,
    POOL_QUESTION,
    QUESTION_TEXTS,
    REPLY_WORDS,
)
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.parse_steps import (
    BY_STEP,
    RowKey,
    SetCell,
    Steps,
    parse_steps,
    set_cells_text,
)
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.record_cells import CellValue, joined
from optimizer.workbook.template.steps_page import follow_up, question_cells
from optimizer.workbook.template.steps_sheet import STEPS
from optimizer.workbook.write.added_sheet import with_sheets
from optimizer.workbook.write.cell_edits import CellEdit, Grown, with_edits, write_edits
from optimizer.workbook.write.writer import Written

HEADING = "Stappenplan"
"""Stands above the pages of a sheet that is added to an older workbook."""


@dataclass(frozen=True)
class Entry:
    """Who answers, and on which day."""

    by: str
    day: date


@dataclass(frozen=True)
class Start:
    """A guided start in the making.

    Attributes
    ----------
    base
        The workbook with the sheet of the steps, as it was read.
    edits
        The cells that are different by now, by their address.
    told
        What the answers of this sitting set, took back, or left alone.
    """

    base: RawWorkbook
    grown: Grown | None = None
    edits: Mapping[CellRef, CellEdit] = field(default_factory=dict)
    told: tuple[Told, ...] = ()

    @cached_property
    def raw(self) -> RawWorkbook:
        """The workbook as it reads with the edits."""
        return with_edits(self.base, self.edits.values())

    @cached_property
    def data(self) -> ProblemData:
        """What the workbook states now.

        Raises
        ------
        InvalidProblemError
            When a sheet or a column that must be there is missing.
        """
        data, issues = parse_workbook(self.raw)
        if data is None:
            raise InvalidProblemError(issues)
        return data

    @cached_property
    def steps(self) -> Steps:
        """The answers so far.

        Raises
        ------
        InvalidProblemError
            When an answer in the sheet is none of those that its question has.
        """
        steps = parse_steps(self.raw)
        if steps is None:
            raise LookupError(STEPS.name)
        if steps.issues:
            raise InvalidProblemError(steps.issues)
        return steps

    @cached_property
    def guided(self) -> Guided:
        """Where the school stands."""
        return guide(self.steps.replies)

    @property
    def open(self) -> Question | None:
        """The question to ask now; `None` when all on the way are answered."""
        return None if self.guided.done else self.guided.asked[-1]

    def tasks_with(self, mark: Mark) -> tuple[Task, ...]:
        """The tasks of which something was said, on the way that is followed."""
        asked = {step_name(question) for question in self.guided.asked}
        found = {about for (step, about), marks in self.steps.marks.items()
                 if step in asked and mark in marks}  # fmt: skip
        return tuple(task for task in self.data.tasks if task.number in found)


def begin(raw: RawWorkbook) -> Start:
    """Start, or go on, from a workbook; answers that were typed in it count.

    Raises
    ------
    InvalidProblemError, WorkbookError
        As the properties of `Start`; `sheet-name-taken`.
    """
    data, issues = parse_workbook(raw)
    if data is None:
        raise InvalidProblemError(issues)
    base, grown = with_sheets(raw, (STEPS,), HEADING)
    start = Start(base, grown)
    return _settle(_put_rows(start, {(step_name(q), ""): question_cells(q) for q in QUESTIONS}))


def answer(start: Start, code: str, reply: Reply, entry: Entry) -> Start:
    """Answer a question, or answer it otherwise than before."""
    key = (step_name(BY_CODE[code]), "")
    return _answered(start, key, REPLY_WORDS[reply], entry)


def answer_at(start: Start, code: str, unit: UnitCode, reply: Reply, entry: Entry) -> Start:
    """Answer one of the first questions for one school of the group alone."""
    names = {school.code: school.name or str(school.code) for school in start.data.schools}
    key = (step_name(BY_CODE[code]), str(unit))
    question = f"{names[unit]}: {QUESTION_TEXTS[code]}"
    return _answered(start, key, REPLY_WORDS[reply], entry, question=question)


def mark(start: Start, code: str, task: Task, marks: Set[Mark], entry: Entry) -> Start:
    """Say of a task what holds for it in the fifth step; without marks it is as it was."""
    key = (step_name(BY_CODE[code]), str(task.number))
    words = joined(MARK_WORDS[each] for each in Mark if each in marks)
    return _answered(start, key, words, entry, question=task.title)


def pool(start: Start, unit: UnitCode, percent: str, entry: Entry) -> Start:
    """Say which part of the means of a school goes to the pool, in per cent."""
    names = {school.code: school.name or str(school.code) for school in start.data.schools}
    key = (step_name(BY_CODE["pooling"]), str(unit))
    question = POOL_QUESTION.format(school=names[unit])
    return _answered(start, key, percent, entry, question=question)


def unpooled(start: Start) -> list[UnitCode]:
    """The schools of which nobody said yet what they bring in, by an answer or in their own row."""
    step = step_name(BY_CODE["pooling"])
    schools = [each for each in start.data.schools if each.code != GROUP and not each.pool_pct]
    return [each.code for each in schools if (step, str(each.code)) not in start.steps.rows]


def add_record(start: Start, sheet: Sheet, values: Mapping[str, str]) -> Start:
    """Add a row to a sheet of records, by key of its columns.

    Raises
    ------
    LookupError
        When the workbook has no such sheet.
    """
    located = locate(start.raw, sheet)
    if located is None:
        raise LookupError(sheet.name)
    row = max(located.data_rows(), default=located.header_row) + 1
    kinds = {column.key: column.kind for column in sheet.columns}
    cells = {key: located.cell(row, key) for key in values if key in located.columns}
    edits = [
        CellEdit(cell.where, typed_value(kinds[key], cell, values[key]))
        for key, cell in cells.items()
    ]
    return _put(start, edits)


def save(start: Start, target: Path) -> Written:
    """Write the workbook with the answers and what they set.

    Raises
    ------
    WorkbookError, VerificationError
        As `optimizer.workbook.write.cell_edits.write_edits`.
    """
    edits = list(start.edits.values())
    return write_edits(start.base, edits, target, grown=start.grown)


def _put(start: Start, edits: Iterable[CellEdit]) -> Start:
    return replace(start, edits={**start.edits, **{edit.where: edit for edit in edits}})


def _answered(
    start: Start, key: RowKey, text: str | None, entry: Entry, question: str = ""
) -> Start:
    cells: dict[str, CellValue] = {
        "step": key[0], "about": key[1] or None, "answer": text,
        "by": entry.by or None, "when": entry.day.isoformat(),
    }  # fmt: skip
    cells |= {"question": question} if question else {}
    return _settle(_put_rows(start, {key: cells}))


def _put_rows(start: Start, wanted: Mapping[RowKey, Mapping[str, CellValue]]) -> Start:
    """Cells of rows of the steps; a row that is not there yet comes below the others."""
    steps = start.steps
    free = max(steps.located.data_rows(), default=steps.located.header_row) + 1
    edits = []
    for key, cells in wanted.items():
        row = steps.rows[key].number if key in steps.rows else free
        free += row == free
        for name, value in cells.items():
            cell = steps.located.cell(row, name)
            if name in steps.located.columns and steps.located.text(row, name) != str(value or ""):
                edits.append(CellEdit(cell.where, value))
    return _put(start, edits)


def _settle(start: Start) -> Start:
    """Set what the answers ask, take back what they no longer ask, and tell it in their rows."""
    standing = [each for row in start.steps.rows.values() for each in row.sets]
    facts = (start.data, start.guided, start.steps)
    cells = settled(start.raw, start.data, standing, wished(*facts))
    rows = settled_exceptions(start.raw, standing, school_wishes(*facts))
    kept = {**cells.kept, **rows.kept}
    told = (*cells.told, *rows.told)
    return _tell_rows(_put(start, [*cells.edits, *rows.edits]), kept, told)


def _tell_rows(
    start: Start, kept: Mapping[RowKey, tuple[SetCell, ...]], told: tuple[Told, ...]
) -> Start:
    rows: dict[RowKey, dict[str, CellValue]] = {}
    for key in start.steps.rows:
        rows[key] = {"sets": set_cells_text(kept.get(key, ()))}
        if not key[1]:
            rows[key] |= follow_up(start.guided.outcomes.get(BY_STEP[key[0]].code))
    return replace(_put_rows(start, rows), told=(*start.told, *told))
