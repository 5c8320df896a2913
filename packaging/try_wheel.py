"""Tries the wheel where nothing else is: installs it, and goes the whole way from empty to a plan.

`make pakket` builds wheel and sdist and then runs this. The tests of the journey stand apart from
our sources here, so that what they import is what the wheel brings. Where `uv` or `pipx` is on the
path, the wheel is installed with it as well, as a user does.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

from release_name import DIST, NAME, ROOT, version

EXTRA = "alles"
JOURNEY = ("test_team_journey.py",)
BESIDE = ("command_line.py", "machine.py", "conftest.py")
"""What the journey imports of the tests."""
TRIED_WITH = ("pytest", "hypothesis")
"""What runs the journey; installed after the check that the wheel needs nothing else."""


def main() -> None:
    """Install, check, go the whole way."""
    wheel = DIST / f"{NAME}-{version()}-py3-none-any.whl"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        programs = installed(place / "venv", wheel)
        run(programs / NAME, "versies", "--controle")
        run(programs / NAME, "versies", "--licenties")
        go_the_whole_way(place / "reis", programs)
        for tool, arguments in INSTALLERS.items():
            if shutil.which(tool):
                install_with(tool, arguments, f"{wheel}[{EXTRA}]", place / tool)


def installed(folder: Path, wheel: Path) -> Path:
    """A new environment with the wheel and what it asks for; where its programs are."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", f"{wheel}[{EXTRA}]")
    run(programs / "python", "-m", "pip", "check")
    return programs


def go_the_whole_way(folder: Path, programs: Path) -> None:
    """Run the journey with what was installed."""
    folder.mkdir()
    for name in (*JOURNEY, *BESIDE):
        shutil.copy(ROOT / "tests" / name, folder)
    run(programs / "python", "-m", "pip", "install", "--quiet", *TRIED_WITH)
    run(programs / "python", "-m", "pytest", "-q", *JOURNEY, folder=folder)


INSTALLERS: Mapping[str, tuple[str, ...]] = {
    "uv": ("tool", "install", "--quiet"),
    "pipx": ("install", "--quiet"),
}
"""How a tool that gives a program an environment of its own is asked to."""


def install_with(tool: str, arguments: tuple[str, ...], what: str, folder: Path) -> None:
    """Install as a user does, in a folder of the trial, and ask the version."""
    programs = folder / "bin"
    world = os.environ | {
        "UV_TOOL_DIR": str(folder), "UV_TOOL_BIN_DIR": str(programs),
        "PIPX_HOME": str(folder), "PIPX_BIN_DIR": str(programs),
    }  # fmt: skip
    subprocess.run([tool, *arguments, what], env=world, check=True)
    sys.stdout.write(f"{tool}: ")
    sys.stdout.flush()
    run(programs / NAME, "versies")


def run(*command: object, folder: Path | None = None) -> None:
    """Run a command; its failure is ours."""
    subprocess.run([str(word) for word in command], cwd=folder, check=True)


if __name__ == "__main__":
    main()
