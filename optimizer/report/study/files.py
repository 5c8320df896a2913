"""The files of a study beside its tables: CSV, drawings, the codebook and the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from optimizer.report.study.codebook import codebook
from optimizer.report.study.csv_files import CsvForm, write_stream
from optimizer.report.study.drawings import dots_file
from optimizer.report.study.page import StudyFacts, StudyTables, render_study, study_dots
from optimizer.report.study.spreads import spreads_file, study_spreads

RESULTS, SCHOOLS, PAGE, CODEBOOK = "resultaten", "scholen", "studie.html", "codeboek"


@dataclass(frozen=True)
class Frames:
    """The two tables that may be too large for memory, a part at a time."""

    runs: Iterator[pd.DataFrame]
    schools: Iterator[pd.DataFrame]


def write_rows(folder: Path, frames: Frames, form: CsvForm) -> None:
    """The results as CSV, a row per run and a row per school of a run."""
    write_stream(folder / f"{RESULTS}.csv", frames.runs, form)
    write_stream(folder / f"{SCHOOLS}.csv", frames.schools, form)


def write_tables(folder: Path, facts: StudyFacts, tables: StudyTables, form: CsvForm) -> None:
    """The tables of the summary, the codebook of all columns, the drawings and the page."""
    for name, table in tables.named():
        if not table.empty:
            write_stream(folder / f"{name}.csv", [table], form)
    keys = [*facts.columns, *(str(key) for _, table in tables.named() for key in table)]
    write_stream(folder / f"{CODEBOOK}.csv", [codebook(list(dict.fromkeys(keys)), form)], form)
    for dots in study_dots(tables.means, tables.differences):
        (folder / f"{dots.name}.svg").write_bytes(dots_file(dots))
    for spreads in study_spreads(tables.distribution):
        (folder / f"{spreads.name}.svg").write_bytes(spreads_file(spreads))
    (folder / PAGE).write_text(render_study(facts, tables), encoding="utf-8")
