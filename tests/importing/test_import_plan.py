"""From an overview to a plan: what the user fills in after an import, and last year's crosses."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from overviews import with_bands
from small_overview import import_file, write_overview

from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import optimize_workbook
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.template.review_page import REVIEW

ROWS = [
    ("Taak", "Lien", "Wout"), ("Administratief",), ("Bestellingen doen", "x", None),
    ("Facturen controleren", None, "x"), ("Inventaris bijhouden", "x", "x"),
]  # fmt: skip


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """An imported overview in which the user has filled in what was asked."""
    import_file(write_overview(tmp_path / "bron.xlsx", ROWS))
    path = tmp_path / "bron_uit.xlsx"
    book = load_workbook(path)
    for row in (4, 5):
        sheet = book["Personen"]
        sheet[f"H{row}"] = 4
        for column in range(13, 28):
            sheet.cell(row, column).value = 3
    for letter, count in zip("DEF", (100, 100, 10), strict=True):
        book["Scholen"][f"{letter}4"] = count
    book.save(path)
    return path


def test_once_filled_in_nothing_is_asked(filled: Path) -> None:
    checked = check_workbook(filled)
    assert checked.is_usable
    assert checked.issues == ()


def test_the_plan_keeps_who_did_what(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    optimize_workbook(filled, target, lambda settings: SolveOptions(time_limit=10, seed=1))
    rows = list(load_workbook(target)["Verdeling"].iter_rows(min_row=2, values_only=True))
    by_task = {str(row[0]): str(row[4]) for row in rows if row[8]}
    assert (by_task["A01"], by_task["A02"]) == ("M1", "M2")
    assert {row[11] for row in rows if row[0] in ("A01", "A02") and row[8]} <= {
        "meer",
        "minder",
        "–",
    }
    assert REVIEW.name in load_workbook(target).sheetnames


def test_the_doubts_can_be_ticked_off(tmp_path: Path) -> None:
    import_file(with_bands(tmp_path / "bron.xlsx"))
    book = load_workbook(tmp_path / "bron_uit.xlsx")
    sheet = book[REVIEW.name]
    assert book.sheetnames[:2] == ["Leesmij", REVIEW.name]
    assert [cell.value for cell in sheet[3] if cell.value] == [
        column.header for column in REVIEW.columns
    ]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
    assert sheet.print_title_rows == "$3:$3"
    rules = [rule for rule in sheet.data_validations.dataValidation if "H4" in rule.sqref]
    assert [rule.formula1 for rule in rules] == ['"x"']
    guide = [cell.value for cell in book["Leesmij"]["A"]]
    assert "Dit werkboek is gemaakt uit een bestaand takenoverzicht: bron.xlsx." in guide
