"""The guided start: what answers set, what they take back, and what they leave alone."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from small_school import small_school

from models.errors import InvalidProblemError
from models.guideline import Reply
from models.problem import ProblemData, UnitCode
from models.task_marks import Mark
from models.vocabulary import Applies, Mode, Priority, TaskLevel
from optimizer.flows.checking import check_workbook
from optimizer.flows.guided_start import (
    Entry,
    Start,
    add_record,
    answer,
    answer_at,
    begin,
    mark,
    pool,
    save,
    unpooled,
)
from optimizer.flows.step_outcome import Fate
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.input_sheets import SCHOOLS

ENTRY = Entry("Ann Linde", date(2026, 11, 30))
WAY = {"growth": Reply.YES, "vision": Reply.YES, "policy": Reply.YES}
SHEET = "Stappenplan"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def begun(path: Path, replies: dict[str, Reply] | None = None) -> Start:
    start = begin(read_workbook(path))
    for code, reply in (replies or {}).items():
        start = answer(start, code, reply, ENTRY)
    return start


def saved(start: Start, target: Path) -> ProblemData:
    save(start, target)
    return check_workbook(target).usable().data


def rows_of(path: Path) -> dict[tuple[str, str], dict[str, object]]:
    sheet = load_workbook(path)[SHEET]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[0] == "stap")
    names = [str(name) for name in rows[start]]
    found: list[dict[str, object]] = [
        dict(zip(names, row, strict=True)) for row in rows[start + 1 :] if row[0]
    ]
    return {(str(row["stap"]), str(row["over"] or "")): row for row in found}


def test_an_answer_sets_the_mode_and_says_by_whom_and_when(school: Path, tmp_path: Path) -> None:
    target = tmp_path / "na.xlsx"
    start = begun(school, {"growth": Reply.YES, "vision": Reply.NO})
    assert saved(start, target).settings.mode is Mode.TECHNICAL_CORE
    row = rows_of(target)["2", ""]
    assert (row["antwoord"], row["door wie"], row["wanneer"]) == ("nee", "Ann Linde", "2026-11-30")
    assert row["wat het instelt"] == "Instellingen, modus, waarde: technische kern (eerst volledig)"
    assert "pedagogische visie" in str(row["voor de directie"])


def test_another_answer_takes_back_what_the_first_set(school: Path, tmp_path: Path) -> None:
    first = tmp_path / "eerst.xlsx"
    save(begun(school, {"growth": Reply.NO}), first)
    start = begun(first, {"growth": Reply.YES})
    assert [told.fate for told in start.told] == [Fate.BACK]
    assert saved(start, tmp_path / "daarna.xlsx").settings.mode is Mode.FULL
    assert not rows_of(tmp_path / "daarna.xlsx")["1", ""]["wat het instelt"]


def test_what_somebody_changed_since_is_left_alone(school: Path, tmp_path: Path) -> None:
    first = tmp_path / "eerst.xlsx"
    save(begun(school, {"growth": Reply.NO}), first)
    book = load_workbook(first)
    cell = next(c for row in book["Instellingen"] for c in row if c.value == "technische kern")
    cell.value = "technische kern + beleid"
    book.save(first)
    again = begun(first)
    assert again.told == ()
    start = answer(again, "growth", Reply.YES, ENTRY)
    assert [told.fate for told in start.told] == [Fate.LEFT]
    assert saved(start, tmp_path / "na.xlsx").settings.mode is Mode.TECHNICAL_CORE_AND_POLICY


def test_answers_that_were_typed_on_the_sheet_count(school: Path, tmp_path: Path) -> None:
    book = load_workbook(school)
    row = next(row for row in book[SHEET] if row[0].value == "1")
    row[3].value = "Nee"
    book.save(school)
    waiting = [issue for issue in check_workbook(school).issues if issue.code == "steps-pending"]
    assert [str(issue.where) for issue in waiting] == [f"{SHEET}!D3"]
    assert saved(begun(school), tmp_path / "na.xlsx").settings.mode is Mode.TECHNICAL_CORE
    codes = [issue.code for issue in check_workbook(tmp_path / "na.xlsx").issues]
    assert "steps-pending" not in codes


def test_an_answer_that_is_none_is_an_error_with_its_cell(school: Path) -> None:
    book = load_workbook(school)
    row = next(row for row in book[SHEET] if row[0].value == "1")
    row[3].value = "misschien"
    book.save(school)
    with pytest.raises(InvalidProblemError) as caught:
        begun(school)
    (issue,) = caught.value.issues
    assert (issue.code, str(issue.where)) == ("step-answer", f"{SHEET}!{row[3].coordinate}")


def test_tasks_get_what_is_said_of_them_and_the_director_a_list(
    school: Path, tmp_path: Path
) -> None:
    start = begun(school, {**WAY, "pooling": Reply.SCHOOL})
    tasks = {task.number: task for task in start.data.tasks}
    said = {"T1": {Mark.ESSENTIAL, Mark.TOGETHER}, "T2": {Mark.LATER}, "A1": {Mark.DROP}}
    for number, marks in said.items():
        start = mark(start, "tasks_school", tasks[number], marks, ENTRY)  # type: ignore[index]
    assert [task.number for task in start.tasks_with(Mark.TOGETHER)] == ["T1"]
    after = {task.number: task for task in saved(start, tmp_path / "na.xlsx").tasks}
    assert after["T1"].priority is Priority.ESSENTIAL  # type: ignore[index]
    assert after["T2"].applies is Applies.LATER  # type: ignore[index]
    assert after["A1"].applies is Applies.NO  # type: ignore[index]
    rows = rows_of(tmp_path / "na.xlsx")
    assert rows["5b", "T1"]["antwoord"] == "essentieel; samenwerken"


def test_a_group_pools_and_each_task_finds_its_level(tmp_path: Path) -> None:
    source = small_school(tmp_path / "groep.xlsx")
    start = begun(source, {**WAY, "pooling": Reply.GROUP})
    start = add_record(start, SCHOOLS, {"code": "S2", "name": "De Beuk"})
    first, *others = unpooled(start)
    start = pool(start, first, "30", ENTRY)
    assert unpooled(start) == others
    levels = {
        TaskLevel.GROUP: {Mark.SCALE},
        TaskLevel.CHOICE: {Mark.EXPERTISE, Mark.NEAR},
        TaskLevel.SCHOOL: {Mark.NEAR},
    }
    chosen = list(zip(start.data.tasks, levels, strict=False))
    for task, level in chosen:
        start = mark(start, "tasks_group", task, levels[level], ENTRY)
    save(start, tmp_path / "na.xlsx")
    data = begun(tmp_path / "na.xlsx").data
    assert [school.pool_pct for school in data.schools if school.code == first] == [30]
    found = {task.number: task.level for task in data.tasks}
    assert all(found[task.number] is level for task, level in chosen)
    back = begun(tmp_path / "na.xlsx", {"pooling": Reply.SCHOOL})
    assert [school.pool_pct for school in back.data.schools] == [0, 0]
    assert {task.level for task in back.data.tasks} == {TaskLevel.SCHOOL}


def test_one_school_of_a_group_can_be_less_far(tmp_path: Path) -> None:
    start = begun(small_school(tmp_path / "groep.xlsx"), WAY)
    start = add_record(start, SCHOOLS, {"code": "S2", "name": "De Beuk", "pupils": "50"})
    start = answer_at(start, "policy", UnitCode("S2"), Reply.NO, ENTRY)
    save(start, tmp_path / "na.xlsx")
    later = begun(tmp_path / "na.xlsx")
    assert later.told == ()
    left_out = [(row.task, row.unit) for row in later.data.deviations]
    assert left_out == [("T2", "S2"), ("D1", "S2"), ("A1", "S2")]
    assert rows_of(tmp_path / "na.xlsx")["3", "S2"]["wat het instelt"] == (
        "Uitzonderingen, stap 3 S2, soort: niet van toepassing (eerst leeg)"
    )
    back = answer_at(later, "policy", UnitCode("S2"), Reply.YES, ENTRY)
    assert [told.fate for told in back.told] == [Fate.BACK]
    save(back, tmp_path / "terug.xlsx")
    again = begun(tmp_path / "terug.xlsx")
    assert again.data.deviations == ()
    once_more = answer_at(again, "policy", UnitCode("S2"), Reply.NO, ENTRY)
    assert len(once_more.data.deviations) == 3
    row = {edit.where.row for edit in once_more.edits.values() if edit.where.sheet[0] == "U"}
    assert row == {"4"}


def test_an_older_workbook_gets_the_sheet_and_keeps_all_else(tmp_path: Path) -> None:
    def without(book: Workbook) -> None:
        book.remove(book[SHEET])

    source = small_school(tmp_path / "oud.xlsx", without)
    before = source.read_bytes()
    data = saved(begun(source, {"growth": Reply.NO}), tmp_path / "na.xlsx")
    assert data.settings.mode is Mode.TECHNICAL_CORE
    assert source.read_bytes() == before
    assert load_workbook(tmp_path / "na.xlsx").sheetnames[-1] == SHEET
    assert rows_of(tmp_path / "na.xlsx")["1", ""]["antwoord"] == "nee"


def test_a_workbook_that_is_none_of_ours_is_refused_as_it_is(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "vreemd.xlsx")
    with pytest.raises(InvalidProblemError) as caught:
        begun(tmp_path / "vreemd.xlsx")
    assert caught.value.issues[0].facts["found"] == ("Sheet",)


def test_a_school_can_be_added(school: Path, tmp_path: Path) -> None:
    start = add_record(begun(school), SCHOOLS, {"code": "S2", "name": "De Beuk", "pupils": "120"})
    added = saved(start, tmp_path / "na.xlsx").schools[-1]
    assert (added.code, added.name, int(added.pupils)) == (UnitCode("S2"), "De Beuk", 120)
