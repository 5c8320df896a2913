"""`taakverdeler anonimiseer`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import (
    COLUMNS,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)


@click.command(
    name="anonimiseer",
    epilog=example_line("taakverdeler anonimiseer mijn_school.xlsx -o onderzoek.xlsx"),
)
@WORKBOOK
@output_option("Het werkboek dat gemaakt wordt.")
@COLUMNS
@guarded
def anonymise(workbook: Path, output: Path, columns: Path | None) -> None:
    """Maak een werkboek voor onderzoek, met codes in plaats van namen."""
    from optimizer.flows.pipeline import anonymise_workbook
    from optimizer.report.anonymous_text import anonymous_lines

    refuse_existing(output)
    check_folder(output)
    done = anonymise_workbook(workbook, output, columns)
    for line in anonymous_lines(done, output):
        click.echo(line)
