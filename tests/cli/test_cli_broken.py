"""Broken workbooks: a message with the cell and exit code 3, and nothing is written."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from broken_workbooks import BROKEN, Broken
from command_line import Run, run
from openpyxl import Workbook, load_workbook
from package_files import inject, parts_of, zipped
from small_school import TEMPLATE, setting, small_school

from optimizer.cli.exits import Exit


def refused(source: Path) -> tuple[Run, Run]:
    """What two commands say of a file that both must refuse, leaving all as it was."""
    before, names = source.read_bytes(), sorted(source.parent.iterdir())
    runs = run("controleer", source), run("optimaliseer", source)
    assert [each.code for each in runs] == [Exit.INVALID, Exit.INVALID]
    assert not any("Traceback" in each.text for each in runs)
    assert source.read_bytes() == before
    assert sorted(source.parent.iterdir()) == names
    return runs


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_every_kind_of_error_is_named_by_its_cell(broken: Broken, tmp_path: Path) -> None:
    check, optimize = refused(small_school(tmp_path / "stuk.xlsx", broken.change))
    assert optimize.out == ""
    assert optimize.err == check.out
    errors = [line for line in check.out.splitlines() if line.startswith("FOUT")]
    about = [line for line in errors if line.startswith(f"FOUT  {broken.where}: ")]
    assert about, errors
    assert any(broken.word in line for line in about)


def test_there_are_at_least_twenty_kinds() -> None:
    assert len({broken.name for broken in BROKEN}) == len(BROKEN) >= 20


def test_all_errors_are_reported_at_once(tmp_path: Path) -> None:
    together = [b for b in BROKEN if b.where in ("Personen!D4", "Taken!B5", setting("korrel"))]

    def change(book: Workbook) -> None:
        for broken in together:
            broken.change(book)

    check, _ = refused(small_school(tmp_path / "stuk.xlsx", change))
    assert all(f"FOUT  {broken.where}: " in check.out for broken in together)
    assert check.out.endswith("3 fouten, 0 waarschuwingen.\n")


def test_a_template_without_people_is_not_a_plan(tmp_path: Path) -> None:
    source = tmp_path / "leeg.xlsx"
    source.write_bytes(TEMPLATE.read_bytes())
    check, _ = refused(source)
    assert "Er staat geen enkele school" in check.out
    assert "Er staat niemand" in check.out


def _text(_: bytes) -> bytes:
    return b"nr;taak\nT1;netwerk\n"


def _old_excel(_: bytes) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "Workbook".encode("utf-16-le")


def _encrypted(_: bytes) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def _damaged_sheet(content: bytes) -> bytes:
    number = load_workbook(BytesIO(content)).sheetnames.index("Taken") + 1
    name = f"xl/worksheets/sheet{number}.xml"
    return inject(content, {name: parts_of(content)[name][:-200]})


def _bomb(content: bytes) -> bytes:
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    name = "xl/workbook.xml"
    return inject(content, {name: entity + parts_of(content)[name]})


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("tekst.xlsx", _text, "geen Excel-werkmap"),
        ("tekst.csv", _text, "bewaar het als Excel-werkmap"),
        ("oud.xls", _old_excel, "bewaar het als Excel-werkmap"),
        ("oud.xlsx", _old_excel, "bewaar het als Excel-werkmap"),
        ("slot.xlsx", _encrypted, "beveiligd met een wachtwoord"),
        ("leeg.xlsx", lambda _: b"", "geen Excel-werkmap"),
        ("half.xlsx", lambda content: content[: len(content) // 2], "half.xlsx"),
        ("zip.xlsx", lambda _: zipped({"brief.txt": b"dag"}), "geen Excel-werkmap"),
        ("bom.xlsx", _bomb, "niet veilig"),
    ],
)
def test_files_that_are_no_workbook(
    name: str, make: Callable[[bytes], bytes], words: str, tmp_path: Path
) -> None:
    source = tmp_path / name
    source.write_bytes(make(TEMPLATE.read_bytes()))
    for each in refused(source):
        assert each.out == ""
        assert words in each.err


def test_a_damaged_sheet_is_named(tmp_path: Path) -> None:
    source = tmp_path / "blad.xlsx"
    source.write_bytes(_damaged_sheet(TEMPLATE.read_bytes()))
    for each in refused(source):
        assert "Taken: dit blad is beschadigd" in each.text
