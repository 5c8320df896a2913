"""`python -m benchmarks.recomputed MAP`: which figures in a folder differ when made again."""

import sys
from pathlib import Path

import click

from benchmarks.recomputed.figures import figures
from benchmarks.tables import table

SHOWN = 20
"""Figures that differ and are shown; of one cause there are mostly many."""


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Compute the figures in FOLDER again, and say which differ."""
    found = list(figures(folder))
    wrong = [figure for figure in found if not figure.agrees]
    rows = [
        (name, str(sum(f.table == name for f in found)), str(sum(f.table == name for f in wrong)))
        for name in dict.fromkeys(figure.table for figure in found)
    ]
    click.echo(table(("table", "figures", "that differ"), rows, numbers=2))
    for figure in wrong[:SHOWN]:
        click.echo(f"{figure.table} {figure.where}: {figure.told} and {figure.computed}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
