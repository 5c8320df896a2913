"""A workbook with sheets and headers of the user's own, through every command that writes cells."""

import io
import tomllib
from pathlib import Path

import pytest
from command_line import Run, run
from easy_books import PLAN_HEADER
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_school import small_school

from models.problem import ProblemData
from models.vocabulary import Mode
from optimizer.cli.exits import Exit
from optimizer.flows.checking import check_workbook
from optimizer.flows.screening import make_forms

NAMES = """
[bladen.Personen]
blad = "Team"
[bladen.Personen.kolommen]
code = "Initialen"
naam = "Wie"
tot = "Laatste dag"
ICT-uren = "Uren per week"

[bladen.Instellingen]
blad = "Keuzes"
[bladen.Instellingen.kolommen]
waarde = "Wat wij kiezen"

[bladen.Verdeling]
blad = "Plan"
[bladen.Verdeling.kolommen]
persoon = "Initialen"
"uren/jaar" = "Uren"
vast = "Blijft zo"
"""
HEADERS = {each["blad"]: each["kolommen"] for each in tomllib.loads(NAMES)["bladen"].values()}
"""What becomes of our headers, by the user's name of the sheet."""
PLAN = [
    [*PLAN_HEADER],
    ["T1", "", "S1", "P1", "verantwoordelijke", "ICT S1", None, "x"],
    ["T1", "", "S1", "P2", "uitvoerder", "ICT S1", 8, "x"],
]


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "namen.toml"
    path.write_text(NAMES, encoding="utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = small_school(tmp_path / "school.xlsx")
    book = load_workbook(path)
    if "Verdeling" in book.sheetnames:
        book.remove(book["Verdeling"])
    plan = book.create_sheet("Plan")
    for row in PLAN:
        plan.append(row)
    book["Personen"].title, book["Instellingen"].title = "Team", "Keuzes"
    for sheet, headers in HEADERS.items():
        _rename(book[sheet], headers)
    book.save(path)
    return path


def _rename(sheet: Worksheet, headers: dict[str, str]) -> None:
    for row in sheet.iter_rows(max_row=6):
        for cell in row:
            if cell.value in headers:
                cell.value = headers[str(cell.value)]


def written(done: Run, path: Path, names: Path) -> ProblemData:
    """What the copy says; the user's own sheets are the only ones there."""
    assert done.code in (None, Exit.DONE), done.text
    assert not {"Personen", "Instellingen", "Verdeling"} & set(load_workbook(path).sheetnames)
    return check_workbook(path, names).stated()


def test_somebody_is_replaced(source: Path, names: Path, tmp_path: Path) -> None:
    target = tmp_path / "zonder.xlsx"
    done = run("vervang", source, "P2", "--vanaf", "1/2/2027", "--kolommen", names, "-o", target,
               "--tijd", "4", "--herhaalbaar")  # fmt: skip
    data = written(done, target, names)
    assert {str(p.code): str(p.ends) for p in data.persons}["P2"] == "2027-01-31"
    assert str(data.settings.plan_from) == "2027-02-01"
    assert "staat niet meer vast in Plan!H3." in done.out
    planned = {str(row.person) for row in data.previous if row.hours}
    assert planned and "P2" not in planned
    header = [cell.value for cell in load_workbook(target)["Plan"][1]]
    assert header[: len(PLAN_HEADER)] == [
        HEADERS["Plan"].get(str(each), each) for each in PLAN_HEADER
    ]


def test_somebody_is_let_go(source: Path, names: Path, tmp_path: Path) -> None:
    target = tmp_path / "los.xlsx"
    done = run("losmaken", source, "P2", "--kolommen", names, "-o", target)
    pinned = {str(row.person) for row in written(done, target, names).previous if row.pinned}
    assert pinned == {"P1"}


def test_a_question_is_answered(
    source: Path, names: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("nee\n"))
    target = tmp_path / "stap.xlsx"
    done = run("stappen", source, "-o", target, "--door", "Ann Linde", "--kolommen", names)
    assert written(done, target, names).settings.mode is Mode.TECHNICAL_CORE


def test_hours_are_laid_beside(source: Path, names: Path, tmp_path: Path) -> None:
    tickets = tmp_path / "tickets.csv"
    tickets.write_text("Datum;Taak;Minuten\n01/09/2026;T1;90\n", encoding="utf-8")
    target = tmp_path / "uren.xlsx"
    done = run("uren", source, tickets, "-o", target, "--kolommen", names)
    written(done, target, names)
    assert "Registratie" in load_workbook(target).sheetnames


def test_a_screening_is_read(source: Path, names: Path, tmp_path: Path) -> None:
    forms = make_forms(source, tmp_path / "formulieren", names)
    _answer(forms[0], load_workbook(forms[0]))
    target = tmp_path / "na.xlsx"
    done = run("screening", "lees", source, forms[0].parent, "-o", target, "--kolommen", names)
    wishes = written(done, target, names).deviations
    assert {f"{each.person} {each.value}" for each in wishes} == {"P1 2"}


def _answer(path: Path, book: Workbook) -> None:
    sheet = book["Screening"]
    assert isinstance(sheet, Worksheet)
    for (cell,) in sheet.iter_rows(max_col=1):
        if cell.value == "technisch":
            sheet.cell(cell.row or 0, 7, 2)
    book.save(path)
