"""Rows of deviations as edits of cells: one more below the last, one out of use."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from small_school import small_school

from models.plan import TaskKey
from models.problem import Deviation, PersonCode, TaskNumber, UnitCode
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked, check_raw
from optimizer.flows.deviation_cells import Said, added, removed, rows_about, said_about
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.cell_edits import with_edits

KEY = TaskKey(TaskNumber("T1"), UnitCode("S1"))
P1 = PersonCode("P1")
PIN = Deviation(DeviationKind.PIN, *KEY, P1, Decimal(12))
WISH = Deviation(DeviationKind.PREFERENCE, *KEY, P1, Decimal(-2))


def opened(path: Path) -> tuple[RawWorkbook, Checked]:
    raw = read_workbook(path)
    return raw, check_raw(raw, {})


def test_rows_come_below_each_other_and_say_what_was_meant(tmp_path: Path) -> None:
    raw, checked = opened(small_school(tmp_path / "school.xlsx"))
    edits = added(checked, [(PIN, "afgesproken op 3 mei"), (WISH, "")])
    after = check_raw(with_edits(raw, edits), {})
    assert after.data is not None
    assert [(row.kind, row.person, int(row.value or 0)) for row in after.data.deviations] == [
        (PIN.kind, P1, 12), (WISH.kind, P1, -2),
    ]  # fmt: skip
    assert "afgesproken op 3 mei" in [edit.value for edit in edits]
    again = added(after, [(WISH, "")])
    assert {edit.where for edit in again}.isdisjoint({edit.where for edit in edits})


def test_a_row_out_of_use_no_longer_counts_and_stays_to_be_read(tmp_path: Path) -> None:
    raw, checked = opened(small_school(tmp_path / "school.xlsx"))
    edits = added(checked, [(PIN, "reden"), (WISH, "")])
    pinned = check_raw(with_edits(raw, edits), {})
    out = removed(rows_about(pinned, DeviationKind.PIN, KEY, P1))
    after = check_raw(with_edits(raw, [*edits, *out]), {})
    assert after.data is not None
    assert [row.kind for row in after.data.deviations] == [WISH.kind]
    assert [each.value for each in out] == ["–"]
    assert list(said_about(after, KEY, P1)) == [Said("", "12", "reden"), Said("voorkeur", "-2", "")]
    assert list(said_about(after, KEY, PersonCode("P2"))) == []


def test_without_the_sheet_there_is_no_place_for_a_row(tmp_path: Path) -> None:
    def without(book: Workbook) -> None:
        book.remove(book["Uitzonderingen"])

    _, checked = opened(small_school(tmp_path / "school.xlsx", without))
    with pytest.raises(LookupError):
        added(checked, [(PIN, "")])
