"""Both tables of a study on disk, made from its journal in memory that does not grow."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from optimizer.report.study.words import header
from optimizer.series.journal import Entry
from optimizer.series.study.design import Design, RunKey
from optimizer.series.study.results.columns import Kinds, run_columns, school_columns
from optimizer.series.study.results.order import entries_in_order
from optimizer.series.study.results.parts import Parts
from optimizer.series.study.results.rows import Rows

RUNS, SCHOOLS = "resultaten", "scholen"
"""The folders of the tables."""
PART_ROWS = 5_000
"""Runs from which a part is full: some 10 MB in memory, and as text."""


@dataclass(frozen=True)
class Store:
    """The tables of a study: a row per run, and a row per school of a run.

    Both are in the order of the study. All runs of a block in a replication stand in the same
    part, in both tables, so that pairs are found within a part.
    """

    runs: Parts
    schools: Parts


def store_of(design: Design, folder: Path) -> Store:
    """The tables that stand in a folder of results, or will."""
    return Store(
        _parts(folder / RUNS, run_columns(design)),
        _parts(folder / SCHOOLS, school_columns()),
    )


def _parts(folder: Path, kinds: Kinds) -> Parts:
    return Parts(folder, kinds, {key: header(key) for key in kinds})


def fill_store(design: Design, journal: Path, folder: Path) -> Store:
    """Make both tables from what the journal says, over those of an earlier call."""
    store, rows = store_of(design, folder), Rows(design)
    runs, schools = store.runs.writer(), store.schools.writer()
    for _, together in groupby(entries_in_order(journal), _block):
        if runs.held >= PART_ROWS:
            runs.cut()
            schools.cut()
        for entry in together:
            run, of_schools = rows.of(entry)
            runs.add(run)
            for row in of_schools:
                schools.add(row)
    runs.cut()
    schools.cut()
    return store


def _block(entry: Entry) -> tuple[int, str]:
    key = RunKey.of(entry.key)
    return key.replication, key.block
