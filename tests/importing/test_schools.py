"""Several schools in one overview: as columns, sheets, rows, groups of columns or headings."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import Result, Rows, book_of, found_in, import_file, imported

from models.vocabulary import DeviationKind, ReachKind, TaskLevel
from optimizer.importing.schools import looks_like_school


@pytest.mark.parametrize(
    "text",
    ["VBS De Linde", "GO! atheneum", "Sint-Jozef", "Campus Noord", "BS Klavertje 4", "School A",
     "Sint-Jan Berchmanscollege", "Instituut Mariaburcht"],
)  # fmt: skip
def test_names_of_schools(text: str) -> None:
    assert looks_like_school(text)


@pytest.mark.parametrize(
    "text",
    ["School", "Scholen", "Lagere school", "Basisschool", "Campus", "SG", "Technisch", "Jan"],
)
def test_words_for_schools_are_no_names(text: str) -> None:
    assert not looks_like_school(text)


def at(result: Result) -> set[tuple[str, str, str]]:
    """Title, name of the school and name of the person of every row of last year's plan."""
    titles = {task.number: task.title for task in result.data.tasks}
    schools = {school.code: school.name for school in result.data.schools}
    names = {person.code: person.name for person in result.data.persons}
    return {
        (titles[row.task], schools[row.unit], names[row.person])
        for row in result.data.previous
        if row.person
    }


def not_at(result: Result) -> set[tuple[str, str]]:
    """Title and school of every task that is not done there."""
    titles: dict[str, str] = {task.number: task.title for task in result.data.tasks}
    schools: dict[str, str] = {school.code: school.name for school in result.data.schools}
    return {
        (titles[each.task], schools[each.unit])
        for each in result.data.deviations
        if each.kind is DeviationKind.NOT_APPLICABLE
    }


LINDE, EIK = "BS De Linde", "BS De Eik"
EXPECTED = {
    ("Netwerk bewaken", LINDE, "Jan"), ("Netwerk bewaken", EIK, "Tom"), ("Printers", LINDE, "Els"),
    ("Accounts aanmaken", EIK, "Tom"),
}  # fmt: skip


def check(result: Result) -> None:
    assert [school.name for school in result.data.schools] == [LINDE, EIK]
    assert len(result.tasks) == len(result.data.tasks) == 3
    assert at(result) == EXPECTED
    assert not_at(result) == {("Printers", EIK), ("Accounts aanmaken", LINDE)}
    assert {task.level for task in result.data.tasks} == {TaskLevel.SCHOOL}
    homes = {person.name: person.home for person in result.data.persons}
    assert homes == {"Jan": "S1", "Els": "S1", "Tom": "S2"}


def test_columns_with_names(tmp_path: Path) -> None:
    rows = [
        ("Taak", LINDE, EIK), ("Netwerk bewaken", "Jan", "Tom"), ("Printers", "Els", "-"),
        ("Accounts aanmaken", None, "Tom"),
    ]  # fmt: skip
    check(imported(tmp_path, rows))


def test_groups_of_columns_with_crosses(tmp_path: Path) -> None:
    rows = [
        (None, LINDE, None, EIK), ("Taak", "Jan", "Els", "Tom"),
        ("Netwerk bewaken", "x", None, "x"), ("Printers", None, "x", None),
        ("Accounts aanmaken", None, None, "x"),
    ]  # fmt: skip

    def merged(sheet: Worksheet) -> None:
        sheet.merge_cells("B1:C1")

    check(imported(tmp_path, rows, merged))


def test_rows(tmp_path: Path) -> None:
    rows = [
        ("School", "Taak", "Wie"), (LINDE, "Netwerk bewaken", "Jan"), (LINDE, "Printers", "Els"),
        (EIK, "Netwerk bewaken", "Tom"), (EIK, "Accounts aanmaken", "Tom"),
    ]  # fmt: skip
    check(imported(tmp_path, rows))


def test_headings(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Wie"), (LINDE,), ("Netwerk bewaken", "Jan"), ("Printers", "Els"), (EIK,),
        ("Netwerk bewaken", "Tom"), ("Accounts aanmaken", "Tom"),
    ]  # fmt: skip
    check(imported(tmp_path, rows))


def test_sheets(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        LINDE: [("Taak", "Wie"), ("Netwerk bewaken", "Jan"), ("Printers", "Els")],
        EIK: [("Taak", "Wie"), ("Netwerk bewaken", "Tom"), ("Accounts aanmaken", "Tom")],
    }
    result = import_file(book_of(tmp_path / "bron.xlsx", sheets))
    check(result)
    assert result.says("Het blad van één school: BS De Linde.")


def test_sheets_with_the_same_tasks_are_schools_whatever_their_names(tmp_path: Path) -> None:
    rows: Rows = [("Taak", "Wie", "u/week"), ("Netwerk bewaken", "Jan", 2), ("Printers", "Els", 1)]
    more: Rows = [*rows[:1], ("Netwerk bewaken", "Jan", 3), ("Printers", "Tom", 1)]
    result = found_in(book_of(tmp_path / "bron.xlsx", {"De Linde": rows, "De Eik": more}))
    assert [school.name for school in result.data.schools] == ["De Linde", "De Eik"]
    assert [task.fixed_hours for task in result.data.tasks] == [74, 37]
    (other,) = result.data.deviations
    assert (other.kind, other.unit) == (DeviationKind.HOURS, "S2")
    assert other.value == 111
    reach = {person.name: person.reach.kind for person in result.data.persons}
    assert (reach["Jan"], reach["Els"]) == (ReachKind.ALL, ReachKind.OWN)


@pytest.mark.parametrize("names", [("2024-2025", "2025-2026"), ("Technisch", "Beleid")])
def test_other_sheets_with_the_same_tasks_are_no_schools(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    rows: Rows = [("Taak", "Wie"), ("Netwerk bewaken", "Jan"), ("Printers", "Els")]
    result = found_in(book_of(tmp_path / "bron.xlsx", dict.fromkeys(names, rows)))
    assert [school.name for school in result.data.schools] == [""]


def test_crosses_below_schools_say_where_a_task_is_done(tmp_path: Path) -> None:
    rows = [
        ("Taak", LINDE, EIK, "Trekker"), ("Netwerk bewaken", "x", "x", "Jan"),
        ("Printers", None, "x", "Els"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert at(result) == {
        ("Netwerk bewaken", LINDE, "Jan"), ("Netwerk bewaken", EIK, "Jan"),
        ("Printers", EIK, "Els"),
    }  # fmt: skip
    assert not_at(result) == {("Printers", LINDE)}


def test_one_school_is_named(tmp_path: Path) -> None:
    rows = [
        ("School", "Taak", "Wie"),
        (LINDE, "Netwerk bewaken", "Jan"),
        (LINDE, "Printers", "Els"),
    ]
    result = imported(tmp_path, rows)
    assert [(school.code, school.name) for school in result.data.schools] == [("S1", LINDE)]
    assert result.data.deviations == ()


def test_a_sheet_per_person(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jan": [("Taak",), ("Netwerk bewaken",), ("Printers",)],
        "Els": [("Taak",), ("Accounts aanmaken",), ("Printers",)],
    }
    result = found_in(book_of(tmp_path / "bron.xlsx", sheets))
    assert {(title, who) for title, who, _ in result.crosses()} == {
        ("Netwerk bewaken", "Jan"), ("Printers", "Jan"), ("Printers", "Els"),
        ("Accounts aanmaken", "Els"),
    }  # fmt: skip
    assert result.says("De taken van één persoon: Jan.")
