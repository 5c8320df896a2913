"""The documentation says what the program is: commands, columns, rules, links."""

import inspect
import re
from pathlib import Path

import pytest
from click import Group, Option
from click.testing import CliRunner

from models.explanation import Family
from models.settings import Level
from optimizer.cli import aliases, exits
from optimizer.cli.exits import Exit
from optimizer.cli.main import main
from optimizer.report.file_sentences import FILES
from optimizer.report.issue_sentences import SENTENCES
from optimizer.solver.model.constraints import CONSTRAINTS
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.template.input_sheets import INPUT_SHEETS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.setting_rows import SETTING_ROWS, SettingRow

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("**/*.md")))
FILE_CODES_OF_COMMANDS = {"not-found", "unknown-example", "study-unreadable"}
SHEETS = (*INPUT_SHEETS, *OUTPUT_SHEETS)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


MODEL = text_of(DOCS / "model.md")
WORKBOOK = text_of(DOCS / "werkboek.md")
MANUAL = text_of(DOCS / "handleiding.md")
README = text_of(ROOT / "README.md")
EVERYTHING = "\n".join(map(text_of, PAGES))


def columns() -> list[tuple[Sheet, Column]]:
    return [(sheet, column) for sheet in SHEETS for column in sheet.columns]


def heading_slugs(page: Path) -> set[str]:
    """The anchors that a page's headings get: lower case, spaces as dashes, no punctuation."""
    headings = re.findall(r"^#+ (.+)$", text_of(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def options_of(name: str) -> set[str]:
    """The options of a command and of those below it, as they are typed."""
    command = main.commands[name]
    below = command.commands.values() if isinstance(command, Group) else ()
    return {
        opt
        for each in (command, *below)
        for parameter in each.params
        for opt in parameter.opts
        if isinstance(parameter, Option)
    }


@pytest.mark.parametrize("name", main.commands)
def test_every_command_is_documented(name: str) -> None:
    assert f"taakverdeler {name}" in EVERYTHING
    assert f"taakverdeler {name}" in MANUAL


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_documented(code: Exit) -> None:
    assert re.search(rf"^\| `?{code.value}`? \|", WORKBOOK, flags=re.MULTILINE)
    assert re.search(rf"\b{code.value} [a-z]", MANUAL.partition("eindigt met een code:")[2])


def test_the_commands_of_the_manual_exist() -> None:
    lines = re.findall(r"taakverdeler ((?:[a-z]+|--)[^`\n]*)", MANUAL)
    used = [line.split() for line in lines]
    assert {words[0] for words in used} == {*main.commands, "--hulp"}
    for name, *rest in used:
        options = options_of(name) if name in main.commands else set()
        assert {word for word in rest if word.startswith("-")} <= options, name


@pytest.mark.parametrize("name", main.commands)
def test_every_option_stands_in_the_table_of_commands(name: str) -> None:
    rows = re.findall(rf"^\| `({name}\b[^`]*)` \|", README, flags=re.MULTILINE)
    written = {word for row in rows for word in re.findall(r"(?<![\w-])--?[a-z-]+", row)}
    assert rows and options_of(name) - {"--uit"} == written


def test_the_option_for_the_target_is_told_in_full() -> None:
    assert "`-o` is short for `--uit`" in README


def test_every_english_name_is_documented_once() -> None:
    names = aliases.COMMANDS | {f"--{old}": f"--{new}" for old, new in aliases.OPTIONS.items()}
    rows = [f"| `{dutch}` | `{english}` |" for english, dutch in names.items()]
    assert [row for row in rows if README.count(row) != 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_use_the_dutch_names(page: Path) -> None:
    text = re.sub(r"^\| `[a-z-]+` \| `[a-z-]+` \|$", "", text_of(page), flags=re.MULTILINE)
    commands, options = "|".join(aliases.COMMANDS), "|".join(aliases.OPTIONS)
    assert re.findall(rf"taakverdeler (?:{commands})\b|--(?:{options})\b(?!-)", text) == []


@pytest.mark.parametrize("name", main.commands)
def test_help_shows_an_example(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--hulp"]).output
    assert re.search(rf"Voorbeeld:\s+taakverdeler {name}\b", shown)


@pytest.mark.parametrize("row", SETTING_ROWS, ids=lambda row: row.key)
def test_every_setting_stands_in_the_contract(row: SettingRow) -> None:
    lines = [line for line in WORKBOOK.splitlines() if line.startswith(f"| `{row.key}` |")]
    assert len(lines) == 1
    cells = [cell.strip() for cell in lines[0].strip("|").split("|")]
    assert cells[1] == f"`{row.path}`"
    assert cells[3] == row.default or (not row.default and cells[3] in {"unknown", "none"})
    bounds = {cell.strip() for cell in cells[4].split("–")} - {""}
    assert not bounds or bounds == {row.least, row.most}


@pytest.mark.parametrize(("sheet", "column"), columns(), ids=lambda part: part.key)
def test_every_column_stands_in_the_contract(sheet: Sheet, column: Column) -> None:
    _, found, section = WORKBOOK.partition(f"`{sheet.name}`")
    assert found
    assert f"`{column.header}`" in section
    missing = [name for name in column.synonyms if f"`{name}`" not in WORKBOOK]
    assert not missing
    is_input = sheet in INPUT_SHEETS and not column.result
    if is_input:
        assert all(choice in section for choice in column.choices)


def test_every_kind_of_exception_is_explained() -> None:
    for word in labels.DEVIATION_KINDS.values():
        assert f"| `{word}` |" in WORKBOOK
        assert f"| `{word}` |" in MANUAL


def test_every_refusal_of_a_file_stands_in_the_contract() -> None:
    assert {code for code in FILES if f"`{code}`" not in WORKBOOK} == FILE_CODES_OF_COMMANDS


@pytest.mark.parametrize("family", Family)
def test_every_family_of_rules_stands_in_the_model(family: Family) -> None:
    assert re.search(rf"^\| `{family}` \|", MODEL, flags=re.MULTILINE)
    add = CONSTRAINTS[family]
    assert add is None or f"`{add.__module__.rpartition('.')[2]}.py`" in MODEL


@pytest.mark.parametrize("level", Level)
def test_every_level_stands_in_the_model_and_the_manual(level: Level) -> None:
    place = list(Level).index(level) + 1
    assert f"| {place} | `{level}` | {labels.LEVELS[level]} |" in MODEL
    assert f"| {labels.LEVELS[level]} |" in MANUAL


@pytest.mark.parametrize("name", main.commands)
def test_every_document_is_described(name: str) -> None:
    described = f"`{name} --json`" in text_of(DOCS / "json.md")
    assert described == ("--json" in options_of(name))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        linked = page.parent / name if name else page
        assert linked.exists(), target
        assert not anchor or anchor in heading_slugs(linked), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    paths = re.findall(r"`((?:models|optimizer|tests|docs|inputs)/[\w/.*]+)`", text_of(page))
    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_stay_within_the_repository(page: Path) -> None:
    assert "../shared" not in text_of(page)


def test_every_decision_is_listed() -> None:
    index = DOCS / "beslissingen" / "README.md"
    listed = set(re.findall(r"\]\((\w+\.md)\)", text_of(index)))
    assert listed == {page.name for page in index.parent.glob("*.md")} - {index.name}


def test_the_messages_of_the_manual_are_those_of_the_program() -> None:
    section = MANUAL.partition(". Foutmeldingen\n")[2]
    quoted = [text for row in re.findall(r"^\|(.*?)\|", section, re.MULTILINE)
              for text in re.findall(r"\*([^*]+)\*", row)]  # fmt: skip
    pieces = {piece.strip() for text in quoted for piece in text.split("…")} - {""}
    spoken = "\n".join([*SENTENCES.values(), *FILES.values(), inspect.getsource(exits)])
    assert len(quoted) > 10
    assert {piece for piece in pieces if piece not in spoken} == set()
