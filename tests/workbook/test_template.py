"""Making the template file: always the same bytes, whole or not at all, kept up to date."""

from pathlib import Path
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import pytest

from models.errors import WorkbookError
from optimizer.workbook.template.template import EXAMPLES, write_template

INPUTS = Path(__file__).parents[2] / "inputs"
COMMITTED = [
    ("sjabloon.xlsx", None),
    ("voorbeeld_school.xlsx", "school"),
    ("voorbeeld_groep.xlsx", "groep"),
]


def parts_of(path: Path) -> dict[str, str]:
    """Every part in canonical form: openpyxl writes XML differently where lxml is installed."""
    with ZipFile(path) as package:
        return {
            name: canonicalize(package.read(name).decode(), rewrite_prefixes=True)
            for name in package.namelist()
        }


@pytest.mark.parametrize(("name", "example"), COMMITTED)
def test_committed_workbook_is_what_the_program_makes(
    tmp_path: Path, name: str, example: str | None
) -> None:
    write_template(tmp_path / name, example)
    assert parts_of(tmp_path / name) == parts_of(INPUTS / name), f"remake inputs/{name}"


def test_every_example_has_a_committed_workbook() -> None:
    assert {example for _, example in COMMITTED if example} == set(EXAMPLES)


def test_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_template(first)
    write_template(second)
    assert first.read_bytes() == second.read_bytes()


def test_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"old")
    write_template(path)
    assert path.read_bytes().startswith(b"PK")
    assert list(tmp_path.iterdir()) == [path]


def test_unknown_example_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        write_template(tmp_path / "plan.xlsx", "schol")
    assert caught.value.code == "unknown-example"
    assert caught.value.facts == {"found": "schol", "expected": "school, groep"}
    assert not list(tmp_path.iterdir())


def test_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        write_template(tmp_path / "nowhere" / "plan.xlsx")
    assert caught.value.code == "not-writable"
