"""A folder of workbooks: what counts as wrong there, and what the table says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from package_files import hand_made, sheet_xml
from small_overview import THREE, write_overview
from small_school import small_school

from fuzzing.child import Outcome
from fuzzing.folder import Tried, table, workbooks

ROOT = Path(__file__).parents[2]


def tried(outcome: Outcome, *faults: str, refusal: str = "") -> Tried:
    return Tried(Path("map/boek.xlsx"), "check", outcome, faults, refusal)


def test_the_table_shows_what_was_wrong_and_what_was_refused() -> None:
    lines = list(
        table([
            tried(Outcome(0, seconds=1.5, megabytes=99.4)),
            tried(Outcome(3, err="Het bestand …", seconds=0.1), refusal="is te groot."),
            tried(Outcome(0, seconds=30.0, megabytes=200.0), "takes 30 s"),
        ])
    )  # fmt: skip
    assert len(lines) == 5
    assert "refused: is te groot." in lines[0]
    assert "WRONG: takes 30 s" in lines[1]
    assert lines[2].strip() == "1 × is te groot."
    assert lines[3] == "check 0: 2, check 3: 1"
    assert lines[4] == "1 wrong; at most 30.0 s and 200 MB."


def test_workbooks_are_found_in_every_folder_below(tmp_path: Path) -> None:
    (tmp_path / "diep").mkdir()
    for name in ("b.xlsx", "a.XLSM", "diep/c.xlsx", "d.csv", "e.xls"):
        (tmp_path / name).write_bytes(b"")
    found = [str(path.relative_to(tmp_path)) for path in workbooks(tmp_path)]
    assert found == ["a.XLSM", "b.xlsx", "diep/c.xlsx"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_folder_is_tried_within_the_limits(tmp_path: Path) -> None:
    small_school(tmp_path / "school.xlsx")
    write_overview(tmp_path / "overzicht.xlsx", THREE)
    (tmp_path / "anders.xlsx").write_bytes(hand_made(sheet_xml("<row><c><v>7</v></c></row>")))
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04half")
    done = subprocess.run(
        [sys.executable, "-m", "fuzzing", "--corpus", str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("kapot.xlsx") == 3
    assert "refused: is onvolledig of beschadigd" in done.stdout
    assert "check 0: 1, check 3: 3" in done.stdout
    assert "0 wrong; at most" in done.stdout
    assert len(list(tmp_path.iterdir())) == 4
