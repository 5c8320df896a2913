"""What `optimaliseer` and `sjabloon` refuse, with which exit code, and that nothing is written."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from broken_workbooks import cells
from command_line import run
from small_school import Change, small_school

from optimizer.cli.exits import Exit


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, to compare with later."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_input_is_never_overwritten(school: Path, tmp_path: Path) -> None:
    link = tmp_path / "zelfde.xlsx"
    link.hardlink_to(school)
    before = contents(tmp_path)
    for target in (school, tmp_path / ".." / tmp_path.name / "school.xlsx", link):
        refused = run("optimaliseer", school, "-o", target)
        assert refused.code == Exit.USAGE
        assert "niet over de invoer" in refused.err
    assert contents(tmp_path) == before


def test_an_earlier_plan_is_not_overwritten_by_itself(school: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "school_plan.xlsx"
    earlier.write_bytes(b"plan van vorig jaar")
    refused = run("optimaliseer", school)
    assert refused.code == Exit.USAGE
    assert "school_plan.xlsx bestaat al" in refused.err
    assert earlier.read_bytes() == b"plan van vorig jaar"


def test_a_named_output_replaces_an_earlier_plan_and_keeps_it(school: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "plan.xlsx"
    earlier.write_bytes(b"plan van vorig jaar")
    assert run("optimaliseer", school, "-o", earlier).code == Exit.DONE
    assert earlier.read_bytes().startswith(b"PK")
    (kept,) = tmp_path.glob("plan.*.bak.xlsx")
    assert kept.read_bytes() == b"plan van vorig jaar"
    assert sorted(contents(tmp_path)) == [kept.name, "plan.xlsx", "school.xlsx"]


@pytest.mark.parametrize("name", ["plan.xlsm", "plan.xls", "plan"])
def test_a_target_that_excel_would_not_open(name: str, school: Path, tmp_path: Path) -> None:
    refused = run("optimaliseer", school, "-o", tmp_path / name)
    assert refused.code == Exit.USAGE
    assert "eindigen op .xlsx" in refused.err
    assert list(tmp_path.iterdir()) == [school]


def test_a_target_that_cannot_be_written(school: Path, tmp_path: Path) -> None:
    before = contents(tmp_path)
    for target in (tmp_path / "geen" / "plan.xlsx", school / "plan.xlsx"):
        refused = run("optimaliseer", school, "-o", target)
        assert refused.code == Exit.INTERNAL
        assert f"De map {target.parent} bestaat niet." in refused.err
        assert refused.out == ""
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", ["check", "optimize"])
def test_a_file_that_is_not_there(command: str, tmp_path: Path) -> None:
    refused = run(command, tmp_path / "weg.xlsx")
    assert refused.code == Exit.USAGE
    assert "weg.xlsx" in refused.err
    assert not contents(tmp_path)


@pytest.mark.parametrize(
    ("name", "change", "where"),
    [
        (
            "two mandatory tasks for one person",
            cells(("Personen!O4", 3),
                  ("Taken!G5", "verplicht"), ("Taken!H5", 200), ("Taken!L5", "servers:3"),
                  ("Taken!G6", "verplicht"), ("Taken!H6", 200), ("Taken!L6", "servers:3")),
            ["Taken!G5", "Taken!G6", "Personen!F4"],
        ),
        (
            "pins that leave the lead nothing to do",
            cells(*((f"Uitzonderingen!{column}{row}", value)
                    for row, values in ((4, ("T2", "S1", "P3", "vast", 60)),
                                        (5, ("T2", "S1", "P1", "verantwoordelijke", None)))
                    for column, value in zip("ABCDE", values, strict=True))),
            ["Uitzonderingen!D4", "Uitzonderingen!D5"],
        ),
    ],
)  # fmt: skip
def test_a_conflict_names_the_cells_that_clash(
    name: str, change: Change, where: list[str], tmp_path: Path
) -> None:
    source = small_school(tmp_path / "school.xlsx", change)
    assert run("controleer", source).code == Exit.DONE, name
    refused = run("optimaliseer", source)
    assert (refused.code, refused.out) == (Exit.INFEASIBLE, "")
    assert refused.err.startswith("Er bestaat geen plan: deze regels kunnen niet samen.\n")
    named = {line.split(": ")[0] for line in refused.err.splitlines()}
    assert named >= set(where)
    assert not any(cell.endswith(("7", "8")) for cell in named), "tasks that have no part in it"
    assert sorted(contents(tmp_path)) == ["school.xlsx"]


@pytest.mark.parametrize(
    "options", [["--tijd", "0"], ["--tijd", "veel"], ["--zaad", "-1"], ["--onzin"]]
)
def test_options_that_mean_nothing(options: list[str], school: Path, tmp_path: Path) -> None:
    assert run("optimaliseer", school, *options).code == Exit.USAGE
    assert sorted(contents(tmp_path)) == ["school.xlsx"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    done = run("optimaliseer", source, "-o", tmp_path / "weg" / "uit.xlsx")
    assert done.code == Exit.INTERNAL
    told = f"De map {tmp_path / 'weg'} bestaat niet. Maak ze eerst, of kies een andere.\n"
    assert done.err == told


def test_a_document_of_another_program_is_refused_without_our_codes(tmp_path: Path) -> None:
    path = tmp_path / "school.ods"
    with ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")
    done = run("controleer", path)
    assert done.code == Exit.INVALID
    assert done.err.endswith("bewaar het als Excel-werkmap (.xlsx).\n")
