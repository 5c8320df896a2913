"""Rows of the sheet of the guided start: answers, and what they have set so far."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.guideline import QUESTIONS, Question, Reply, step_name
from models.issues import Issue, error
from models.task_marks import MARKS, Mark
from optimizer.workbook.guideline_words import MARK_WORDS, REPLY_WORDS
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.template.steps_sheet import STEPS

RowKey = tuple[str, str]
"""Step and what the row is about: a task, a school, or the question itself when empty."""
BY_STEP: Mapping[str, Question] = {step_name(question): question for question in QUESTIONS}
EMPTY = "leeg"
_SET = re.compile(r"(?P<sheet>[^,]+), (?P<record>[^,]+), (?P<header>[^:]+): (?P<value>.*?) "
                  r"\(eerst (?P<before>.*)\)")  # fmt: skip


@dataclass(frozen=True)
class SetCell:
    """A cell that an answer has filled: sheet, row and column by name, its text and the one before.

    An empty cell has an empty text.
    """

    sheet: str
    record: str
    header: str
    value: str
    before: str

    @property
    def place(self) -> tuple[str, str, str]:
        """What tells cells apart."""
        return self.sheet, self.record, self.header


@dataclass(frozen=True)
class StepRow:
    """A row as it stands."""

    number: int
    answer: str
    sets: tuple[SetCell, ...]


@dataclass(frozen=True)
class Steps:
    """The sheet as it stands: where its columns are, its rows, and what the answers mean.

    `replies` are per code of a question, `marks` per step and task, `other` what else was typed
    behind a school or a task; `issues` what could not be understood.
    """

    located: Located
    rows: Mapping[RowKey, StepRow]
    replies: Mapping[str, Reply] = field(default_factory=dict)
    marks: Mapping[RowKey, frozenset[Mark]] = field(default_factory=dict)
    other: Mapping[RowKey, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def parse_steps(raw: RawWorkbook) -> Steps | None:
    """The guided start of a workbook; `None` when it has no such sheet."""
    located = locate(raw, STEPS)
    if located is None:
        return None
    rows: dict[RowKey, StepRow] = {}
    for number in located.data_rows():
        key = (fold(located.text(number, "step")), located.text(number, "about"))
        if key[0] in BY_STEP and key not in rows:
            sets = tuple(read_set_cells(located.text(number, "sets")))
            rows[key] = StepRow(number, located.text(number, "answer"), sets)
    return _understood(Steps(located, rows))


def _understood(steps: Steps) -> Steps:
    replies: dict[str, Reply] = {}
    marks: dict[RowKey, frozenset[Mark]] = {}
    other: dict[RowKey, str] = {}
    issues: list[Issue] = []
    for key, row in steps.rows.items():
        question = BY_STEP[key[0]]
        if not row.answer:
            continue
        if key[1] and question.code not in MARKS:
            other[key] = row.answer
            continue
        words = _mark_words(question) if key[1] else _reply_words(question)
        cell = steps.located.cell(row.number, "answer")
        parts = values.parts(cell) if key[1] else (row.answer,)
        found = [words.get(fold(part)) for part in parts]
        if None in found:
            where = cell.where
            expected = tuple(_shown_words(question, about=bool(key[1])))
            issues.append(error("step-answer", where, found=row.answer, expected=expected))
        elif key[1]:
            marks[key] = frozenset(mark for mark in found if isinstance(mark, Mark))
        elif isinstance(found[0], Reply):
            replies[question.code] = found[0]
    return Steps(steps.located, steps.rows, replies, marks, other, tuple(issues))


def _reply_words(question: Question) -> Mapping[str, Reply | Mark]:
    return {fold(REPLY_WORDS[reply]): reply for reply in question.outcomes}


def _mark_words(question: Question) -> Mapping[str, Reply | Mark]:
    return {fold(MARK_WORDS[mark]): mark for mark in MARKS[question.code]}


def _shown_words(question: Question, *, about: bool) -> Iterator[str]:
    if about:
        yield from (MARK_WORDS[mark] for mark in MARKS[question.code])
    else:
        yield from (REPLY_WORDS[reply] for reply in question.outcomes)


def set_cells_text(cells: tuple[SetCell, ...]) -> str | None:
    """What an answer has set, as it stands in its row; `read_set_cells` reads it back."""
    return "; ".join(
        f"{each.sheet}, {each.record}, {each.header}: {each.value or EMPTY} "
        f"(eerst {each.before or EMPTY})"
        for each in cells
    ) or None  # fmt: skip


def read_set_cells(text: str) -> Iterator[SetCell]:
    """What an answer has set, from its row; what somebody typed there is passed over."""
    for part in text.split("; "):
        if match := _SET.fullmatch(part):
            found = match.groupdict()
            plain = {key: "" if word == EMPTY else word for key, word in found.items()}
            yield SetCell(**plain)
