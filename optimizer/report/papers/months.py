"""The months of one person: how much work each of them has, and which tasks weigh most in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from models.month_shares import WHOLE, hours_by_month, month_shares
from models.plan import TaskKey
from models.problem import Person, TaskNumber
from models.school_calendar import MONTHS
from optimizer.explain.answer import Answer
from optimizer.report.document import Block, Heading, Table
from optimizer.report.papers.paper import file_stem
from optimizer.workbook import labels

MOST_TASKS = 5
"""Tasks that are named in a month; more is a list that nobody reads."""
SUMMARY = "ICT in {month}: {planned} uur gepland, {available} uur beschikbaar"
PER_MONTH = "Uren per maand (geschat)"
MAIN_WORK = "Het meeste werk in deze maand:"
ASSUMED = (
    "De uren per maand zijn een schatting uit het plan (blad Kalender). Ze worden betaald uit "
    "{year}."
)


@dataclass(frozen=True)
class Month:
    """A month of a person: the day on which she is reminded of it, her hours, and the main work.

    `planned` and `available` are clock hours, as they are told.
    """

    code: str
    first: date
    last: date
    name: str
    planned: str
    available: str
    lines: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The month in one line."""
        return SUMMARY.format(month=self.name, planned=self.planned, available=self.available)


@dataclass(frozen=True)
class Agenda:
    """The months of one person; `stem` is the name of its file without the ending."""

    stem: str
    name: str
    months: tuple[Month, ...]


def agendas(answer: Answer) -> Iterator[Agenda]:
    """Everybody with planned work, in the order of the workbook; nobody without a school year."""
    data = answer.instance.data
    shares = {task.number: month_shares(data, task) for task in data.tasks}
    for person in answer.persons.values():
        months = tuple(_months(answer, person, shares))
        if months:
            stem = file_stem(person.code, person.name)
            yield Agenda(stem, answer.person_name(person.code), months)


def _months(
    answer: Answer, person: Person, shares: Mapping[TaskNumber, Mapping[int, int]]
) -> Iterator[Month]:
    data, grain = answer.instance.data, answer.instance.settings.grain
    work = {key: n * grain for (key, code), n in answer.worked.items() if code == person.code}
    there_is = hours_by_month(data, person)
    for month in MONTHS:
        days = [day.day for day in data.work_days if day.day.month == month]
        parts = {
            key: Fraction(hours * shares[key.task].get(month, 0), WHOLE)
            for key, hours in work.items()
        }
        planned = sum(parts.values())
        if days and planned:
            lines = (
                MAIN_WORK,
                *_main(answer, parts),
                ASSUMED.format(year=data.settings.school_year),
            )
            yield Month(
                f"{person.code}-{month}", days[0], days[-1], labels.MONTHS[month],
                _hours(planned), _hours(there_is[month]), lines,
            )  # fmt: skip


def month_blocks(agenda: Agenda | None) -> Iterator[Block]:
    """The months of a person on paper; nothing for who has none."""
    if agenda is not None:
        yield Heading(PER_MONTH, 2)
        yield Table(
            ("maand", "gepland", "beschikbaar"),
            tuple((each.name, each.planned, each.available) for each in agenda.months),
        )


def _main(answer: Answer, parts: Mapping[TaskKey, Fraction]) -> Iterator[str]:
    """The tasks with most hours, and how many."""
    heaviest = sorted(parts, key=lambda key: (-parts[key], key))[:MOST_TASKS]
    one_unit = len({key.unit for key in answer.tasks}) < 2
    for key in heaviest:
        if parts[key] >= Fraction(1, 20):
            where = "" if one_unit else f", {key.unit}"
            title = answer.task_list[key.task].title
            yield f"- {title} ({key.task}{where}): {_hours(parts[key])} uur"


def _hours(hours: Fraction | int) -> str:
    return f"{float(hours):.1f}".replace(".", ",")
