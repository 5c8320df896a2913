"""The sheet of the agreements in a workbook: filled, kept on a rerun, left alone when not ours."""

from pathlib import Path

from command_line import run
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_school import small_school

from models.vocabulary import Cluster
from optimizer.flows.checking import check_workbook

SHEET = "Afspraken"


def planned(source: Path, target: Path) -> Worksheet:
    done = run("optimaliseer", source, "-o", target, "--stil", "--herhaalbaar")
    assert done.code in (None, 0), done.text
    sheet = load_workbook(target)[SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def row_of(sheet: Worksheet, part: str) -> int:
    return next(row[0].row or 0 for row in sheet.iter_rows() if row[1].value == part)


def test_an_agreement_in_the_sheet_outlives_the_next_plan(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    sheet = planned(source, tmp_path / "plan.xlsx")
    assert [sheet.cell(row_of(sheet, "technisch"), column).value for column in (4, 5, 6)] == [
        "Noor Voorbeeld"
    ] * 3
    book = load_workbook(tmp_path / "plan.xlsx")
    book[SHEET].cell(row_of(sheet, "technisch"), 6).value = "Lies Verzonnen"
    book[SHEET].cell(row_of(sheet, "evaluatie"), 9).value = "1 juni"
    book.save(tmp_path / "plan.xlsx")
    again = planned(tmp_path / "plan.xlsx", tmp_path / "weer.xlsx")
    assert again.cell(row_of(again, "technisch"), 6).value == "Lies Verzonnen"
    assert again.cell(row_of(again, "evaluatie"), 9).value == "1 juni"


def test_a_sheet_of_the_user_with_that_name_stays(tmp_path: Path) -> None:
    def own(book: Workbook) -> None:
        book.remove(book[SHEET])
        book.create_sheet(SHEET)["A1"] = "Onze afspraken over de koffie"

    sheet = planned(small_school(tmp_path / "school.xlsx", own), tmp_path / "plan.xlsx")
    assert [cell.value for row in sheet.iter_rows() for cell in row] == [
        "Onze afspraken over de koffie"
    ]


def test_marks_on_people_are_read_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    def marked(book: Workbook) -> None:
        people = book["Personen"]
        columns = {str(cell.value): cell.column or 0 for cell in people[3]}
        people.cell(4, columns["beslist over"]).value = "technisch; administratief"
        people.cell(4, columns["aanspreekpunt"]).value = "ja"
        people.cell(5, columns["beslist over"]).value = "koffie"
        people.cell(5, columns["aanspreekpunt"]).value = "S7"

    checked = check_workbook(small_school(tmp_path / "school.xlsx", marked))
    assert checked.data is not None
    noor = checked.data.persons[0]
    assert noor.decides == {Cluster.TECHNICAL, Cluster.ADMINISTRATIVE}
    assert [str(unit) for unit in noor.contact_for] == ["S1"]
    assert {issue.code for issue in checked.issues} == {"unknown-choice", "unknown-unit"}
