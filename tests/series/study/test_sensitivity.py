"""Uncertain inputs: distributions, drawn multipliers in the results, Sobol and Morris indices."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from benchmarks.invented_runs import invented, write_journal
from optimizer.series.study.design import Design, RunKey
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.drawn import drawn_table
from optimizer.series.study.norms import NOISE
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.sensitivity.inputs import Method, Sensitivity
from optimizer.series.study.study import Population, Study
from optimizer.series.study.study_file import read_study
from optimizer.series.study.summary.summary import Summary, summarise

UNIT = Distribution(Shape.UNIFORM, low=0.0, high=1.0)
INPUTS = {"normen_technisch": UNIT, "normen_beleid": UNIT, "normen_T01": UNIT}
FACTOR = {"normen_technisch": 4.0, "normen_beleid": 2.0, "normen_T01": 0.0}


@pytest.mark.parametrize(
    ("distribution", "twin"),
    [
        (Distribution(Shape.LOGNORMAL, 30), stats.lognorm(0.3, scale=np.exp(-0.045))),
        (Distribution(Shape.UNIFORM, low=0.5, high=2), stats.uniform(0.5, 1.5)),
        (Distribution(Shape.TRIANGLE, low=0.5, high=2, top=1), stats.triang(1 / 3, 0.5, 1.5)),
    ],
)  # fmt: skip
def test_quantiles_are_those_of_scipy(distribution: Distribution, twin: object) -> None:
    for part in (0.01, 0.2, 0.5, 0.8, 0.99):
        assert distribution.quantile(part) == pytest.approx(float(twin.ppf(part)))  # type: ignore[attr-defined]


def tables(folder: Path, design: Design) -> Summary:
    """The tables of a study in which core hours not done are a sum of the inputs."""

    def of(key: RunKey) -> dict[str, object]:
        values = design.points[key.point].values
        short = sum(FACTOR[n] * float(values.get(n, Decimal(0))) for n in INPUTS)
        return {**invented(key), "demand.core": 10_000, "missing.core": round(1000 * short)}

    write_journal(folder / "j.jsonl", design, of)
    found = summarise(design, fill_store(design, folder / "j.jsonl", folder))
    assert found is not None
    return found


def test_sobol_indices_of_a_sum_are_known(tmp_path: Path) -> None:
    """Of 4 x + 2 y + 0 z the parts of the variance are 16/20, 4/20 and none."""
    asked = Sensitivity(Method.SOBOL, 256, INPUTS)
    design = Study(Population(1), sensitivity=asked).design()
    assert len(design.points) == 1 + asked.num_points == 1 + 256 * 5
    found = tables(tmp_path, design)
    assert set(found.means["point"]) == {"basis"}
    assert found.differences.empty
    mine = found.sensitivity[found.sensitivity["measure"] == "core_done"].set_index("input")
    for name, part in (("normen_technisch", 0.8), ("normen_beleid", 0.2), ("normen_T01", 0.0)):
        assert mine.loc[name, "first"] == pytest.approx(part, abs=0.03)
        assert mine.loc[name, "total"] == pytest.approx(part, abs=0.03)


def test_morris_effects_of_a_sum_are_its_factors(tmp_path: Path) -> None:
    asked = Sensitivity(Method.MORRIS, 8, INPUTS)
    design = Study(Population(1), sensitivity=asked).design()
    assert len(design.points) == 1 + 8 * 4
    found = tables(tmp_path, design).sensitivity
    mine = found[found["measure"] == "core_done"].set_index("input")
    for name, factor in FACTOR.items():
        assert mine.loc[name, "size_effect"] == pytest.approx(10 * factor, abs=0.1)


def test_samples_are_the_same_again_and_in_the_results(tmp_path: Path) -> None:
    asked = Sensitivity(Method.SOBOL, 4, INPUTS)
    one, other = (Study(Population(1), sensitivity=asked, seed=3).design() for _ in range(2))
    assert one.points == other.points
    write_journal(tmp_path / "j.jsonl", one)
    runs = fill_store(one, tmp_path / "j.jsonl", tmp_path).runs.frame()
    sampled = runs[runs["point"].str.startswith("steekproef")]
    told = sampled[[f"factor.{name}" for name in INPUTS]].to_numpy(dtype=float)
    expected = [[float(p.values[n]) for n in INPUTS] for p in one.points if p.is_sample]
    assert np.array_equal(told, expected)


def test_drawn_multipliers_stand_in_the_results(tmp_path: Path) -> None:
    norms = {
        "normen_technisch": Distribution(Shape.UNIFORM, low=0.5, high=2),
        NOISE: Distribution(Shape.LOGNORMAL, 10),
    }
    design = Study(Population(2), norms=norms, replications=3).design()
    write_journal(tmp_path / "j.jsonl", design)
    runs = fill_store(design, tmp_path / "j.jsonl", tmp_path).runs.frame()
    per_replication = runs.groupby("replication")["drawn.normen_technisch"].unique()
    assert [len(values) for values in per_replication] == [1, 1, 1]
    assert len({values[0] for values in per_replication}) == 3
    drawn = drawn_table(design).set_index(["norm", "replication"])["multiplier"]
    for replication, values in per_replication.items():
        assert drawn["normen_technisch"].loc[replication] == values[0]
    assert len(drawn) == 3 * (1 + 110)


def test_a_study_file_asks_for_it(tmp_path: Path) -> None:
    path = tmp_path / "studie.toml"
    path.write_text(
        """naam = "x"
normruis_pct = 5
[populatie]
scholen = 2
[onzekerheid.normen_beleid]
verdeling = "driehoek"
van = 0.5
tot = 2
[gevoeligheid]
methode = "morris"
trekkingen = 10
[gevoeligheid.invoer]
ict = {verdeling = "uniform", van = 0.5, tot = 2}
normen_P01 = {verdeling = "lognormaal", spreiding_pct = 25}
""",
        encoding="utf-8",
    )
    design = read_study(path).design()
    assert set(design.norms) == {"normen_beleid", NOISE}
    assert design.norms["normen_beleid"].top == 1.25
    assert design.sensitivity is not None
    assert design.sensitivity.method is Method.MORRIS
    assert len(design.points) == 1 + 30
