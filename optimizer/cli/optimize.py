"""`taakverdeler optimaliseer`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    IN_PLACE,
    JSON,
    QUIET,
    REPEATABLE,
    SEED,
    TIME,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
)
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from optimizer.flows.pipeline import Optimized


@click.command(
    name="optimaliseer",
    epilog=example_line("taakverdeler optimaliseer mijn_school.xlsx -o mijn_plan.xlsx"),
)
@WORKBOOK
@output_option("Uitvoer; zonder: NAAM_plan.xlsx naast de invoer.", required=False)
@IN_PLACE
@COLUMNS
@TIME
@SEED
@REPEATABLE
@click.option(
    "--tweede-mening", "second_opinion", is_flag=True, help="Laat elk bewijs nog eens narekenen."
)
@QUIET
@JSON
@guarded
def optimize(
    workbook: Path,
    output: Path | None,
    in_place: bool,
    columns: Path | None,
    time_limit: float | None,
    seed: int | None,
    deterministic: bool,
    second_opinion: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Maak het beste plan en schrijf het in een kopie van het werkboek.

    Een bestand dat vervangen wordt, blijft bewaard als NAAM.DATUM_UUR.bak.xlsx.
    """
    from dataclasses import replace

    from models.settings import Settings
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.cli.progress import ProgressLine
    from optimizer.flows.pipeline import optimize_workbook
    from optimizer.run.solve_options import SolveOptions

    def options(settings: Settings) -> SolveOptions:
        chosen = SolveOptions.of(settings, time_limit, seed, deterministic=deterministic)
        return replace(chosen, second_opinion=second_opinion)

    target = _target(workbook, output, in_place=in_place)
    check_folder(target)
    progress = ProgressLine(sys.stderr, enabled=sys.stderr.isatty() and not quiet)
    with stopping_on_signals() as stop, progress:
        done = optimize_workbook(workbook, target, options, stop, progress, columns)
    _print_result(done, quiet=quiet, as_json=as_json)


def _print_result(done: "Optimized", *, quiet: bool, as_json: bool) -> None:
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.console_text import issue_lines, result_lines
    from optimizer.report.json_result import result_json

    if as_json:
        show_document(result_json(done.answer, done.issues, done.written))
    elif not quiet:
        for line in result_lines(done.answer):
            click.echo(line)
    if not quiet:
        for line in issue_lines(done.issues) if done.issues else ():
            say(line)
        for line in certificate_lines(done.written):
            say(line)


def _target(workbook: Path, output: Path | None, *, in_place: bool) -> Path:
    """Where the plan goes: over the input only when asked, over an earlier plan when named."""
    if in_place:
        if output is not None:
            raise click.UsageError("Kies: --in-bestand of -o, niet allebei.")
        return workbook
    if output is None:
        target = workbook.with_name(f"{workbook.stem}_plan{workbook.suffix}")
        if target.exists():
            raise click.UsageError(f"{target} bestaat al; geef met -o waar het plan moet komen.")
        return target
    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(
            f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer; "
            "anders opent Excel ze niet."
        )
    if output.exists() and output.samefile(workbook):
        raise click.UsageError(
            "De uitvoer mag niet over de invoer heen; kies een andere naam, of --in-bestand."
        )
    return output
