"""A file to double click for every system, and a program that opens without a word."""

import stat
from pathlib import Path

import pytest
from command_line import run

from models.errors import WorkbookError
from optimizer.app.shortcut import NAMES, write_shortcuts
from optimizer.cli import main


@pytest.mark.parametrize("system", NAMES)
def test_a_shortcut_starts_the_installed_program(tmp_path: Path, system: str) -> None:
    made = write_shortcuts(tmp_path, Path("/opt/mijn map/taakverdeler"), system)
    assert [path.name for path in made] == list(NAMES[system])
    for path in made:
        text = path.read_bytes().decode()
        assert '/opt/mijn map/taakverdeler"' in text
        assert "{" not in text
        assert ("\r\n" in text) == (system == "win32")
        assert path.stat().st_mode & stat.S_IXUSR


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError):
        write_shortcuts(tmp_path / "weg")


def test_the_command_makes_it_and_opens_nothing(tmp_path: Path) -> None:
    done = run("app", "--snelkoppeling", tmp_path)
    assert done.code == 0
    assert "Dubbelklik" in done.out
    assert len(list(tmp_path.iterdir())) >= 1


def test_without_a_command_and_without_the_application_there_is_help(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(main, "missing_libraries", lambda: ["starlette"])
    done = run()
    assert done.code == 0
    assert "optimaliseer" in done.out


def test_without_a_command_the_application_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("optimizer.app.serve.serve", lambda *args, **kwargs: opened.append(args))
    monkeypatch.setattr(main, "missing_libraries", list)
    assert run().code == 0
    assert len(opened) == 1


def test_what_the_application_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optimizer.cli.app.missing_libraries", lambda: ["starlette", "uvicorn"])
    done = run("app")
    assert done.code == 1
    assert "taakverdeler[app]" in done.err
