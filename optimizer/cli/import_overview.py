"""`taakverdeler importeer`."""

from dataclasses import asdict
from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import (
    FILE,
    OUT,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)
from optimizer.workbook.agreement import agreeing

ONLY_AGAIN = "--overzicht hoort bij --opnieuw."


@click.command(
    name="importeer",
    epilog=example_line("taakverdeler importeer overzicht.xlsx -o mijn_school.xlsx"),
)
@click.argument("source", metavar="OVERZICHT", type=FILE)
@output_option("Het werkboek dat gemaakt wordt.")
@click.option(
    "--opnieuw", "again", is_flag=True,
    help="Lees de antwoorden op ‘Nakijken’ van een werkboek dat eerder zo gemaakt is.",
)  # fmt: skip
@click.option(
    "--overzicht", "overview", metavar="OVERZICHT", type=FILE,
    help="Met --opnieuw: waar het overzicht nu staat.",
)  # fmt: skip
@click.option(
    "--kolommen", "columns", metavar="TOML", type=FILE,
    help="Lees het overzicht zoals hier beschreven.",
)  # fmt: skip
@click.option(
    "--bewaar-kolommen", "kept", metavar="TOML", type=OUT, help="Schrijf op hoe het gelezen is."
)
@guarded
def import_tasks(
    source: Path,
    output: Path,
    again: bool,
    overview: Path | None,
    columns: Path | None,
    kept: Path | None,
) -> None:
    """Maak een werkboek van een bestaand takenoverzicht, in welke opmaak ook."""
    from optimizer.importing.again import import_again
    from optimizer.importing.importer import import_overview
    from optimizer.importing.map_file import write_map
    from optimizer.importing.map_reading import read_map
    from optimizer.importing.sentences import DONE, MAP_WRITTEN, NEXT

    if overview and not again:
        raise click.UsageError(ONLY_AGAIN)
    for path in [output, *([kept] if kept else [])]:
        refuse_existing(path)
        check_folder(path)
    source_map = read_map(columns) if columns else None
    if again:
        made = import_again(source, output, overview, source_map)
        imported, source = made.imported, made.overview
        if made.complaint:
            click.echo(made.complaint, err=True)
    else:
        imported = import_overview(source, output, source_map)
    done = agreeing(asdict(imported.counts) | {"source": source, "target": output})
    click.echo(DONE.format_map(done))
    if kept:
        write_map(kept, imported.source_map, source.name)
        click.echo(MAP_WRITTEN.format(path=kept))
    click.echo(NEXT.format_map(done))
