"""`taakverdeler populatie`."""

from pathlib import Path

import click

from optimizer.cli.dutch import WholeNumber
from optimizer.cli.exits import guarded
from optimizer.cli.options import MOST_SEED, example_line, folder_option


@click.command(
    name="populatie", epilog=example_line("taakverdeler populatie --scholen 100 -o populatie")
)
@click.option(
    "--scholen", "schools", metavar="N", type=WholeNumber(1, 100_000), required=True,
    help="Hoeveel scholen.",
)  # fmt: skip
@click.option(
    "--groepen",
    "groups",
    metavar="N",
    type=WholeNumber(0),
    default=0,
    help="Verdeel de scholen over zoveel scholengroepen, elk in één werkboek.",
)
@click.option(
    "--pool",
    "pool_pct",
    metavar="PCT",
    type=WholeNumber(0, 100),
    default=50,
    show_default=True,
    help="Welk deel van hun middelen de scholen van een groep poolen, in procent.",
)
@click.option(
    "--zaad", "seed", metavar="N", type=WholeNumber(0, MOST_SEED), default=1, show_default=True,
    help="Een ander getal verzint andere scholen.",
)  # fmt: skip
@click.option(
    "--herhaling", "replication", metavar="N", type=WholeNumber(1), default=1, show_default=True,
    help="De hoeveelste trekking, zoals in een studie.",
)  # fmt: skip
@folder_option("De map die gemaakt wordt.")
@guarded
def population(
    schools: int, groups: int, pool_pct: int, seed: int, replication: int, output: Path
) -> None:
    """Maak werkboeken van verzonnen scholen die samen op Vlaanderen lijken."""
    from optimizer.report.dutch import tell
    from optimizer.report.study.sentences import POPULATION_WRITTEN
    from optimizer.series.study.draws import Draws
    from optimizer.series.study.population.files import write_population
    from optimizer.series.study.population.flanders import Population

    if groups > schools:
        raise click.UsageError("Er kunnen niet meer groepen zijn dan scholen.")
    count = write_population(
        output, Population(schools, groups), Draws(seed, replication), pool_pct
    )
    click.echo(tell(POPULATION_WRITTEN, count=count, folder=output))
