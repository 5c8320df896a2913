"""Screening: forms out, filled, and in again."""

from decimal import Decimal
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_school import setting, small_school

from models.problem import ProblemData
from models.vocabulary import DeviationKind
from optimizer.flows.checking import check_workbook
from optimizer.flows.screening import Screened, make_forms, merge_forms

Answer = str | int
OWN = 7
"""Column of the answers."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def fill(form: Path, answers: dict[str, Answer]) -> None:
    """Type answers behind the rows that begin with these words."""
    book = load_workbook(form)
    sheet = book["Screening"]
    assert isinstance(sheet, Worksheet)
    for (cell,) in sheet.iter_rows(max_col=1):
        for start, value in answers.items():
            if str(cell.value or "").startswith(start):
                sheet.cell(cell.row or 0, OWN, value)
    book.save(form)


def data_of(path: Path) -> ProblemData:
    return check_workbook(path).usable().data


def screened(source: Path, tmp_path: Path, answers: dict[str, Answer], *, own: bool) -> Screened:
    forms = make_forms(source, tmp_path / "formulieren")
    fill(forms[0], answers)
    for form in forms[1:]:
        form.unlink()
    if own:
        book = load_workbook(source)
        book["Instellingen"][setting("zelf_telt").partition("!")[2]] = "ja"
        book.save(source)
    return merge_forms(source, tmp_path / "formulieren", tmp_path / "na.xlsx")[0]


def test_everybody_gets_a_form_with_every_competence(source: Path, tmp_path: Path) -> None:
    data = data_of(source)
    forms = make_forms(source, tmp_path / "formulieren")
    assert len(forms) == len(data.persons)
    sheet = load_workbook(forms[0])["Screening"]
    starts = [str(cell.value or "") for (cell,) in sheet.iter_rows(max_col=1)]
    for competence in data.competences:
        assert any(text.startswith(competence) for text in starts), competence


@pytest.mark.parametrize("own", [True, False])
def test_a_level_is_taken_over_only_when_the_own_judgement_counts(
    source: Path, tmp_path: Path, own: bool
) -> None:
    person = data_of(source).persons[0]
    wanted = 4 - person.levels.get("netwerk", 0)
    found = screened(source, tmp_path, {"netwerk": wanted}, own=own)
    after = data_of(tmp_path / "na.xlsx").persons[0].levels.get("netwerk", 0)
    assert after == (wanted if own else person.levels.get("netwerk", 0))
    assert [(each.competence, each.own) for each in found.differences] == [("netwerk", wanted)]
    assert len(found.missing) == len(found.data.persons) - 1


def test_a_difference_of_one_level_is_no_reason_to_talk(source: Path, tmp_path: Path) -> None:
    stated = data_of(source).persons[0].levels.get("netwerk", 0)
    near = stated - 1 if stated else 1
    (found,) = screened(source, tmp_path, {"netwerk": near}, own=False).differences
    assert not found.is_to_discuss


def test_a_wish_for_a_task_becomes_a_row_of_deviations(source: Path, tmp_path: Path) -> None:
    data = data_of(source)
    task, person = data.tasks[0].number, data.persons[0].code
    forms = make_forms(source, tmp_path / "formulieren")
    book = load_workbook(forms[0])
    sheet = book["Screening"]
    row = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == "taak") + 1
    sheet.cell(row, 1).value, sheet.cell(row, OWN).value = f"{task} en zijn titel", 2
    book.save(forms[0])
    merge_forms(source, tmp_path / "formulieren", tmp_path / "na.xlsx")
    rows = data_of(tmp_path / "na.xlsx").deviations
    wishes = [each for each in rows if each.kind is DeviationKind.PREFERENCE]
    assert [(each.person, each.value) for each in wishes if each.task == task] == [
        (person, Decimal(2))
    ]


def test_reading_the_forms_again_doubles_no_wish(source: Path, tmp_path: Path) -> None:
    screened(source, tmp_path, {"technisch": 2}, own=False)
    form = next((tmp_path / "formulieren").iterdir())
    fill(form, {"technisch": -1})
    merge_forms(tmp_path / "na.xlsx", tmp_path / "formulieren", tmp_path / "weer.xlsx")
    assert [(each.task, each.value) for each in data_of(tmp_path / "weer.xlsx").deviations] == [
        ("T1", Decimal(-1)), ("T2", Decimal(-1)),
    ]  # fmt: skip


def test_a_form_offers_the_tasks_that_she_may_do(tmp_path: Path) -> None:
    def banned(book: Workbook) -> None:
        row = book["Uitzonderingen"]
        for column, value in zip("ACD", ("T1", "P1", "nooit"), strict=True):
            row[f"{column}4"] = value

    source = small_school(tmp_path / "school.xlsx", banned)
    form, *_ = make_forms(source, tmp_path / "formulieren")
    offered = [str(cell.value) for (cell,) in load_workbook(form)["Takenlijst"].iter_rows()]
    assert [text.split()[0] for text in offered] == ["T2", "D1", "A1"]


def test_the_overview_says_what_to_talk_about_and_who_can_help(
    source: Path, tmp_path: Path
) -> None:
    forms = make_forms(source, tmp_path / "formulieren")
    fill(forms[0], {"cloud": 3})
    done = run(
        "screening", "lees", source, tmp_path / "formulieren", "-o", tmp_path / "na.xlsx",
        "--verslag", tmp_path / "overzicht.xlsx",
    )  # fmt: skip
    assert "| Noor Voorbeeld | cloud | 3 | 0 | 0 |" in done.out
    assert "Op Personen is niets veranderd" in done.out
    assert "netwerk in Kleine school De Els: alleen Noor Voorbeeld" in done.out
    assert (tmp_path / "overzicht.xlsx").exists()


def test_an_answer_off_the_scale_is_reported_with_its_cell(source: Path, tmp_path: Path) -> None:
    found = screened(source, tmp_path, {"netwerk": 7, "servers": "veel"}, own=True)
    assert [issue.code for issue in found.issues] == ["form-answer", "form-answer"]
    assert all(issue.where and issue.where.cell.startswith("G") for issue in found.issues)
    assert found.differences == ()


def test_the_workbook_that_was_read_stays_as_it_is(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    screened(source, tmp_path, {"netwerk": 4}, own=False)
    assert source.read_bytes() == before


def test_what_is_no_form_is_named(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "formulieren"
    make_forms(source, folder)
    small_school(folder / "iets_anders.xlsx")
    found, _ = merge_forms(source, folder, tmp_path / "na.xlsx")
    assert [issue.facts["file"] for issue in found.issues] == ["iets_anders.xlsx"]
