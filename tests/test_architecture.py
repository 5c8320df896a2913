"""The page on the architecture says what stands there: rooms, floors, lists of places."""

import configparser
import re
from pathlib import Path

import pytest

from models.explanation import Family
from models.settings import Level
from optimizer.construct.fits import FITS
from optimizer.construct.fits.fit import Fit
from optimizer.solver.model.constraints import CONSTRAINTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LISTS = {
    title.strip(): body
    for title, _, body in (part.partition("\n") for part in PAGE.split("\n### ")[1:])
}


def rooms() -> dict[str, int]:
    """The floor of every room, as the page tells."""
    rows = re.findall(r"^\| (\d) \| `([\w/]+)/`", PAGE, flags=re.MULTILINE)
    pairs = re.findall(r"^\| (\d) \| (.*?) \|", PAGE, flags=re.MULTILINE)
    assert len(rows) == len(pairs)
    return {room: int(floor) for floor, room in rows}


def contract() -> list[set[str]]:
    """The floors of `optimizer` in the contract of import-linter, the top first."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = config["importlinter:contract:rooms"]["layers"].split("\n")
    return [{name.strip() for name in line.split("|")} for line in lines if line.strip()]


def paths_of(title: str) -> list[str]:
    return re.findall(r"`([\w./]+\.(?:py|md))`", LISTS[title].replace("<x>", "x"))


def test_every_room_is_on_the_page_and_no_other() -> None:
    folders = {path.parent for path in (ROOT / "optimizer").glob("*/__init__.py")}
    there = {f"optimizer/{folder.name}" for folder in folders} | {"models"}
    assert set(rooms()) == there


def test_no_module_lies_loose() -> None:
    loose = {path.name for path in (ROOT / "optimizer").glob("*.py")}
    assert loose == {"__init__.py"}


def test_the_floors_are_those_of_the_contract() -> None:
    found = rooms()
    order = [{found[f"optimizer/{room}"] for room in floor} for floor in contract()]
    told = [max(floors) for floors in order]
    assert told == sorted(told, reverse=True)
    assert all(len(floors) == 1 for floors in order)


@pytest.mark.parametrize("title", LISTS)
def test_every_file_of_a_list_exists(title: str) -> None:
    paths = [path for path in paths_of(title) if not path.endswith("/x.py")]
    assert len(paths) >= 4
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("family", Family)
def test_a_rule_has_the_modules_that_the_list_promises(family: Family) -> None:
    model, fits = (path for path in paths_of("A rule") if path.endswith("/x.py"))
    add = CONSTRAINTS[family]
    if add is not None:
        assert (ROOT / model).with_name(f"{add.__module__.rpartition('.')[2]}.py").exists()
    if FITS[family] != Fit():
        assert (ROOT / fits).with_name(f"{family}.py").exists()


@pytest.mark.parametrize("path", [p for p in paths_of("A level") if p.endswith(".py")])
def test_every_level_stands_in_every_file_of_its_list(path: str) -> None:
    source = (ROOT / path).read_text(encoding="utf-8")
    name = re.compile(r"Level\.|^class Level\b", flags=re.MULTILINE)
    assert name.search(source)
    missing = [each.name for each in Level if not re.search(rf"\b{each.name}\b", source)]
    assert set(missing) <= {Level.UNIQUENESS.name}


def test_every_room_says_in_one_line_what_it_is() -> None:
    for folder in (ROOT / "optimizer").glob("*/__init__.py"):
        first = folder.read_text(encoding="utf-8").splitlines()[0]
        assert re.fullmatch(r'"""[A-Z].+\.("""|)', first), folder
