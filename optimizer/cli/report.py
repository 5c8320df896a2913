"""`taakverdeler verslag`."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import Exit, RefusalError, guarded, say
from optimizer.cli.options import (
    COLUMNS,
    QUIET,
    REPEATABLE,
    SEED,
    TIME,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)

if TYPE_CHECKING:
    from models.settings import Settings
    from optimizer.explain.answer import Answer
    from optimizer.report.html.page import Curves
    from optimizer.run.solve_options import SolveOptions
    from optimizer.run.stop import Stop

NEEDED = ("jinja2", "matplotlib")
MISSING = (
    "Voor het verslag ontbreekt {names}. Installeer het programma met zijn verslag: "
    "pip install 'taakverdeler[report]'."
)
STORED = "Het verslag toont het plan dat in het werkboek staat; met --opnieuw wordt het herrekend."
SOLVED = "Er stond geen plan in het werkboek dat nog klopt; er is een nieuw gemaakt."
COUNTING = "curven: {done} punten berekend"
PARTIAL = "Het rekenen is gestopt: het verslag toont een deel van de curven en zegt dat ook."
DONE = "{path} is gemaakt. Open het in een browser."


@click.command(
    name="verslag", epilog=example_line("taakverdeler verslag mijn_plan.xlsx -o verslag.html")
)
@WORKBOOK
@output_option("De bladzijde die gemaakt wordt.")
@click.option("--curven", "curves", is_flag=True, help="Ook wat een uur waard is; dat rekent lang.")
@click.option("--opnieuw", "anew", is_flag=True, help="Maak een nieuw plan, met zijn bewijs.")
@COLUMNS
@TIME
@SEED
@REPEATABLE
@QUIET
@guarded
def report(
    workbook: Path,
    output: Path,
    curves: bool,
    anew: bool,
    columns: Path | None,
    time_limit: float | None,
    seed: int | None,
    deterministic: bool,
    quiet: bool,
) -> None:
    """Maak een verslag van een plan: één bladzijde om te lezen, te delen en af te drukken.

    Met --curven stopt één keer Ctrl-C het rekenen; wat dan klaar is, staat in het verslag.
    """
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.cli.progress import ProgressLine
    from optimizer.flows.reporting import plan_to_report
    from optimizer.report.html.page import render_page
    from optimizer.run.solve_options import SolveOptions
    from optimizer.workbook.write.storage import write_file

    def options(settings: "Settings") -> "SolveOptions":
        return SolveOptions.of(settings, time_limit, seed, deterministic=deterministic)

    _check_libraries()
    refuse_existing(output)
    check_folder(output)
    shows = sys.stderr.isatty() and not quiet
    progress = ProgressLine(sys.stderr, enabled=shows)
    with stopping_on_signals() as stop:
        with progress:
            # Curves compare with what is proven in this run.
            found = plan_to_report(
                workbook, options, stop, progress, columns, anew=anew or curves
            )  # fmt: skip
        drawn = _curves(found.answer, stop, shows=shows) if curves else None
    page = render_page(found.answer, workbook.name, drawn, is_stored=found.is_stored)
    write_file(output, page.encode())
    if not (anew or curves or quiet):
        say(STORED if found.is_stored else SOLVED)
    if drawn is not None and stop.requested:
        say(PARTIAL)
    click.echo(DONE.format(path=output))


def _check_libraries() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise RefusalError(Exit.INTERNAL, [MISSING.format(names=" en ".join(missing))], "no-extra")


def _curves(answer: "Answer", stop: "Stop", *, shows: bool) -> "Curves":
    """The curves, computed on as many cores as one search leaves free."""
    from optimizer.explain.all_curves import SECONDS_EACH, compute_worth
    from optimizer.report.html.curves import curves_of
    from optimizer.run.solve_options import WORKER_SET, SolveOptions

    made = answer.provenance
    options = SolveOptions(SECONDS_EACH, made.seed, made.deterministic)
    jobs = max(1, (os.cpu_count() or 1) // len(WORKER_SET))

    def tell(done: int) -> None:
        if shows:
            click.echo(f"\r{COUNTING.format(done=done)}", err=True, nl=False)

    worth = compute_worth(answer.instance, answer.result, options, jobs, stop, tell)
    if shows:
        click.echo(err=True)
    return curves_of(answer, worth)
