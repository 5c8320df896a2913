"""A school of a group that is not as far as the others: what it leaves out, as exceptions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.agenda import in_mode
from models.guideline import Guided, step_name
from models.problem import Deviation, ProblemData, UnitCode
from models.vocabulary import Applies, DeviationKind, TaskLevel
from optimizer.flows.step_outcome import Fate, Outcome, Told
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_steps import RowKey, SetCell, Steps
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.record_cells import CellValue, joined, record_cells
from optimizer.workbook.template.input_sheets import DEVIATIONS
from optimizer.workbook.write.cell_edits import CellEdit

REMARK = "stappenplan, stap {step}: {unit}"
KIND = labels.DEVIATION_KINDS[DeviationKind.NOT_APPLICABLE]


@dataclass(frozen=True)
class SchoolWish:
    """Tasks that a school leaves out, and the row of the answer that says so."""

    row: RowKey
    unit: UnitCode
    tasks: tuple[str, ...]

    @property
    def cell(self) -> SetCell:
        """The row of exceptions, as the sheet of the steps tells of it."""
        header = DEVIATIONS.column("kind").header
        return SetCell(DEVIATIONS.name, f"stap {self.row[0]} {self.unit}", header, KIND, "")

    @property
    def remark(self) -> str:
        """By which the row of exceptions is found again."""
        return REMARK.format(step=self.row[0], unit=self.unit)


def school_wishes(data: ProblemData, guided: Guided, steps: Steps) -> Iterator[SchoolWish]:
    """What the answers of single schools leave out, on the way that is followed."""
    by_step = {step_name(question): question for question in guided.asked}
    schools = {str(school.code): school.code for school in data.schools}
    for row, reply in steps.at_school.items():
        question = by_step.get(row[0])
        outcome = question.outcomes.get(reply) if question else None
        if outcome is None or outcome.mode is None or row[1] not in schools:
            continue
        left_out = tuple(
            str(task.number)
            for task in data.tasks
            if task.level is not TaskLevel.GROUP
            and task.applies is Applies.YES
            and not in_mode(outcome.mode, task)
        )
        if left_out:
            yield SchoolWish(row, schools[row[1]], left_out)


def settled_exceptions(
    raw: RawWorkbook, standing: Sequence[SetCell], wishes: Iterable[SchoolWish]
) -> Outcome:
    """Rows of exceptions that answers want, and those that they no longer want put out of use.

    A row that somebody changed after an answer like this is left as it is.
    """
    located = locate(raw, DEVIATIONS)
    known = {each.record for each in standing if each.sheet == DEVIATIONS.name}
    rows = {} if located is None else _rows(located)
    edits: list[CellEdit] = []
    kept: dict[RowKey, tuple[SetCell, ...]] = {}
    told: list[Told] = []
    free = max(located.data_rows(), default=located.header_row) + 1 if located else 0
    for wish in wishes:
        if located is None:
            told.append(Told(Fate.ABSENT, wish.cell))
            continue
        kept[wish.row] = (wish.cell,)
        if wish.cell.record not in known:
            row = rows.get(fold(wish.remark), free)
            free += row == free
            edits += _fill(located, row, wish)
            told.append(Told(Fate.SET, wish.cell))
        known.discard(wish.cell.record)
    for record in sorted(known):
        edits_back, told_back = _out_of_use(located, rows, record)
        edits += edits_back
        told += told_back
    return Outcome(tuple(edits), kept, tuple(told))


def _rows(located: Located) -> Mapping[str, int]:
    return {fold(located.text(row, "remark")): row for row in located.data_rows()}


def _fill(located: Located, row: int, wish: SchoolWish) -> Iterator[CellEdit]:
    bare = Deviation(DeviationKind.NOT_APPLICABLE, unit=wish.unit)
    cells: dict[str, CellValue] = record_cells(DEVIATIONS, bare)
    cells |= {"task": joined(wish.tasks), "remark": wish.remark}
    for key, value in cells.items():
        if key in located.columns and value is not None:
            yield CellEdit(located.cell(row, key).where, value)


def _out_of_use(
    located: Located | None, rows: Mapping[str, int], record: str
) -> tuple[list[CellEdit], list[Told]]:
    """A row that an answer made, and no longer wants: out of use, unless it is already."""
    _, step, unit = record.split(" ", 2)
    row = rows.get(fold(REMARK.format(step=step, unit=unit)))
    if located is None or row is None or fold(located.text(row, "kind")) != fold(KIND):
        return [], []
    header = DEVIATIONS.column("kind").header
    back = SetCell(DEVIATIONS.name, record, header, labels.NONE, KIND)
    return [CellEdit(located.cell(row, "kind").where, labels.NONE)], [Told(Fate.BACK, back)]
