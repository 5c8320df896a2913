"""Writing the plan into sheets that the user rearranged, and the edges of what can be written."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from broken_workbooks import cells
from command_line import run
from openpyxl import Workbook, load_workbook
from small_school import Change, small_school
from task_columns import task_cell
from written import opened, plan_lines, rows

from models.errors import WorkbookError
from optimizer.cli.exits import Exit
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.write.package import Package
from optimizer.workbook.write.writer import check_editable

FORMULA = '=HYPERLINK("http://voorbeeld.invalid")'


def planned(folder: Path, change: Change) -> Path:
    """The plan for the small school after a change."""
    source = small_school(folder / "school.xlsx", change)
    done = run("optimize", source)
    assert done.code == Exit.DONE, done.text
    return folder / "school_plan.xlsx"


@pytest.mark.parametrize("name", [FORMULA, "+32 4", "-Noor", "@Noor", "Noor & <Bram>"])
def test_a_name_is_written_as_text_whatever_it_begins_with(name: str, tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        book["Personen"]["B4"].value = name
        book["Personen"]["B4"].data_type = "s"

    book = load_workbook(planned(tmp_path, rename))
    for sheet, cell in (
        ("Taken", task_cell("lead", 5)),
        ("Verdeling", "F2"),
        ("Per persoon", "B2"),
    ):
        assert book[sheet][cell].value == name
        assert book[sheet][cell].data_type != "f"


def test_title_rows_above_the_headers_stay(tmp_path: Path) -> None:
    def add_titles(book: Workbook) -> None:
        book["Verdeling"].insert_rows(1, 2)
        book["Verdeling"]["A1"] = "Ons plan"

    sheet = opened(planned(tmp_path, add_titles))["Verdeling"]
    assert (sheet["A1"].value, sheet["A3"].value) == ("Ons plan", "taak nr")
    assert [sheet[f"A{row}"].value for row in range(4, 9)] == ["T1", "T1", "T2", "D1", "A1"]


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    def rearrange(book: Workbook) -> None:
        headers = [cell.value for cell in book["Verdeling"][1]]
        for cell, header in zip(book["Verdeling"][1], reversed(headers), strict=True):
            cell.value = header

    lines = plan_lines(opened(planned(tmp_path, rearrange)))
    assert lines["T2", "P1", "verantwoordelijke"]["uren/jaar"] == 60
    assert next(iter(lines["T2", "P1", "verantwoordelijke"])) == "uren/week"


def test_columns_that_the_user_removed_do_not_come_back(tmp_path: Path) -> None:
    change = cells(
        ("Verdeling!F1", None),
        ("Taken!" + task_cell("helpers", 3), None),
        ("Taken!" + task_cell("remark", 3), "eigen commentaar"),
    )
    book = opened(planned(tmp_path, change))
    assert book["Verdeling"]["F2"].value is None
    assert book["Taken"][task_cell("helpers", 5)].value is None
    tasks = [row for row in rows(book, "Taken") if "nr" in row]
    assert [row["Uren gepland"] for row in tasks] == [40, 60, 40, 72]
    assert not any("eigen commentaar" in row for row in tasks)


def test_results_of_an_earlier_run_are_wiped(tmp_path: Path) -> None:
    lead, backup = task_cell("lead", 5), task_cell("backup", 6)
    stale: Change = cells(
        (f"Taken!{lead}", "Iemand Anders"), (f"Taken!{backup}", "Iemand Anders"),
        ("Hiaten!A2", "T9"), ("Hiaten!A3", "T8"), ("Samenvatting!A90", "oud"),
        ("Per persoon!A9", "P9"),
    )  # fmt: skip
    book = opened(planned(tmp_path, stale))
    assert (book["Taken"][lead].value, book["Taken"][backup].value) == ("Noor Voorbeeld", None)
    assert [row["taak nr"] for row in rows(book, "Hiaten")] == ["A1"]
    assert book["Samenvatting"]["A90"].value is None
    assert [row["persoon"] for row in rows(book, "Per persoon")] == ["P1", "P2", "P3"]


def test_formulas_of_the_user_beside_the_plan_stay_in_their_cells(tmp_path: Path) -> None:
    change = cells(("Verdeling!M1", "dubbel"), ("Verdeling!M2", "=I2*2"), ("Verdeling!M3", "=I3*2"))
    sheet = load_workbook(planned(tmp_path, change))["Verdeling"]
    assert [sheet[f"M{row}"].value for row in range(1, 5)] == ["dubbel", "=I2*2", "=I3*2", None]


@pytest.mark.parametrize("columns", [("lead", "helpers"), ("explanation", "lead")])
def test_a_merged_result_cell_is_refused(columns: tuple[str, str], tmp_path: Path) -> None:
    area = ":".join(task_cell(column, 5) for column in columns)
    source = small_school(tmp_path / "school.xlsx", lambda book: book["Taken"].merge_cells(area))
    refused = run("optimize", source)
    assert refused.code == Exit.INVALID
    assert f"samengevoegd met andere ({area})" in refused.err
    assert list(tmp_path.iterdir()) == [source]


def test_a_tall_row_gets_room_for_its_text(tmp_path: Path) -> None:
    sheet = load_workbook(planned(tmp_path, cells()))["Hiaten"]
    assert sheet.row_dimensions[2].height > 15


def test_a_signed_workbook_is_refused_before_any_work(tmp_path: Path) -> None:
    source = small_school(tmp_path / "getekend.xlsx")
    with ZipFile(source, "a") as package:
        package.writestr("_xmlsignatures/origin.sigs", b"")
        package.writestr("_xmlsignatures/sig1.xml", b"<Signature/>")
    with pytest.raises(WorkbookError) as refused:
        check_editable(read_workbook(source), tmp_path / "plan.xlsx")
    assert refused.value.code == "signed"


def test_an_unsigned_workbook_is_not(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    check_editable(read_workbook(source), tmp_path / "plan.xlsx")
    assert not Package.open(source).has_signature


def test_a_write_that_harms_something_is_refused_and_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = small_school(tmp_path / "school.xlsx"), tmp_path / "plan.xlsx"
    target.write_bytes(b"plan van vorig jaar")
    whole = Package.to_bytes

    def clumsy(self: Package) -> bytes:
        self.sheet("Personen").set("B4", "Iemand Anders")
        return whole(self)

    monkeypatch.setattr(Package, "to_bytes", clumsy)
    refused = run("optimize", source, "-o", target)
    assert (refused.code, refused.out) == (Exit.INTERNAL, "")
    assert "Het plan is niet bewaard" in refused.err
    assert "fout van het programma" in refused.err
    assert "Iemand" not in refused.err
    assert target.read_bytes() == b"plan van vorig jaar"
    assert sorted(tmp_path.iterdir()) == [target, source]
