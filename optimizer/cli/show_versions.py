"""`taakverdeler versies`."""

import click

from optimizer.cli.options import JSON, example_line
from optimizer.cli.program import show_document
from optimizer.run.versions import foreign_owners, versions


@click.command(name="versies", epilog=example_line("taakverdeler versies"))
@JSON
def show_versions(as_json: bool) -> None:
    """Toon de versies van het programma en zijn bibliotheken."""
    found, others = versions(), foreign_owners()
    if as_json:
        conflicts = {name: sorted(owners) for name, owners in others.items()}
        show_document({"versions": found, "conflicts": conflicts})
        return
    for name, number in found.items():
        click.echo(f"{name} {number}")
    for name, owners in others.items():
        click.echo(
            f"LET OP: ook {', '.join(sorted(owners))} installeert ‘{name}’. "
            "Installeer taakverdeler in een eigen omgeving."
        )
