"""The wheel: what is in it, that its command starts, and that our package names are ours."""

import shutil
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from optimizer.run.versions import DISTRIBUTION, OWN_PACKAGES, foreign_owners

ROOT = Path(__file__).parents[1]
SOURCES = ("models", "optimizer", "setup.cfg", "pyproject.toml", "README.md", "LICENSE", "tests",
           "inputs", "outputs")  # fmt: skip


def _has_builder() -> bool:
    """Whether a wheel can be built with what is installed, without fetching anything."""
    code = "from setuptools.command import bdist_wheel"
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel built from a copy of the sources, so that no build folder is left behind."""
    folder = tmp_path_factory.mktemp("wiel")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)
    isolation = ["--no-build-isolation"] if _has_builder() else []
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", *isolation, "-w", "uit", "."]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = (folder / "uit").glob("*.whl")
    return zipfile.ZipFile(path)


DATA_FOLDERS = {"data", "grid", "launchers", "static", "templates"}


def test_the_wheel_holds_the_packages_and_their_data_alone(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    expected = {
        path.relative_to(ROOT).as_posix()
        for package in OWN_PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix == ".py" or (path.parent.name in DATA_FOLDERS and path.is_file())
    }
    assert names == expected
    assert "optimizer/workbook/data/takenlijst.csv" in names
    assert "optimizer/importing/data/verwoordingen.csv" in names


def test_the_wheel_brings_its_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    info = {Path(n).name: n for n in wheel.namelist() if ".dist-info/" in n}
    scripts = ConfigParser()
    scripts.read_string(wheel.read(info["entry_points.txt"]).decode())
    assert dict(scripts["console_scripts"]) == {"taakverdeler": "optimizer.cli.main:run"}
    assert "LICENSE" in info
    asked = [
        line
        for line in wheel.read(info["METADATA"]).decode().splitlines()
        if line.startswith("Requires-Dist:") and "extra ==" not in line
    ]
    assert sorted(line.split()[1].split(">")[0].split("<")[0] for line in asked) == [
        "click", "filelock", "highspy", "openpyxl", "ortools", "pandas", "rapidfuzz", "tomli-w",
    ]  # fmt: skip


def test_every_package_folder_is_a_package() -> None:
    folders = {path.parent for name in OWN_PACKAGES for path in (ROOT / name).rglob("*.py")}
    assert all((folder / "__init__.py").exists() for folder in folders)


def test_the_command_is_installed() -> None:
    command = shutil.which("taakverdeler", path=str(Path(sys.executable).parent))
    assert command is not None
    told = subprocess.run([command, "--help"], capture_output=True, text=True, timeout=120)
    assert told.returncode == 0
    assert told.stdout.startswith("Gebruik: taakverdeler")


def test_our_package_names_belong_to_us_alone() -> None:
    owners = packages_distributions()
    assert {name: set(owners[name]) for name in OWN_PACKAGES} == {
        name: {DISTRIBUTION} for name in OWN_PACKAGES
    }
    assert foreign_owners() == {}
