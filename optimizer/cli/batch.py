"""`taakverdeler reeks`."""

import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import Exit, guarded, say
from optimizer.cli.options import (
    COLUMNS,
    JSON,
    QUIET,
    REPEATABLE,
    SEED,
    TIME,
    example_line,
    folder_option,
    resume_option,
    workers_option,
)
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from optimizer.series.batch.series import Batch
    from optimizer.series.runner import Counts


@click.command(
    name="reeks",
    epilog=example_line("taakverdeler reeks noord.xlsx zuid.xlsx -o plannen --werkers 2"),
)
@click.argument("patterns", metavar="PATROON...", nargs=-1, required=True)
@folder_option("De map voor de plannen en het overzicht.")
@workers_option("Hoeveel werkboeken tegelijk.")
@resume_option("Ga verder in die map; wat klaar en ongewijzigd is, blijft.")
@click.option("--submappen", "below", is_flag=True, help="Neem ook mappen in een map mee.")
@COLUMNS
@TIME
@SEED
@REPEATABLE
@QUIET
@JSON
@guarded
def batch(
    patterns: tuple[str, ...],
    output: Path,
    jobs: int,
    resume: bool,
    below: bool,
    columns: Path | None,
    time_limit: float | None,
    seed: int | None,
    deterministic: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Maak een plan van elk werkboek, en één overzicht van allemaal.

    PATROON is een bestand, een map, of een patroon zoals scholen/*.xlsx.
    """
    from optimizer.series.batch.sources import find_workbooks

    found = find_workbooks(patterns, below=below)
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.report.batch_text import GONE, LOCK, PROGRESS
    from optimizer.series.batch.series import BatchOptions, run_batch

    sources = found.workbooks
    shown = sys.stderr if sys.stderr.isatty() and not quiet else StringIO()
    bar = click.progressbar(length=len(sources), label=PROGRESS, show_pos=True, file=shown)

    def progress(counts: "Counts") -> None:
        bar.update(counts.total - bar.pos)

    options = BatchOptions(columns, time_limit, seed, deterministic)
    with stopping_on_signals() as stop, bar:
        done = run_batch(
            sources, output, options,
            jobs=min(jobs, len(sources)), resume=resume, stop=stop, on_progress=progress,
        )  # fmt: skip
    _print_result(done, quiet=quiet, as_json=as_json)
    if not quiet:
        for lock in found.locks:
            say(LOCK.format(lock=lock))
        for plan in done.gone:
            say(GONE.format(plan=plan))
    if not done.is_complete:
        sys.exit(Exit.SOME_FAILED)


def _print_result(done: "Batch", *, quiet: bool, as_json: bool) -> None:
    from optimizer.report.batch_row import BATCH_SCHEMA
    from optimizer.report.batch_text import STOPPED, batch_lines

    if as_json:
        show_document({"schema": BATCH_SCHEMA, "workbooks": done.rows})
    elif not quiet:
        for line in batch_lines(done.rows):
            click.echo(line)
    if done.unfinished:
        say(STOPPED.format(count=done.unfinished))
