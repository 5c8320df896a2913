"""`python -m benchmarks.study_growth`: what a study of more and more schools takes, per run."""

from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.machine import machine_facts
from benchmarks.process import Finished, run_apart
from benchmarks.study_page import PAGE, put_section
from benchmarks.tables import number, percent, table

TITLE = "More and more schools"
COMMAND = "python -m benchmarks.study_growth"
SIZES = (10, 100, 1000)
SECONDS_PER_RUN = 5.0
"""Far above what a run takes: only for ending a study that hangs."""
READING_GUIDE = """\
Every study is one of so many workbooks of one small school each: a primary school with 6 of the
packaged tasks and its 3 people, first three goals, deterministic. Nothing about the size of a
school can be read here, only what more runs cost. All seconds are of the processor, not of a clock.

- `work`: from the path of the workbook to the figures of its plan, per run.
- `around it`: everything else that all processes did (starting, handing out, the journal, tables,
  drawings and the page) as a part of the work. Starting the program and its workers and writing the
  results cost some seconds once, which a study of 10 small schools does not earn back.
- `handing out`: of the program, between one run that ended and the next.
- `program`, `all`: the most memory of the program alone, and of it and its workers together, where
  pages that they share count for each."""


@click.command()
@click.option("--schools", multiple=True, type=click.IntRange(1), help="Sizes to measure.")
@click.option("--jobs", default=1, show_default=True, help="Runs at the same time.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=PAGE)
def main(schools: tuple[int, ...], jobs: int, out: Path) -> None:
    """Measure studies of growing size; its section of OUT is rewritten after each."""
    facts = machine_facts()
    rows: list[tuple[str, ...]] = []
    for size in schools or SIZES:
        arguments = {"schools": size, "jobs": jobs}
        rows.append(row(size, run_apart("study", arguments, SECONDS_PER_RUN * size)))
        put_section(out, TITLE, COMMAND, *parts(facts | {"runs at a time": str(jobs)}, rows))
    click.echo(result_table(rows))


def row(schools: int, left: Finished) -> tuple[str, ...]:
    """The cells of a study; dashes, and why, when it did not end well."""
    if left.answer is None:
        return (str(schools), left.remark, *[number(None)] * 5, number(left.memory))
    found = left.answer
    work = found["work"]
    return (
        str(schools),
        "",
        str(found["planned"]),
        number(work / schools, 3),
        percent((found["everything"] - work) / work),
        number(1000 * found["handing_out"], 1),
        number(found["program"]),
        number(left.memory),
    )


def result_table(rows: Sequence[Sequence[str]]) -> str:
    """A row per size of study."""
    headers = ("schools", "remark", "plans", "work s", "around it", "handing out ms")
    return table((*headers, "program MiB", "all MiB"), rows, numbers=6)


def parts(facts: dict[str, str], rows: Sequence[Sequence[str]]) -> tuple[str, str, str]:
    """The section: on what it was measured, how to read it, and what was found."""
    machine = "\n".join(f"- {name}: {value}" for name, value in facts.items() if name != "peers")
    return machine, READING_GUIDE, result_table(rows)


if __name__ == "__main__":
    main()
