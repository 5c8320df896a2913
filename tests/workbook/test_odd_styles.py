"""Styles that no other program objects to: read as no colour, written beside, never a refusal."""

import json
import re
from pathlib import Path

import pytest
from command_line import run
from odd_styles import ODD, made_odd
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from package_files import inject, parts_of
from rich_workbook import part_of
from small_school import small_school

from optimizer.cli.exits import Exit
from optimizer.workbook.read.reader import RawCell, read_workbook

STYLES = "xl/styles.xml"


def _decorated(book: Workbook) -> None:
    """A purple task, a bold one, and no gaps sheet, so that new styles are needed."""
    book["Taken"]["C6"].fill = PatternFill("solid", fgColor="FF7030A0")
    book["Taken"]["C7"].font = Font(bold=True)
    del book["Hiaten"]


def _odd(path: Path, name: str) -> Path:
    content = small_school(path, _decorated).read_bytes()
    styles = parts_of(content)[STYLES]
    assert made_odd(styles, name) != styles
    path.write_bytes(inject(content, {STYLES: made_odd(styles, name)}))
    return path


def _task(path: Path, row: int) -> RawCell:
    return next(s for s in read_workbook(path).sheets if s.name == "Taken").cell(row, 3)


@pytest.mark.parametrize("name", ODD)
def test_styles_hinder_neither_reading_nor_writing(name: str, tmp_path: Path) -> None:
    source, target = _odd(tmp_path / "school.xlsx", name), tmp_path / "plan.xlsx"
    checked = run("check", source, "--json")
    assert checked.code in (None, Exit.DONE), checked.text
    assert json.loads(checked.out)
    assert checked.err == ""
    done = run("optimize", source, "-o", target, "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text
    assert run("check", target).code in (None, Exit.DONE)


@pytest.mark.parametrize(
    ("name", "fill", "bold"),
    [
        ("unknown attribute", "7030A0", True),
        ("no base styles", "7030A0", True),
        ("number of a font that is none", "7030A0", False),
        ("empty fill", None, True),
        ("colour of two digits", None, True),
        ("fill that is not there", None, True),
        ("no cell styles", None, False),
        ("empty part", None, False),
    ],
)
def test_what_can_be_read_of_the_styles_is(
    name: str, fill: str | None, bold: bool, tmp_path: Path
) -> None:
    path = _odd(tmp_path / "school.xlsx", name)
    assert (_task(path, 6).fill, _task(path, 7).bold) == (fill, bold)
    assert _task(path, 6).value == "Toestellen klaarmaken"


@pytest.mark.parametrize("style", ['s=""', 's="x"', 's="-1"', 's="4294967295"', "s=' 1 '"])
def test_a_style_number_that_is_none_is_the_default(style: str, tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", _decorated)
    content = source.read_bytes()
    changes = {
        part: re.sub(rb'(<c r="[A-Z]+\d+")(?: s="\d+")?', rb"\1 " + style.encode(), xml)
        for part in (part_of(content, "Taken"), part_of(content, "Verdeling"))
        for xml in (parts_of(content)[part],)
    }
    source.write_bytes(inject(content, changes))
    assert _task(source, 6).fill is None
    done = run("optimize", source, "-o", tmp_path / "plan.xlsx", "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text


def test_tens_of_thousands_of_styles_are_read_once(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", _decorated)
    styles = parts_of(source.read_bytes())[STYLES]
    more = b"".join(b'<xf numFmtId="%d" fontId="0" fillId="0"/>' % (n % 60) for n in range(45_000))
    named = b"".join(b'<cellStyle name="Stijl %d" xfId="0"/>' % n for n in range(45_000))
    styles = styles.replace(b"</cellXfs>", more + b"</cellXfs>")
    styles = styles.replace(b"</cellStyles>", named + b"</cellStyles>")
    source.write_bytes(inject(source.read_bytes(), {STYLES: styles}))
    assert _task(source, 6).fill == "7030A0"
    done = run("optimize", source, "-o", tmp_path / "plan.xlsx", "--deterministic", "--quiet")
    assert done.code in (None, Exit.DONE), done.text
