"""Reading a study from a TOML file; every mistake in it is told at once."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from models.errors import InvalidProblemError, WorkbookError
from models.issues import CellRef, Issue, error
from models.settings import Level
from optimizer.series.study.design import Study
from optimizer.series.study.factors.registry import DRAWN_VALUES
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.study_points import read_points
from optimizer.series.study.study_table import StudyTable
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.write.storage import is_lock, read_file

MOST_BYTES = 2**20
MOST_SCHOOLS = 100_000
MOST_REPLICATIONS = 10_000
MOST_SEED = 2**31 - 1
_LEAST_SECONDS, _MOST_SECONDS, _SECONDS = Decimal("0.1"), Decimal(86_400), Decimal(20)
_MOST_NOISE = Decimal(200)
_KEYS = (
    "naam", "zaad", "herhalingen", "tijd", "deterministisch", "niveaus", "normruis_pct",
    "populatie", "basis", "raster", "scenario",
)  # fmt: skip
_SCHOOLS, _GROUPS, _WORKBOOKS = "scholen", "groepen", "werkboeken"


def read_study(path: Path) -> Study:
    """The study that a file describes.

    Raises
    ------
    WorkbookError
        `study-unreadable` when it is no TOML, or what `read_file` raises.
    InvalidProblemError
        With everything that is wrong in it.
    """
    content = read_file(path, MOST_BYTES)
    try:
        found = tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as problem:
        raise WorkbookError("study-unreadable", path=path, reason=str(problem)) from problem
    issues: list[Issue] = []
    study = _study(StudyTable(CellRef(path.name), found, issues), path.parent)
    if issues:
        raise InvalidProblemError(issues)
    return study


def _study(top: StudyTable, folder: Path) -> Study:
    top.check_keys(_KEYS)
    top.require("naam", "populatie")
    population = _population(top.inner("populatie"), folder)
    is_drawn = isinstance(population, Population)
    has_groups = not isinstance(population, Population) or population.groups > 0
    seconds = top.number("tijd", _SECONDS, _LEAST_SECONDS, _MOST_SECONDS)
    return Study(
        name=top.text("naam"),
        population=population,
        points=read_points(top, DRAWN_VALUES if is_drawn else {}, has_groups=has_groups),
        replications=top.whole("herhalingen", 1, 1, MOST_REPLICATIONS),
        seed=top.whole("zaad", 1, 0, MOST_SEED),
        seconds=float(seconds),
        deterministic=top.switch("deterministisch", top.values.get("deterministisch", True)),
        levels=_levels(top),
        norm_noise_pct=top.number("normruis_pct", Decimal(0), Decimal(0), _MOST_NOISE),
    )


def _levels(top: StudyTable) -> tuple[Level, ...]:
    """The levels in the order given, each once."""
    if "niveaus" not in top:
        return ()
    meanings: Mapping[str, Level] = {fold(word): level for level, word in labels.LEVELS.items()}
    levels: list[Level] = []
    for word in top.texts_of("niveaus"):
        level = meanings.get(fold(word))
        if level is None or level in levels:
            expected = tuple(labels.LEVELS.values())
            top.issues.append(
                error("map-not-word", top.where, key="niveaus", found=word, expected=expected)
            )
        else:
            levels.append(level)
    return tuple(levels)


def _population(table: StudyTable, folder: Path) -> Population | tuple[Path, ...]:
    table.check_keys((_SCHOOLS, _GROUPS, _WORKBOOKS))
    named = [key for key in (_SCHOOLS, _WORKBOOKS) if key in table]
    if len(named) != 1 or (_WORKBOOKS in named and _GROUPS in table):
        table.issues.append(error("study-population", table.where))
        return Population(1)
    if _WORKBOOKS in named:
        return _workbooks(table, folder)
    schools = table.whole(_SCHOOLS, 1, 1, MOST_SCHOOLS)
    return Population(schools, table.whole(_GROUPS, 0, 0, schools))


def _workbooks(table: StudyTable, folder: Path) -> tuple[Path, ...]:
    """The files of all patterns, which are relative to the study file; each once, in order."""
    found: set[Path] = set()
    for pattern in table.texts_of(_WORKBOOKS):
        paths = _matches(folder, pattern)
        if not paths:
            table.issues.append(error("study-no-workbooks", table.where, found=pattern))
        found |= paths
    return tuple(sorted(found))


def _matches(folder: Path, pattern: str) -> set[Path]:
    try:
        paths = {path.resolve() for path in folder.glob(pattern) if path.is_file()}
    except (ValueError, NotImplementedError):
        # An empty pattern, or one that begins at the root of the disk.
        return set()
    return {path for path in paths if not is_lock(path)}
