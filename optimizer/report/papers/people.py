"""The sheet of one person: what she answers for, does and takes over, in plain words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.problem import GROUP, Person, PersonCode, UnitCode
from optimizer.explain.answer import Answer
from optimizer.report.document import Block, Heading, Paragraph, Table
from optimizer.report.papers.agreed import Agreed
from optimizer.report.papers.months import agendas, month_blocks
from optimizer.report.papers.paper import Paper, file_stem
from optimizer.report.statement import Mandate, Statements, TaskMandate
from optimizer.report.statement_text import DUTY_CAPTIONS
from optimizer.report.wording import plain
from optimizer.workbook import labels

NOTHING = "Dit plan geeft u geen taken."
CENTRAL_HOME = "centraal, voor de groep"


def person_papers(answer: Answer) -> Iterator[Paper]:
    """A sheet for everybody, in the order of the workbook."""
    statements, agreed = Statements(answer), Agreed(answer)
    months = {agenda.name: agenda for agenda in agendas(answer)}
    for person in answer.persons.values():
        name = answer.person_name(person.code)
        blocks = [
            *_PersonSheet(answer, person).blocks(statements.duties(person.code)),
            *agreed.mandates(name),
            *month_blocks(months.get(name)),
        ]
        yield Paper(file_stem(person.code, person.name), name, tuple(blocks))


class _PersonSheet:
    """Puts one plan into words for one person."""

    def __init__(self, answer: Answer, person: Person) -> None:
        self._answer = answer
        self._person = person
        self._units = {school.code: school.name for school in answer.instance.data.schools}
        self._one_unit = len({key.unit for key in answer.tasks}) == 1

    def blocks(self, duties: Sequence[TaskMandate]) -> Iterator[Block]:
        """Who it is for, how full her year is, and a table per mandate."""
        answer, person = self._answer, self._person
        yield Heading(answer.person_name(person.code))
        year = answer.instance.settings.school_year
        yield Paragraph(
            f"ICT-taken{f' in {year}' if year else ''}: {labels.ROLES[person.role]}, "
            f"{self._home(person.home)}."
        )
        yield Paragraph(self._load())
        if not duties:
            yield Paragraph(NOTHING)
        for mandate in Mandate:
            mine = [duty for duty in duties if duty.mandate is mandate]
            if mine:
                yield Heading(DUTY_CAPTIONS[mandate], 2)
                yield self._table(mandate, mine)

    def _home(self, home: UnitCode) -> str:
        return self._units[home] or home if home in self._units else CENTRAL_HOME

    def _load(self) -> str:
        answer, code = self._answer, self._person.code
        load = answer.hours(answer.verification.loads[code])
        capacity = answer.hours(answer.instance.total_capacity(code))
        travel = answer.hours(answer.verification.travel[code])
        driven = f", waarvan {travel} uur onderweg" if travel else ""
        per_week = self._weekly(load)
        return f"Samen {load} van {capacity} uur per jaar{driven}: {per_week} uur per schoolweek."

    def _weekly(self, hours: int) -> str:
        weeks = self._answer.instance.settings.school_weeks
        return plain(round(Decimal(hours) / weeks, 1))

    def _table(self, mandate: Mandate, duties: Sequence[TaskMandate]) -> Table:
        where = () if self._one_unit else ("school",)
        if mandate is Mandate.STANDS_IN:
            headers = ("taak", *where, "voor wie")
        else:
            last = "back-up" if mandate is Mandate.LEADS else "verantwoordelijke"
            headers = ("taak", *where, "uur per jaar", "uur per week", last, "samen met")
        return Table(headers, tuple(self._row(mandate, duty) for duty in duties))

    def _row(self, mandate: Mandate, duty: TaskMandate) -> tuple[str, ...]:
        key, task = duty.task.key, duty.task.task
        start = (
            f"{task.title} ({task.number})",
            *(() if self._one_unit else (self._unit(key.unit),)),
        )
        lead = self._answer.person_name(duty.decider) if duty.decider else ""
        if mandate is Mandate.STANDS_IN:
            return (*start, lead)
        hours = self._answer.hours(duty.grains)
        stand_ins = ", ".join(map(self._answer.person_name, duty.stand_ins))
        last = stand_ins if mandate is Mandate.LEADS else lead
        return (*start, str(hours), self._weekly(hours), last, self._others(duty))

    def _unit(self, code: UnitCode) -> str:
        return "de groep" if code == GROUP else self._units.get(code) or code

    def _others(self, duty: TaskMandate) -> str:
        """Who else works on it beside the one who answers for it, a firm included."""
        named = {self._person.code, duty.decider}
        others: list[PersonCode] = [code for code in duty.doers if code not in named]
        names = [self._answer.person_name(code) for code in others]
        return ", ".join([*names, *([labels.FIRM] if duty.bought else [])])
