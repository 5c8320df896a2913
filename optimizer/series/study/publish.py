"""The results of a study on disk: its tables, its drawings and its page."""

import pandas as pd

from optimizer.report.study.csv_files import CsvForm
from optimizer.report.study.files import Frames, write_rows, write_tables
from optimizer.report.study.page import StudyFacts, StudyTables
from optimizer.report.study.words import describe_drawn, describe_workbooks
from optimizer.series.folder import writing
from optimizer.series.study.design import Design, WithoutPlan
from optimizer.series.study.drawn import drawn_table
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.summary.summary import Summary
from optimizer.series.study.summary.tables import shown


def write_study(done: StudyResult, form: CsvForm = CsvForm.DUTCH) -> None:
    """Write everything that is known of a study in its folder, over what an earlier call wrote.

    Raises
    ------
    SeriesError
        `disk-full`, `read-only` or `disk`: what was computed is in the journal.
    """
    folder, store = done.folder, done.store
    with writing(folder):
        write_rows(folder, Frames(store.runs.frames(), store.schools.frames()), form)
        if done.tables is not None:
            facts = _facts(done, done.tables.left_out)
            write_tables(folder, facts, _tables(done.tables, drawn_table(done.design)), form)


def _tables(found: Summary, drawn: pd.DataFrame) -> StudyTables:
    return StudyTables(
        means=found.means,
        differences=found.differences,
        distribution=found.distribution,
        winners=found.winners,
        sensitivity=found.sensitivity,
        weights=found.weights,
        drawn=drawn,
        proof=found.proof,
    )


def _facts(done: StudyResult, left_out: int) -> StudyFacts:
    design = done.design
    return StudyFacts(
        name=design.name,
        population=_population(design),
        replications=design.replications,
        seed=design.seed,
        seconds=design.seconds,
        asked=done.asked,
        planned=done.planned,
        ended=done.ended,
        left_out=left_out,
        leaves_out=design.without_plan is WithoutPlan.LEFT_OUT,
        samples=len(design.points) - len(shown(design)),
        points={
            point.name: {name: float(value) for name, value in point.values.items()}
            for point in shown(design)
        },
        columns=tuple(dict.fromkeys((*done.store.runs.kinds, *done.store.schools.kinds))),
        origin=done.origin,
    )


def _population(design: Design) -> str:
    population = design.population
    if isinstance(population, Population):
        return describe_drawn(population.schools, population.groups)
    return describe_workbooks(len(population.names))
