"""From an empty workbook to a team that works: one journey by script, file by file.

A group of three schools, one of them without a policy plan, that pools; nine people who say of
themselves what they can; a plan with its calendar, somebody ill from February, a comparison,
papers. Each figure on paper is that of the workbook.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from command_line import Run, run
from machine import library
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.problem import UnitCode
from models.vocabulary import DeviationKind, Mode, TaskLevel
from optimizer.cli.exits import Exit
from optimizer.explain.answer import Answer
from optimizer.flows.checking import check_workbook
from optimizer.flows.comparing import stored_answer

SCHOOLS = (
    ("Basisschool De Els", "basis", "220", "120", "22", "1"),
    ("Atheneum De Linde", "secundair", "480", "520", "58", "1"),
    ("Campus De Beuk", "secundair", "350", "380", "41", "2"),
)
"""Name, kind of education, pupils, devices, teachers, sites."""
PEOPLE = (
    ("Noor Voorbeeld", "S1", "TICT", "9", "", "alle"),
    ("Bram Denkbeeld", "S2", "TICT", "18", "", ""),
    ("Lies Verzonnen", "S2", "PICT", "", "6", ""),
    ("Wim Gefingeerd", "S3", "TICT", "14", "", ""),
    ("Ona Fictief", "S3", "PICT", "", "4", ""),
    ("Dirk Fantasie", "S2", "directie", "2", "", ""),
    ("Greet Gedacht", "S1", "leraar", "", "2", ""),
    ("Amir Bedenksel", "S2", "administratie", "6", "", ""),
    ("Roos Inbeelding", "CENTRAAL", "diensthoofd", "36", "", "alle"),
)
"""Name, home, role, ICT hours, BPT hours, reach."""
OWN = 7
"""Column of the answers on a form."""


def lines() -> Iterator[str]:
    """What the coordinator types, question by question."""
    for school in SCHOOLS:
        yield from (*school, "", "", "", "")
    yield ""
    yield from ("ja", "", "ja", "", "ja", "beuk", "")
    yield from ("samen", "40", "30", "30", "", "", "")
    yield from ("ja", "=", "s", "n", "", "l", *("",) * 200)


def more_lines() -> Iterator[str]:
    """The sitting after that: the people, and the team."""
    yield from ("nee", "ja")
    for name, home, role, ict, bpt, reach in PEOPLE:
        yield from (name, home, role, "", ict, bpt, "", reach)
    yield from ("", "ja", "nee")


def typing(monkeypatch: pytest.MonkeyPatch, typed: Iterator[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))


def done(*arguments: str | Path) -> Run:
    found = run(*arguments)
    assert found.code in (None, Exit.DONE), found.text
    return found


def fill_form(form: Path, place: int) -> None:
    """One level otherwise than the workbook for all, three for the first."""
    book = load_workbook(form)
    sheet = book["Screening"]
    assert isinstance(sheet, Worksheet)
    for (cell,) in sheet.iter_rows(max_col=1):
        text = str(cell.value or "")
        if text.startswith("netwerk"):
            sheet.cell(cell.row or 0, OWN, 4 if place == 0 else 2)
        if text.startswith("pedagogisch-didactisch"):
            sheet.cell(cell.row or 0, OWN, 1)
    book.save(form)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reis")


@pytest.fixture(scope="module")
def started(folder: Path) -> Path:
    """The workbook after two sittings of the guided start."""
    with pytest.MonkeyPatch.context() as patch:
        done("sjabloon", folder / "leeg.xlsx")
        typing(patch, lines())
        first = done("stappen", folder / "leeg.xlsx", "-o", folder / "half.xlsx", "--door", "Ann")
        assert "Uitzonderingen, stap 3 S3, soort: niet van toepassing" in first.out
        assert "Nog te beantwoorden: stap 5a." in first.out
        typing(patch, more_lines())
        again = done("stappen", folder / "half.xlsx", "-o", folder / "start.xlsx", "--door", "Ann")
        for asked in ("Stap 1 ", "Stap 4 ", "Welk deel van de middelen"):
            assert asked not in again.out
        assert "Alle vragen op uw weg zijn beantwoord." in again.out
    return folder / "start.xlsx"


@pytest.fixture(scope="module")
def screened(started: Path, folder: Path) -> Path:
    done("screening", "maak", started, "-o", folder / "formulieren")
    forms = sorted((folder / "formulieren").iterdir())
    assert len(forms) == len(PEOPLE)
    for place, form in enumerate(forms[:-1]):
        fill_form(form, place)
    forms[-1].unlink()
    told = done(
        "screening", "lees", started, folder / "formulieren", "-o", folder / "gescreend.xlsx"
    )
    assert "Nog geen antwoord van 1 persoon: Roos Inbeelding." in told.out
    return folder / "gescreend.xlsx"


@pytest.fixture(scope="module")
def planned(screened: Path, folder: Path) -> Path:
    done(
        "optimaliseer", screened, "-o", folder / "plan.xlsx",
        "--tijd", "5", "--herhaalbaar", "--stil",
    )  # fmt: skip
    return folder / "plan.xlsx"


@pytest.fixture(scope="module")
def answer(planned: Path) -> Answer:
    return stored_answer(planned)


def test_the_guided_start_fills_the_workbook(started: Path) -> None:
    data = check_workbook(started).usable().data
    assert [school.name for school in data.schools] == [name for name, *_ in SCHOOLS]
    assert [int(school.pool_pct) for school in data.schools] == [40, 30, 30]
    assert [person.name for person in data.persons] == [name for name, *_ in PEOPLE]
    assert data.settings.mode is Mode.FULL
    assert [task.level for task in data.tasks[:2]] == [TaskLevel.CHOICE, TaskLevel.GROUP]
    left_out = {row.unit for row in data.deviations if row.kind is DeviationKind.NOT_APPLICABLE}
    assert left_out == {"S3"}


def test_what_people_say_of_themselves_comes_in_as_wishes(screened: Path, started: Path) -> None:
    before, after = (check_workbook(path).usable().data for path in (started, screened))
    wishes = [row for row in after.deviations if row.kind is DeviationKind.PREFERENCE]
    assert {row.person for row in wishes} == {p.code for p in after.persons[:-1]}
    assert [p.levels for p in after.persons] == [p.levels for p in before.persons]


def test_the_school_without_a_policy_plan_keeps_to_its_core(answer: Answer) -> None:
    tasks = [task.task for key, task in answer.tasks.items() if key.unit == UnitCode("S3")]
    assert tasks and all(task.core for task in tasks)
    assert any(key.unit == UnitCode("GROEP") for key in answer.tasks)


@pytest.fixture(scope="module")
def ill(planned: Path, folder: Path) -> Path:
    """The rest of the year without Bram, from February on."""
    told = done(
        "vervang", planned, "P02", "--vanaf", "2027-02-01", "-o", folder / "ziek.xlsx",
        "--tijd", "5", "--herhaalbaar",
    )  # fmt: skip
    assert "Bram Denkbeeld" in told.out
    return folder / "ziek.xlsx"


def test_the_calendar_has_the_months_of_everybody(planned: Path, answer: Answer) -> None:
    sheet = load_workbook(planned)["Kalender"]
    rows = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    planned_rows = {str(row[1]) for row in rows if str(row[3]).startswith("gepland")}
    working = {str(person) for _, person in answer.worked}
    assert working <= planned_rows


def test_who_is_ill_works_no_more_and_the_others_do(ill: Path, planned: Path) -> None:
    rest = stored_answer(ill)
    assert not any(person == "P02" for _, person in rest.worked)
    assert rest.instance.settings.plan_from == date(2027, 2, 1)
    assert {person for _, person in rest.worked} >= {
        person for _, person in stored_answer(planned).worked if person in ("P04", "P09")
    }


def test_the_plans_before_and_after_are_compared(planned: Path, ill: Path, folder: Path) -> None:
    library("jinja2", "the extra ‘report’")
    done("vergelijk", planned, ill, "-o", folder / "vergelijking.html")
    assert "Bram Denkbeeld" in (folder / "vergelijking.html").read_text(encoding="utf-8")


def test_every_hour_on_paper_is_that_of_the_workbook(
    planned: Path, answer: Answer, folder: Path
) -> None:
    done("bladen", planned, "-o", folder / "papieren", "--xlsx")
    rows = load_workbook(planned)["Verdeling"].iter_rows(min_row=2, values_only=True)
    hours: dict[str, float] = {}
    for row in rows:
        if row[4] and isinstance(row[8], int | float):
            hours[str(row[4])] = hours.get(str(row[4]), 0) + row[8]
    for code, person in answer.persons.items():
        (path,) = (folder / "papieren").glob(f"{code}_*.xlsx")
        sheet = load_workbook(path).worksheets[0]
        headers = {"uur per jaar"}
        column, told = None, 0.0
        for line in sheet.iter_rows(values_only=True):
            if headers & set(map(str, line)):
                column = [str(cell) for cell in line].index("uur per jaar")
            elif line[0] == "maand":
                break
            elif column is not None and len(line) > column:
                value = line[column]
                told += value if isinstance(value, int | float) else 0
        assert told == hours.get(str(code), 0), person.name
    board = " ".join(
        str(cell) for row in load_workbook(folder / "papieren" / "directie.xlsx").worksheets[0]
        .iter_rows(values_only=True) for cell in row if cell
    )  # fmt: skip
    demanded = answer.hours(sum(task.demand for task in answer.tasks.values()))
    assert f"Uren nodig: {demanded}." in board


def test_papers_are_made_for_everybody(planned: Path, answer: Answer, folder: Path) -> None:
    library("fpdf", "the extra ‘papieren’")
    done("bladen", planned, "-o", folder / "pdf", "--agenda")
    units = {key.unit for key in answer.tasks}
    pages, agendas = (list((folder / "pdf").glob(f"*.{kind}")) for kind in ("pdf", "ics"))
    assert len(pages) == len(PEOPLE) + len(units) + 1
    assert len(agendas) >= len({person for _, person in answer.worked})
    for path in pages:
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
        assert boxes and {(round(float(w)), round(float(h))) for w, h in boxes} == {(595, 842)}


def test_the_agreements_name_who_was_entered(planned: Path) -> None:
    rows = list(load_workbook(planned)["Afspraken"].iter_rows(min_row=2, values_only=True))
    assert {str(row[0]) for row in rows} >= {"S1", "S2", "S3", "GROEP"}
    boards = [row for row in rows if row[1] == "akkoord directie" and row[0] == "S2"]
    assert [row[6] for row in boards] == ["Dirk Fantasie"]
