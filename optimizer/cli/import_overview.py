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


@click.command(
    name="importeer",
    epilog=example_line("taakverdeler importeer overzicht.xlsx -o mijn_school.xlsx"),
)
@click.argument("source", metavar="OVERZICHT", type=FILE)
@output_option("Het werkboek dat gemaakt wordt.")
@click.option(
    "--kolommen", "columns", metavar="TOML", type=FILE,
    help="Lees het overzicht zoals hier beschreven.",
)  # fmt: skip
@click.option(
    "--bewaar-kolommen", "kept", metavar="TOML", type=OUT, help="Schrijf op hoe het gelezen is."
)
@guarded
def import_tasks(source: Path, output: Path, columns: Path | None, kept: Path | None) -> None:
    """Maak een werkboek van een bestaand takenoverzicht, in welke opmaak ook."""
    from optimizer.importing.importer import import_overview
    from optimizer.importing.map_file import write_map
    from optimizer.importing.map_reading import read_map
    from optimizer.importing.sentences import DONE, MAP_WRITTEN, NEXT
    from optimizer.workbook.agreement import agreeing

    for path in [output, *([kept] if kept else [])]:
        refuse_existing(path)
        check_folder(path)
    imported = import_overview(source, output, read_map(columns) if columns else None)
    done = asdict(imported.counts) | {"source": source, "target": output}
    click.echo(DONE.format_map(agreeing(done)))
    if kept:
        write_map(kept, imported.source_map, source.name)
        click.echo(MAP_WRITTEN.format(path=kept))
    click.echo(NEXT.format_map(agreeing(done)))
