"""Makes the bundle: a folder with the program and its own Python, zipped, and tried once.

One folder, never one file: a program that unpacks itself at every start is slow and alarms virus
scanners. The same script runs on Windows, macOS and Linux; each makes the bundle of its system.
"""

import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

from release_name import DIST, NAME, ROOT, file_stem

BUILD = ROOT / "build" / "bundle"
MB = 2**20
ICON = Path(__file__).parent / "icoon.ico"
ARCHIVES = {"win32": "zip"}
"""What a system unpacks with a double click; elsewhere a tar, which keeps what may be run."""
DATA = ("optimizer/app", "optimizer/importing", "optimizer/report/html", "optimizer/report/study",
        "optimizer/series/study", "optimizer/workbook")  # fmt: skip
"""Packages with files beside their modules."""
COLLECTED = ("ortools", "highspy")
"""Libraries with native parts that an analysis of imports does not find."""
EXTRAS = "app,report,papieren"
"""What somebody without a terminal uses."""
UNUSED = ("tkinter", "_tkinter")
"""Windows of Python that matplotlib could draw in: 10 MB that nobody sees."""
HIDDEN = ("uvicorn.loops.auto", "uvicorn.protocols.http.auto", "uvicorn.protocols.websockets.auto",
          "uvicorn.lifespan.on")  # fmt: skip
"""Modules that uvicorn loads by name."""


def main() -> None:
    """Build, try and pack up."""
    python = fresh_environment()
    folder = build(python)
    seconds = try_out(folder)
    archive = packed_up(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    packed = archive.stat().st_size
    sys.stdout.write(f"{archive}: {packed / MB:.0f} MB, unpacked {size / MB:.0f} MB\n")
    sys.stdout.write(f"first answer after {seconds:.1f} s\n")


def fresh_environment() -> Path:
    """An environment with the program and nothing else; its Python."""
    shutil.rmtree(BUILD, ignore_errors=True)
    venv.create(BUILD / "venv", with_pip=True)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = BUILD / "venv" / scripts / ("python.exe" if sys.platform == "win32" else "python")
    program = f"{ROOT}[{EXTRAS}]"
    run(python, "-m", "pip", "install", "--quiet", program, "pyinstaller>=6.10")
    return python


def build(python: Path) -> Path:
    """The folder that PyInstaller makes."""
    options = ["--noconfirm", "--onedir", "--name", NAME, "--distpath", BUILD / "dist",
               "--workpath", BUILD / "work", "--specpath", BUILD]  # fmt: skip
    for package in DATA:
        options += ["--collect-data", package.replace("/", ".")]
    for library in COLLECTED:
        options += ["--collect-all", library]
    for module in HIDDEN:
        options += ["--hidden-import", module]
    options += ["--collect-submodules", "optimizer"]
    if sys.platform == "win32":
        # A double click shows no black window; a terminal that was already there stays.
        options += ["--icon", ICON, "--hide-console", "hide-early"]
    for unused in UNUSED:
        options += ["--exclude-module", unused]
    for library in libraries(python):
        options += ["--copy-metadata", library]
    run(python, "-m", "PyInstaller", *options, ROOT / "packaging" / "start.py")
    return BUILD / "dist" / NAME


def libraries(python: Path) -> list[str]:
    """All that is in it by name: the bundle tells their versions and brings their licences."""
    code = "from optimizer.run.licences import licences; print(*(each.name for each in licences()))"
    told = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    return told.stdout.split()


def try_out(folder: Path) -> float:
    """Have the bundle check itself without any Python on its path; seconds to its first answer."""
    program = folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
    bare = {"PATH": "", "LANG": "C.UTF-8", "HOME": str(BUILD)}
    began = time.monotonic()
    subprocess.run([program, "versies"], env=bare, check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - began
    subprocess.run([program, "versies", "--controle"], env=bare, check=True)
    subprocess.run([program, "versies", "--licenties"], env=bare, check=True)
    plan, example = BUILD / "plan.xlsx", ROOT / "inputs" / "voorbeeld_school.xlsx"
    plan.unlink(missing_ok=True)
    subprocess.run(
        [program, "optimaliseer", example, "-o", plan, "--tijd", "10"], env=bare, check=True
    )
    return seconds


def packed_up(folder: Path) -> Path:
    """The archive that is downloaded, named after version and system."""
    DIST.mkdir(exist_ok=True)
    kind = ARCHIVES.get(sys.platform, "gztar")
    stem = str(DIST / file_stem())
    return Path(shutil.make_archive(stem, kind, folder.parent, folder.name))


def run(*command: object) -> None:
    """Run a command; its failure is ours."""
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
