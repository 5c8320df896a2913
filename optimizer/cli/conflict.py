"""`taakverdeler verklaar --conflict`: what clashes, how it is repaired, and one repair accepted."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.dutch import WholeNumber
from optimizer.cli.exits import Exit, say
from optimizer.cli.options import check_folder, output_option, refuse_existing
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from models.contradictions import Contradictions, Repair
    from optimizer.flows.checking import Checked

CONFLICT = click.option("--conflict", is_flag=True, help="Welke regels botsen, en wat lost dat op?")
ACCEPT = click.option(
    "--aanvaard",
    "accept",
    type=WholeNumber(1),
    metavar="N",
    help="Voer herstelling N van --conflict uit.",
)
COPY = output_option("De kopie die --aanvaard maakt.", required=False)


def explain_conflicts(
    workbook: Path,
    columns: Path | None,
    time_limit: float | None,
    accept: int | None,
    output: Path | None,
    *,
    asked: bool,
    as_json: bool,
) -> None:
    """Print every conflict with its repairs; with `accept` write a copy with that repair made."""
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.explain.contradictions import find_contradictions
    from optimizer.flows.checking import check_workbook
    from optimizer.run.solve_options import SolveOptions

    if not asked:
        raise click.UsageError("--aanvaard en -o horen bij --conflict.")
    _check_target(workbook, accept, output)
    checked = check_workbook(workbook, columns)
    data = checked.usable().data
    with stopping_on_signals() as stop:
        found = find_contradictions(data, SolveOptions.of(data.settings, time_limit), stop)
    if accept is not None and output is not None:
        _accept(checked, columns, _chosen(found, accept), output, as_json=as_json)
        return
    _print(checked, found, as_json=as_json)
    if found.found or not found.is_complete:
        sys.exit(Exit.INFEASIBLE if found.found else Exit.NOTHING_FOUND)


def _check_target(workbook: Path, accept: int | None, output: Path | None) -> None:
    if (accept is None) != (output is None):
        raise click.UsageError("--aanvaard N en -o UIT horen samen.")
    if output is None:
        return
    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer.")
    refuse_existing(output)
    check_folder(output)


def _chosen(found: "Contradictions", number: int) -> "Repair":
    from optimizer.report.contradiction_text import unknown_repair

    repairs = found.repairs()
    if not 1 <= number <= len(repairs):
        raise click.UsageError(unknown_repair(number, len(repairs)))
    return repairs[number - 1]


def _accept(
    checked: "Checked", columns: Path | None, repair: "Repair", output: Path, *, as_json: bool
) -> None:
    from optimizer.flows.checking import check_workbook
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.contradiction_text import EDITED, accepted_line
    from optimizer.report.json_result import written_json
    from optimizer.workbook.write.edit import write_change

    assert checked.data is not None
    written = write_change(
        checked.raw,
        checked.data,
        repair.change,
        output,
        lambda path: check_workbook(path, columns).data,
    )
    line = accepted_line(checked.data, repair)
    if as_json:
        show_document({"schema": 1, "accepted": line, "output": written_json(written)})
    else:
        click.echo(line)
    for line in certificate_lines(written, EDITED):
        say(line)


def _print(checked: "Checked", found: "Contradictions", *, as_json: bool) -> None:
    from optimizer.report.contradiction_text import contradiction_lines, contradictions_json

    assert checked.data is not None
    if as_json:
        show_document(contradictions_json(checked.data, found))
        return
    for line in contradiction_lines(checked.data, found, checked.raw.path.name):
        click.echo(line)
