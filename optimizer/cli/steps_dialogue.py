"""The questions of the guided start on a terminal: one at a time, nothing twice."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import click

from models.agenda import real_schools
from models.guideline import PER_SCHOOL, Question, Reply, step_name
from models.issues import CellRef, Issue
from models.problem import GROUP, Task, UnitCode
from models.task_marks import MARKS, proposed_marks
from optimizer.flows import guided_start as flow
from optimizer.flows.step_outcome import Fate
from optimizer.flows.typed_cells import NUMERIC, next_code, only_school
from optimizer.report import steps_text as text
from optimizer.workbook import labels
from optimizer.workbook.guideline_words import POOL_QUESTION, REPLY_WORDS
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_steps import BY_STEP
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.references import Codes
from optimizer.workbook.read.values import number
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS

_FATES: Mapping[Fate, str] = {
    Fate.SET: text.SET,
    Fate.BACK: text.BACK,
    Fate.LEFT: text.LEFT,
    Fate.ABSENT: text.ABSENT,
}
_SCHOOL_FIELDS = (
    "education_level", "pupils", "devices", "teachers", "sites", "ict_points", "bpt_hours",
    "other_hours", "operating_euro",
)  # fmt: skip
"""What is asked of a new school: what its work grows with, and its means."""
_POOL_FIELDS = ("ict_points", "other_hours", "operating_euro")
_PERSON_FIELDS = ("role", "diploma", "ict_hours", "bpt_hours", "other_hours", "reach")


class _StopError(Exception):
    """The user stops; what was answered is kept."""


class Dialogue:
    """Asks what is open and keeps the start that comes of it."""

    def __init__(self, start: flow.Start, by: str | None, again: str | None) -> None:
        if again is not None and fold(again) not in BY_STEP:
            raise click.UsageError(f"Er is geen stap {again}; kies uit {', '.join(BY_STEP)}.")
        self.start = start
        self._by = by
        self._again = BY_STEP[fold(again)] if again is not None else None
        self._shown = 0

    def ask_all(self) -> None:
        """Ask until the way ends, or the user stops; an input that ends is a stop."""
        try:
            if self._by is None:
                self._by = self._line(text.WHO)
            self._schools()
            if self._again is not None:
                self._ask(self._again)
            while (question := self.start.open) is not None:
                self._ask(question)
        except (_StopError, click.Abort):
            click.echo()

    def tell(self) -> None:
        """What the answers did since this was told last."""
        for told in self.start.told[self._shown :]:
            click.echo(text.told_line(_FATES[told.fate], told.cell))
        self._shown = len(self.start.told)

    @property
    def _entry(self) -> flow.Entry:
        return flow.Entry(self._by or "", date.today())

    def _ask(self, question: Question) -> None:
        self.tell()
        click.echo()
        if question.code == "expertise":
            self._people()
        for line in text.question_lines(question):
            click.echo(line)
        if question.code in MARKS:
            self._walk(question)
        reply = self._reply(question)
        self.start = flow.answer(self.start, question.code, reply, self._entry)
        if reply is Reply.GROUP:
            self._pool()
        if reply is Reply.YES and question.code in PER_SCHOOL:
            self._exceptions(question)

    def _exceptions(self, question: Question) -> None:
        """The schools of a group for which the answer is another one."""
        names = {str(each.code): each.name for each in real_schools(self.start.data)}
        if len(names) < 2:
            return
        while typed := self._line(text.EXCEPT):
            found = Codes(names, by_part=True).meant(typed)
            if len(found) == 1:
                unit = UnitCode(found[0])
                self.start = flow.answer_at(self.start, question.code, unit, Reply.NO, self._entry)
            else:
                click.echo(text.UNKNOWN.format(expected=", ".join(names)))

    def _reply(self, question: Question) -> Reply:
        words = {fold(REPLY_WORDS[reply]): reply for reply in question.outcomes}
        while (found := words.get(fold(self._line(text.ANSWER)))) is None:
            click.echo(text.UNKNOWN.format(expected=", ".join(words)))
        return found

    def _walk(self, question: Question) -> None:
        """The tasks one by one, on from the last of which something was said."""
        todo = self._tasks_from(question)
        if fold(self._line(f"{text.WALK} (ja/nee)")) != fold(REPLY_WORDS[Reply.YES]):
            return
        for line in text.mark_lines(question.code):
            click.echo(line)
        for task in todo:
            proposed = proposed_marks(task) & frozenset(MARKS[question.code])
            line = text.task_line(task, proposed)
            while (marks := text.read_marks(question.code, self._line(line), proposed)) is None:
                pass
            if marks:
                self.start = flow.mark(self.start, question.code, task, marks, self._entry)

    def _tasks_from(self, question: Question) -> Sequence[Task]:
        tasks = self.start.data.tasks
        if question is self._again:
            return tasks
        said = {about for step, about in self.start.steps.rows if step == step_name(question)}
        last = max((place for place, task in enumerate(tasks) if task.number in said), default=-1)
        return tasks[last + 1 :]

    def _schools(self) -> None:
        """The schools, where the workbook has none yet."""
        if not self.start.data.schools:
            click.echo(text.NO_SCHOOLS)
            self._records(SCHOOLS, "S1", _SCHOOL_FIELDS, lambda: [s.code for s in
                          self.start.data.schools])  # fmt: skip

    def _people(self) -> None:
        """The people, where the workbook has none yet; of a single school they are all."""
        if not self.start.data.persons:
            click.echo(text.NO_PEOPLE)
            home = only_school(self.start.data)
            fields = _PERSON_FIELDS if home else ("home", *_PERSON_FIELDS)
            self._records(PERSONS, "P01", fields, lambda: [p.code for p in
                          self.start.data.persons], {"home": home} if home else {})  # fmt: skip
        click.echo(text.SCREENING_NEXT)

    def _records(
        self,
        sheet: Sheet,
        first: str,
        fields: Sequence[str],
        codes: Callable[[], Sequence[str]],
        known: Mapping[str, str] | None = None,
    ) -> None:
        """Rows by name, until an empty one."""
        while name := self._line(sheet.column("name").header):
            code = next_code(codes(), first)
            values = {"code": code, "name": name, **(known or {})}
            values |= {key: self._value(sheet.column(key)) for key in fields}
            self.start = flow.add_record(self.start, sheet, values)

    def _value(self, column: Column) -> str:
        """What is typed for a column: a number or a word of its list where it asks that."""
        choices = f" ({', '.join(column.choices)})" if column.choices else ""
        while True:
            typed = self._line(f"  {column.header}{choices}")
            words = {fold(choice) for choice in column.choices}
            if typed and words and fold(typed) not in words:
                click.echo(text.UNKNOWN.format(expected=", ".join(column.choices)))
            elif typed and column.kind in NUMERIC and not _is_number(typed, column):
                click.echo(text.NO_NUMBER.format(found=typed))
            else:
                return typed

    def _pool(self) -> None:
        """What every school brings in, and what the pool has of its own."""
        names = {school.code: school.name or school.code for school in self.start.data.schools}
        share = SCHOOLS.column("pool_pct")
        for unit in flow.unpooled(self.start):
            click.echo(POOL_QUESTION.format(school=names[unit]))
            if typed := self._value(share):
                self.start = flow.pool(self.start, unit, typed, self._entry)
        if GROUP not in names:
            click.echo(text.POOL_OWN)
            own = {key: self._value(SCHOOLS.column(key)) for key in _POOL_FIELDS}
            if any(own.values()):
                values = {"code": str(GROUP), "name": text.POOL_NAME} | own
                self.start = flow.add_record(self.start, SCHOOLS, values)

    def _line(self, prompt: str) -> str:
        typed = str(click.prompt(prompt, default="", show_default=False)).strip()
        if fold(typed) == text.STOP:
            raise _StopError
        return typed


def _is_number(typed: str, column: Column) -> bool:
    word = {"ict_hours": labels.TO_DECIDE, "ict_points": labels.COMPUTED}.get(column.key)
    found = number(RawCell(CellRef(""), typed), percent=True)
    return fold(typed) == word or not isinstance(found, Issue)
