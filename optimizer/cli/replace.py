"""`taakverdeler vervang`."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.dutch import Day
from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    REPEATABLE,
    TIME,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
    refuse_existing,
)

if TYPE_CHECKING:
    from models.problem import PersonCode
    from optimizer.flows.takeover import Takeover


@click.command(
    name="vervang",
    epilog=example_line(
        "taakverdeler vervang mijn_plan.xlsx M03 --vanaf 2027-02-01 -o zonder_m03.xlsx"
    ),
)
@WORKBOOK
@click.argument("person", metavar="PERSOON")
@click.option(
    "--vanaf", "since", metavar="DATUM", type=Day(), required=True,
    help="De eerste dag zonder die persoon, zoals 2027-02-01 of 1/2/2027.",
)  # fmt: skip
@click.option(
    "--door", "by", metavar="PERSOON",
    help="Wie in de plaats komt; wie zelf geen uren heeft, krijgt die van wie uitvalt.",
)  # fmt: skip
@output_option("De kopie met het plan voor de rest van het schooljaar.")
@COLUMNS
@TIME
@REPEATABLE
@guarded
def replace_person(
    workbook: Path,
    person: str,
    since: datetime,
    by: str | None,
    output: Path,
    columns: Path | None,
    time_limit: float | None,
    deterministic: bool,
) -> None:
    """Plan de rest van het schooljaar zonder iemand die uitvalt of vertrekt.

    Wie geen taak met die persoon deelde, houdt het eigen werk zo veel als kan.
    """
    from models.settings import Settings
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.cli.progress import ProgressLine
    from optimizer.flows.checking import check_workbook
    from optimizer.flows.replacing import replace_person
    from optimizer.flows.takeover import Absence
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.replace_text import EDITED
    from optimizer.run.solve_options import SolveOptions

    def options(settings: Settings) -> SolveOptions:
        return SolveOptions.of(settings, time_limit, deterministic=deterministic)

    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer.")
    refuse_existing(output)
    check_folder(output)
    checked = check_workbook(workbook, columns)
    people = {str(p.code): p.name for p in checked.stated().persons}
    gone, comes = _code(person, people), None if by is None else _code(by, people)
    if gone == comes:
        raise click.UsageError("Wie uitvalt, kan niet zelf in de plaats komen.")
    progress = ProgressLine(sys.stderr, enabled=sys.stderr.isatty())
    with stopping_on_signals() as stop, progress:
        absence = Absence(gone, since.date(), comes)
        done, written = replace_person(checked, absence, output, options, stop, progress)
    _print(done, gone, since.date())
    for line in certificate_lines(written, EDITED):
        say(line)


def _code(word: str, people: dict[str, str]) -> "PersonCode":
    """The code of somebody on the sheet of people."""
    from models.problem import PersonCode
    from optimizer.report.lookup import find, unknown

    found = find(word, people)
    if found.code is None:
        raise click.UsageError(unknown("Persoon", word, found, people))
    return PersonCode(found.code)


def _print(done: "Takeover", gone: "PersonCode", since: date) -> None:
    from models.naming import Names
    from optimizer.report.console_text import issue_lines
    from optimizer.report.replace_text import replace_lines

    name = Names(done.answer.instance.data).person(gone)
    for line in replace_lines(done.answer, name, since, done.released, done.tasks):
        click.echo(line)
    for line in issue_lines(done.issues) if done.issues else ():
        say(line)
