"""Wishes as a matrix: read from rows of deviations, and written as them without doubles."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from small_school import small_school

from models.problem import PersonCode, TaskNumber
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked, check_raw
from optimizer.flows.wishes import read_wish, wish_edits, wishes
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.write.cell_edits import with_edits

T1, D1 = TaskNumber("T1"), TaskNumber("D1")
P1, P2 = PersonCode("P1"), PersonCode("P2")


def rows(book: Workbook) -> None:
    sheet = book["Uitzonderingen"]
    for row, cells in enumerate(
        [("T1", None, "P1", "voorkeur", 2), ("T1", "S1", "P2", "nooit", None),
         ("T2; A1", None, "P1", "nooit", None)], start=4,
    ):  # fmt: skip
        for column, value in zip("ABCDE", cells, strict=True):
            sheet[f"{column}{row}"] = value


def told(checked: Checked) -> dict[tuple[str, str], tuple[str, bool]]:
    assert checked.data is not None
    return {pair: (wish.text, wish.is_own) for pair, wish in wishes(checked.data).items()}


@pytest.mark.parametrize(
    ("text", "wish"),
    [("++", 2), ("-", -1), ("-2", -2), ("Nooit", DeviationKind.BAN), ("x", DeviationKind.BAN),
     ("", None), ("0", None)],
)  # fmt: skip
def test_a_wish_is_a_sign_a_number_or_never(text: str, wish: object) -> None:
    assert read_wish(text) == wish


def test_another_word_is_no_wish() -> None:
    with pytest.raises(ValueError, match="graag"):
        read_wish("graag")


def test_rows_are_told_per_task_and_person_and_shared_ones_are_marked(tmp_path: Path) -> None:
    checked = check_raw(read_workbook(small_school(tmp_path / "school.xlsx", rows)), {})
    assert told(checked) == {
        ("T1", "P1"): ("++", True), ("T1", "P2"): ("nooit", False),
        ("T2", "P1"): ("nooit", False), ("A1", "P1"): ("nooit", False),
    }  # fmt: skip


def test_a_row_that_stands_there_is_changed_and_a_new_one_comes_below(tmp_path: Path) -> None:
    raw = read_workbook(small_school(tmp_path / "school.xlsx", rows))
    checked = check_raw(raw, {})
    edits = wish_edits(checked, {(T1, P1): DeviationKind.BAN, (D1, P2): -1, (D1, P1): None})
    after = check_raw(with_edits(raw, edits), {})
    assert told(after)["T1", "P1"] == ("nooit", True)
    assert told(after)["D1", "P2"] == ("-", True)
    assert ("D1", "P1") not in told(after)
    gone = wish_edits(after, {(T1, P1): None})
    last = check_raw(with_edits(raw, [*edits, *gone]), {})
    assert ("T1", "P1") not in told(last)
    assert last.data is not None
    assert after.data is not None
    assert len(last.data.deviations) == len(after.data.deviations) - 1
