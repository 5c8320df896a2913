"""Rows of the sheet of the guided start: answers, and what they have set so far."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.guideline import PER_SCHOOL, QUESTIONS, Question, Reply, step_name
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

    `replies` are per code of a question, `at_school` those of one school of a group, `marks` per
    step and task, `other` what else was typed behind a school; `issues` what could not be
    understood.
    """

    located: Located
    rows: Mapping[RowKey, StepRow]
    replies: Mapping[str, Reply] = field(default_factory=dict)
    at_school: Mapping[RowKey, Reply] = field(default_factory=dict)
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
    found = _Understanding(steps.located)
    for key, row in steps.rows.items():
        if row.answer:
            found.take(key, row)
    return Steps(
        steps.located, steps.rows, found.replies, found.at_school, found.marks, found.other,
        tuple(found.issues),
    )  # fmt: skip


class _Understanding:
    """What the answers mean, row by row."""

    def __init__(self, located: Located) -> None:
        self._located = located
        self.replies: dict[str, Reply] = {}
        self.at_school: dict[RowKey, Reply] = {}
        self.marks: dict[RowKey, frozenset[Mark]] = {}
        self.other: dict[RowKey, str] = {}
        self.issues: list[Issue] = []

    def take(self, key: RowKey, row: StepRow) -> None:
        """Understand a row with an answer."""
        question = BY_STEP[key[0]]
        if key[1] and question.code in MARKS:
            self._take_marks(key, row, question)
        elif key[1] and question.code not in PER_SCHOOL:
            self.other[key] = row.answer
        elif (reply := _reply_words(question).get(fold(row.answer))) is None:
            self._misunderstood(row, [REPLY_WORDS[each] for each in question.outcomes])
        elif key[1]:
            self.at_school[key] = reply
        else:
            self.replies[question.code] = reply

    def _take_marks(self, key: RowKey, row: StepRow, question: Question) -> None:
        words = {fold(MARK_WORDS[mark]): mark for mark in MARKS[question.code]}
        parts = values.parts(self._located.cell(row.number, "answer"))
        found = [words.get(fold(part)) for part in parts]
        if None in found:
            self._misunderstood(row, [MARK_WORDS[each] for each in MARKS[question.code]])
        self.marks[key] = frozenset(mark for mark in found if mark is not None)

    def _misunderstood(self, row: StepRow, expected: list[str]) -> None:
        where = self._located.cell(row.number, "answer").where
        self.issues.append(error("step-answer", where, found=row.answer, expected=tuple(expected)))


def _reply_words(question: Question) -> Mapping[str, Reply]:
    return {fold(REPLY_WORDS[reply]): reply for reply in question.outcomes}


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
