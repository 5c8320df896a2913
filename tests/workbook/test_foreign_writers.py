"""Workbooks made by other programs: the plan goes in, all that is theirs stays, twice over."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from command_line import run
from easy_books import minimal
from machine import needs
from openpyxl import load_workbook
from package_files import PNG, parts_of
from small_school import small_school
from written import opened, plan_lines

from optimizer.cli.exits import Exit
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS

OURS = re.compile(
    r"\[Content_Types\]\.xml|docProps/app\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/styles\.xml|xl/calcChain\.xml"
)
"""Parts in which a sheet that is added has to be listed, or a lost formula struck off."""
FOREIGN_KINDS = (
    "charts/chart", "chartsheets", "drawings/drawing", "media/image", "vmlDrawing", "comments",
    "tables/table", "featurePropertyBag", "metadata", "sharedStrings",
)  # fmt: skip
RECALCULATE = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path='
    '"/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)
"""LibreOffice asked to do what Excel does when a workbook asks it: calculate when it is opened."""
STALE = "-1"
"""The result of a formula as it stood before the plan was there."""


def by_xlsxwriter(path: Path) -> Path:
    """About everything that XlsxWriter can make, around the smallest problem."""
    book = xlsxwriter.Workbook(str(path))
    for name, lines in minimal().items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    tasks = book.get_worksheet_by_name("Taken")
    assert tasks is not None
    tasks.write_row(0, 5, ["Verantwoordelijke", "Uren gepland", "mijn som"])
    tasks.write_formula("H2", "=G2*2", None, float(STALE))
    tasks.write_comment("C2", "vraag Noor", {"author": "Noor"})
    tasks.data_validation("E2:E9", {"validate": "list", "source": ["netwerk:2", "servers:2"]})
    tasks.conditional_format("D2:D9", {"type": "data_bar", "data_bar_2010": True})
    tasks.conditional_format("D2:D9", {"type": "icon_set", "icon_style": "3_arrows"})
    _decorate(book, path.parent)
    book.define_name("MijnUren", "=Taken!$G$2:$G$9")
    book.set_properties({"author": "Noor Voorbeeld", "title": "Overzicht"})
    book.close()
    return path


def _decorate(book: xlsxwriter.Workbook, folder: Path) -> None:
    sheet = book.add_worksheet("Notities")
    (folder / "logo.png").write_bytes(PNG)
    sheet.insert_image("A5", str(folder / "logo.png"))
    sheet.insert_textbox("C5", "Vergadering op dinsdag")
    sheet.insert_button("E5", {"caption": "Klik", "macro": "Doe"})
    sheet.insert_checkbox("A1", True)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Taken!$G$2:$G$4"})
    sheet.insert_chart("G5", chart)
    sheet.add_sparkline("B2", {"range": "Taken!D2:D4"})
    sheet.add_table("I1:J3", {"data": [["a", 1], ["b", 2]], "total_row": True,
                              "columns": [{"header": "wie"}, {"header": "uren"}]})  # fmt: skip
    sheet.write_rich_string("A3", "niet ", book.add_format({"bold": True}), "vergeten", " hoor")
    sheet.write_formula("A4", "=SUM(Verdeling!I2:I9)", None, float(STALE))
    sheet.write_dynamic_array_formula("L1", "=SORT(I2:I3)", None, "a")
    sheet.protect("geheim", {"sort": True})
    sheet.set_header("&LICT&R&P", {})
    sheet.set_background(str(folder / "logo.png"))
    pie = book.add_chart({"type": "pie"})
    pie.add_series({"values": "=Taken!$D$2:$D$4"})
    book.add_chartsheet("Grafiek").set_chart(pie)
    book.add_worksheet("Diep").very_hidden()


def by_libreoffice(path: Path) -> Path:
    """The small school as LibreOffice saves it."""
    needs("soffice")
    folder = path.parent / "lo"
    converted(small_school(path.parent / path.name), folder)
    return folder / path.name


def converted(source: Path, folder: Path) -> Path:
    """The workbook opened by LibreOffice and saved again."""
    home = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=240)
    return folder / source.name


@pytest.mark.parametrize("make", [by_xlsxwriter, by_libreoffice])
def test_only_what_is_ours_changes_in_two_runs(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    source = make(tmp_path / "werk.xlsx")
    once, twice = tmp_path / "plan.xlsx", tmp_path / "later.xlsx"
    for before, after in ((source, once), (once, twice)):
        done = run("optimize", before, "-o", after)
        assert done.code == Exit.DONE, done.text
        old, new = parts_of(before.read_bytes()), parts_of(after.read_bytes())
        changed = {name for name in old if old[name] != new.get(name)}
        foreign = {name for name in changed if "worksheets/sheet" not in name}
        assert {name for name in foreign if not OURS.fullmatch(name)} == set()
    assert {line["wijziging"] for line in plan_lines(opened(twice)).values()} == {"–"}


@pytest.mark.filterwarnings("ignore")
def test_what_xlsxwriter_made_is_all_still_there(tmp_path: Path) -> None:
    source, target = by_xlsxwriter(tmp_path / "werk.xlsx"), tmp_path / "plan.xlsx"
    assert run("optimize", source, "-o", target).code == Exit.DONE
    old, new = parts_of(source.read_bytes()), parts_of(target.read_bytes())
    for kind in FOREIGN_KINDS:
        names = [name for name in old if kind in name]
        assert names, kind
        assert all(old[name] == new[name] for name in names), kind
    before, after = load_workbook(source), load_workbook(target)
    assert after.sheetnames == [*before.sheetnames, *(sheet.name for sheet in OUTPUT_SHEETS)]
    assert after["Taken"]["F2"].value == "Noor Voorbeeld"
    assert after["Taken"]["G2"].value == 40


def test_formulas_of_the_user_are_recalculated_when_the_file_is_opened(tmp_path: Path) -> None:
    source, target = by_xlsxwriter(tmp_path / "werk.xlsx"), tmp_path / "plan.xlsx"
    assert run("optimize", source, "-o", target).code == Exit.DONE
    assert b'fullCalcOnLoad="1"' in parts_of(target.read_bytes())["xl/workbook.xml"]
    stale = load_workbook(target, data_only=True)
    assert (stale["Taken"]["H2"].value, stale["Notities"]["A4"].value) == (-1, -1)
    needs("soffice")
    folder = tmp_path / "lo"
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(RECALCULATE)
    fresh = load_workbook(converted(target, folder), data_only=True)
    assert fresh["Taken"]["H2"].value == 80
    assert fresh["Notities"]["A4"].value == 40


def test_totals_of_our_own_are_values(tmp_path: Path) -> None:
    target = tmp_path / "plan.xlsx"
    assert run("optimize", by_xlsxwriter(tmp_path / "werk.xlsx"), "-o", target).code == Exit.DONE
    book = load_workbook(target)
    kinds = {cell.data_type for sheet in OUTPUT_SHEETS for row in book[sheet.name] for cell in row}
    assert "f" not in kinds
