"""`taakverdeler stappen`."""

from pathlib import Path

import click

from optimizer.cli.exits import guarded, say
from optimizer.cli.options import (
    COLUMNS,
    IN_PLACE,
    WORKBOOK,
    check_folder,
    example_line,
    output_option,
)


@click.command(
    name="stappen",
    epilog=example_line("taakverdeler stappen mijn_school.xlsx -o mijn_school_stappen.xlsx"),
)
@WORKBOOK
@output_option("De kopie met de antwoorden.", required=False)
@IN_PLACE
@click.option("--door", "by", metavar="NAAM", help="Wie antwoordt; anders wordt dat gevraagd.")
@click.option("--stap", "step", metavar="NR", help="Stel deze vraag opnieuw, bijvoorbeeld 2 of 5a.")
@click.option(
    "--niet-vragen", "silent", is_flag=True,
    help="Vraag niets: voer uit wat op het blad Stappenplan geantwoord is.",
)  # fmt: skip
@COLUMNS
@guarded
def steps(
    workbook: Path,
    output: Path | None,
    in_place: bool,
    by: str | None,
    step: str | None,
    silent: bool,
    columns: Path | None,
) -> None:
    """Stel de vragen van het stappenplan; elk antwoord vult het werkboek verder in."""
    from models.task_marks import Mark
    from optimizer.cli.steps_dialogue import Dialogue
    from optimizer.flows.checking import check_workbook
    from optimizer.flows.guided_start import begin, save
    from optimizer.report.certificate_text import certificate_lines
    from optimizer.report.steps_text import EDITED, end_lines

    target = _target(workbook, output, in_place=in_place)
    check_folder(target)
    start = begin(check_workbook(workbook, columns).raw)
    dialogue = Dialogue(start, by, step)
    if not silent:
        dialogue.ask_all()
    dialogue.tell()
    for line in end_lines(dialogue.start.guided, dialogue.start.tasks_with(Mark.TOGETHER)):
        click.echo(line)
    for line in certificate_lines(save(dialogue.start, target), EDITED):
        say(line)


def _target(workbook: Path, output: Path | None, *, in_place: bool) -> Path:
    """Where the answers go: over the input only when asked."""
    if in_place is (output is not None):
        raise click.UsageError("Kies: -o met een nieuwe naam, of --in-bestand.")
    if output is None:
        return workbook
    if output.suffix.lower() != workbook.suffix.lower():
        raise click.UsageError(f"De uitvoer moet eindigen op {workbook.suffix}, zoals de invoer.")
    if output.exists():
        raise click.UsageError(f"{output} bestaat al; kies een andere naam, of --in-bestand.")
    return output
