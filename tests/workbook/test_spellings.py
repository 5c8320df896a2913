"""XML in every spelling that means the same: read alike, written in without a foreign byte."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from package_files import inject, parts_of
from rich_workbook import part_of
from small_school import put, small_school
from spelling import SPELLINGS, Spelling, respelled

from optimizer.cli.exits import Exit
from optimizer.workbook.read.reader import read_workbook

_XML = (".xml", ".rels", ".vml")


def spelled(content: bytes, spelling: Spelling) -> bytes:
    """The package with every XML part in another spelling."""
    parts = {name: part for name, part in parts_of(content).items() if name.endswith(_XML)}
    return inject(content, {name: respelled(part, spelling) for name, part in parts.items()})


def cells_in(path: Path) -> Mapping[str, object]:
    """What a workbook shows, sheet by sheet; without the sheet whose numbers differ per run."""
    return {
        sheet.name: (sheet.rows, sheet.merges, sheet.hidden, sheet.hidden_rows)
        for sheet in read_workbook(path).sheets
        if sheet.name != "Samenvatting"
    }


def _eventful(book: Workbook) -> None:
    """An earlier plan, a note beside it, a hidden row, a merged block, a colour, a sheet to add."""
    put(book, "Verdeling", 2, {"A": "A1", "D": "S1", "E": "P3", "G": "verantwoordelijke",
                               "H": "ANDERE S1", "I": 72})  # fmt: skip
    sheet = book["Verdeling"]
    sheet["M1"], sheet["M2"], sheet["N1"] = "mijn nota", "eerst <bellen> & dan 'mailen'", "som"
    sheet["N2"] = "=I2*2"
    sheet.row_dimensions[40].hidden = True
    book["Taken"]["C6"].fill = PatternFill("solid", fgColor="FF7030A0")
    del book["Hiaten"]
    book["Scholen"].merge_cells("N5:O6")
    book["Personen"]["B4"] = "Noor  van 't Voorbeeld_x000D_\nAchter"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A workbook as openpyxl spells it, and the plan that was made in it."""
    folder = tmp_path_factory.mktemp("gewoon")
    source, target = small_school(folder / "school.xlsx", _eventful), folder / "plan.xlsx"
    done = run("optimize", source, "-o", target, "--deterministic")
    assert done.code in (None, Exit.DONE), done.text
    return source, target


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_is_read_and_written_alike(
    name: str, plain: tuple[Path, Path], tmp_path: Path
) -> None:
    source, target = tmp_path / "school.xlsx", tmp_path / "plan.xlsx"
    source.write_bytes(spelled(plain[0].read_bytes(), SPELLINGS[name]))
    assert cells_in(source) == cells_in(plain[0])
    done = run("optimize", source, "-o", target, "--deterministic")
    assert done.code in (None, Exit.DONE), done.text
    assert cells_in(target) == cells_in(plain[1])
    again = run("optimize", target, "-o", tmp_path / "later.xlsx", "--deterministic")
    assert again.code in (None, Exit.DONE), again.text


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_plan_in_another_spelling_is_an_input_again(
    name: str, plain: tuple[Path, Path], tmp_path: Path
) -> None:
    source, target = tmp_path / "plan.xlsx", tmp_path / "later.xlsx"
    source.write_bytes(spelled(plain[1].read_bytes(), SPELLINGS[name]))
    assert cells_in(source) == cells_in(plain[1])
    done = run("optimize", source, "-o", target, "--deterministic")
    assert done.code in (None, Exit.DONE), done.text
    untouched = part_of(plain[1].read_bytes(), "Personen")
    parts = [parts_of(path.read_bytes())[untouched] for path in (source, target)]
    assert parts[0] == parts[1]
