"""Dutch sentences for what-if changes: which cell, what stands there, what would stand there."""

from collections.abc import Sequence

from models.changes import (
    Change,
    CompetenceChange,
    DeviationAdded,
    DeviationRemoved,
    PersonGone,
    PinRemoved,
    Value,
    cell_of,
    place_of,
    value_before,
)
from models.edits import value_after
from models.problem import ANY, Deviation, PlanRow, ProblemData
from optimizer.report.dutch import listed
from optimizer.report.wording import plain
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.record_cells import cell_value
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS, TASKS
from optimizer.workbook.template.setting_rows import SETTING_ROWS

EMPTY = "leeg"
_SHEETS = {"school": SCHOOLS, "person": PERSONS, "task": TASKS}


def describe_change(data: ProblemData, change: Change) -> str:
    """One line: the cell when there is one, whose field it is, and both values.

    Raises
    ------
    LookupError
        When the change is about something that is not there.
    """
    where = cell_of(data, change)
    start = f"{where}: " if where else ""
    return f"{start}{_words(data, change)}"


def _words(data: ProblemData, change: Change) -> str:
    match change:
        case PersonGone(person):
            return f"{person} is er niet meer"
        case DeviationAdded(deviation):
            return f"extra uitzondering ‘{describe_deviation(deviation)}’"
        case DeviationRemoved(deviation):
            return f"uitzondering ‘{_describe_row(data, deviation)}’ weg"
        case PinRemoved(row):
            return f"{_row(row)} niet meer vast"
        case _:
            before, after = value_before(data, change), value_after(change)
            return f"{_field(change)}: {shown(before)} → {shown(after)}"


def shown(value: Value) -> str:
    """A value as its cell shows it; `leeg` for nothing."""
    if value is None:
        return EMPTY
    if isinstance(value, tuple):
        return ", ".join(labels.LEVELS[level] for level in value)
    cell = cell_value(value)
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return EMPTY if cell is None else str(cell)


def _field(change: Change) -> str:
    """`ICT-punten van S1`, or the name of a setting."""
    place = place_of(change)
    assert place is not None
    if place.record == "setting":
        return setting_key(place.code)
    if isinstance(change, CompetenceChange):
        return f"{change.competence} van {place.code}"
    header = header_of(_SHEETS[place.record], place.attribute)
    competence = getattr(change, "competence", "")
    return f"{header} {competence}".strip() + f" van {place.code}"


def setting_key(path: str) -> str:
    """The Dutch key of a setting; its path when the workbook does not have it."""
    keys = {row.path: row.key for row in SETTING_ROWS}
    return keys.get(path, path)


def header_of(sheet: Sheet, attribute: str) -> str:
    """The header of the column of a field; the field itself when it has no column."""
    headers = {column.key: column.header for column in sheet.columns}
    return headers.get(attribute, attribute)


def describe_deviation(deviation: Deviation) -> str:
    """`nooit: T27 in S1 voor M03`, with the value when there is one."""
    return _describe_together([deviation])


def _describe_row(data: ProblemData, deviation: Deviation) -> str:
    """Everything that stands in the row of a deviation, which may name several tasks or people."""
    row = [each for each in data.deviations if each.where == deviation.where]
    return _describe_together(row if deviation.where is not None else [deviation])


def _describe_together(row: Sequence[Deviation]) -> str:
    first = row[0]
    tasks = [task for task in dict.fromkeys(each.task for each in row) if task != ANY]
    units = [unit for unit in dict.fromkeys(each.unit for each in row) if unit != ANY]
    people = list(dict.fromkeys(code for each in row for code in each.people))
    where = f" in {listed(units)}" if units else ""
    who = f" voor {listed(people)}" if people else ""
    value = "" if first.value is None else f" = {plain(first.value)}"
    if first.priority is not None:
        value = f" = {labels.PRIORITIES[first.priority]}"
    kind = labels.DEVIATION_KINDS[first.kind]
    return f"{kind}: {listed(tasks) if tasks else 'alle taken'}{where}{who}{value}"


def _row(row: PlanRow) -> str:
    who = row.person or labels.FIRM
    return f"{row.task} in {row.unit}, {who} ({labels.PLAN_ROLES[row.role]})"
