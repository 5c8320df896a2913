"""Reading a study from a TOML file; every mistake in it is told at once."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from models.errors import InvalidProblemError, WorkbookError
from models.issues import CellRef, Issue, error
from models.settings import Level
from optimizer.series.study.design import SIZE_CLASSES, WithoutPlan
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.file_parts.inputs import read_distributions, read_sensitivity
from optimizer.series.study.file_parts.points import (
    read_axes,
    read_policies,
    read_scenarios,
    read_values,
)
from optimizer.series.study.file_parts.schools import (
    read_observed,
    read_population,
    read_size_classes,
    read_strata,
)
from optimizer.series.study.file_parts.table import StudyTable
from optimizer.series.study.norms import NOISE
from optimizer.series.study.study import Study
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.write.storage import read_file

MOST_BYTES = 2**20
MOST_REPLICATIONS = 10_000
MOST_SEED = 2**31 - 1
_LEAST_SECONDS, _MOST_SECONDS, _SECONDS = Decimal("0.1"), Decimal(86_400), Decimal(20)
_MOST_NOISE = Decimal(200)
_MOST_WIDTH = Decimal(100)
_KEYS = (
    "naam", "zaad", "herhalingen", "tijd", "deterministisch", "niveaus", "normruis_pct",
    "zonder_plan", "grootteklassen", "halve_breedte", "populatie", "basis", "raster", "scenario",
    "beleid", "onzekerheid", "gevoeligheid", "gewicht", "ijking",
)  # fmt: skip
WITHOUT_PLAN: Mapping[WithoutPlan, str] = {
    WithoutPlan.NO_HOURS: "geen uren",
    WithoutPlan.LEFT_OUT: "weglaten",
}


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
    where = CellRef(path.name)
    study = _study(StudyTable(where, found, issues), path.parent)
    try:
        study.design(where)
    except InvalidProblemError as refusal:
        issues += refusal.issues
    if issues:
        raise InvalidProblemError(issues)
    return study


def _study(top: StudyTable, folder: Path) -> Study:
    top.check_keys(_KEYS)
    top.require("naam", "populatie")
    seconds = top.number("tijd", _SECONDS, _LEAST_SECONDS, _MOST_SECONDS)
    policies = read_policies(top)
    classes = read_size_classes(top, SIZE_CLASSES)
    return Study(
        population=read_population(top.inner("populatie"), folder),
        grid=read_axes(top.inner("raster")),
        name=top.text("naam"),
        baseline=read_values(top.inner("basis")),
        scenarios=read_scenarios(top, folder, policies),
        policies=tuple(policies.values()),
        replications=top.whole("herhalingen", 1, 1, MOST_REPLICATIONS),
        seed=top.whole("zaad", 1, 0, MOST_SEED),
        seconds=float(seconds),
        deterministic=top.switch("deterministisch", top.values.get("deterministisch", True)),
        levels=_levels(top),
        norms=_norms(top),
        sensitivity=read_sensitivity(top),
        without_plan=top.word("zonder_plan", WITHOUT_PLAN) or WithoutPlan.NO_HOURS,
        size_classes=classes,
        strata=read_strata(top, classes),
        observed=read_observed(top, folder),
        half_width=_half_width(top),
    )


def _half_width(top: StudyTable) -> float | None:
    if "halve_breedte" not in top:
        return None
    return float(top.number("halve_breedte", Decimal(1), Decimal("0.001"), _MOST_WIDTH))


def _norms(top: StudyTable) -> dict[str, Distribution]:
    """The uncertain hours of tasks, and the noise of every one of them."""
    noise = top.number("normruis_pct", Decimal(0), Decimal(0), _MOST_NOISE)
    found = read_distributions(top.inner("onzekerheid"), norms_alone=True)
    every = {NOISE: Distribution(Shape.LOGNORMAL, float(noise))} if noise else {}
    return {**found, **every}


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
