"""The search box of the documentation finds whatever a reader may type: every name of ours."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import run
from machine import library
from small_school import small_school

from optimizer.cli import aliases
from optimizer.cli.exits import Exit
from optimizer.cli.main import main
from optimizer.workbook import labels
from optimizer.workbook.template.input_sheets import INPUT_SHEETS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.setting_rows import SETTING_ROWS

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "docs" / "optimize.schema.json"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """What stands in the index of the site, word by word, as its search box takes it apart."""
    config = library("mkdocs.config", "the extra ‘site’")
    build = library("mkdocs.commands.build", "the extra ‘site’")
    folder = tmp_path_factory.mktemp("site")
    # Without the API reference, which takes most of the time and holds none of these names.
    site = config.load_config(
        str(ROOT / "mkdocs.yml"), site_dir=str(folder), plugins=["search"], strict=False
    )
    build.build(site)
    index = json.loads((folder / "search" / "search_index.json").read_text("utf-8"))
    text = " ".join(f"{each['title']} {each['text']}" for each in index["docs"])
    without_marks = re.sub(r"<[^>]+>", " ", text)
    separated = re.split(index["config"]["separator"], without_marks.lower())
    return frozenset(re.sub(r"^\W+|\W+$", "", word) for word in separated)


def keys(node: object) -> Iterator[str]:
    """Every key that the schema of a document names."""
    if isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict):
            yield from properties
        for below in node.values():
            yield from keys(below)
    elif isinstance(node, list):
        for below in node:
            yield from keys(below)


def said(document: object) -> Iterator[str]:
    """Every key of a document that a command wrote, codes of the workbook aside."""
    if isinstance(document, dict):
        for key, below in document.items():
            if key.islower():
                yield key
            yield from () if key == "versions" else said(below)
    elif isinstance(document, list):
        for below in document:
            yield from said(below)


NAMES = {
    "command": set(main.commands),
    "english command": set(aliases.COMMANDS),
    "sheet": {sheet.name for sheet in (*INPUT_SHEETS, *OUTPUT_SHEETS)},
    "setting": {row.key for row in SETTING_ROWS},
    "level": set(labels.LEVELS.values()),
    "exit code": {str(code.value) for code in Exit},
    "key": set(keys(json.loads(SCHEMA.read_text("utf-8")))),
}
"""All that a reader may look for, by its kind."""


@pytest.mark.parametrize("kind", NAMES)
def test_every_name_is_found(kind: str, words: frozenset[str]) -> None:
    parts = {name: set(re.split(r"[\s\-]+", name.lower())) for name in NAMES[kind]}
    assert {name for name, typed in parts.items() if not typed <= words} == set()


@pytest.mark.parametrize(
    "command",
    [
        "controleer FILE",
        "optimaliseer FILE",
        "verklaar FILE --taak T1",
        "verklaar FILE --persoon P1",
        "verklaar FILE --waarom-niet T1 P2",
        "advies FILE",
        "versies --controle",
        "versies --licenties",
    ],
)
def test_every_key_of_a_document_is_found(
    command: str, words: frozenset[str], tmp_path: Path
) -> None:
    file = str(small_school(tmp_path / "school.xlsx"))
    done = run(*(file if word == "FILE" else word for word in command.split()), "--json")
    assert set(said(json.loads(done.out))) - words == set()
