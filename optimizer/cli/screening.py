"""`taakverdeler screening`: forms out, forms in."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    FOLDER,
    WORKBOOK,
    check_folder,
    example_line,
    folder_option,
    output_option,
    refuse_existing,
)


@click.group(epilog=example_line("taakverdeler screening maak mijn_school.xlsx -o formulieren"))
def screening() -> None:
    """Laat iedereen zelf aangeven wat zij of hij kan en graag doet."""


@screening.command(
    epilog=example_line("taakverdeler screening maak mijn_school.xlsx -o formulieren")
)
@WORKBOOK
@folder_option("De map voor de formulieren.")
@COLUMNS
@guarded
def maak(workbook: Path, output: Path, columns: Path | None) -> None:
    """Maak per persoon een formulier van één bladzijde, om in te vullen in Excel."""
    from optimizer.flows.screening import make_forms
    from optimizer.report.wording import counted

    if output.exists() and any(output.iterdir()):
        raise click.UsageError(f"De map {output} is niet leeg; kies een andere.")
    made = make_forms(workbook, output, columns)
    click.echo(f"{counted(len(made), 'formulier', 'formulieren')} gemaakt in {output}.")


@screening.command(
    epilog=example_line(
        "taakverdeler screening lees mijn_school.xlsx formulieren -o mijn_school_na.xlsx"
    )
)
@WORKBOOK
@click.argument("folder", metavar="MAP", type=FOLDER)
@output_option("De kopie van het werkboek met de antwoorden erin.")
@click.option(
    "--zelf-telt", "own_counts", is_flag=True,
    help="Neem de eigen inschatting over; anders blijft wat er staat en volgt een gesprek.",
)  # fmt: skip
@COLUMNS
@guarded
def lees(
    workbook: Path, folder: Path, output: Path, own_counts: bool, columns: Path | None
) -> None:
    """Lees de ingevulde formulieren: wensen in het werkboek, verschillen om over te praten."""
    from optimizer.flows.screening import read_forms
    from optimizer.report.console_text import issue_lines
    from optimizer.report.document import markdown
    from optimizer.report.screening_text import screening_blocks

    if not folder.is_dir():
        raise click.UsageError(f"De map {folder} bestaat niet.")
    refuse_existing(output)
    check_folder(output)
    found = read_forms(workbook, folder, output, own_counts=own_counts, columns=columns)
    click.echo(markdown(screening_blocks(found.data, found.differences, found.missing)), nl=False)
    for line in issue_lines(found.issues) if found.issues else ():
        say(line)
