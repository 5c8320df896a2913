"""`taakverdeler screening`: forms out, forms in."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    FOLDER,
    OUT,
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
    "--verslag", "overview", metavar="PDF|XLSX", type=OUT,
    help="Schrijf het overzicht ook in dit bestand.",
)  # fmt: skip
@COLUMNS
@guarded
def lees(
    workbook: Path, folder: Path, output: Path, overview: Path | None, columns: Path | None
) -> None:
    """Lees de ingevulde formulieren: wensen in het werkboek, verschillen om over te praten.

    Of de eigen inschatting overgenomen wordt, zegt zelf_telt op het blad Instellingen.
    """
    from optimizer.flows.papers import write_document
    from optimizer.flows.screening import merge_forms
    from optimizer.report.console_text import issue_lines
    from optimizer.report.document import markdown
    from optimizer.report.screening_text import screening_blocks

    if not folder.is_dir():
        raise click.UsageError(f"De map {folder} bestaat niet.")
    for target in (output, *([overview] if overview else [])):
        refuse_existing(target)
        check_folder(target)
    found, _ = merge_forms(workbook, folder, output, columns)
    blocks = tuple(
        screening_blocks(found.data, found.differences, found.missing, taken_over=found.taken_over)
    )
    click.echo(markdown(blocks), nl=False)
    if overview is not None:
        write_document(overview, "Screening van de competenties", blocks)
    for line in issue_lines(found.issues) if found.issues else ():
        say(line)
