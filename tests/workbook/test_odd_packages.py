"""Packages that other programs make and open: names, relationships and texts in other forms."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import run
from fuzzing.seeds import content_of
from openpyxl import Workbook
from package_files import hand_made, inject, parts_of, sheet_xml
from small_school import FIRST_TASK_ROW, put, small_school
from written import HEADER_ROWS, opened, plan_lines

from optimizer.cli.exits import Exit
from optimizer.workbook.read.reader import RawSheet, read_workbook

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "xl/_rels/workbook.xml.rels"
Change = Callable[[bytes], bytes]


def renamed(content: bytes, rename: Callable[[str], str]) -> bytes:
    """The package with other names for its members; zipfile itself would mend some of them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts_of(content).items():
            info = zipfile.ZipInfo("x", (2026, 9, 1, 0, 0, 0))
            info.filename = rename(name)
            archive.writestr(info, part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def names_in(content: bytes) -> list[str]:
    """The names of the members as they stand in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [info.orig_filename for info in archive.infolist()]


def sheets_of(path: Path) -> dict[str, RawSheet]:
    return {sheet.name: sheet for sheet in read_workbook(path).sheets}


def first_lead(path: Path) -> object:
    """Who leads the first task, as the plan says."""
    sheet = sheets_of(path)["Taken"]
    headers = {cell.value: column for column, cell in sheet.rows[HEADER_ROWS["Taken"]].items()}
    return sheet.cell(FIRST_TASK_ROW, headers["Verantwoordelijke"]).value


def planned(folder: Path, harden: Change) -> Path:
    """The plan in the small school, without its gaps sheet, made hard."""

    def change(book: Workbook) -> None:
        del book["Hiaten"]

    source, target = small_school(folder / "school.xlsx", change), folder / "plan.xlsx"
    source.write_bytes(harden(source.read_bytes()))
    checked = run("check", source)
    assert checked.code in (None, Exit.DONE), checked.text
    done = run("optimize", source, "-o", target, "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text
    assert run("check", target).code in (None, Exit.DONE)
    return target


@pytest.mark.parametrize(
    "rename",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: "/" + name,
        lambda name: "\\" + name.replace("/", "\\"),
        lambda name: name if "worksheets" not in name else name.replace("/", "\\"),
        lambda name: name.upper() if name.startswith("xl/") else name,
    ],
    ids=["backslashes", "from the root", "both", "some", "capitals"],
)
def test_names_of_members_in_another_form_are_read_and_stay(
    rename: Callable[[str], str], tmp_path: Path
) -> None:
    target = planned(tmp_path, lambda content: renamed(content, rename))
    before = names_in((tmp_path / "school.xlsx").read_bytes())
    assert [name for name in names_in(target.read_bytes()) if name in before] == before
    assert first_lead(target) == "Noor Voorbeeld"


def test_targets_with_backslashes_lead_to_their_parts(tmp_path: Path) -> None:
    def harden(content: bytes) -> bytes:
        rels = parts_of(content)[RELS]
        return inject(content, {RELS: rels.replace(b"/worksheets/", b"\\worksheets\\")})

    assert sheets_of(planned(tmp_path, harden))["Hiaten"].rows


@pytest.mark.parametrize("place", [r"(<sheets[^>]*>)()", r"()(</sheets>)"], ids=["first", "last"])
@pytest.mark.parametrize(
    ("relation", "sheet_id"),
    [('r:id=""', "77"), ("", "77"), ('r:id="rId999"', "77"), ('r:id=""', ""), ('r:id=""', "x")],
)
def test_a_sheet_without_content_is_not_ours(
    relation: str, sheet_id: str, place: str, tmp_path: Path
) -> None:
    def harden(content: bytes) -> bytes:
        xml = parts_of(content)["xl/workbook.xml"].decode()
        entry = f'<sheet xmlns:r="{OFFICE}" name="Hol" sheetId="{sheet_id}" {relation}/>'
        changed = re.sub(place, rf"\1{entry}\2", xml, count=1)
        return inject(content, {"xl/workbook.xml": changed.encode()})

    target = planned(tmp_path, harden)
    assert "Hol" not in sheets_of(target)
    assert b'name="Hol"' in parts_of(target.read_bytes())["xl/workbook.xml"]


def test_a_sheet_whose_part_is_gone_is_told_and_left_alone(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Weg")["A1"] = "nota"

    source = small_school(tmp_path / "school.xlsx", change)
    rels = parts_of(source.read_bytes())[RELS]
    last = re.findall(rb"/worksheets/sheet\d+\.xml", rels)[-1]
    source.write_bytes(
        inject(source.read_bytes(), {RELS: rels.replace(last, b"/worksheets/w.xml")})
    )
    checked = run("check", source)
    assert checked.code in (None, Exit.DONE)
    assert "LET OP  Weg: dit blad is beschadigd" in checked.text


NEEDED = re.compile(r"\.rels$|Content_Types|workbook\.xml|worksheets/|sharedStrings")
"""Parts without which there is nothing to read."""


@pytest.mark.parametrize("damage", [b"", b"<kapot", b"\x00\xff", b"<eigen/>"])
def test_damage_in_any_other_part_hinders_nothing(damage: bytes, tmp_path: Path) -> None:
    content = content_of("xlsxwriter")
    others = [name for name in parts_of(content) if not NEEDED.search(name)]
    assert {"styles", "theme", "comments", "table", "drawing", "chart", "app", "core"} <= {
        re.sub(r"\d*\.\w+$", "", name.rpartition("/")[2]) for name in others
    }
    source, target = tmp_path / "school.xlsx", tmp_path / "plan.xlsx"
    source.write_bytes(inject(content, dict.fromkeys(others, damage)))
    assert run("check", source).code in (None, Exit.DONE)
    done = run("optimize", source, "-o", target, "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text
    assert {name: parts_of(target.read_bytes())[name] for name in others} == dict.fromkeys(
        others, damage
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Noor_x000D_\nVoorbeeld", "Noor Voorbeeld"),
        ("Noor&#13;&#10;Voorbeeld", "Noor Voorbeeld"),
        ("_xD83D__xDE00_ Noor", "😀 Noor"),
        ("_x005F_x0041_ Noor", "_x0041_ Noor"),
        ("_x00e9_", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧 Noor", "👩\u200d👧 Noor"),
        ("\u200dNoor\u200c", "Noor"),
    ],
)
def test_a_name_keeps_its_characters(written: str, shown: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, "Personen", 4, {"B": "NAAM"})

    def harden(content: bytes) -> bytes:
        changes = {
            name: part.replace(b"NAAM", written.encode())
            for name, part in parts_of(content).items()
            if b"NAAM" in part
        }
        assert changes
        return inject(content, changes)

    source, target = small_school(tmp_path / "school.xlsx", change), tmp_path / "plan.xlsx"
    source.write_bytes(harden(source.read_bytes()))
    done = run("optimize", source, "-o", target, "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text
    assert first_lead(target) == shown
    if "_x" not in shown:
        # openpyxl leaves the escaped underscore of a text in a cell as it is.
        assert plan_lines(opened(target))["T1", "P1", "verantwoordelijke"]["naam"] == shown


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v> 7 </v></c>", 7),
        ('<c t=""><v>7</v></c>', 7),
        ("<c><v>7.50</v></c>", 7.5),
        ("<c><v>1E3</v></c>", 1000.0),
        ("<c><v>+.5</v></c>", 0.5),
        ('<c t="b"><v>true</v></c>', True),
        ('<c t="inlineStr"><v>los</v></c>', "los"),
        ("<c><is><t>los</t></is></c>", "los"),
        ('<c t="iets"><v>los</v></c>', "los"),
        ('<c t="inlineStr"><is><r><t>twee </t></r><r><t>stukken</t></r><rPh/></is></c>',
         "twee stukken"),
        ('<c t="str"><v>a<extLst/>b</v></c>', "ab"),
    ],
)  # fmt: skip
def test_values_in_odd_forms(cell: str, value: object, tmp_path: Path) -> None:
    assert _only_cell(tmp_path, cell) == (value, False)


@pytest.mark.parametrize(
    "cell",
    [
        "<c><v>veel</v></c>",
        "<c><v>1_000</v></c>",
        "<c><v>1,5</v></c>",
        "<c><v>NaN</v></c>",
        "<c><v>1e400</v></c>",
        '<c t="s"><v>9</v></c>',
        '<c t="s"><v>x</v></c>',
        '<c t="d"><v>gisteren</v></c>',
    ],
)
def test_a_value_that_cannot_be_understood_is_an_error_and_not_a_guess(
    cell: str, tmp_path: Path
) -> None:
    assert _only_cell(tmp_path, cell)[1]


def _only_cell(folder: Path, cell: str) -> tuple[object, bool]:
    path = folder / "cel.xlsx"
    path.write_bytes(hand_made(sheet_xml(f"<row>{cell}</row>")))
    read = read_workbook(path).sheets[0].cell(1, 1)
    return read.value, read.is_error
