"""Every figure that a study publishes, computed again from its results with pandas and SciPy."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from benchmarks.invented_runs import invented, write_journal
from models.vocabulary import Cluster
from optimizer.series.runner import Counts
from optimizer.series.study.design import Design, RunKey
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.study import Population, Stratum, Study
from optimizer.series.study.summary.summary import summarise

Frame = Any
"""A table, row or column: what pandas' stubs make of one cell of them is no number."""
PARTS = {"basis": 0.4, "ict=2": 0.6, "normen=2": 0.2}
GAPS = {"basis": 0.0, "ict=2": 0.3, "normen=2": 0.1}
CLUSTERS = {
    Cluster.TECHNICAL: "technisch",
    Cluster.PEDAGOGICAL: "pedagogisch_didactisch",
    Cluster.POLICY: "beleid_visie",
    Cluster.ADMINISTRATIVE: "administratief",
}
STRATA = (Stratum("basis", None, 2517), Stratum("secundair", "0-199", 100),
          Stratum("secundair", "200-499", 400), Stratum("secundair", "500+", 500))  # fmt: skip


def study(strata: tuple[Stratum, ...]) -> Design:
    grid = {"ict": [1, 2], "normen": [1, 2]}
    whole = Study(Population(30), grid, replications=4, name="namaak", half_width=1.0).design()
    points = tuple(point for point in whole.points if point.name in PARTS)
    return replace(whole, points=points, strata=strata)


@pytest.fixture(scope="module", params=["plain", "weighted"])
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, bool]:
    """The folder of a study whose runs were invented, and whether its schools are weighted."""
    folder = tmp_path_factory.mktemp("namaak")
    weighted = request.param == "weighted"
    design = study(strata=STRATA if weighted else ())

    def of(key: RunKey) -> dict[str, object]:
        name = design.points[key.point].name
        return invented(key, PARTS[name], GAPS[name] if key.block > "S0010" else 0)

    write_journal(folder / "verloop.jsonl", design, of)
    store = fill_store(design, folder / "verloop.jsonl", folder)
    tables = summarise(design, store)
    write_study(StudyResult(design, folder, store, tables, {}, Counts()))
    return folder, weighted


def table(folder: Path, name: str) -> Frame:
    text = "utf-8-sig"
    return pd.read_csv(folder / f"{name}.csv", sep=";", decimal=",", encoding=text, na_values=[""])


def runs_of(folder: Path, weighted: bool) -> Frame:
    runs = table(folder, "resultaten")
    runs["w"] = 1.0
    if weighted:
        sizes = pd.cut(
            runs["leerlingen"], [-1, 199, 499, 10**6], labels=["0-199", "200-499", "500+"]
        )
        basis = runs["onderwijsniveau"] == "basis"
        runs["cel"] = np.where(basis, "basis", "secundair/" + sizes.astype(str))
        totals = {s.level if s.size is None else f"{s.level}/{s.size}": s.schools for s in STRATA}
        first = runs[runs["punt"] == "basis"].groupby(["herhaling", "cel"]).size()
        runs["w"] = [
            float(totals[c]) / first[r, c]
            for r, c in zip(runs["herhaling"], runs["cel"], strict=True)
        ]
    return runs


def measures(runs: Frame, *, best: bool = False) -> Frame:
    """Every measure per point and replication, from the sums of the runs."""
    numbers = runs.select_dtypes("number").drop(columns=["herhaling", "w"])
    sums = numbers.mul(runs["w"], axis=0).groupby([runs["punt"], runs["herhaling"]]).sum()
    short = "tekort_minstens" if best else "tekort"
    schools = sums["scholen"]
    found = {
        "core_done": 100 - 100 * sums[f"{short}_kern"] / sums["uren_gevraagd_kern"],
        "floor_short": sums[f"{short}_balans"] / schools,
        "coverage_weighted": 100 - 100 * sums[f"{short}_dekking"] / sums["uren_gevraagd_gewogen"],
    }
    if best:
        return pd.DataFrame(found)
    return pd.DataFrame(
        {
            **found,
            "coverage.all": 100 * sums["uren_gepland_alles"] / sums["uren_gevraagd_alles"],
            **{
                f"coverage.{cluster}": 100 * sums[f"uren_gepland_{word}"]
                / sums[f"uren_gevraagd_{word}"]
                for cluster, word in CLUSTERS.items()
            },
            "coverage_mean": sums["som_dekking_scholen"] / schools,
            "pedagogical_share": 100 * sums["uren_gepland_pedagogisch_didactisch"]
            / sums["uren_gepland_alles"],
            "different_tasks": sums["verschillende_taken"] / schools,
            "tasks_dropped": 100 * sums["taken_niet_gedaan"] / sums["taken"],
            "tasks_unstaffed": 100 * sums["taken_zonder_bekwame"] / sums["taken"],
            "schools_unstaffed": 100 * sums["scholen_zonder_bekwame"] / schools,
            "without_plan": 0 * schools,
            "covered.all": sums["uren_gepland_alles"],
            "travel": sums["uren_reistijd"],
        }
    )  # fmt: skip


def near(found: float, expected: float) -> bool:
    return bool(np.isclose(found, expected, rtol=1e-9, atol=1e-9, equal_nan=True))


def check_interval(row: Frame, values: Frame) -> None:
    assert near(row["gemiddelde"], values.mean())
    if np.ptp(values) == 0:
        assert np.isnan(row["onder"])
        assert row["waarom_geen_interval"] == "in elke herhaling gelijk"
        return
    low, high = stats.t.interval(0.95, len(values) - 1, values.mean(), stats.sem(values))
    assert near(row["onder"], low)
    assert near(row["boven"], high)
    assert row["herhalingen"] == len(values)


def test_means(published: tuple[Path, bool]) -> None:
    folder, weighted = published
    runs = runs_of(folder, weighted)
    values, best = measures(runs), measures(runs, best=True)
    found = table(folder, "samenvatting")
    assert set(found["maat"]) == set(values.columns)
    assert len(found) == 3 * len(values.columns)
    for _, row in found.iterrows():
        own = values.loc[row["punt"], row["maat"]].to_numpy()
        check_interval(row, own)
        if row["maat"] in best:
            ends = best.loc[row["punt"], row["maat"]].to_numpy()
            low, high = np.minimum(own, ends), np.maximum(own, ends)
            assert near(row["kloof_onder"], low.mean())
            assert near(row["kloof_boven"], high.mean())
        else:
            assert np.isnan(row["kloof_onder"])


def test_differences(published: tuple[Path, bool]) -> None:
    folder, weighted = published
    runs = runs_of(folder, weighted)
    values, best = measures(runs), measures(runs, best=True)
    found = table(folder, "verschillen")
    p_values = []
    for _, row in found.iterrows():
        pair = values.loc[row["punt"], row["maat"]] - values.loc["basis", row["maat"]]
        check_interval(row, pair.to_numpy())
        if np.ptp(pair) > 0:
            p_value = float(stats.ttest_1samp(pair, 0).pvalue)
            assert near(row["p"], p_value)
            p_values.append(p_value)
        if row["maat"] in best:
            one = values.loc[row["punt"], row["maat"]] - best.loc["basis", row["maat"]]
            other = best.loc[row["punt"], row["maat"]] - values.loc["basis", row["maat"]]
            ends = np.sort(np.stack([one.to_numpy(), other.to_numpy()]), axis=0)
            assert near(row["kloof_onder"], ends[0].mean())
            assert near(row["kloof_boven"], ends[1].mean())
            low = stats.t.interval(0.95, 3, ends[0].mean(), stats.sem(ends[0]))[0]
            high = stats.t.interval(0.95, 3, ends[1].mean(), stats.sem(ends[1]))[1]
            assert near(row["onder_met_kloof"], low)
            assert near(row["boven_met_kloof"], high)
    order = np.argsort(p_values)
    steps = [(len(p_values) - place) * p_values[each] for place, each in enumerate(order)]
    holm = np.minimum(1, np.maximum.accumulate(steps))
    told = found.dropna(subset="p").sort_values("p", kind="stable")["p_holm"].to_numpy()
    assert np.allclose(told, holm)


def test_advice(published: tuple[Path, bool]) -> None:
    folder, weighted = published
    values = measures(runs_of(folder, weighted))
    found = table(folder, "samenvatting").set_index(["punt", "maat"])["herhalingen_nodig"]
    spread = values.loc["basis", "coverage.all"].std()

    def half(count: int) -> float:
        return float(stats.t.ppf(0.975, count - 1) * spread / np.sqrt(count))

    told = int(found["basis", "coverage.all"])
    assert half(told) <= 1
    assert told == 2 or half(told - 1) > 1
    assert np.isnan(found["basis", "travel"])


def schools_of(folder: Path, weighted: bool) -> Frame:
    rows = table(folder, "scholen")
    keys = ["herhaling", "punt", "eenheid"]
    rows = rows.merge(runs_of(folder, weighted)[[*keys, "w"]], on=keys)
    return rows.assign(
        coverage=100 * rows["uren_gepland"] / rows["uren_gevraagd"],
        core_done=100 - 100 * rows["uren_kern_niet_gedaan"] / rows["uren_kern_gevraagd"],
        coverage_pedagogical=100 * rows["uren_ped_gepland"] / rows["uren_ped_gevraagd"],
        different_tasks=rows["verschillende_taken"].astype(float),
    )


def clustered(rows: Frame, values: Frame) -> tuple[float, float, float]:
    """A weighted mean over schools with an interval over replications."""
    w = rows["w"]
    mean = (w * values).sum() / w.sum()
    parts = (w * (values - mean)).groupby(rows["herhaling"]).sum()
    count = len(parts)
    error = np.sqrt(count / (count - 1) * (parts**2).sum()) / w.sum()
    half = stats.t.ppf(0.975, count - 1) * error
    return mean, mean - half, mean + half


def chosen(rows: Frame, row: Frame) -> Frame:
    mine = rows[rows["punt"] == row["punt"]]
    column = {"level": "onderwijsniveau", "size": "grootteklasse"}.get(row["per"])
    return mine if column is None else mine[mine[column] == row["waarvan"]]


def test_the_distribution_over_schools(published: tuple[Path, bool]) -> None:
    folder, weighted = published
    rows = schools_of(folder, weighted)
    for _, row in table(folder, "verdeling").iterrows():
        mine = chosen(rows, row)
        values = mine[row["maat"]]
        assert len(mine) == row["scholen"]
        expected = clustered(mine, values)
        assert all(map(near, (row["gemiddelde"], row["onder"], row["boven"]), expected))
        pairs = np.abs(np.subtract.outer(values.to_numpy(), values.to_numpy()))
        w = mine["w"].to_numpy()
        both = np.multiply.outer(w, w)
        mean = np.average(values, weights=w)
        assert near(row["gini"], (both * pairs).sum() / (2 * w.sum() ** 2 * mean))
        if not weighted:
            for part in (10, 25, 50, 75, 90):
                assert near(row[f"q{part}"], np.quantile(values, part / 100, method="hazen"))


def test_winners_and_losers(published: tuple[Path, bool]) -> None:
    folder, weighted = published
    rows = schools_of(folder, weighted)
    keys = ["herhaling", "school"]
    base = rows[rows["punt"] == "basis"].set_index(keys)["coverage"]
    change = rows["coverage"] - base.reindex(rows.set_index(keys).index).to_numpy()
    rows = rows.assign(won=100.0 * (change >= 0.5), lost=100.0 * (change <= -0.5), change=change)
    found = table(folder, "winnaars")
    assert set(found["punt"]) == {"ict=2", "normen=2"}
    for _, row in found.iterrows():
        mine = chosen(rows, row)
        mean, low, high = clustered(mine, mine[row["uitkomst"]])
        assert near(row["gemiddelde"], mean)
        if np.isnan(row["onder"]):
            assert mine[row["uitkomst"]].groupby(mine["herhaling"]).mean().nunique() == 1
        else:
            is_share = row["uitkomst"] != "change"
            assert near(row["onder"], max(low, 0) if is_share else low)
            assert near(row["boven"], min(high, 100) if is_share else high)


def test_proof(published: tuple[Path, bool]) -> None:
    folder, _ = published
    runs = table(folder, "resultaten")
    found = table(folder, "bewijs").set_index("punt")
    for point, mine in runs.groupby("punt"):
        for level in ("kern", "balans", "dekking"):
            value, bound = mine[f"waarde_{level}"], mine[f"grens_{level}"]
            gap = 100 * (value.sum() - bound.sum()) / max(1, value.sum())
            assert near(found.loc[point, f"kloof_{level}"], gap)
            assert near(found.loc[point, f"bewezen_{level}"], 100 * mine[f"bewezen_{level}"].mean())
