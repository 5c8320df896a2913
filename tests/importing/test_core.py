"""Which tasks are core tasks: by purple fill or ink, by a column, by a colour of the legend."""

from pathlib import Path

import pytest
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import THREE, Result, Rows, Style, imported

CORE = "Printers onderhouden"
"""Our own list does not call it a core task."""

CHORES: Rows = (("Taak",), ("Affiches ophangen",), ("Schoolreis boeken",), ("Toetsen verbeteren",))
"""What no task of our list is like."""


def core_titles(result: Result) -> set[str]:
    """The titles of the core tasks."""
    return {task.title for task in result.data.tasks if task.core}


def fill(color: Color | str, cell: str = "A4") -> Style:
    """Fill a cell."""

    def style(sheet: Worksheet) -> None:
        sheet[cell].fill = PatternFill("solid", fgColor=color)

    return style


def ink(color: Color | str, cell: str = "A4") -> Style:
    """Colour the text of a cell."""

    def style(sheet: Worksheet) -> None:
        sheet[cell].font = Font(color=color)

    return style


PURPLES: tuple[Color | str, ...] = (
    "FF7030A0", "FFB19CD9", Color(theme=7), Color(theme=7, tint=0.6), Color(theme=7, tint=-0.25),
    Color(indexed=20),
)  # fmt: skip
OTHERS: tuple[Color | str, ...] = (
    "FF0070C0", "FFFF66AA", "FFD9D9D9", Color(theme=4), Color(theme=4, tint=0.6), Color(indexed=13),
)  # fmt: skip


@pytest.mark.parametrize("mark", [fill, ink])
@pytest.mark.parametrize("color", PURPLES, ids=str)
def test_purple_marks_a_core_task(tmp_path: Path, mark: object, color: Color | str) -> None:
    style = fill(color) if mark is fill else ink(color)
    assert core_titles(imported(tmp_path, THREE, style)) == {CORE}


@pytest.mark.parametrize("mark", [fill, ink])
@pytest.mark.parametrize("color", OTHERS, ids=str)
def test_other_colours_do_not(tmp_path: Path, mark: object, color: Color | str) -> None:
    style = fill(color) if mark is fill else ink(color)
    result = imported(tmp_path, THREE, style)
    assert CORE not in core_titles(result)
    assert result.says("Niets in uw overzicht duidt kerntaken aan")


def test_without_any_mark_our_list_proposes(tmp_path: Path) -> None:
    result = imported(tmp_path, THREE)
    assert core_titles(result) == {"Firewall beheren", "Servers onderhouden"}
    assert result.says("Niets in uw overzicht duidt kerntaken aan: 2 taken")


def test_nothing_that_looks_like_a_core_task_is_said_without_a_number(tmp_path: Path) -> None:
    result = imported(tmp_path, CHORES)
    assert core_titles(result) == set()
    assert result.says("geen taak lijkt op een kerntaak")


def test_ink_among_fills_is_reported(tmp_path: Path) -> None:
    def style(sheet: Worksheet) -> None:
        fill("FF7030A0", "A3")(sheet)
        ink("FF7030A0", "A4")(sheet)

    result = imported(tmp_path, THREE, style)
    assert core_titles(result) == {"Firewall beheren", CORE}
    assert [row.kind for row in result.points("Blad!A4")] == ["kerntaak"]
    assert result.points("Blad!A3") == []


def test_a_purple_number_is_reported(tmp_path: Path) -> None:
    rows: Rows = [("Nr", "Taak"), (1, "Firewall beheren"), (2, CORE), (3, "Servers onderhouden")]

    def style(sheet: Worksheet) -> None:
        fill("FF7030A0", "B2")(sheet)
        fill("FF7030A0", "A3")(sheet)

    result = imported(tmp_path, rows, style)
    assert core_titles(result) == {"Firewall beheren", CORE}
    assert [row.kind for row in result.points("Blad!A3")] == ["kerntaak"]


def test_purple_numbers_alone_mark_core_tasks(tmp_path: Path) -> None:
    rows: Rows = [("Nr", "Taak"), (1, "Firewall beheren"), (2, CORE), (3, "Servers onderhouden")]
    assert core_titles(imported(tmp_path, rows, fill("FF7030A0", "A3"))) == {CORE}


def test_purple_everywhere_is_reported(tmp_path: Path) -> None:
    rows = [*THREE, ("Back-ups nemen",), ("Antivirus",)]

    def style(sheet: Worksheet) -> None:
        for row in range(3, 8):
            fill("FF7030A0", f"A{row}")(sheet)

    result = imported(tmp_path, rows, style)
    assert len(core_titles(result)) == 5
    assert result.says("Bijna alle taken zijn paars")
    assert not imported(tmp_path, rows, fill("FF7030A0")).says("Bijna alle taken zijn paars")


@pytest.mark.parametrize("same", [True, False])
def test_a_legend_may_name_another_colour(tmp_path: Path, same: bool) -> None:
    def style(sheet: Worksheet) -> None:
        fill("FF92D050", "A4")(sheet)
        fill("FF92D050" if same else "FFFFC000", "A7")(sheet)

    result = imported(tmp_path, [*THREE, (), ("groen = kerntaak",)], style)
    assert (core_titles(result) == {CORE}) is same
    assert result.says("De kleur van deze cel duidt kerntaken aan.") is same


@pytest.mark.parametrize(
    ("yes", "no"), [("ja", "nee"), ("x", None), ("X", "-"), (1, 0), (True, False), ("K", None)]
)
def test_a_column_goes_before_a_colour(
    tmp_path: Path, yes: str | int, no: str | int | None
) -> None:
    rows = [
        ("Taak", "Kerntaak?"), ("Firewall beheren", no), (CORE, yes), ("Servers onderhouden", no),
        ("Antivirus", yes),
    ]  # fmt: skip
    result = imported(tmp_path, rows, fill("FF7030A0", "A2"))
    assert core_titles(result) == {CORE, "Antivirus"}
    assert not [row for row in result.review if row.kind == "kerntaak"]


def test_another_word_than_yes_or_no_is_reported(tmp_path: Path) -> None:
    rows = [("Taak", "Kern"), ("Firewall beheren", "ja"), (CORE, "half"), ("Antivirus", "nee")]
    result = imported(tmp_path, rows)
    assert core_titles(result) == {"Firewall beheren"}
    assert [row.found for row in result.points("Blad!B3")] == ["half"]
