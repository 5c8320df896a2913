"""Months of a person as an iCalendar file (RFC 5545); the only place that knows icalendar."""

from datetime import UTC, datetime, timedelta
from importlib.util import find_spec

from models.errors import WorkbookError
from optimizer.report.papers.months import Agenda

MAKER = "-//taakverdeler//ICT-taken per maand//NL"


def ics_bytes(agenda: Agenda) -> bytes:
    """A calendar with an event on the first work day of every month; it takes no time of the day.

    Read again after a new plan, the events replace those of the plan before.

    Raises
    ------
    WorkbookError
        `no-ics`: icalendar, an extra, is not installed.
    """
    if find_spec("icalendar") is None:
        raise WorkbookError("no-ics")
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"ICT-taken van {agenda.name}")
    made = datetime.now(UTC)
    for month in agenda.months:
        event = Event()
        event.add("uid", f"{month.first.year}-{month.code}@taakverdeler")
        event.add("dtstamp", made)
        event.add("dtstart", month.first)
        event.add("dtend", month.first + timedelta(days=1))
        event.add("summary", month.summary)
        event.add("description", "\n".join(month.lines))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
