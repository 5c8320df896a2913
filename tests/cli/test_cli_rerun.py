"""A run on its own output: pins, changes, and the notes that a user wrote beside the plan."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from command_line import run
from small_school import small_school
from written import Row, level_values, opened, plan_lines

from optimizer.cli.exits import Exit
from optimizer.workbook.write.package import Package

Edits = Mapping[str, object]
NOTES = "M"
"""The first free column of the sheet with the plan."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of a first run."""
    folder = tmp_path_factory.mktemp("eerste")
    source = small_school(folder / "school.xlsx")
    assert run("optimaliseer", source).code == Exit.DONE
    return folder / "school_plan.xlsx"


def edited(plan: Path, folder: Path, edits: Mapping[str, str | int | None]) -> Path:
    """A copy of a plan in which a user typed into cells, given as `sheet!cell`."""
    package = Package.open(plan)
    for address, value in edits.items():
        sheet, _, cell = address.partition("!")
        package.sheet(sheet).set(cell, value)
    path = folder / "aangepast.xlsx"
    package.save(path)
    return path


def again(source: Path, name: str = "opnieuw.xlsx") -> Path:
    """The plan of a run on a workbook."""
    target = source.with_name(name)
    ended = run("optimaliseer", source, "-o", target)
    assert ended.code == Exit.DONE, ended.text
    return target


def where(plan: Path, task: str, role: str = "verantwoordelijke") -> int:
    """The row of the plan on which the first line of a task and role stands."""
    sheet = opened(plan)["Verdeling"]
    return next(
        row
        for row in range(2, sheet.max_row + 1)
        if (sheet[f"A{row}"].value, sheet[f"G{row}"].value) == (task, role)
    )


def changes(lines: Mapping[tuple[object, ...], Row]) -> dict[str, object]:
    """What the plan says of the change of each task's lead."""
    leads = {str(key[0]): line for key, line in lines.items() if key[2] == "verantwoordelijke"}
    return {task: line.get("wijziging") for task, line in leads.items()}


def test_pinned_rows_come_back_and_changes_are_named(first: Path, tmp_path: Path) -> None:
    pinned = where(first, "T1"), where(first, "T1", "back-up")
    source = edited(
        first, tmp_path,
        {f"Verdeling!K{pinned[0]}": "x", f"Verdeling!K{pinned[1]}": "x",
         "Taken!H5": 60, "Taken!H6": 40, "Taken!H7": 48},
    )  # fmt: skip
    lines = plan_lines(opened(again(source)))
    lead = lines["T1", "P1", "verantwoordelijke"]
    assert (lead["vast"], lead["uren/jaar"], lead["wijziging"]) == ("x", 40, "–")
    backup = lines["T1", "P2", "back-up"]
    assert (backup["vast"], backup["wijziging"]) == ("x", "–")
    assert changes(lines) == {"T1": "–", "T2": "minder", "D1": "meer", "A1": "–"}
    assert [key for key, line in lines.items() if "vast" in line] == [
        ("T1", "P1", "verantwoordelijke"), ("T1", "P2", "back-up"),
    ]  # fmt: skip


def test_a_new_task_is_new(first: Path, tmp_path: Path) -> None:
    source = edited(
        first, tmp_path,
        {"Taken!A9": "T3", "Taken!B9": "technisch", "Taken!C9": "Kabels leggen", "Taken!H9": 20},
    )  # fmt: skip
    lines = plan_lines(opened(again(source)))
    assert changes(lines) | {"T3": "nieuw"} == changes(lines)
    assert {changes(lines)[task] for task in ("T1", "T2", "D1", "A1")} == {"–"}


def test_people_keep_their_tasks_where_nothing_asks_for_a_change(
    first: Path, tmp_path: Path
) -> None:
    source = edited(first, tmp_path, {"Taken!H8": 90})
    before, after = plan_lines(opened(first)), plan_lines(opened(again(source)))
    assert after.keys() == before.keys()
    assert {line["wijziging"] for line in after.values()} == {"–"}


def test_with_everything_pinned_every_level_keeps_its_value(first: Path, tmp_path: Path) -> None:
    count = len(plan_lines(opened(first)))
    pins = {f"Verdeling!K{row}": "x" for row in range(2, count + 2)}
    after = opened(again(edited(first, tmp_path, pins)))
    assert level_values(after) == level_values(opened(first))
    assert plan_lines(after).keys() == plan_lines(opened(first)).keys()
    assert {line["vast"] for line in plan_lines(after).values()} == {"x"}


def notes_of(plan: Path) -> dict[tuple[object, ...], object]:
    """The user's notes by task, person and role."""
    lines = plan_lines(opened(plan)).items()
    return {key: line["mijn nota"] for key, line in lines if "mijn nota" in line}


def with_notes(first: Path, folder: Path, edits: Mapping[str, str | int | None]) -> Path:
    """The plan with a note on every row, and some edits more."""
    rows = range(2, len(plan_lines(opened(first))) + 2)
    notes: dict[str, str | int | None] = {f"Verdeling!{NOTES}{row}": f"bij {row}" for row in rows}
    return edited(first, folder, {f"Verdeling!{NOTES}1": "mijn nota", **notes, **edits})


def test_notes_follow_their_row(first: Path, tmp_path: Path) -> None:
    source = with_notes(
        first, tmp_path,
        {"Taken!A4": "T0", "Taken!B4": "technisch", "Taken!C4": "Kasten labelen", "Taken!H4": 8,
         "Taken!L4": "hardware:3"},
    )  # fmt: skip
    plan = again(source)
    (new,) = plan_lines(opened(plan)).keys() - plan_lines(opened(first)).keys()
    assert new[0] == "T0"
    assert where(plan, "T1") == where(first, "T1") + 1
    assert notes_of(plan) == notes_of(source)
    assert len(notes_of(plan)) == len(plan_lines(opened(first)))


def test_notes_of_a_row_that_is_gone_stay_below_and_come_back(first: Path, tmp_path: Path) -> None:
    source = with_notes(first, tmp_path, {"Taken!E5": "nee"})
    plan = again(source)
    assert notes_of(plan) == notes_of(source)
    book = opened(plan)
    gone = plan_lines(book)["T1", "P1", "verantwoordelijke"]
    assert "uren/jaar" not in gone
    lines = list(plan_lines(book))
    assert {key[0] for key in lines[-2:]} == {"T1"}
    third = again(plan, "derde.xlsx")
    assert notes_of(third) == notes_of(source)
    assert list(plan_lines(opened(third))) == lines
    restored = again(edited(third, tmp_path, {"Taken!E5": "ja"}), "vierde.xlsx")
    assert notes_of(restored) == notes_of(source)
    assert plan_lines(opened(restored))["T1", "P1", "verantwoordelijke"]["uren/jaar"] == 40
