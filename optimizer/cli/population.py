"""`taakverdeler populatie`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded
from optimizer.cli.options import example_line


@click.command(
    name="populatie", epilog=example_line("taakverdeler populatie --scholen 100 -o populatie")
)
@click.option("--scholen", "schools", type=click.IntRange(1, 100_000), required=True)
@click.option(
    "--groepen",
    "groups",
    type=click.IntRange(0),
    default=0,
    help="Verdeel de scholen over zoveel scholengroepen, elk in één werkboek.",
)
@click.option(
    "--pool",
    "pool_pct",
    type=click.IntRange(0, 100),
    default=50,
    show_default=True,
    help="Welk deel van hun middelen de scholen van een groep poolen, in procent.",
)
@click.option("--zaad", "seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
@click.option(
    "--herhaling", "replication", type=click.IntRange(1), default=1, show_default=True,
    help="De hoeveelste trekking, zoals in een studie.",
)  # fmt: skip
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="De map die gemaakt wordt.",
)
@guarded
def population(
    schools: int, groups: int, pool_pct: int, seed: int, replication: int, output: Path
) -> None:
    """Maak werkboeken van verzonnen scholen die samen op Vlaanderen lijken."""
    from optimizer.report.study.sentences import POPULATION_WRITTEN
    from optimizer.series.study.draws import Draws
    from optimizer.series.study.population.files import write_population
    from optimizer.series.study.population.flanders import Population

    if groups > schools:
        raise click.UsageError("Er kunnen niet meer groepen zijn dan scholen.")
    count = write_population(
        output, Population(schools, groups), Draws(seed, replication), pool_pct
    )
    click.echo(POPULATION_WRITTEN.format(count=count, folder=output))
