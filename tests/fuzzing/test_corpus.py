"""Files that once made the program fail end in a plan or a refusal, and leave nothing behind."""

from pathlib import Path

import pytest
from command_line import run
from openpyxl import load_workbook
from small_overview import THREE, write_overview

from fuzzing.corpus import CORPUS, Once

DONE, INVALID = 0, 3
NO_XML = ("_xFFFE_", "_xFFFF_", "_xD83D_", "_x0001_")
"""How Excel writes characters that no XML can hold."""


@pytest.mark.parametrize("once", CORPUS, ids=lambda once: once.name)
def test_what_once_failed_does_so_no_more(once: Once, tmp_path: Path) -> None:
    source, target = tmp_path / "werk.xlsx", tmp_path / "plan.xlsx"
    content = once.content()
    source.write_bytes(content)
    checked = run("check", source)
    assert checked.code in (None, DONE, INVALID), checked.text
    done = run("optimize", source, "-o", target, "--deterministic", "--quiet")
    assert (done.code or DONE) == once.code, done.text
    assert "fout van het programma" not in done.text
    assert target.exists() == (once.code == DONE)
    assert {path.name for path in tmp_path.iterdir()} <= {"werk.xlsx", "plan.xlsx"}
    assert source.read_bytes() == content
    if once.code == DONE:
        assert (run("check", target).code or DONE) == DONE
    else:
        assert "{" not in done.text
        # A file that cannot be opened is named, and of one that can the sheet that cannot be read.
        assert "werk.xlsx" in done.text or "Taken" in done.text


@pytest.mark.parametrize("character", NO_XML)
def test_a_character_that_no_xml_can_hold_is_not_imported(character: str, tmp_path: Path) -> None:
    rows = (*THREE, (f"Laptops{character} uitlenen", f"Greet{character}"))
    source = write_overview(tmp_path / "bron.xlsx", rows)
    target = tmp_path / "werk.xlsx"
    done = run("import", source, "-o", target)
    assert (done.code or DONE) == DONE, done.text
    titles = [cell.value for cell in load_workbook(target)["Taken"]["C"]]
    assert any(title and "uitlenen" in str(title) for title in titles)
