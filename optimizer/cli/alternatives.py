"""`taakverdeler alternatieven`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.dutch import WholeNumber
from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    QUIET,
    REPEATABLE,
    SEED,
    TIME,
    WORKBOOK,
    example_line,
    folder_option,
)

if TYPE_CHECKING:
    from models.settings import Settings
    from optimizer.flows.alternatives import Alternatives
    from optimizer.run.solve_options import SolveOptions

PAGE = "vergelijking.html"
NONE = "Er is geen ander plan gevonden dat even goed is; geef meer tijd met --tijd."
MOST = 9
"""More plans than these nobody holds side by side."""


@click.command(
    name="alternatieven",
    epilog=example_line("taakverdeler alternatieven mijn_plan.xlsx -n 3 -o keuze"),
)
@WORKBOOK
@folder_option("De map voor de plannen en hun vergelijking.")
@click.option(
    "-n", "--aantal", "count", metavar="N", type=WholeNumber(1, MOST), default=3,
    show_default=True, help="Hoeveel plannen naast het plan dat er staat.",
)  # fmt: skip
@COLUMNS
@TIME
@SEED
@REPEATABLE
@QUIET
@guarded
def alternatives(
    workbook: Path,
    output: Path,
    count: int,
    columns: Path | None,
    time_limit: float | None,
    seed: int | None,
    deterministic: bool,
    quiet: bool,
) -> None:
    """Maak plannen die even goed zijn en zo veel mogelijk verschillen: het team kiest."""
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.cli.progress import ProgressLine
    from optimizer.flows.alternatives import make_alternatives
    from optimizer.run.solve_options import SolveOptions

    def options(settings: "Settings") -> "SolveOptions":
        return SolveOptions.of(settings, time_limit, seed, deterministic=deterministic)

    if output.exists() and any(output.iterdir()):
        raise click.UsageError(f"De map {output} is niet leeg; kies een andere.")
    progress = ProgressLine(sys.stderr, enabled=sys.stderr.isatty() and not quiet)
    with stopping_on_signals() as stop, progress:
        made = make_alternatives(workbook, output, count, options, stop, progress, columns)
    if not made.found:
        say(NONE)
        return
    _write_page(made, output / PAGE)
    if not quiet:
        _tell(made)


def _write_page(made: "Alternatives", target: Path) -> None:
    from optimizer.report.comparison_text import Sides, comparison_blocks
    from optimizer.report.document_html import html_page
    from optimizer.workbook.write.storage import write_file

    blocks = [
        block
        for each in made.found
        for block in comparison_blocks(
            each.comparison, Sides(made.answer, each.answer, "het plan", each.path.stem)
        )
    ]
    write_file(target, html_page("Alternatieven naast het plan", blocks).encode())


def _tell(made: "Alternatives") -> None:
    from optimizer.explain.comparison import moved_share
    from optimizer.report.wording import plain

    for each in made.found:
        share = plain(round(moved_share(each.comparison), 1))
        click.echo(f"{each.path.name}: {each.name} ({share} % van de uren bij iemand anders)")
    click.echo(f"De vergelijking staat in {PAGE}.")
