"""`taakverdeler simuleer`."""

import sys
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import Exit, guarded, say
from optimizer.cli.options import (
    FILE,
    QUIET,
    example_line,
    folder_option,
    resume_option,
    workers_option,
)

if TYPE_CHECKING:
    from optimizer.series.runner import Counts
    from optimizer.series.study.outcome import StudyResult

NEEDED = ("jinja2", "matplotlib", "numpy", "pyarrow", "SALib", "scipy")


@click.command(
    name="simuleer",
    epilog=example_line("taakverdeler simuleer studie.toml -o resultaten --werkers 2"),
)
@click.argument("study", metavar="STUDIE.toml", type=FILE)
@folder_option("De map voor de resultaten.")
@workers_option("Hoeveel berekeningen tegelijk.")
@click.option("--cluster", metavar="ADRES", help="Reken op een bestaande Dask-cluster.")
@resume_option("Ga verder met dezelfde studie in die map.")
@click.option(
    "--csv", "form", type=click.Choice(["be", "int"]), default="be", show_default=True,
    help="be: zoals Excel hier leest; int: Engelse namen, komma’s en punten, voor R en Stata.",
)  # fmt: skip
@QUIET
@guarded
def simulate(
    study: Path,
    output: Path,
    jobs: int,
    cluster: str | None,
    resume: bool,
    form: str,
    quiet: bool,
) -> None:
    """Reken een studie door: een populatie, een raster van wijzigingen, herhalingen."""
    check_extra()
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.report.study.csv_files import CsvForm
    from optimizer.report.study.sentences import PROGRESS
    from optimizer.series.study.outcome import num_runs
    from optimizer.series.study.publish import write_study
    from optimizer.series.study.run_file import run_study
    from optimizer.series.study.study_file import read_study

    shown = sys.stderr if sys.stderr.isatty() and not quiet else StringIO()
    length = num_runs(read_study(study).design())
    bar = click.progressbar(length=length, label=PROGRESS, show_pos=True, file=shown)

    def progress(counts: "Counts") -> None:
        bar.update(counts.total - bar.pos)

    with stopping_on_signals() as stop, bar:
        done = run_study(
            study, output, jobs=jobs, cluster=cluster, resume=resume,
            stop=stop, on_progress=progress,
        )  # fmt: skip
    write_study(done, CsvForm(form))
    _print_result(done, output, quiet=quiet)
    if done.planned < done.asked:
        sys.exit(Exit.SOME_FAILED)


def check_extra() -> None:
    """Refuse to begin without the libraries of the extra.

    Raises
    ------
    SeriesError
        `no-extra` with what is missing.
    """
    from optimizer.run.series_errors import SeriesError

    missing = tuple(name for name in NEEDED if find_spec(name) is None)
    if missing:
        raise SeriesError("no-extra", command="simuleer", missing=missing)


def _print_result(done: "StudyResult", folder: Path, *, quiet: bool) -> None:
    from optimizer.report.study import sentences
    from optimizer.report.study.files import PAGE

    if done.ended < done.asked:
        say(sentences.STOPPED)
    if quiet:
        return
    click.echo(sentences.DONE.format(planned=done.planned, asked=done.asked))
    if done.tables is None:
        click.echo(sentences.NO_SUMMARY)
        return
    if done.tables.left_out:
        click.echo(sentences.LEFT_OUT.format(count=done.tables.left_out))
    click.echo(sentences.WRITTEN.format(folder=folder, page=PAGE))
