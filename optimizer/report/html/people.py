"""A page per person: what they decide, do and take over, as data for the template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.plan import EnvelopeKey
from models.problem import GROUP, Person, PersonCode
from optimizer.explain.answer import Answer, Cell
from optimizer.report.html import words
from optimizer.report.html.blocks import HtmlTable
from optimizer.report.statement import Mandate, Statements, TaskMandate
from optimizer.report.statement_text import DUTY_CAPTIONS, describe_grounds
from optimizer.workbook import labels


@dataclass(frozen=True)
class PersonPage:
    """The statement of one person; hours are clock hours a year, `load_pct` per cent."""

    anchor: str
    name: str
    code: PersonCode
    role: str
    home: str
    capacity: int
    load: int
    load_pct: Cell
    travel: int
    tables: tuple[HtmlTable, ...]


def person_pages(answer: Answer) -> tuple[PersonPage, ...]:
    """Everybody, in the order of the workbook."""
    statements = Statements(answer)
    names = {code: answer.person_name(code) for code in answer.persons}
    tell = _Teller(answer, names)
    return tuple(
        tell.page(number, person, statements.duties(person.code))
        for number, person in enumerate(answer.persons.values(), start=1)
    )


class _Teller:
    """Puts the duties of people into words."""

    def __init__(self, answer: Answer, names: Mapping[PersonCode, str]) -> None:
        self._answer = answer
        self._names = names
        self._weeks = float(answer.instance.settings.school_weeks)
        self._one_unit = len({key.unit for key in answer.tasks}) < 2

    def page(self, number: int, person: Person, duties: Sequence[TaskMandate]) -> PersonPage:
        answer, code = self._answer, person.code
        capacity = answer.instance.total_capacity(code)
        load = answer.verification.loads[code]
        return PersonPage(
            anchor=f"persoon-{number}",
            name=self._names[code],
            code=code,
            role=labels.ROLES[person.role],
            home=person.home,
            capacity=answer.hours(capacity),
            load=answer.hours(load),
            load_pct=round(100 * load / capacity, 1) if capacity else None,
            travel=answer.hours(answer.verification.travel[code]),
            tables=tuple(self._tables(duties)),
        )

    def _tables(self, duties: Sequence[TaskMandate]) -> list[HtmlTable]:
        """A table per mandate that the person has."""
        return [
            self._table(mandate, mine)
            for mandate in Mandate
            if (mine := [duty for duty in duties if duty.mandate is mandate])
        ]

    def _table(self, mandate: Mandate, duties: Sequence[TaskMandate]) -> HtmlTable:
        columns = self._columns(mandate)
        rows = tuple(tuple(self._cell(duty, column) for column in columns) for duty in duties)
        return HtmlTable(DUTY_CAPTIONS[mandate], tuple(columns), rows)

    def _columns(self, mandate: Mandate) -> list[str]:
        unit = [] if self._one_unit else [words.UNIT]
        if mandate is Mandate.STANDS_IN:
            return [words.TASK, *unit, words.FOR_WHOM, words.WHY]
        hours = [words.YEAR, words.WEEK, words.SOURCE]
        if mandate is Mandate.LEADS:
            return [words.TASK, *unit, *hours, words.ALSO, words.COVERS, words.WHY]
        return [words.TASK, *unit, *hours, words.DECIDES, words.WHY]

    def _cell(self, duty: TaskMandate, column: str) -> Cell:
        task = duty.task
        hours = self._answer.hours(duty.grains)
        decider = self._names[duty.decider] if duty.decider else None
        cells: Mapping[str, Cell] = {
            words.TASK: f"{task.key.task} {task.task.title}",
            words.UNIT: task.key.unit,
            words.YEAR: hours,
            words.WEEK: round(hours / self._weeks, 2),
            words.SOURCE: "; ".join(map(_source, duty.sources)) or None,
            words.ALSO: self._others(duty),
            words.COVERS: ", ".join(self._names[code] for code in duty.stand_ins) or None,
            words.DECIDES: decider,
            words.FOR_WHOM: decider,
            words.WHY: describe_grounds(duty),
        }
        return cells[column]

    def _others(self, duty: TaskMandate) -> str | None:
        """Who else works on it, with their hours."""
        parts = [
            f"{self._names[code]} ({self._answer.hours(grains)} u)"
            for code, grains in duty.doers.items()
            if code != duty.decider
        ]
        if duty.bought:
            parts.append(f"{labels.FIRM} ({self._answer.hours(duty.bought)} u)")
        return "; ".join(parts) or None


def _source(payer: EnvelopeKey) -> str:
    owner = words.POOL if payer.owner == GROUP else payer.owner
    return f"{words.FUNDINGS[payer.funding]} {owner}"
