"""Sheets and columns are found by name, wherever the user moved them."""

from pathlib import Path

import pytest
from easy_books import Rows, Sheets, found, minimal, parse, read

from models.issues import Severity
from optimizer.workbook.read.headers import check_headers, locate
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS, TASKS
from optimizer.workbook.template.output_sheets import ALLOCATION, SUMMARY


@pytest.mark.parametrize("name", ["scholen", " SCHOLEN", "Schólen"])
def test_sheet_names_are_matched_loosely(tmp_path: Path, name: str) -> None:
    raw = read(tmp_path, {name: [["code", "naam"], ["S1", "De Linde"]]})
    located = locate(raw, SCHOOLS)
    assert located is not None
    assert located.text(2, "name") == "De Linde"


def test_any_order_of_columns_and_rows_above_the_header(tmp_path: Path) -> None:
    rows: Rows = [
        ["Onze taken", None, None, None],
        [None, None, None, None],
        ["TAAK:", "mijn notitie", "Uren\nvast", "Nummer"],
        ["Netwerk bewaken", "dringend", 40, "T1"],
    ]
    located = locate(read(tmp_path, {"Taken": rows}), TASKS)
    assert located is not None
    assert located.header_row == 3
    assert located.columns == {"title": 1, "fixed_hours": 3, "number": 4}
    assert located.extra == {2: "mijn notitie"}
    assert list(located.data_rows()) == [4]


def test_the_real_name_goes_before_a_synonym(tmp_path: Path) -> None:
    header: Rows = [["school", "code", "thuisschool", "rol"]]
    raw = read(tmp_path, {"Personen": header})
    located = locate(raw, PERSONS)
    assert located is not None
    assert located.columns["home"] == 3
    assert located.extra == {1: "school"}
    assert check_headers(raw, PERSONS) == []


def test_header_row_beyond_the_first_rows_is_not_found(tmp_path: Path) -> None:
    rows: Rows = [["niets"] for _ in range(30)]
    assert locate(read(tmp_path, {"Scholen": [*rows[:29], ["code", "naam"]]}), SCHOOLS)
    assert locate(read(tmp_path, {"Scholen": [*rows, ["code", "naam"]]}), SCHOOLS) is None


def test_duplicate_header_is_an_error(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Taken"][0].append("Uren vast ")
    _, issues = parse(tmp_path, sheets)
    assert found(issues) == [("duplicate-header", "Taken!F1")]
    assert str(issues[0].facts["first"]) == "Taken!D1"


def test_near_miss_header_is_a_warning_that_names_the_cell(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Taken"][0] += ["prioriteid", "mijn prioriteiten"]
    _, issues = parse(tmp_path, sheets)
    assert found(issues) == [("near-miss-header", "Taken!F1")]
    assert issues[0].severity is Severity.WARNING
    assert issues[0].facts["expected"] == "prioriteit"


def test_near_miss_counts_only_when_the_column_is_not_found(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Taken"][0] += ["prioriteid", "prioriteit"]
    assert parse(tmp_path, sheets)[1] == ()


def test_missing_required_column(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Personen"][0][3] = "job"
    data, issues = parse_workbook(read(tmp_path, sheets))
    assert data is None
    (issue,) = [issue for issue in issues if issue.severity is Severity.ERROR]
    assert (issue.code, str(issue.where)) == ("missing-column", "Personen!1:1")
    assert issue.facts["expected"] == "rol"
    assert issue.facts["found"] == ("job",)


def test_sheet_without_headers(tmp_path: Path) -> None:
    sheets: Sheets = {**minimal(), "Scholen": [["S1", "De Linde"]]}
    data, issues = parse_workbook(read(tmp_path, sheets))
    assert data is None
    assert found(issues) == [("no-header", "Scholen")]


def test_missing_sheets(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Personeel"] = sheets.pop("Personen")
    del sheets["Instellingen"], sheets["Uitzonderingen"]
    data, issues = parse_workbook(read(tmp_path, sheets))
    assert data is None
    assert found(issues) == [
        ("missing-sheet", "Personen"),
        ("absent-sheet", "Instellingen"),
        ("absent-sheet", "Uitzonderingen"),
    ]
    assert issues[0].facts["found"] == ("Scholen", "Taken", "Personeel")


def test_an_overview_of_ones_own_is_one_error(tmp_path: Path) -> None:
    data, issues = parse_workbook(read(tmp_path, {"Takenlijst": [["taak", "wie"], ["mail", "An"]]}))
    assert data is None
    assert found(issues) == [("not-our-workbook", "None")]
    assert issues[0].facts["found"] == ("Takenlijst",)


def test_one_sheet_that_looks_like_ours_makes_it_a_workbook(tmp_path: Path) -> None:
    _, issues = parse_workbook(read(tmp_path, {"Personeel": [["code", "naam"]]}))
    assert ("not-our-workbook", "None") not in found(issues)


def test_misspelt_optional_sheet_is_an_error(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Uitzondering"] = sheets.pop("Uitzonderingen")
    _, issues = parse_workbook(read(tmp_path, sheets))
    assert found(issues) == [("missing-sheet", "Uitzonderingen")]
    assert issues[0].facts["nearest"] == "Uitzondering"


def test_extra_columns_and_sheets_get_no_complaint(tmp_path: Path) -> None:
    sheets: Sheets = {**minimal(), "Mijn blad": [["van alles"]]}
    sheets["Scholen"][0] += ["telefoon"]
    assert parse(tmp_path, sheets)[1] == ()


def test_output_sheets_are_located_too(tmp_path: Path) -> None:
    header: list[object] = ["taak nr", "mijn kleurcode", "school", "persoon", "rol", "uren/jaar"]
    raw = read(tmp_path, {"Verdeling": [header]})
    located = locate(raw, ALLOCATION)
    assert located is not None
    assert located.extra == {2: "mijn kleurcode"}
    assert locate(raw, SUMMARY) is None
