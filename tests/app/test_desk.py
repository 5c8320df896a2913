"""The one state: edits with undo, saving, what changed meanwhile, and what is kept for recovery."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from own_layout import NAMES, own_layout
from small_school import small_school

from models.errors import WorkbookError
from models.issues import CellRef
from models.plan import Plan
from optimizer.app.state import recovery
from optimizer.app.state.desk import Desk
from optimizer.app.state.opened import Opened
from optimizer.construct.by_hand import with_hours
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.write.cell_edits import CellEdit

NAME = CellRef("Personen", "B4")
ROLE = CellRef("Personen", "D4")


@pytest.fixture
def desk(school: Path) -> Iterator[Desk]:
    made = Desk(lambda kind, **facts: None)
    made.open(Opened.read(school))
    yield made


def reopened(path: Path) -> Desk:
    made = Desk(lambda kind, **facts: None)
    made.open(Opened.read(path))
    return made


def rename(desk: Desk, name: str) -> None:
    desk.edit([CellEdit(NAME, name)], "Naam wijzigen")


def first_name(desk: Desk) -> str:
    data = desk.checked.data
    assert data is not None
    return data.persons[0].name


def planned(desk: Desk) -> None:
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")


def test_every_step_can_be_undone_and_done_again(desk: Desk) -> None:
    assert not desk.is_dirty
    rename(desk, "Ann Anders")
    rename(desk, "An Nogmaals")
    assert (first_name(desk), desk.history.undone) == ("An Nogmaals", "Naam wijzigen")
    desk.undo()
    assert first_name(desk) == "Ann Anders"
    desk.undo()
    assert (first_name(desk), desk.is_dirty) == ("Noor Voorbeeld", False)
    desk.undo()
    desk.redo()
    assert first_name(desk) == "Ann Anders"
    rename(desk, "Iemand Anders")
    assert desk.history.redone is None


def test_a_cell_that_gets_back_what_stood_there_is_no_edit(desk: Desk) -> None:
    rename(desk, "Ann Anders")
    rename(desk, "Noor Voorbeeld")
    assert not desk.is_dirty


def test_an_error_is_found_at_once_and_gone_at_once(desk: Desk) -> None:
    desk.edit([CellEdit(ROLE, "tovenaar")], "Rol wijzigen")
    assert [issue.code for issue in desk.checked.issues if issue.severity == "error"] == [
        "unknown-choice"
    ]
    assert desk.judged is None
    desk.undo()
    assert desk.checked.is_usable


def test_saving_writes_the_cells_and_the_plan_and_keeps_what_stood_there(
    desk: Desk, school: Path
) -> None:
    before = school.read_bytes()
    rename(desk, "Ann Anders")
    planned(desk)
    written = desk.save()
    assert written.backup is not None
    assert written.backup.read_bytes() == before
    assert not desk.is_dirty
    book = load_workbook(school)
    assert book["Personen"]["B4"].value == "Ann Anders"
    assert book["Verdeling"]["A2"].value is not None
    assert check_workbook(school).is_usable


def test_the_same_workbook_through_the_command_line_gives_the_same_plan(
    desk: Desk, school: Path
) -> None:
    planned(desk)
    answer = desk.draft.plan
    assert answer is not None
    data = check_workbook(school).usable().data
    assert make_plan(data, SolveOptions(2, deterministic=True)).plan == answer.plan


def test_undo_goes_on_across_a_save(desk: Desk, school: Path) -> None:
    rename(desk, "Ann Anders")
    desk.save()
    rename(desk, "An Nogmaals")
    desk.undo()
    desk.undo()
    assert (first_name(desk), desk.is_dirty) == ("Noor Voorbeeld", True)
    desk.save()
    assert load_workbook(school)["Personen"]["B4"].value == "Noor Voorbeeld"


def test_what_was_saved_elsewhere_is_not_overwritten_and_nothing_is_lost(
    desk: Desk, school: Path
) -> None:
    rename(desk, "Ann Anders")
    small_school(school, lambda book: book["Personen"].__setitem__("B5", "Van Elders"))
    theirs = school.read_bytes()
    assert desk.has_changed_on_disk
    with pytest.raises(WorkbookError, match="changed-meanwhile"):
        desk.save()
    assert school.read_bytes() == theirs
    assert recovery.find(school) is not None
    desk.reload()
    data = desk.checked.data
    assert data is not None
    assert [person.name for person in data.persons[:2]] == ["Ann Anders", "Van Elders"]
    desk.save()
    assert load_workbook(school)["Personen"]["B5"].value == "Van Elders"


def test_a_copy_becomes_the_open_workbook(desk: Desk, school: Path) -> None:
    before = school.read_bytes()
    rename(desk, "Ann Anders")
    target = school.with_name("kopie.xlsx")
    desk.save(target)
    assert desk.opened.path == target
    assert school.read_bytes() == before
    assert not recovery.recovery_path(school).exists()


def test_a_program_that_is_killed_loses_nothing(desk: Desk, school: Path) -> None:
    rename(desk, "Ann Anders")
    planned(desk)
    key, who = next(iter(desk.draft.plan.plan.hours_by_pair()))  # type: ignore[union-attr]
    board = desk.board
    assert board is not None
    desk.attempt(with_hours(board.instance, board.plan, key, who, 0), "Uren wijzigen")
    trial, plan = desk.draft.trial, desk.draft.plan
    # Nothing is closed or told: this is what stands on the disk.
    again = reopened(school)
    assert again.recovered is not None
    again.recover()
    assert first_name(again) == "Ann Anders"
    assert again.draft.trial == trial
    assert again.draft.plan is not None
    assert plan is not None
    assert again.draft.plan.plan == plan.plan
    known = [(each.level, each.bound) for each in plan.result.levels if each.value is not None]
    found = [(each.level, each.bound) for each in again.draft.plan.result.levels]
    assert set(found) <= set(known) | {(level, 0) for level, _ in known}


def test_what_is_saved_or_thrown_away_leaves_no_recovery_file(desk: Desk, school: Path) -> None:
    rename(desk, "Ann Anders")
    assert recovery.recovery_path(school).exists()
    desk.save()
    assert not recovery.recovery_path(school).exists()
    rename(desk, "An Nogmaals")
    again = reopened(school)
    again.forget()
    assert not recovery.recovery_path(school).exists()


@pytest.mark.parametrize("text", ["", "{", '{"versie": 99}', '{"versie": 1, "cellen": 3}'])
def test_a_recovery_file_that_cannot_be_read_is_left_alone(school: Path, text: str) -> None:
    recovery.recovery_path(school).write_text(text)
    assert reopened(school).recovered is None
    assert recovery.recovery_path(school).read_text() == text


def test_a_trial_that_breaks_a_rule_is_shown_and_never_applied(desk: Desk) -> None:
    planned(desk)
    board = desk.board
    assert board is not None
    task = board.instance.tasks[0]
    person = board.instance.persons[0]
    plan = with_hours(board.instance, Plan(), task.key, person.code, 5 * task.demand)
    desk.attempt(plan, "Uren wijzigen")
    assert desk.board is not None
    assert not desk.board.is_kept
    assert not desk.apply_trial()
    assert desk.draft.trial == plan
    desk.drop_trial()
    assert desk.draft.trial is None


def test_a_plan_that_no_longer_fits_is_not_written_and_not_lost(desk: Desk, school: Path) -> None:
    planned(desk)
    desk.edit([CellEdit(CellRef("Personen", "F4"), 0.1)], "Uren wijzigen")
    assert desk.judged is not None
    assert not desk.judged.is_kept
    desk.save()
    assert desk.has_new_plan
    assert load_workbook(school)["Personen"]["F4"].value == 0.1
    assert load_workbook(school)["Verdeling"]["A2"].value is None


def test_new_work_does_not_cost_what_was_not_saved_last_time(desk: Desk, school: Path) -> None:
    rename(desk, "Ann Anders")
    again = reopened(school)
    for role in ("PICT", "leraar", "TAC"):
        again.edit([CellEdit(ROLE, role)], "Rol wijzigen")
    again.save()
    third = reopened(school)
    assert third.recovered is not None
    third.recover()
    assert first_name(third) == "Ann Anders"
    third.save()
    assert reopened(school).recovered is None


def test_a_plan_goes_to_the_sheet_of_the_user(home: Path) -> None:
    path, names = own_layout(home / "eigen.xlsx"), home / "namen.toml"
    names.write_text(NAMES, encoding="utf-8")
    desk = Desk(lambda kind, **facts: None)
    desk.open(Opened.read(path, names))
    planned(desk)
    desk.save()
    again = Opened.read(path, names)
    assert "Verdeling" not in {sheet.name for sheet in again.raw.sheets}
    data = again.check(again.raw).stated()
    assert {str(row.where.sheet) for row in data.previous if row.where} == {"Plan"}
    assert len(data.previous) > 1
