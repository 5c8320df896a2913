"""`taakverdeler controleer`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import Exit, guarded
from optimizer.cli.options import COLUMNS, JSON, WORKBOOK, example_line
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from optimizer.flows.checking import Checked


@click.command(name="controleer", epilog=example_line("taakverdeler controleer mijn_school.xlsx"))
@WORKBOOK
@COLUMNS
@JSON
@guarded
def check(workbook: Path, columns: Path | None, as_json: bool) -> None:
    """Kijk een werkboek na zonder te rekenen; er wordt niets geschreven."""
    from optimizer.flows.checking import check_workbook
    from optimizer.report.console_text import issue_lines
    from optimizer.report.json_text import issues_json

    checked = check_workbook(workbook, columns)
    if as_json:
        show_document({"usable": checked.is_usable, "issues": issues_json(checked.issues)})
    else:
        for line in (*_bpt(checked), *issue_lines(checked.issues)):
            click.echo(line)
    if not checked.is_usable:
        sys.exit(Exit.INVALID)


def _bpt(checked: "Checked") -> "Iterator[str]":
    """How BPT hours are read, where there are any; errors go first."""
    from optimizer.report.bpt_text import bpt_lines

    return bpt_lines(checked.stated()) if checked.is_usable else iter(())
