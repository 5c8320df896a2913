"""Registered hours beside the norm: the rows of the two sheets, and what is said of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from models.problem import ProblemData
from models.registrations import FEW, Link, MatchKind, Record, Registered
from optimizer.report.dutch import dutch
from optimizer.report.wording import counted
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.record_cells import CellValue, number

HOW: Mapping[MatchKind, str] = {
    MatchKind.NUMBER: "nummer",
    MatchKind.LINK: "koppeling",
    MatchKind.WORDS: "woorden {score}",
}
UNKNOWN = "nog niets"
FEW_RECORDS = "weinig registraties: het verschil kan toeval zijn"
NO_YEAR = "dit werk valt buiten de geregistreerde dagen: geen jaarcijfer"
NOT_PLANNED = "staat nu niet op de agenda van deze school"
READ = "{records} gelezen, samen {hours} uur{days}."
UNLINKED = (
    "{texts} nog aan geen taak gekoppeld ({hours} uur). Vul op ‘Koppeling’ de taak in, en doe het "
    "nog eens."
)
UNPLACED = "{records} zonder school: van welke school ze zijn, is niet geweten."
TAKEN = "Overgenomen als uitzondering (uren): {task} in {unit}: {hours} uur per jaar."
TAKE = "Zet op ‘Registratie’ een x in ‘overnemen’ waar u het jaarcijfer wilt, en doe het nog eens."
NO_DAYS = ", zonder datum: ze tellen als een heel jaar"
DAYS = ", van {first} tot {last}"
EDITED = "de bladen Registratie en Koppeling, en de overgenomen uren, zijn"
"""What changed in the copy, for its certificate."""


def registered_rows(
    data: ProblemData, rows: Iterable[Registered], marked: frozenset[tuple[str, str]]
) -> list[dict[str, CellValue]]:
    """The rows of the comparison; a mark stays where somebody put it."""
    titles = {task.number: task.title for task in data.tasks}
    return [
        {
            "task": row.task,
            "title": titles[row.task],
            "unit": row.unit,
            "norm": number(row.norm),
            "hours": _hours(row.hours),
            "records": row.records,
            "part": float(round(100 * row.part, 1)),
            "yearly": None if row.yearly is None else number(row.yearly),
            "difference": None if row.yearly is None else number(row.yearly - row.norm),
            "take": labels.PIN_MARK if (fold(row.task), fold(row.unit)) in marked else None,
            "remark": "; ".join(_remarks(row)) or None,
        }
        for row in rows
    ]


def _hours(hours: Decimal) -> int | float:
    return number(round(hours, 2))


def _remarks(row: Registered) -> Iterator[str]:
    if row.yearly is None:
        yield NO_YEAR
    if not row.norm:
        yield NOT_PLANNED
    if row.records < FEW:
        yield FEW_RECORDS


def link_rows(
    data: ProblemData, links: Iterable[Link], records: Sequence[Record]
) -> list[dict[str, CellValue]]:
    """The rows of the texts, what is not known yet first, then by hours."""
    titles = {task.number: task.title for task in data.tasks}
    counts: dict[str, int] = {}
    hours: dict[str, Decimal] = {}
    for record in records:
        counts[record.what] = counts.get(record.what, 0) + 1
        hours[record.what] = hours.get(record.what, Decimal(0)) + record.hours
    ordered = sorted(links, key=lambda link: (link.kind is not None, -hours[link.what]))
    return [
        {
            "what": link.what,
            "task": _task(link),
            "title": None if link.task is None else titles[link.task],
            "how": _how(link),
            "records": counts[link.what],
            "hours": _hours(hours[link.what]),
        }
        for link in ordered
    ]


def _task(link: Link) -> str | None:
    if link.task is None:
        return labels.NONE if link.kind is MatchKind.LINK else None
    return str(link.task)


def _how(link: Link) -> str:
    return UNKNOWN if link.kind is None else HOW[link.kind].format(score=link.score)


def comparison_lines(
    records: Sequence[Record],
    links: Sequence[Link],
    unplaced: int,
    days: tuple[date, date] | None,
) -> Iterator[str]:
    """What was read, and what is still to be said before it counts."""
    when = NO_DAYS if days is None else DAYS.format(first=_day(days[0]), last=_day(days[1]))
    yield READ.format(
        records=counted(len(records), "registratie", "registraties"),
        hours=_told(sum((each.hours for each in records), Decimal(0))),
        days=when,
    )
    loose = {link.what for link in links if link.kind is None}
    if loose:
        hours = sum((each.hours for each in records if each.what in loose), Decimal(0))
        texts = counted(len(loose), "tekst is", "teksten zijn")
        yield UNLINKED.format(texts=texts, hours=_told(hours))
    if unplaced:
        yield UNPLACED.format(records=counted(unplaced, "registratie", "registraties"))


def taken_lines(data: ProblemData, taken: Sequence[Registered]) -> Iterator[str]:
    """Which hours were taken over; how, when none was."""
    titles = {task.number: task.title for task in data.tasks}
    for row in taken:
        name = f"{titles[row.task]} ({row.task})"
        yield TAKEN.format(task=name, unit=row.unit, hours=dutch(row.yearly))
    if not taken:
        yield TAKE


def _told(hours: Decimal) -> str:
    return str(dutch(round(hours, 1)))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
