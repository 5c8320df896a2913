"""What the user reads about a write: counts, parts, hashes and the copy that was kept."""

from pathlib import Path

import pytest
from command_line import run
from small_school import small_school

from optimizer.cli.exits import Exit
from optimizer.report.certificate_text import certificate_lines
from optimizer.workbook.audit.certificate import Certificate, ChangeKind, PartChange
from optimizer.workbook.write.writer import Written

BEFORE, AFTER = "a1" * 32, "b2" * 32
CERTIFICATE = Certificate(
    input_hash=BEFORE,
    output_hash=AFTER,
    parts=9,
    changes=(
        PartChange("xl/worksheets/sheet1.xml", ChangeKind.CHANGED, BEFORE, AFTER),
        PartChange("xl/worksheets/sheet2.xml", ChangeKind.ADDED, "", AFTER),
        PartChange("xl/calcChain.xml", ChangeKind.REMOVED, BEFORE, ""),
    ),
    cells={"Taken": 12, "Verdeling": 30},
)


@pytest.mark.parametrize("backup", [None, Path("map/plan.2026-11-22_143000.bak.xlsx")])
def test_the_lines_say_what_changed(backup: Path | None) -> None:
    lines = list(certificate_lines(Written(Path("map/plan.xlsx"), CERTIFICATE, backup)))
    kept = ["  Wat er stond, is bewaard als plan.2026-11-22_143000.bak.xlsx."] if backup else []
    assert lines[0].startswith(f"{Path('map/plan.xlsx')} is geschreven en nagekeken: ")
    assert lines[1:] == [
        *kept,
        "  Cellen gewijzigd: 42 (Taken 12, Verdeling 30).",
        "  Onderdelen byte voor byte gelijk: 7 van 9.",
        "    gewijzigd xl/worksheets/sheet1.xml (a1a1a1a1a1a1 → b2b2b2b2b2b2)",
        "    nieuw xl/worksheets/sheet2.xml (b2b2b2b2b2b2)",
        "    verwijderd xl/calcChain.xml (a1a1a1a1a1a1)",
        f"  SHA-256 van de invoer:  {BEFORE}",
        f"  SHA-256 van de uitvoer: {AFTER}",
    ]


def test_a_run_prints_its_certificate_unless_it_is_quiet(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    done = run("optimize", source, "-o", tmp_path / "plan.xlsx")
    assert done.code == Exit.DONE
    assert "plan.xlsx is geschreven en nagekeken" in done.err
    assert "Onderdelen byte voor byte gelijk: " in done.err
    assert "SHA-256 van de uitvoer: " in done.err
    assert run("optimize", source, "-o", tmp_path / "stil.xlsx", "--quiet").err == ""
