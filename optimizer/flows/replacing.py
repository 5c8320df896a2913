"""Somebody who drops out in the middle of a year: her work goes to others, who keep their own."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from models.instance import Instance, build_instance
from models.pins import WORKING_ROLES
from models.plan import TaskKey
from models.problem import Person, PersonCode, ProblemData
from models.rest_of_year import in_force
from models.settings import Settings
from models.units import demand_grains
from optimizer.construct.holding import holding, workers_on
from optimizer.explain.taken_over import taken_over
from optimizer.flows.checking import Checked, check_raw
from optimizer.flows.input_cells import field_edits, setting_edits
from optimizer.flows.judging import answer_to, judge
from optimizer.flows.releasing import release_edits
from optimizer.flows.takeover import Absence, Takeover
from optimizer.report.tables import all_rows
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.solver import solve
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.record_cells import CellValue, cell_value
from optimizer.workbook.template.input_sheets import PERSONS
from optimizer.workbook.template.output_sheets import ALLOCATION
from optimizer.workbook.write.cell_edits import CellEdit, Filled, with_edits, write_edits
from optimizer.workbook.write.writer import Written, check_editable

HOURS = ("ict_hours", "bpt_hours", "other_hours")
"""The fields of a person that say how many hours she has."""


def replace_person(
    checked: Checked,
    absence: Absence,
    target: Path,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> tuple[Takeover, Written]:
    """Plan the rest of the year without somebody, in a copy of the workbook.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        As `optimizer.flows.pipeline.optimize_workbook`.
    """
    check_editable(checked.raw, target)
    done = plan_without(checked, absence, override, stop, on_progress)
    filled = Filled(done.answer.instance.data, all_rows(done.answer))
    written = write_edits(checked.raw, done.edits, target, filled)
    return done, written


def plan_without(
    checked: Checked,
    absence: Absence,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Takeover:
    """Plan the rest of the year without somebody; nothing is written.

    She has her last day before the date, nothing pins her any more, and `vanaf` is the date. Who
    shared no task with her keeps the work that she had; the others are planned anew. Who comes
    instead does what she did, as far as it fits beside the own work, and gets her hours when she
    has none.

    Raises
    ------
    InvalidProblemError, InfeasibleError, NoSolutionError
        As `optimizer.flows.pipeline.make_plan`.
    """
    data = checked.stated()
    released = release_edits(data, absence.person)
    edits = (*released, *_edits(checked, data, absence))
    after = check_raw(with_edits(checked.raw, edits), {})
    instance, hers = after.usable(), _hers(data, absence)
    held = build_instance(holding(instance, _movers(instance, hers, absence)))
    options = override(instance.settings)
    result = solve(held, options, stop=stop or Stop(), on_progress=on_progress)
    answer = answer_to(judge(instance, result.plan), sha256(checked.raw.content).hexdigest())
    cells = tuple(edit.where for edit in released)
    tasks = tuple(taken_over(answer, hers))
    return Takeover(absence, edits, cells, tasks, answer, after.issues)


def _hers(data: ProblemData, absence: Absence) -> dict[TaskKey, int]:
    """The tasks that she did or led, with the grains that she had left of them."""
    settings = replace(data.settings, plan_from=absence.since)
    rest = in_force(replace(data, settings=settings))
    found: dict[TaskKey, Decimal] = defaultdict(Decimal)
    for row in rest.previous:
        if row.person == absence.person and row.role in WORKING_ROLES:
            found[TaskKey(row.task, row.unit)] += row.hours
    return {key: demand_grains(hours, rest.settings.grain) for key, hours in found.items()}


def _movers(
    instance: Instance, hers: Collection[TaskKey], absence: Absence
) -> frozenset[PersonCode]:
    """Who is planned anew: whoever shared a task with her, but not who comes instead."""
    return (workers_on(instance, hers) | {absence.person}) - {absence.by}


def _edits(checked: Checked, data: ProblemData, absence: Absence) -> Iterator[CellEdit]:
    yield from setting_edits(checked.raw, data, "plan_from", cell_value(absence.since))
    last = absence.since - timedelta(days=1)
    changes: dict[str, Mapping[str, CellValue]] = {absence.person: {"ends": cell_value(last)}}
    people = {person.code: person for person in data.persons}
    if absence.by is not None:
        changes[absence.by] = _coming(people[absence.person], people[absence.by], absence.since)
        yield from _handed_over(checked, data, absence.person, people[absence.by])
    yield from field_edits(checked.raw, data, PERSONS, "person", changes)


def _coming(gone: Person, comes: Person, since: date) -> dict[str, CellValue]:
    """What changes of who comes instead: nothing, when she has hours of her own."""
    if comes.ict_to_decide or any(getattr(comes, each) for each in HOURS):
        return {}
    hours = {each: cell_value(getattr(gone, each)) for each in HOURS if getattr(gone, each)}
    return {**hours, "begins": cell_value(since)}


def _handed_over(
    checked: Checked, data: ProblemData, gone: PersonCode, comes: Person
) -> Iterator[CellEdit]:
    """Her rows of the plan that stands there, in the name of who comes instead."""
    located = locate(checked.raw, ALLOCATION)
    for row in data.previous if located else ():
        if located is not None and row.person == gone and row.where is not None:
            line = int(row.where.row)
            yield CellEdit(located.cell(line, "person").where, comes.code)
            if "name" in located.columns:
                yield CellEdit(located.cell(line, "name").where, comes.name or None)
