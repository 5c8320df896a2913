"""The results of a study on disk: its tables, its drawings and its page."""

from pathlib import Path

from optimizer.report.study.files import write_runs, write_summary
from optimizer.report.study.page import StudyFacts
from optimizer.report.study.words import describe_drawn, describe_workbooks
from optimizer.series.study.design import Study
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.simulate import Simulated


def write_study(folder: Path, done: Simulated) -> None:
    """Write everything that is known of a study, over what an earlier call wrote.

    Raises
    ------
    WorkbookError
        `not-writable` when a file cannot be written.
    """
    write_runs(folder, done.runs)
    found = done.summary
    if found is not None:
        facts = _facts(done, found.left_out)
        write_summary(folder, facts, found.means, found.differences, found.proof)


def _facts(done: Simulated, left_out: int) -> StudyFacts:
    study = done.study
    return StudyFacts(
        name=study.name,
        population=_population(study),
        replications=study.replications,
        seed=study.seed,
        seconds=study.seconds,
        asked=done.asked,
        planned=done.planned,
        left_out=left_out,
        points={
            point.name: {name: float(value) for name, value in point.values.items()}
            for point in study.points
        },
        origin=done.origin,
    )


def _population(study: Study) -> str:
    population = study.population
    if isinstance(population, Population):
        return describe_drawn(population.schools, population.groups)
    return describe_workbooks(len(population))
