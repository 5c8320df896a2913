"""`taakverdeler uren`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    FILE,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)


@click.command(
    name="uren",
    epilog=example_line("taakverdeler uren mijn_school.xlsx tickets.csv -o mijn_school_uren.xlsx"),
)
@WORKBOOK
@click.argument("registrations", metavar="REGISTRATIE", type=FILE)
@output_option("De kopie met de bladen Registratie en Koppeling.")
@COLUMNS
@guarded
def registered_hours(
    workbook: Path, registrations: Path, output: Path, columns: Path | None
) -> None:
    """Leg geregistreerde uren of tickets naast de uren van elke taak."""
    from optimizer.flows.registrations import compare_hours
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.console_text import issue_lines
    from optimizer.report.registration_text import EDITED

    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer.")
    refuse_existing(output)
    check_folder(output)
    done = compare_hours(workbook, registrations, output, columns)
    for line in done.found.lines(done.data):
        click.echo(line)
    for line in issue_lines(done.issues) if done.issues else ():
        say(line)
    for line in certificate_lines(done.written, EDITED):
        say(line)
