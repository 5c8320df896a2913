"""`taakverdeler bladen`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import COLUMNS, WORKBOOK, example_line, folder_option


@click.command(name="bladen", epilog=example_line("taakverdeler bladen mijn_plan.xlsx -o papieren"))
@WORKBOOK
@folder_option("De map voor de bladen.")
@click.option("--xlsx", is_flag=True, help="Excel in plaats van PDF.")
@click.option(
    "--agenda",
    "with_agendas",
    is_flag=True,
    help="Ook een agenda (.ics) per persoon, met de maanden.",
)
@COLUMNS
@guarded
def papers(
    workbook: Path, output: Path, xlsx: bool, with_agendas: bool, columns: Path | None
) -> None:
    """Maak van een plan een bladzijde voor de directie en een blad per persoon en per school."""
    from optimizer.flows.papers import PaperKind, write_papers
    from optimizer.report.wording import counted

    if output.exists() and any(output.iterdir()):
        raise click.UsageError(f"De map {output} is niet leeg; kies een andere.")
    kind = PaperKind.XLSX if xlsx else PaperKind.PDF
    made = write_papers(workbook, output, kind, columns, with_agendas=with_agendas)
    click.echo(f"{counted(len(made), 'blad', 'bladen')} gemaakt in {output}.")
