"""`taakverdeler advies`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import COLUMNS, JSON, TIME, WORKBOOK, example_line
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.settings import Settings
    from optimizer.run.solve_options import SolveOptions

STORED = "Het advies gaat over het plan dat in het werkboek staat."
SOLVED = "Er stond geen plan in het werkboek dat nog klopt; er is een nieuw gemaakt."


@click.command(name="advies", epilog=example_line("taakverdeler advies mijn_plan.xlsx"))
@WORKBOOK
@COLUMNS
@TIME
@JSON
@guarded
def advice(workbook: Path, columns: Path | None, time_limit: float | None, as_json: bool) -> None:
    """Toon per hiaat wat u kunt doen, met het nagerekende effect; er wordt niets geschreven.

    Vorming wordt nagerekend door telkens een nieuw plan te maken; Ctrl-C stopt dat.
    """
    from dataclasses import replace

    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.explain.advice import MOST_TRAININGS, advise
    from optimizer.explain.baseline import Baseline
    from optimizer.flows.reporting import plan_to_report
    from optimizer.report.advice_text import advice_json, advice_lines

    with stopping_on_signals() as stop:
        found = plan_to_report(workbook, options_of(time_limit), stop, columns=columns)
        say(STORED if found.is_stored else SOLVED)
        answer = found.answer
        base = replace(Baseline.of(answer.instance, answer.result), is_proven=not found.is_stored)
        limit = answer.provenance.time_limit / MOST_TRAININGS
        each = replace(options_of(limit)(answer.instance.settings), seed=answer.provenance.seed)
        advised = advise(base, answer.reasons, each, stop, _progress())
    if as_json:
        show_document(advice_json(answer.instance, advised))
        return
    for line in advice_lines(answer.instance, advised):
        click.echo(line)


def options_of(time_limit: float | None) -> "Callable[[Settings], SolveOptions]":
    """The options of a run from the settings of the workbook."""
    from optimizer.run.solve_options import SolveOptions

    return lambda settings: SolveOptions.of(settings, time_limit)


def _progress() -> "Callable[[int, int], None]":
    """A line on a terminal for every training that was tried."""
    shows = sys.stderr.isatty()

    def show(done: int, asked: int) -> None:
        if shows:
            say(f"Vorming nagerekend: {done} van {asked}")

    return show
