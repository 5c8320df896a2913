"""What if: some changes together, the problem with them, and the cells that make them real."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from models.changes import Change, PersonGone, all_changed
from models.edits import cell_to_edit, value_after
from models.errors import InvalidProblemError
from models.issues import has_errors
from models.problem import Person, PersonCode, ProblemData
from models.validation import validate
from optimizer.flows.checking import Checked
from optimizer.flows.typed_cells import next_code
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.parse_people import competence_columns
from optimizer.workbook.read.record_cells import CellValue, cell_value, record_cells
from optimizer.workbook.read.records import Collected
from optimizer.workbook.template.input_sheets import PERSONS
from optimizer.workbook.write.cell_edits import CellEdit


@dataclass(frozen=True)
class Scenario:
    """Changes that are looked at together, and people who come in addition."""

    changes: tuple[Change, ...] = ()
    hires: tuple[Person, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes."""
        return not self.changes and not self.hires


def problem_in(data: ProblemData, scenario: Scenario) -> ProblemData:
    """The problem in a scenario.

    Raises
    ------
    InvalidProblemError
        When the changed workbook would have errors.
    LookupError
        When a change is about something that is not there.
    """
    after = all_changed(data, scenario.changes)
    after = replace(after, persons=(*after.persons, *scenario.hires))
    issues = validate(after)
    if has_errors(issues):
        raise InvalidProblemError(issues)
    return after


def somebody_like(
    data: ProblemData, example: PersonCode, name: str, hours: Decimal, taken: Iterable[Person] = ()
) -> Person:
    """A person more, with the role and competences of somebody and so many hours a week.

    The hours come from the first source from which the example has any.

    Raises
    ------
    LookupError
        When there is no such example.
    """
    found = next((person for person in data.persons if person.code == example), None)
    if found is None:
        raise LookupError(example)
    codes = [person.code for person in (*data.persons, *taken)]
    sources = ("ict_hours", "bpt_hours", "other_hours")
    source = next((each for each in sources if getattr(found, each) > 0), sources[0])
    nothing = Decimal(0)
    return replace(
        found,
        code=PersonCode(next_code(codes, "P01")),
        name=name,
        ict_to_decide=False,
        ict_hours=hours if source == "ict_hours" else nothing,
        bpt_hours=hours if source == "bpt_hours" else nothing,
        other_hours=hours if source == "other_hours" else nothing,
    )


def cells_of(checked: Checked, scenario: Scenario) -> list[CellEdit]:
    """The edits of cells that make a scenario real.

    Raises
    ------
    LookupError
        When the workbook has no cell for one of the changes.
    """
    data = checked.data
    located = locate(checked.raw, PERSONS)
    if data is None or located is None:
        raise LookupError(PERSONS.name)
    edits: list[CellEdit] = []
    for change in scenario.changes:
        if isinstance(change, PersonGone):
            edits += _emptied(data, located, change.person)
        else:
            where = cell_to_edit(data, change)
            if where is None:
                raise LookupError(change)
            edits.append(CellEdit(where, cell_value(value_after(change))))
    first = max(located.data_rows(), default=located.header_row) + 1
    for row, person in enumerate(scenario.hires, start=first):
        edits += _written(located, row, person)
    return edits


def _emptied(data: ProblemData, located: Located, person: PersonCode) -> list[CellEdit]:
    """The row of a person is emptied, and rows of deviations about the person put out of use."""
    code = data.where("person", person)
    row = next(
        number
        for number in located.data_rows()
        if code is not None and located.cell(number, "code").where == code
    )
    own = {*located.columns.values(), *_levels(located).values()}
    cells = [located.sheet.cell(row, column).where for column in own]
    rows = {each.where for each in data.deviations if each.person == person and each.where}
    return [*(CellEdit(where, None) for where in cells), *(CellEdit(w, "–") for w in rows)]


def _written(located: Located, row: int, person: Person) -> list[CellEdit]:
    values: dict[str, CellValue] = record_cells(PERSONS, person)
    columns = {**located.columns, **_levels(located)}
    return [
        CellEdit(located.sheet.cell(row, column).where, values[key])
        for key, column in columns.items()
        if values.get(key) is not None
    ]


def _levels(located: Located) -> Mapping[str, int]:
    return competence_columns(located, frozenset(), Collected())
