"""`python -m benchmarks.study_tables`: what the tables of more and more runs take."""

import click

from benchmarks.process import run_apart
from benchmarks.tables import number, table

SIZES = (10_000, 100_000, 1_000_000)
SECONDS_PER_RUN = 0.005
"""Far above what a run takes: only for ending one that hangs."""


@click.command()
@click.option("--runs", multiple=True, type=click.IntRange(40), help="Sizes to measure.")
def main(runs: tuple[int, ...]) -> None:
    """Measure the tables of invented journals of growing size, and print them."""
    click.echo(result_table(runs or SIZES))


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
