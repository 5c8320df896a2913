"""A workbook whose sheets and columns have other names: the plan goes into those."""

from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook
from small_school import small_school
from written import opened, plan_lines

from models.errors import InvalidProblemError, WorkbookError
from models.issues import Issue
from optimizer.cli.exits import Exit
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.own_names import rename
from optimizer.workbook.read.own_names_file import read_own_names
from optimizer.workbook.read.raw import OwnSheet
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.template.input_sheets import TASKS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS

NAMES = """
[bladen.Taken]
blad = "Overzicht 2026"

[bladen.Taken.kolommen]
nr = "Volgnummer"
taak = "Wat"
cluster = "Soort werk"
Verantwoordelijke = "Wie trekt"
Uitvoerders = "Wie helpt"
Back-up = "Reserve"
"Uren gepland" = "Uren 26-27"

[bladen.Personen]
blad = "Collega's"

[bladen.Personen.kolommen]
naam = "Voornaam en naam"
netwerk = "kan het netwerk aan"
"""
HEADERS = {"A": "Volgnummer", "B": "Soort werk", "C": "Wat", "T": "taak", "U": "Wie trekt",
           "V": "Wie helpt", "W": "Reserve", "X": "Uren 26-27", "Y": "Opm.", "Z": None}  # fmt: skip


def their_own(book: Workbook) -> None:
    """The small school in somebody's own workbook, without any sheet of ours for the plan."""
    tasks, persons = book["Taken"], book["Personen"]
    for column, text in HEADERS.items():
        tasks[f"{column}3"] = text
    tasks["T5"] = "mijn eigen tekst"
    tasks.title = "Overzicht 2026"
    persons["B3"], persons["N3"] = "Voornaam en naam", "Kan het netwerk aan"
    persons.title = "Collega's"
    for sheet in OUTPUT_SHEETS:
        del book[sheet.name]


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "kolommen.toml"
    path.write_text(NAMES, encoding="utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx", their_own)


def test_the_plan_goes_into_the_columns_of_the_user(
    source: Path, names: Path, tmp_path: Path
) -> None:
    target = tmp_path / "plan.xlsx"
    done = run("optimize", source, "-o", target, "--kolommen", names)
    assert done.code == Exit.DONE, done.text
    book, before = opened(target), opened(source)
    tasks = book["Overzicht 2026"]
    assert [tasks[f"{column}3"].value for column in HEADERS] == list(HEADERS.values())
    assert [tasks[f"U{row}"].value for row in (5, 6, 7, 8)] == [
        "Noor Voorbeeld", "Noor Voorbeeld", "Bram Denkbeeld", "Lies Verzonnen",
    ]  # fmt: skip
    assert tasks["W5"].value == "Bram Denkbeeld"
    assert tasks["X5"].value == 40
    assert (tasks["T5"].value, tasks["Y5"].value) == ("mijn eigen tekst", None)
    assert book.sheetnames == [*before.sheetnames, *(sheet.name for sheet in OUTPUT_SHEETS)]
    assert plan_lines(book)["T1", "P1", "verantwoordelijke"]["uren/jaar"] == 40
    assert "Overzicht 2026 " in done.err


def test_a_rerun_with_the_same_names_takes_the_plan_as_that_of_last_time(
    source: Path, names: Path, tmp_path: Path
) -> None:
    once, twice = tmp_path / "plan.xlsx", tmp_path / "later.xlsx"
    assert run("optimize", source, "-o", once, "--kolommen", names).code == Exit.DONE
    assert run("optimize", once, "-o", twice, "--kolommen", names).code == Exit.DONE
    assert {line["wijziging"] for line in plan_lines(opened(twice)).values()} == {"–"}
    assert opened(twice).sheetnames == opened(once).sheetnames


def test_without_the_names_the_sheets_are_not_found(source: Path, names: Path) -> None:
    assert run("check", source, "--kolommen", names).code == Exit.DONE
    refused = run("check", source)
    assert refused.code == Exit.INVALID
    assert "Personen: het blad ontbreekt" in refused.out


def test_messages_name_the_cells_of_the_user(names: Path, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        their_own(book)
        book["Collega's"]["N4"] = 9
        book["Overzicht 2026"]["B5"] = "keuken"

    refused = run("check", small_school(tmp_path / "stuk.xlsx", change), "--kolommen", names)
    assert "FOUT  Collega's!N4: " in refused.out
    assert "FOUT  Overzicht 2026!B5: " in refused.out


def raw_of(source: Path, **names: OwnSheet) -> tuple[RawWorkbook, tuple[Issue, ...]]:
    return rename(read_workbook(source), names)


def test_a_column_that_is_called_like_one_of_ours_steps_aside(source: Path) -> None:
    raw, issues = raw_of(
        source, Taken=OwnSheet("overzicht 2026", {"taak": "Wat", "nr": "Volgnummer"})
    )
    located = locate(raw, TASKS)
    assert issues == ()
    assert located is not None
    assert (located.columns["title"], located.columns["number"]) == (3, 1)
    assert located.extra[20] == "taak (eigen)"
    assert located.sheet.name == "Overzicht 2026"


def test_a_sheet_that_is_called_like_one_of_ours_steps_aside(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.copy_worksheet(book["Taken"]).title = "Lijst"
        book["Taken"]["A5"] = "dit is geen taak"

    raw, _ = raw_of(small_school(tmp_path / "s.xlsx", change), Taken=OwnSheet("Lijst"))
    located = locate(raw, TASKS)
    assert located is not None
    assert located.sheet.name == "Lijst"


def test_names_that_are_not_there_are_told_at_once(source: Path) -> None:
    _, issues = raw_of(
        source,
        Taken=OwnSheet("Overzicht 2026", {"nr": "Volgnummer", "taak": "Watt", "piek": "Druk"}),
        Personen=OwnSheet("Mensen"),
    )
    assert [(issue.code, str(issue.where), issue.facts.get("expected")) for issue in issues] == [
        ("own-sheet-missing", "Mensen", None),
        ("own-header-missing", "Overzicht 2026!3:3", "Watt"),
        ("own-header-missing", "Overzicht 2026!3:3", "Druk"),
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[bladen.Takken]\n", [("bladen", "map-unknown-key")]),
        ("[bladen.Taken.kolommen]\nkleur = 'x'\n", [("bladen.Taken.kolommen", "map-unknown-key")]),
        ("[bladen.Taken]\nblad = 3\n", [("bladen.Taken", "map-not-text")]),
        ("bladen = 3\n", [("", "map-not-table")]),
        ("[lijst]\n", [("", "map-missing")]),
    ],
)
def test_mistakes_in_the_file_are_named(
    text: str, places: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "kolommen.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProblemError) as refused:
        read_own_names(path)
    found = [(issue.where.cell, issue.code) for issue in refused.value.issues if issue.where]
    assert found == places


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "kolommen.toml"
    path.write_text("[bladen", encoding="utf-8")
    with pytest.raises(WorkbookError) as refused:
        read_own_names(path)
    assert refused.value.code == "map-unreadable"


def test_the_names_hold_for_a_workbook_without_names_too(
    source: Path, names: Path, tmp_path: Path
) -> None:
    target = tmp_path / "onderzoek.xlsx"
    done = run("anonimiseer", source, "-o", target, "--kolommen", names)
    assert done.code == Exit.DONE, done.text
    assert opened(target)["Taken"]["C5"].value == "Eigen taak X01"
    assert run("check", target).code == Exit.DONE
