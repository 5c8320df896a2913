"""One run of a study, from its seeds to its figures: what a worker does."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from models.errors import InfeasibleError, InvalidProblemError, NoSolutionError, WorkbookError
from models.instance import Instance
from models.issues import Issue, Severity, has_errors
from models.problem import ProblemData, UnitCode
from models.settings import Level
from models.validation import examine
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import plan_instance
from optimizer.run.solve_options import SolveOptions
from optimizer.series.executors import stop_request
from optimizer.series.runner import Unit
from optimizer.series.study.design import Design, Point, RunKey, Source, sources
from optimizer.series.study.distributions import Distribution
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.appointments import observed, with_points
from optimizer.series.study.factors.registry import changed
from optimizer.series.study.measures import (
    INFEASIBLE,
    INVALID,
    UNKNOWN,
    measure,
    measure_nothing,
)
from optimizer.series.study.norms import drawn_norms
from optimizer.series.study.policies.census import Census
from optimizer.series.study.population.flanders import draw_problem
from optimizer.series.study.population.schools import number_of
from optimizer.series.study.population.workbooks import Workbooks


@dataclass(frozen=True)
class Template:
    """A workbook as a worker needs it: where it stands, and what it was when the study began."""

    path: Path
    content_hash: str


@dataclass(frozen=True)
class Job:
    """All that a worker needs: seeds instead of data; a workbook as its path and its hash.

    `points` are those that a policy gives the schools of this run, `hours` those observed there.
    """

    source: tuple[int, ...] | Template
    values: Mapping[str, Decimal]
    draws: Draws
    norms: Mapping[str, Distribution]
    levels: tuple[Level, ...]
    options: SolveOptions
    points: Mapping[UnitCode, Decimal] = field(default_factory=dict)
    hours: Mapping[UnitCode, Decimal] = field(default_factory=dict)


def units(design: Design) -> Iterator[Unit[Job]]:
    """The work of a study, one unit at a time."""
    census = Census(design)
    for key, source in sources(design):
        yield Unit(str(key), _job(design, census, key, source))


def _job(design: Design, census: Census, key: RunKey, source: Source) -> Job:
    point = design.points[key.point]
    workbook = source if isinstance(source, str) else ""
    given = census.points(key.point, key.replication)
    return Job(
        source=_template(design, point, source) if isinstance(source, str) else source,
        values=point.values,
        draws=Draws(design.seed, key.replication, workbook),
        norms=design.norms,
        levels=design.levels,
        options=SolveOptions(design.seconds, design.seed, design.deterministic),
        points=_of_unit(given, source),
        hours=_of_unit(design.observed, source),
    )


def _template(design: Design, point: Point, name: str) -> Template:
    """The workbook of a name at a point, as the study found it."""
    own = design.population
    workbooks = point.workbooks or (own if isinstance(own, Workbooks) else None)
    if workbooks is None:
        raise ValueError(f"{name}: a study of drawn schools has no workbooks")
    return Template(workbooks.path(name), workbooks.hashes[name])


def _of_unit(
    amounts: Mapping[tuple[str, UnitCode], Decimal],
    source: Source,
) -> dict[UnitCode, Decimal]:
    """The amounts of the schools of one unit."""
    if isinstance(source, str):
        return {code: amount for (name, code), amount in amounts.items() if name == source}
    numbers = set(source)
    return {code: amount for (_, code), amount in amounts.items() if number_of(code) in numbers}


def problem(job: Job) -> ProblemData:
    """The problem of a run.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When its workbook cannot be used, or is no longer the one of the study.
    """
    if isinstance(job.source, Template):
        data = _workbook(job.source)
    else:
        data = draw_problem(job.draws, job.source)
    data = with_points(observed(data, job.hours), job.points)
    data = changed(data, job.values, job.draws)
    drawn = drawn_norms(job.norms, tuple(task.number for task in data.tasks), job.draws)
    data = changed(data, drawn, job.draws)
    if job.levels:
        data = replace(data, settings=replace(data.settings, levels=job.levels))
    return data


def _workbook(template: Template) -> ProblemData:
    checked = check_workbook(template.path)
    if sha256(checked.raw.content).hexdigest() != template.content_hash:
        raise WorkbookError("changed-meanwhile", path=template.path)
    return checked.usable().data


def work(job: Job) -> dict[str, object]:
    """Solve one run and say how it ended; only an error of the program itself is raised."""
    began = time.process_time()
    return {**_outcome(job), "seconds": round(time.process_time() - began, 3)}


def _outcome(job: Job) -> dict[str, object]:
    try:
        examined = examine(problem(job))
    except InvalidProblemError as error:
        return {"status": INVALID, "error": _codes(error.issues)}
    except WorkbookError as error:
        return {"status": INVALID, "error": error.code}
    if has_errors(examined.issues):
        return measure_nothing(examined.instance, INVALID, _codes(examined.issues))
    return _planned(examined.instance, job.options)


def _planned(instance: Instance, options: SolveOptions) -> dict[str, object]:
    try:
        return measure(plan_instance(instance, options, stop=stop_request()))
    except InfeasibleError:
        return measure_nothing(instance, INFEASIBLE)
    except NoSolutionError:
        return measure_nothing(instance, UNKNOWN)


def _codes(issues: Sequence[Issue]) -> str:
    return " ".join(sorted({i.code for i in issues if i.severity is Severity.ERROR}))
