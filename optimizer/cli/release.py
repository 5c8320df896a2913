"""`taakverdeler losmaken`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)


@click.command(
    name="losmaken",
    epilog=example_line("taakverdeler losmaken mijn_plan.xlsx M03 -o zonder_vast.xlsx"),
)
@WORKBOOK
@click.argument("person", metavar="PERSOON")
@output_option("De kopie waarin die persoon nergens meer vaststaat.")
@COLUMNS
@guarded
def release(workbook: Path, person: str, output: Path, columns: Path | None) -> None:
    """Maak los wat iemand vasthoudt: elke x in Verdeling en elke uitzondering."""
    from models.naming import Names
    from models.problem import PersonCode
    from optimizer.flows.checking import check_workbook
    from optimizer.flows.releasing import release_pins
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.lookup import find, unknown
    from optimizer.report.release_text import EDITED, release_lines

    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer.")
    refuse_existing(output)
    check_folder(output)
    checked = check_workbook(workbook, columns)
    names = {str(p.code): p.name for p in checked.data.persons} if checked.data else {}
    found = find(person, names)
    if found.code is None and checked.data is not None:
        raise click.UsageError(unknown("Persoon", person, found, names))
    done = release_pins(checked, PersonCode(found.code or person), output)
    if checked.data is not None:
        for line in release_lines(Names(checked.data).person(found.code or person), done.cells):
            click.echo(line)
    for line in certificate_lines(done.written, EDITED) if done.written else ():
        say(line)
