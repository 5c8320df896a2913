"""One run of a study, from its seeds to its figures: what a worker does."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from models.errors import InfeasibleError, InvalidProblemError, NoSolutionError, WorkbookError
from models.issues import Severity, has_errors
from models.problem import ProblemData
from models.settings import Level
from models.validation import examine
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import plan_instance
from optimizer.run.solve_options import SolveOptions
from optimizer.series.executors import stop_request
from optimizer.series.runner import Unit
from optimizer.series.study.design import Source, Study, sources
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.registry import changed
from optimizer.series.study.factors.work import noisy_norms
from optimizer.series.study.measures import Figures, measure
from optimizer.series.study.population.flanders import draw_problem

INVALID, INFEASIBLE, UNKNOWN = "invalid", "infeasible", "unknown"
"""How a run without a plan ended; the others have the status of their plan."""


@dataclass(frozen=True)
class Job:
    """All that a worker needs: seeds instead of data; a workbook as its path and its hash."""

    source: Source
    values: Mapping[str, Decimal]
    draws: Draws
    norm_noise_pct: Decimal
    levels: tuple[Level, ...]
    options: SolveOptions
    workbook_hash: str = ""


def units(study: Study) -> Iterator[Unit[Job]]:
    """The work of a study, one unit at a time."""
    hashes = workbook_hashes(study)
    for key, source in sources(study):
        yield Unit(
            str(key),
            Job(
                source=source,
                values=study.points[key.point].values,
                draws=Draws(study.seed, key.replication),
                norm_noise_pct=study.norm_noise_pct,
                levels=study.levels,
                options=SolveOptions(study.seconds, study.seed, study.deterministic),
                workbook_hash=hashes[source] if isinstance(source, Path) else "",
            ),
        )


def workbook_hashes(study: Study) -> Mapping[Path, str]:
    """SHA-256 of every workbook of a study; none for a drawn population."""
    paths = study.population if isinstance(study.population, tuple) else ()
    return {path: sha256(path.read_bytes()).hexdigest() for path in paths}


def problem(job: Job) -> ProblemData:
    """The problem of a run.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When its workbook cannot be used, or is no longer the one of the study.
    """
    if isinstance(job.source, Path):
        data = _workbook(job.source, job.workbook_hash)
    else:
        data = draw_problem(job.draws, job.source)
    data = noisy_norms(changed(data, job.values, job.draws), job.norm_noise_pct, job.draws)
    if job.levels:
        data = replace(data, settings=replace(data.settings, levels=job.levels))
    return data


def _workbook(path: Path, expected: str) -> ProblemData:
    checked = check_workbook(path)
    if sha256(checked.raw.content).hexdigest() != expected:
        raise WorkbookError("changed-meanwhile", path=path)
    return checked.usable().data


def work(job: Job) -> Figures:
    """Solve one run and say how it ended; only an error of the program itself is raised."""
    began = time.process_time()
    return {**_outcome(job), "seconds": round(time.process_time() - began, 3)}


def _outcome(job: Job) -> Figures:
    try:
        examined = examine(problem(job))
        if has_errors(examined.issues):
            raise InvalidProblemError(examined.issues)
        return measure(plan_instance(examined.instance, job.options, stop=stop_request()))
    except InvalidProblemError as error:
        codes = {i.code for i in error.issues if i.severity is Severity.ERROR}
        return {"status": INVALID, "error": " ".join(sorted(codes))}
    except WorkbookError as error:
        return {"status": INVALID, "error": error.code}
    except InfeasibleError:
        return {"status": INFEASIBLE}
    except NoSolutionError:
        return {"status": UNKNOWN}
