"""`python -m benchmarks.study_tables`: what the tables of more and more runs take."""

from pathlib import Path

import click

from benchmarks.process import run_apart
from benchmarks.study_page import PAGE, put_section
from benchmarks.tables import number, table

TITLE, COMMAND = "Tables of a million runs", "python -m benchmarks.study_tables"
SIZES = (100_000, 300_000, 1_000_000)
READING_GUIDE = """\
Journals of runs that nobody computed, with invented figures, of schools on their own at four
points in ten replications: what it takes to make every table, drawing and the page of them, in one
process.

- `before`: memory of the program and its libraries, before the journal is opened.
- `at most`: the most memory that it had."""
SECONDS_PER_RUN = 0.005
"""Far above what a run takes: only for ending one that hangs."""


@click.command()
@click.option("--runs", multiple=True, type=click.IntRange(40), help="Sizes to measure.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=PAGE)
def main(runs: tuple[int, ...], out: Path) -> None:
    """Measure invented journals of growing size, and write it in a section of OUT."""
    found = result_table(runs or SIZES)
    put_section(out, TITLE, COMMAND, READING_GUIDE, found)
    click.echo(found)


def result_table(sizes: tuple[int, ...]) -> str:
    """A row per number of runs."""
    rows = []
    for size in sizes:
        found = run_apart("study_tables", {"runs": size}, SECONDS_PER_RUN * size)
        answer = found.answer or {}
        numbers = ("seconds", "before", "program", "parquet")
        rows.append((str(size), found.remark, *(number(answer.get(each)) for each in numbers)))
    headers = ("runs", "remark", "processor s", "MiB before", "MiB at most", "Parquet MiB")
    return table(headers, rows, numbers=4)


if __name__ == "__main__":
    main()
