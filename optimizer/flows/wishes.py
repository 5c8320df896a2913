"""Wishes and ‘nooit’ as a matrix of tasks and people, instead of rows of deviations."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.issues import CellRef
from models.problem import ANY, Deviation, PersonCode, ProblemData, TaskNumber
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked
from optimizer.flows.deviation_cells import added
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.record_cells import number
from optimizer.workbook.template.input_sheets import DEVIATIONS
from optimizer.workbook.write.cell_edits import CellEdit

BAN = labels.DEVIATION_KINDS[DeviationKind.BAN]
KINDS = (DeviationKind.PREFERENCE, DeviationKind.BAN)
SIGNS: Mapping[str, int] = {"++": 2, "+": 1, "-": -1, "--": -2, "2": 2, "1": 1, "-1": -1, "-2": -2}
"""What can be typed for a wish: from gladly to rather not."""
SHOWN: Mapping[int, str] = {2: "++", 1: "+", -1: "-", -2: "--"}
Pair = tuple[TaskNumber, PersonCode]


@dataclass(frozen=True)
class Wish:
    """What stands for a task and a person.

    `is_own` tells that one row says this of them alone, for all schools, so that it can be
    changed here.
    """

    text: str
    row: Deviation
    is_own: bool


def wishes(data: ProblemData) -> Mapping[Pair, Wish]:
    """Every wish and ban that names one task and one person; a ban counts before a wish."""
    rows = Counter(row.where for row in data.deviations)
    found: dict[Pair, Wish] = {}
    for row in data.deviations:
        if row.kind not in KINDS or row.person is None or row.task == ANY:
            continue
        pair = (TaskNumber(row.task), row.person)
        is_own = row.unit == ANY and rows[row.where] == 1
        if pair not in found or row.kind is DeviationKind.BAN:
            found[pair] = Wish(_text(row), row, is_own)
    return found


def _text(row: Deviation) -> str:
    if row.kind is DeviationKind.BAN:
        return BAN
    return SHOWN.get(int(row.value or 0), str(number(row.value or Decimal(0))))


def read_wish(text: str) -> int | DeviationKind | None:
    """A wish, a ban, or nothing.

    Raises
    ------
    ValueError
        When the text says none of these.
    """
    word = fold(text)
    if not word or word == "0":
        return None
    if word in (fold(BAN), "x"):
        return DeviationKind.BAN
    if word in SIGNS:
        return SIGNS[word]
    raise ValueError(text)


def wish_edits(
    checked: Checked, wanted: Mapping[Pair, int | DeviationKind | None]
) -> list[CellEdit]:
    """The edits of cells for some wishes; a row that stands there is changed, not doubled.

    Raises
    ------
    LookupError
        When the workbook has no sheet of deviations.
    """
    located = locate(checked.raw, DEVIATIONS)
    if located is None or checked.data is None:
        raise LookupError(DEVIATIONS.name)
    standing = wishes(checked.data)
    edits: list[CellEdit] = []
    new: list[tuple[Deviation, str]] = []
    for pair, wish in wanted.items():
        there = standing.get(pair)
        if there is not None and there.is_own and there.row.where is not None:
            edits += _changed(located, there.row.where, wish)
        elif wish is not None:
            new.append((_row(pair, wish), ""))
    return [*edits, *added(checked, new)]


def _row(pair: Pair, wish: int | DeviationKind) -> Deviation:
    if isinstance(wish, DeviationKind):
        return Deviation(wish, pair[0], person=pair[1])
    return Deviation(DeviationKind.PREFERENCE, pair[0], person=pair[1], value=Decimal(wish))


def _changed(
    located: Located, where: CellRef, wish: int | DeviationKind | None
) -> Iterable[CellEdit]:
    """The kind and the value of a row that stands there."""
    line = next(row for row in located.data_rows() if located.cell(row, "kind").where == where)
    value = located.cell(line, "value").where
    if wish is None:
        return [CellEdit(where, labels.NONE)]
    if isinstance(wish, DeviationKind):
        return [CellEdit(where, labels.DEVIATION_KINDS[wish]), CellEdit(value, None)]
    kind = labels.DEVIATION_KINDS[DeviationKind.PREFERENCE]
    return [CellEdit(where, kind), CellEdit(value, wish)]
