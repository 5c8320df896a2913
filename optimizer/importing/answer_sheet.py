"""The sheet of doubts read back: its points with the answers of the user."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.errors import WorkbookError
from models.issues import CellRef
from optimizer.importing import answer_words
from optimizer.importing.answers import Answer, Answers
from optimizer.importing.hours_text import read_hours
from optimizer.importing.known_wordings import entries_by_number
from optimizer.importing.review_point import (
    CLUSTER,
    COLUMN,
    CORE,
    LEFT_OUT,
    OVERVIEW,
    SHEET,
    TASK,
    WHO,
)
from optimizer.importing.sentences import ANSWERED
from optimizer.workbook.read.headers import Located, cell_text, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.template.review_page import FIRST_CHOICE, REVIEW, ReviewRow
from optimizer.workbook.xlsx.cell_range import parse_cell

_SHEETS = (answer_words.TASK_LIST, *answer_words.CLUSTERS, answer_words.PEOPLE_LIST,
           answer_words.LEAVE_OUT, answer_words.A_SCHOOL, answer_words.NO_SCHOOL,
           answer_words.A_PERSON, answer_words.NO_PERSON)  # fmt: skip
_CORE = (*answer_words.YES_NO, answer_words.CORE_COLOUR, answer_words.PLAIN_LOOK)
_TASK = (answer_words.NONE_OF_THESE, answer_words.NO_TASK, answer_words.ONE_TASK,
         answer_words.SEVERAL_TASKS, *answer_words.APPLIES, *answer_words.PRIORITIES,
         *answer_words.PERIODS)  # fmt: skip
_WORDS = {
    SHEET: frozenset(map(fold, _SHEETS)),
    COLUMN: frozenset(map(fold, answer_words.COLUMNS)),
    CLUSTER: frozenset(map(fold, answer_words.CLUSTERS)),
    CORE: frozenset(map(fold, _CORE)),
    LEFT_OUT: frozenset(map(fold, (*answer_words.LEFT_OUT, answer_words.A_SCHOOL))),
}
"""What may be answered to a point of each kind; about tasks and people more than words."""


@dataclass(frozen=True)
class AnswerSheet:
    """The sheet of doubts of an imported workbook.

    Attributes
    ----------
    rows
        Its points.
    overview
        Where the overview stood, seen from the workbook.
    """

    rows: tuple[ReviewRow, ...]
    overview: str

    def answers(self) -> Answers:
        """Every answer that can be understood."""
        return Answers(tuple(_answers(self.rows)))

    def applied(self) -> Answers:
        """The answers that were there when the workbook was made."""
        return Answers(tuple(_answers(row for row in self.rows if was_applied(row))))

    def unclear(self) -> tuple[ReviewRow, ...]:
        """The rows with an answer that cannot be understood."""
        return tuple(row for row in self.rows if row.answer and not _is_clear(row))


def read_answer_sheet(raw: RawWorkbook) -> AnswerSheet:
    """Read the sheet of doubts of a workbook that an import made.

    Raises
    ------
    WorkbookError
        `no-answer-sheet` when the workbook has none.
    """
    located = locate(raw, REVIEW)
    if located is None:
        raise WorkbookError("no-answer-sheet", path=raw.path.name, sheet=REVIEW.name)
    rows = tuple(_row(located, row) for row in located.data_rows())
    overview = next((row.found for row in rows if row.kind == OVERVIEW), "")
    return AnswerSheet(tuple(row for row in rows if row.kind != OVERVIEW), overview)


def was_applied(row: ReviewRow) -> bool:
    """Whether the answer in a row was there when the workbook was made."""
    return bool(row.answer) and row.made.startswith(ANSWERED)


def with_answers_kept(new: Sequence[ReviewRow], sheet: AnswerSheet) -> tuple[ReviewRow, ...]:
    """The points of a new workbook with the answers of the old one.

    A point that an answer made an end to stays on the sheet, so that the answer is kept.
    """
    given = {_key(row): row for row in sheet.rows if row.answer}
    done = {_key(row) for row in sheet.rows if row.done}
    rows = [_answered(row, given.pop(_key(row), None), _key(row) in done) for row in new]
    settled = (_answered(row, row, True) for row in given.values())
    return (*rows, *settled)


def _answered(row: ReviewRow, old: ReviewRow | None, done: bool) -> ReviewRow:
    mark = "x" if done else ""
    if old is None:
        return row._replace(done=mark)
    made = ANSWERED if _is_clear(old) else row.made
    return row._replace(answer=old.answer, made=made, done="x" if _is_clear(old) else mark)


def _key(row: ReviewRow) -> tuple[str, str, str, str]:
    return row.kind, row.source, row.found, row.check


def _row(located: Located, number: int) -> ReviewRow:
    texts = [located.text(number, column.key) for column in REVIEW.columns]
    cells = sorted(located.sheet.rows.get(number, {}).items())
    choices = tuple(t for c, cell in cells if c >= FIRST_CHOICE and (t := cell_text(cell)))
    kind, source, found, target, made, check, answer, done = texts
    return ReviewRow(kind, source, found, target, made, check, answer, done, choices)


def _answers(rows: Iterable[ReviewRow]) -> Iterator[Answer]:
    for row in rows:
        where = _where(row.source)
        if row.answer and where and _is_clear(row):
            yield Answer(row.kind, where, row.found, row.answer)


def _where(source: str) -> CellRef | None:
    """The cell or the sheet that a row is about; a sheet's name may hold an exclamation mark."""
    sheet, mark, cell = source.rpartition("!")
    try:
        if mark:
            parse_cell(cell)
            return CellRef(sheet, cell)
    except ValueError:
        pass
    return CellRef(source) if source else None


def _is_clear(row: ReviewRow) -> bool:
    """Whether an answer can be understood; of people any name is."""
    word = fold(row.answer)
    if row.kind == TASK:
        titles = {fold(entry.task.title) for entry in entries_by_number().values()}
        numbers = {fold(number) for number in entries_by_number()}
        known = word in titles | numbers | set(map(fold, _TASK))
        return known or read_hours(row.answer) is not None
    return row.kind == WHO or word in _WORDS.get(row.kind, frozenset())
