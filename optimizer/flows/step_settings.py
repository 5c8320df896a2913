"""Which cells the answers of the guided start set, beside what earlier answers have set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.guideline import BY_CODE, Guided, Reply, step_name
from models.problem import ProblemData
from models.task_marks import task_sets
from optimizer.flows.step_outcome import Fate, Outcome, Told
from optimizer.flows.typed_cells import setting_kind, shown_text, typed_value
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_steps import RowKey, SetCell, Steps
from optimizer.workbook.read.reader import RawCell, RawWorkbook
from optimizer.workbook.read.record_cells import CellValue, cell_value
from optimizer.workbook.template.input_sheets import SCHOOLS, SETTINGS, TASKS
from optimizer.workbook.write.cell_edits import CellEdit
from optimizer.workbook.xlsx.cell_range import parse_cell

_RECORDS: Mapping[str, tuple[str, Sheet]] = {
    SETTINGS.name: ("setting", SETTINGS),
    SCHOOLS.name: ("school", SCHOOLS),
    TASKS.name: ("task", TASKS),
}
_MODE = "modus"
"""The setting that the first three steps decide."""


@dataclass(frozen=True)
class Wish:
    """A cell that an answer wants to hold a text, and the row of that answer."""

    row: RowKey
    sheet: Sheet
    record: str
    column: str
    text: str

    @property
    def place(self) -> tuple[str, str, str]:
        """As `SetCell.place`."""
        return self.sheet.name, self.record, self.sheet.column(self.column).header


def wished(data: ProblemData, guided: Guided, steps: Steps) -> Iterator[Wish]:
    """What the answers on the way that is followed set."""
    for code, outcome in guided.outcomes.items():
        if outcome.mode is not None:
            row = (step_name(BY_CODE[code]), "")
            yield Wish(row, SETTINGS, _MODE, "value", labels.MODES[outcome.mode])
    asked = {step_name(question) for question in guided.asked}
    schools = {school.code for school in data.schools}
    for row, text in steps.other.items():
        if guided.leads is Reply.GROUP and row[0] in asked and row[1] in schools:
            yield Wish(row, SCHOOLS, row[1], "pool_pct", text)
    for row, marks in steps.marks.items():
        if row[0] in asked:
            found = task_sets(marks)
            for column in ("applies", "level", "priority"):
                value = getattr(found, column)
                if value is not None:
                    yield Wish(row, TASKS, row[1], column, str(cell_value(value)))


@dataclass
class _Settling:
    raw: RawWorkbook
    data: ProblemData
    edits: list[CellEdit] = field(default_factory=list)
    kept: dict[RowKey, tuple[SetCell, ...]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def cell(self, place: tuple[str, str, str]) -> RawCell | None:
        """The cell of a place; `None` when this workbook has no such row or column."""
        record, sheet = _RECORDS[place[0]]
        header = next((c.key for c in sheet.columns if c.header == place[2]), "")
        where = self.data.sources.get((record, place[1], "" if sheet is SETTINGS else header))
        if where is None:
            return None
        found = next(each for each in self.raw.sheets if each.name == where.sheet)
        return found.cell(*parse_cell(where.cell))

    def grant(self, wish: Wish, standing: SetCell | None) -> None:
        """Fill a cell, unless somebody gave it a value of her own after an answer like this."""
        cell = self.cell(wish.place)
        shown = "" if cell is None else shown_text(cell)
        before = shown if standing is None else standing.before
        made = SetCell(*wish.place, value=wish.text, before=before)
        if cell is None:
            self.told.append(Told(Fate.ABSENT, made))
            return
        self.kept[wish.row] = (*self.kept.get(wish.row, ()), made)
        is_new = standing is None or not _same(standing.value, wish.text)
        if is_new and not _same(shown, wish.text):
            self.edits.append(CellEdit(cell.where, _value(wish.sheet, made, cell)))
            self.told.append(Told(Fate.SET, made))

    def take_back(self, standing: SetCell) -> None:
        """Put back what stood there before an answer that no longer says this."""
        cell = self.cell(standing.place)
        if cell is None:
            return
        if not _same(shown_text(cell), standing.value):
            self.told.append(Told(Fate.LEFT, standing))
            return
        sheet = _RECORDS[standing.sheet][1]
        back = SetCell(*standing.place, value=standing.before, before=standing.value)
        if back.value != back.before:
            self.edits.append(CellEdit(cell.where, _value(sheet, back, cell)))
            self.told.append(Told(Fate.BACK, back))


def settled(
    raw: RawWorkbook, data: ProblemData, standing: Sequence[SetCell], wishes: Iterable[Wish]
) -> Outcome:
    """Hold what the answers want against what they have set before.

    Two answers about one cell do not occur: every column is the matter of one step.
    """
    known = {each.place: each for each in standing if each.sheet in _RECORDS}
    settling = _Settling(raw, data)
    for wish in wishes:
        settling.grant(wish, known.pop(wish.place, None))
    for each in known.values():
        settling.take_back(each)
    return Outcome(tuple(settling.edits), settling.kept, tuple(settling.told))


def _same(one: str, other: str) -> bool:
    """Whether two texts of a cell say the same; a percentage may show its sign."""
    return fold(one.rstrip("% ")) == fold(other.rstrip("% "))


def _value(sheet: Sheet, cell: SetCell, standing: RawCell) -> CellValue:
    if sheet is SETTINGS:
        return typed_value(setting_kind(cell.record), standing, cell.value)
    column = next(each for each in sheet.columns if each.header == cell.header)
    return typed_value(column.kind, standing, cell.value)
