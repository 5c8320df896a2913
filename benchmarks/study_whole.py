"""`python -m benchmarks.study_whole MAP`: what a study of all schools of Flanders would take.

Extrapolates from a study of some drawn schools, each on its own, by level: so many published
schools take so many times the mean of the drawn ones.
"""

from math import sqrt
from pathlib import Path

import click
import pandas as pd

from benchmarks.memory import KIB
from benchmarks.study_page import PAGE, put_section
from benchmarks.tables import number, table
from optimizer.series.study.population.published import NUM_SCHOOLS
from optimizer.workbook import labels

TITLE, COMMAND = "All schools of Flanders", "python -m benchmarks.study_whole MAP"
NORMAL = 1.96
"""Of a 95 % interval: the drawn schools are many."""
REPLICATIONS = (1, 10)
READING_GUIDE = """\
Extrapolated from {runs} runs: {schools} drawn schools, each on its own, at {points} points
(`{name}`). By level, the published number of schools times the mean of the drawn ones; seconds of
the processor of one worker on the machine above. The interval is of which schools were drawn.

- `core hours`: to be divided by the threads of a Dask cluster, whose workers need nothing of each
  other. What the program does around the work, and how its memory hardly grows with the runs, is in
  the sections above; a worker takes 150 to 200 MiB. Groups that pool take longer: of three schools
  two seconds, of six or more all the time that they are given.
- `journal`, `tables`: what stands on disk, the journal as text and the tables as Parquet."""


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=PAGE)
def main(folder: Path, out: Path) -> None:
    """Extrapolate from the study in FOLDER, and write it in a section of OUT."""
    runs = read_runs(folder)
    points = runs["punt"].nunique()
    seconds, error = whole_seconds(runs)
    rows = [
        row(points * each, seconds * points * each, error * points * each, on_disk(folder, runs))
        for each in REPLICATIONS
    ]
    guide = READING_GUIDE.format(
        runs=len(runs), schools=runs["eenheid"].nunique(), points=points, name=folder.name
    )
    headers = ("replications", "runs", "core hours", "± hours", "journal MiB", "tables MiB")
    cells = [(str(each), *own) for each, own in zip(REPLICATIONS, rows, strict=True)]
    found = table(headers, cells, numbers=6)
    put_section(out, TITLE, COMMAND, guide, by_level(runs), found)
    click.echo(found)


def read_runs(folder: Path) -> pd.DataFrame:
    """The runs of a study of schools on their own, with how long each took."""
    columns = ["punt", "eenheid", "onderwijsniveau", "seconden"]
    return pd.read_parquet(folder / "resultaten", columns=columns)


def published() -> dict[str, int]:
    """Schools in Flanders by the word for their level."""
    return {labels.EDUCATION_LEVELS[level]: int(n.value) for level, n in NUM_SCHOOLS.items()}


def whole_seconds(runs: pd.DataFrame) -> tuple[float, float]:
    """Seconds of all schools at one point, and half the width of their interval."""
    seconds, variance = 0.0, 0.0
    for level, schools in published().items():
        own = runs[runs["onderwijsniveau"] == level].groupby("eenheid")["seconden"].mean()
        seconds += schools * float(own.mean())
        variance += schools**2 * float(own.var()) / len(own)
    return seconds, NORMAL * sqrt(variance)


def by_level(runs: pd.DataFrame) -> str:
    """What was measured of each level."""
    found = runs.groupby("onderwijsniveau")
    rows = [
        (level, str(schools), str(own["eenheid"].nunique()), number(own["seconden"].mean(), 3))
        for level, schools in published().items()
        for own in (found.get_group(level),)
    ]
    return table(("level", "schools", "drawn", "seconds a run"), rows, numbers=3)


def on_disk(folder: Path, runs: pd.DataFrame) -> tuple[float, float]:
    """MiB per run of the journal and of the tables."""
    tables = sum(path.stat().st_size for path in folder.glob("*/*.parquet"))
    journal = (folder / "verloop.jsonl").stat().st_size
    return journal / KIB**2 / len(runs), tables / KIB**2 / len(runs)


def row(
    times: int, seconds: float, error: float, disk: tuple[float, float]
) -> tuple[str, str, str, str, str]:
    """The cells of all schools, so many times each."""
    runs = times * sum(published().values())
    hours = (number(seconds / 3600, 1), number(error / 3600, 1))
    return (str(runs), *hours, number(runs * disk[0]), number(runs * disk[1]))


if __name__ == "__main__":
    main()
