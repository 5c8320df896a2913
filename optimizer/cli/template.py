"""`taakverdeler sjabloon`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import OUT, check_folder, example_line, refuse_existing


@click.command(name="sjabloon", epilog=example_line("taakverdeler sjabloon mijn_school.xlsx"))
@click.argument("out", metavar="UIT", type=OUT)
@click.option(
    "--voorbeeld", "example", metavar="NAAM",
    help="Vul het werkboek met een verzonnen voorbeeld: school of groep.",
)  # fmt: skip
@guarded
def template(out: Path, example: str | None) -> None:
    """Maak een nieuw werkboek om in te vullen."""
    from optimizer.workbook.template.template import write_template

    refuse_existing(out)
    check_folder(out)
    write_template(out, example)
    click.echo(f"{out} is gemaakt. Begin bij het blad ‘Leesmij’.")
