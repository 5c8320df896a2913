"""`python -m benchmarks.batch_speed`: what a second job brings to a batch of generated schools."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.generator import school
from optimizer.series.batch.series import JOURNAL, BatchOptions, run_batch
from optimizer.series.journal import read_entries
from optimizer.workbook.template.template import Filling, write_filled


@click.command()
@click.option("--schools", default=100, show_default=True, help="Workbooks to generate.")
@click.option("--seconds", default=10.0, show_default=True, help="Time limit of each plan.")
@click.option("--jobs", default=2, show_default=True, help="Jobs to compare with one.")
def main(schools: int, seconds: float, jobs: int) -> None:
    """Plan the same schools with one job and with several, deterministically."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [_write(Path(folder), number) for number in range(schools)]
        alone = _measure(sources, Path(folder) / "one", seconds, 1)
        together = _measure(sources, Path(folder) / "more", seconds, jobs)
    click.echo(f"{jobs} jobs: {together / alone:.2f} times the throughput of one")


def _write(folder: Path, number: int) -> Path:
    path = folder / f"school_{number:04}.xlsx"
    data = school(number)
    write_filled(path, Filling(data, remarks=("",) * len(data.deviations)))
    return path


def _measure(sources: Sequence[Path], folder: Path, seconds: float, jobs: int) -> float:
    """Workbooks per minute; tells also how much of the time of the jobs the work itself took."""
    options = BatchOptions(time_limit=seconds, deterministic=True)
    began = time.monotonic()
    done = run_batch(sources, folder, options, jobs=jobs)
    passed = time.monotonic() - began
    worked = sum(float(str(e.result["seconds"])) for e in read_entries(folder / JOURNAL))
    per_minute = 60 * len(sources) / passed
    click.echo(
        f"{jobs} jobs: {done.counts.done} done, {done.counts.failed} failed in {passed:.0f} s, "
        f"{per_minute:.1f} a minute; {100 * (1 - worked / (jobs * passed)):.1f} % "
        "of the time of the jobs was not spent on workbooks"
    )
    return per_minute


if __name__ == "__main__":
    main()
