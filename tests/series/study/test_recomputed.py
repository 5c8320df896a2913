"""Every figure that a study publishes, computed again from its results with pandas and SciPy."""

from dataclasses import replace
from pathlib import Path
from random import Random
from shutil import copytree

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from benchmarks.invented_runs import invented, write_journal
from benchmarks.recomputed.figures import figures
from benchmarks.recomputed.measures import measures
from benchmarks.recomputed.published import Cell, Published, read
from models.settings import Level
from optimizer.series.runner import Counts
from optimizer.series.study.design import Design, RunKey
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.sensitivity.inputs import Method
from optimizer.series.study.study import Population, Sensitivity, Stratum, Study
from optimizer.series.study.summary.summary import summarise

PARTS = {"basis": 0.4, "ict=2": 0.6, "normen=2": 0.2}
GAPS = {"basis": 0.0, "ict=2": 0.3, "normen=2": 0.1}
STRATA = (Stratum("basis", None, 2517), Stratum("secundair", "0-199", 100),
          Stratum("secundair", "200-499", 400), Stratum("secundair", "500+", 500))  # fmt: skip
NOT_COMPUTED = {"herhalingen_nodig", "met_plan", "sobol_eerste_halve", "sobol_totaal_halve"}
"""Advice has a test of its own; the errors of Sobol indices are drawn; plans are counted."""
QUANTILES = {f"q{part}" for part in (10, 25, 50, 75, 90)}
TABLES = {"samenvatting", "verschillen", "verdeling", "winnaars", "bewijs"}
KINDS = ("plain", "weighted", "once", "groups", "sobol")


def study(kind: str) -> Design:
    """One of the kinds that published studies are of."""
    grid = {"ict": [1, 2], "normen": [1, 2]}
    inputs = {name: Distribution(Shape.UNIFORM, low=0.5, high=2.0) for name in grid}
    whole = Study(
        Population(30, 6 if kind == "groups" else 0), grid, name="namaak", half_width=1.0,
        replications=1 if kind in ("once", "groups") else 4,
        strata=STRATA if kind == "weighted" else (),
        sensitivity=Sensitivity(Method.SOBOL, 4, inputs) if kind == "sobol" else None,
        levels=(Level.CORE, Level.COVERAGE) if kind == "sobol" else (),
    ).design()  # fmt: skip
    points = tuple(p for p in whole.points if p.is_sample or p.name in PARTS)
    return replace(whole, points=points)


def invent(design: Design, key: RunKey) -> dict[str, object]:
    """Runs of which some are not proven; samples are covered as luck has it."""
    name = design.points[key.point].name
    part = PARTS.get(name, Random(name).uniform(0.2, 0.7))
    run = invented(key, part, GAPS.get(name, 0) if key.unit > "S00010" else 0)
    solved = design.levels or tuple(Level)
    return {key: run[key] for key in run if Level.BALANCE in solved or "balance" not in key}


@pytest.fixture(scope="module", params=KINDS)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[Cell]]:
    """The folder of a study whose runs were invented, and what its schools are weighted by."""
    folder, design = tmp_path_factory.mktemp("namaak"), study(request.param)
    write_journal(folder / "verloop.jsonl", design, lambda key: invent(design, key))
    store = fill_store(design, folder / "verloop.jsonl", folder)
    write_study(StudyResult(design, folder, store, summarise(design, store), {}, Counts()))
    return folder, [Cell(*stratum) for stratum in design.strata]


def test_every_figure_is_what_comes_of_computing_it_again(
    published: tuple[Path, list[Cell]],
) -> None:
    folder, cells = published
    found = list(figures(folder, cells))
    assert [figure for figure in found if not figure.agrees] == []
    tables = TABLES | ({"gevoeligheid"} if (folder / "gevoeligheid.csv").exists() else set())
    assert {figure.table for figure in found} == tables
    for name in tables:
        told = read(folder, name).dropna(axis="columns", how="all").select_dtypes("number")
        left_out = NOT_COMPUTED | (QUANTILES if cells else set())
        expected = {str(column) for column in told if column not in left_out}
        own = [figure for figure in found if figure.table == name]
        assert {figure.where.rpartition(" ")[2] for figure in own} >= expected, name
        number = sum(told[column].notna().sum() for column in expected)
        assert sum(not np.isnan(figure.computed) for figure in own) >= number, name


def test_a_figure_that_is_off_is_seen(published: tuple[Path, list[Cell]], tmp_path: Path) -> None:
    folder, cells = published
    copy = copytree(folder, tmp_path / "anders")
    for name, column in (("winnaars", "gemiddelde"), ("verdeling", "gini")):
        rows = read(copy, name)
        rows.loc[2, column] = rows.loc[2, column] * (1 + 1e-6)
        rows.to_csv(copy / f"{name}.csv", sep=";", decimal=",", encoding="utf-8-sig", index=False)
    wrong = [figure for figure in figures(copy, cells) if not figure.agrees]
    assert [figure.table for figure in wrong] == ["verdeling", "winnaars"]
    assert [figure.where.rpartition(" ")[2] for figure in wrong] == ["gini", "gemiddelde"]


def test_advice(published: tuple[Path, list[Cell]]) -> None:
    folder, cells = published
    values = measures(Published.of(folder, cells).runs)
    found = read(folder, "samenvatting").set_index(["punt", "maat"])["herhalingen_nodig"]
    assert np.isnan(found["basis", "travel"])
    own = values.loc["basis", "coverage.all"]
    if len(own) == 1:
        assert pd.isna(found["basis", "coverage.all"])
        return

    def half(count: int) -> float:
        return float(stats.t.ppf(0.975, count - 1) * own.std() / np.sqrt(count))

    told = int(found["basis", "coverage.all"])
    assert half(told) <= 1
    assert told == 2 or half(told - 1) > 1
