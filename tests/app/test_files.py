"""Names and folders: nothing leaves its folder, whatever is asked."""

from pathlib import Path

import pytest

from optimizer.app import files


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("mijn school", "mijn school.xlsx"),
        ("plan.XLSM", "plan.xlsm"),
        ("../../etc/passwd", "passwd.xlsx"),
        ("..\\..\\boot.ini", "boot.ini.xlsx"),
        ("/tmp/../x.xlsx", "x.xlsx"),
        ("a\x00b\nc.xlsx", "a_b_c.xlsx"),
        ("CON.xlsx", "werkboek_CON.xlsx"),
        ("...", "werkboek.xlsx"),
        ("", "werkboek.xlsx"),
        ('<script>"?*.xlsx', "_script____.xlsx"),
        ("a" * 500 + ".xlsx", "a" * 120 + ".xlsx"),
    ],
)
def test_a_name_stays_in_its_folder_on_every_system(asked: str, name: str) -> None:
    assert files.safe_name(asked) == name
    assert Path(files.safe_name(asked)).name == name


def test_a_file_that_stands_there_is_never_taken(home: Path) -> None:
    first = files.free_path(home / "nieuw", "school.xlsx")
    first.write_bytes(b"")
    assert files.free_path(home / "nieuw", "school.xlsx").name == "school 2.xlsx"


def test_a_folder_shows_folders_and_workbooks_alone(home: Path) -> None:
    for name in ("b.xlsx", "A.xlsm", "tekst.txt", "~$b.xlsx", ".verborgen.xlsx"):
        (home / name).write_bytes(b"")
    (home / "map").mkdir()
    found = files.listed(home)
    assert [path.name for path in found.workbooks] == ["A.xlsm", "b.xlsx"]
    assert [path.name for path in found.folders] == ["map"]
    assert found.above == home.parent
    assert files.listed(home / "weg").workbooks == ()


def test_what_was_opened_last_comes_first_and_what_is_gone_is_not_told(home: Path) -> None:
    paths = [home / f"{number}.xlsx" for number in range(10)]
    for path in paths:
        path.write_bytes(b"")
        files.remember(path)
    files.remember(paths[4])
    paths[9].unlink()
    assert files.recent()[:2] == (paths[4], paths[8])
    assert len(files.recent()) == files.MOST_RECENT - 1
