"""Pages of the site that do not stand in docs/.

MkDocs calls the functions that begin with `on_` when it builds the site (`hooks` in mkdocs.yml).
One page is written from the program itself, so that it cannot lag behind: every command with its
options, exit code, level, setting, sheet and column. Others stand beside what they explain.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from optimizer.cli import aliases
from optimizer.cli.exits import EXIT_MEANINGS
from optimizer.cli.main import main
from optimizer.workbook import labels
from optimizer.workbook.template.input_sheets import INPUT_SHEETS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.setting_rows import SETTING_ROWS

ROOT = Path(__file__).parents[1]
PAGE = "naslag.md"
ELSEWHERE: Mapping[str, str] = {
    "inputs/studies/README.md": "studiebestanden.md",
    "benchmarks/README.md": "benchmarks.md",
    "CITATION.cff": "CITATION.cff",
}
"""Files of the repository that pages refer to, each with its name in the site."""
INTRODUCTION = """# Naslag

Elke naam van het programma op één bladzijde, met zijn uitleg zoals het programma ze geeft. \
*Every name on one page; the last column of a table of columns is the key in \
[JSON](json.md).*
"""
ENGLISH = {dutch: english for english, dutch in aliases.COMMANDS.items()}
ENGLISH_OPTIONS = {f"--{dutch}": f"--{english}" for english, dutch in aliases.OPTIONS.items()}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those of the site."""
    files.append(File.generated(config, PAGE, content=page()))
    for source, name in ELSEWHERE.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Let links to those files, and from them to docs/, lead to pages of the site."""
    for source, name in ELSEWHERE.items():
        markdown = markdown.replace(f"](../{source}", f"]({name}")
    return re.sub(r"\]\((?:\.\./)+docs/", "](", markdown)


def page() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *_commands(), *_codes(), *_levels(), *_settings(), *_sheets()])


def _commands() -> Iterable[str]:
    yield "## Opdrachten\n"
    for name, command in main.commands.items():
        context = click.Context(command, info_name=name)
        yield f"### `{name}`\n"
        yield f"{command.get_short_help_str(300)} {_in_english(ENGLISH.get(name))}\n"
        below = command.commands.values() if isinstance(command, click.Group) else ()
        options = [each for one in (command, *below) for each in one.get_params(context)]
        yield from _table(("optie", "wat"), map(_option, _named_once(options)))


def _in_english(name: str | None) -> str:
    return f"*(in English: `{name}`)*" if name else ""


def _named_once(options: Iterable[click.Parameter]) -> Iterable[click.Option]:
    found = {each.name: each for each in options if isinstance(each, click.Option)}
    return found.values()


def _option(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in option.opts)
    english = [ENGLISH_OPTIONS[name] for name in option.opts if name in ENGLISH_OPTIONS]
    return names, f"{option.help or ''} {_in_english(english[0] if english else None)}".strip()


def _codes() -> Iterable[str]:
    yield "## Afsluitcodes\n"
    rows = ((str(code.value), meaning) for code, meaning in EXIT_MEANINGS.items())
    yield from _table(("code", "betekent"), rows)


def _levels() -> Iterable[str]:
    yield "## Doelen\n"
    rows = ((word, f"`{level}`") for level, word in labels.LEVELS.items())
    yield from _table(("doel", "sleutel"), rows)


def _settings() -> Iterable[str]:
    yield "## Instellingen\n"
    rows = ((f"`{row.key}`", row.default, row.help, f"`{row.path}`") for row in SETTING_ROWS)
    yield from _table(("instelling", "zonder", "wat", "sleutel"), rows)


def _sheets() -> Iterable[str]:
    for sheet in (*INPUT_SHEETS, *OUTPUT_SHEETS):
        yield f"## Blad {sheet.name}\n"
        rows = ((each.header, each.help, f"`{each.key}`") for each in sheet.columns)
        yield from _table(("kolom", "wat", "sleutel"), rows)


def _table(headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """A table in Markdown, closed by an empty line."""
    yield f"| {' | '.join(headers)} |"
    yield f"|{'---|' * len(headers)}"
    for row in rows:
        cells = (cell.replace("|", "\\|").replace("\n", " ") for cell in row)
        yield f"| {' | '.join(cells)} |"
    yield ""
