"""`taakverdeler verklaar`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from optimizer.cli.conflict import ACCEPT, CONFLICT, COPY, explain_conflicts
from optimizer.cli.exits import guarded, say
from optimizer.cli.options import COLUMNS, JSON, TIME, WORKBOOK, example_line
from optimizer.cli.program import show_document

if TYPE_CHECKING:
    from models.plan import TaskKey
    from models.problem import PersonCode
    from optimizer.flows.explaining import Explained
    from optimizer.report.json_text import Json
    from optimizer.run.stop import Stop

Answered = tuple["Json", list[str]]
"""An answer as JSON, and as lines."""


@click.command(
    name="verklaar",
    epilog=example_line("taakverdeler verklaar mijn_plan.xlsx --waarom-niet T27 M03"),
)
@WORKBOOK
@click.option(
    "--taak", "task", metavar="TAAK",
    help="Wie doet deze taak, waarom, en wat kost een andere keuze?",
)  # fmt: skip
@click.option(
    "--school", metavar="SCHOOL", help="Welke school, als de taak op meer plaatsen gedaan wordt."
)
@click.option(
    "--persoon", "person", metavar="PERSOON",
    help="Wat doet deze persoon, waarom, en waarom niet meer?",
)  # fmt: skip
@click.option(
    "--waarom-niet", "why_not", nargs=2, metavar="TAAK PERSOON",
    help="Waarom doet deze persoon die taak niet, of wat zou dat kosten?",
)  # fmt: skip
@CONFLICT
@ACCEPT
@COPY
@COLUMNS
@TIME
@JSON
@guarded
def explain(
    workbook: Path,
    task: str | None,
    school: str | None,
    person: str | None,
    why_not: tuple[str, str] | None,
    conflict: bool,
    accept: int | None,
    output: Path | None,
    columns: Path | None,
    time_limit: float | None,
    as_json: bool,
) -> None:
    """Leg een plan uit: wie doet wat en waarom, en wat kost een andere keuze.

    Het plan dat in het werkboek staat, wordt gebruikt; is er geen, dan wordt het eerst gemaakt. Er
    wordt niets geschreven, behalve de kopie van --aanvaard.
    """
    from optimizer.cli.interrupts import stopping_on_signals
    from optimizer.cli.progress import ProgressLine
    from optimizer.flows.explaining import explain_workbook
    from optimizer.report.explain_text import ORIGINS

    questions = sum(question is not None for question in (task, person, why_not)) + conflict
    if questions != 1:
        raise click.UsageError("Kies één vraag: --taak, --persoon, --waarom-niet of --conflict.")
    if conflict or accept is not None or output is not None:
        explain_conflicts(
            workbook, columns, time_limit, accept, output, asked=conflict, as_json=as_json
        )
        return
    progress = ProgressLine(sys.stderr, enabled=sys.stderr.isatty())
    with stopping_on_signals() as stop:
        with progress:
            plan = explain_workbook(
                workbook, time_limit, columns, stop, progress, lambda o: say(ORIGINS[o])
            )
        if person is not None:
            document, lines = _person(plan, person)
        elif why_not is not None:
            document, lines = _why_not(plan, *why_not, school, stop)
        else:
            document, lines = _task(plan, task or "", school, stop)
    if as_json:
        show_document({"schema": 1, "origin": plan.origin, **document})
        return
    for line in lines:
        click.echo(line)


def _task(plan: "Explained", word: str, school: str | None, stop: "Stop") -> Answered:
    from optimizer.report.explain_text import not_planned, task_lines
    from optimizer.report.why_json import WhyJson

    key = _key(plan, word, school)
    if key not in plan.answer.tasks:
        raise click.UsageError(not_planned(plan.answer, key))
    found = plan.task(key, stop)
    return WhyJson(plan.answer).task(found), list(task_lines(plan.answer, found))


def _person(plan: "Explained", word: str) -> Answered:
    from optimizer.report.explain_text import person_lines
    from optimizer.report.why_json import WhyJson

    found = plan.person(_person_code(plan, word))
    facts = (found.figures, found.parts, found.idle)
    return WhyJson(plan.answer).person(*facts), list(person_lines(plan.answer, *facts))


def _why_not(
    plan: "Explained", task: str, person: str, school: str | None, stop: "Stop"
) -> Answered:
    from optimizer.report.explain_text import why_not_lines
    from optimizer.report.why_json import WhyJson

    found = plan.why_not(_key(plan, task, school), _person_code(plan, person), stop)
    return WhyJson(plan.answer).why_not(found), list(why_not_lines(plan.answer, found))


def _person_code(plan: "Explained", word: str) -> "PersonCode":
    from models.problem import PersonCode

    return PersonCode(_known("Persoon", word, {str(p.code): p.name for p in plan.data.persons}))


def _key(plan: "Explained", word: str, school: str | None) -> "TaskKey":
    """The task at the unit that is meant; the only unit when none is named."""
    from models.plan import TaskKey
    from models.problem import GROUP, TaskNumber, UnitCode
    from optimizer.report.explain_text import ambiguous

    names = {str(task.number): task.title for task in plan.data.tasks}
    number = TaskNumber(_known("Taak", word, names))
    units = plan.units(number)
    if school is not None:
        places = {str(each.code): each.name for each in plan.data.schools} | {str(GROUP): ""}
        return TaskKey(number, UnitCode(_known("School", school, places)))
    if len(units) != 1:
        raise click.UsageError(ambiguous(number, units))
    return TaskKey(number, units[0])


def _known(kind: str, word: str, names: Mapping[str, str]) -> str:
    """The code that is meant, or a refusal with the nearest ones."""
    from optimizer.report.lookup import find, unknown

    found = find(word, names)
    if found.code is None:
        raise click.UsageError(unknown(kind, word, found, names))
    return found.code
