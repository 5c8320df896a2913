"""The schools in a study file: the population, classes of sizes, published numbers, known hours."""

import csv
from decimal import Decimal, InvalidOperation
from pathlib import Path

from models.issues import error
from models.problem import UnitCode
from optimizer.series.study.design import Stratum
from optimizer.series.study.file_parts.table import StudyTable
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.population.workbooks import Workbooks, matches
from optimizer.series.study.results.rows import size_labels
from optimizer.workbook import labels

MOST_SCHOOLS = 100_000
_MOST_PUPILS = Decimal(100_000)
_SCHOOLS, _GROUPS, _WORKBOOKS = "scholen", "groepen", "werkboeken"
_MOST_HOURS = Decimal(1000)


def read_population(table: StudyTable, folder: Path) -> Population | Workbooks:
    """Drawn schools, or the workbooks of patterns that count from the folder of the file."""
    table.check_keys((_SCHOOLS, _GROUPS, _WORKBOOKS))
    named = [key for key in (_SCHOOLS, _WORKBOOKS) if key in table]
    if len(named) != 1 or (_WORKBOOKS in named and _GROUPS in table):
        table.issues.append(error("study-population", table.where))
        return Population(1, 1)
    if _WORKBOOKS in named:
        patterns = table.texts_of(_WORKBOOKS)
        for pattern in patterns:
            if not matches(folder, pattern):
                table.issues.append(error("study-no-workbooks", table.where, found=pattern))
        return Workbooks.matching(folder, patterns)
    schools = table.whole(_SCHOOLS, 1, 1, MOST_SCHOOLS)
    return Population(schools, table.whole(_GROUPS, 0, 0, schools))


def read_size_classes(top: StudyTable, usual: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of pupils from which a next class begins, rising."""
    if "grootteklassen" not in top:
        return usual
    checked = [
        top.checked("grootteklassen", each, Decimal(1), _MOST_PUPILS)
        for each in top.entries("grootteklassen")
    ]
    return tuple(sorted({int(each) for each in checked if each is not None})) or usual


def read_strata(top: StudyTable, classes: tuple[int, ...]) -> tuple[Stratum, ...]:
    """The published numbers of schools, under `[[gewicht]]`."""
    strata: list[Stratum] = []
    for row in top.inners("gewicht"):
        row.check_keys(("niveau", "grootte", "scholen"))
        row.require("niveau", "scholen")
        level = row.word("niveau", labels.EDUCATION_LEVELS)
        size = row.word("grootte", dict(enumerate(size_labels(classes))))
        schools = row.number("scholen", Decimal(0), Decimal(0), Decimal(MOST_SCHOOLS))
        if level is not None:
            label = None if size is None else size_labels(classes)[size]
            strata.append(Stratum(labels.EDUCATION_LEVELS[level], label, float(schools)))
    return tuple(strata)


def read_observed(top: StudyTable, folder: Path) -> dict[tuple[str, UnitCode], Decimal]:
    """The ICT hours a week that schools have, from the CSV under `[ijking]`.

    Its columns are `werkboek` (empty or absent for drawn schools), `school` and `ict_uren`.
    """
    if "ijking" not in top:
        return {}
    table = top.inner("ijking")
    table.check_keys(("bestand",))
    table.require("bestand")
    path = folder / table.text("bestand")
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
        return {
            (row.get("werkboek") or "", UnitCode(row["school"])): _hours(row["ict_uren"])
            for row in rows
        }
    except (OSError, KeyError, ValueError, InvalidOperation):
        table.issues.append(error("study-no-hours", table.where, found=table.text("bestand")))
        return {}


def _hours(text: str) -> Decimal:
    hours = Decimal(text.strip().replace(",", "."))
    if not 0 <= hours <= _MOST_HOURS:
        raise ValueError(text)
    return hours
