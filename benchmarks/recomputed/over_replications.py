"""Means and paired differences with Student's interval, and with what gaps leave open."""

from collections.abc import Iterator, Mapping

import numpy as np
from scipy import stats

from benchmarks.recomputed.figure import Figure, Frame, figures_of
from benchmarks.recomputed.measures import WITH_PLAN, best, measures
from benchmarks.recomputed.published import Published, read


def student(values: Frame) -> tuple[float, float, float]:
    """A mean and Student's interval over replications; no interval when all are alike."""
    count, mean = len(values), float(np.mean(values)) if len(values) else np.nan
    if count < 2 or np.std(values) <= 1e-12 * max(1.0, abs(mean)):
        return mean, np.nan, np.nan
    low, high = stats.t.interval(0.95, count - 1, mean, stats.sem(values))
    return mean, float(low), float(high)


def _interval(values: Frame) -> dict[str, float]:
    mean, low, high = student(values)
    return {"gemiddelde": mean, "onder": low, "boven": high, "herhalingen": float(len(values))}


def _ends(low: Frame, high: Frame) -> dict[str, float]:
    """What gaps leave open, and that with chance added to both ends."""
    below, above = student(np.minimum(low, high)), student(np.maximum(low, high))
    return {
        "kloof_onder": below[0], "kloof_boven": above[0],
        "onder_met_kloof": below[0] if np.isnan(below[1]) else below[1],
        "boven_met_kloof": above[0] if np.isnan(above[2]) else above[2],
    }  # fmt: skip


def _proven(runs: Frame) -> Frame:
    """Per point the part of the plans that are proven in every goal, in per cent."""
    planned = runs[runs["status"].isin(WITH_PLAN)]
    return 100 * (planned["status"] == "optimal").groupby(planned["punt"]).mean()


def means(study: Published) -> Iterator[Figure]:
    """The table of means."""
    values, bounds, proven = measures(study.runs), best(study.runs), _proven(study.runs)
    for _, row in read(study.folder, "samenvatting").iterrows():
        point, measure = row["punt"], row["maat"]
        own = values.loc[point, measure].dropna().to_numpy()
        computed = _interval(own) | {"bewezen": proven[point]}
        if measure in bounds and bounds[measure].notna().all():
            computed |= _ends(own, bounds.loc[point, measure].to_numpy())
        yield from figures_of("samenvatting", row, ("punt", "maat"), computed)


def differences(study: Published) -> Iterator[Figure]:
    """The table of paired differences, with Holm's correction over all of it."""
    values, bounds, proven = measures(study.runs), best(study.runs), _proven(study.runs)
    found = read(study.folder, "verschillen")
    p_values: dict[int, float] = {}
    for place, row in found.iterrows():
        point, measure = row["punt"], row["maat"]
        own, base = values.loc[point, measure], values.loc["basis", measure]
        pairs = (own - base).dropna().to_numpy()
        computed = _interval(pairs) | {"bewezen": min(proven[point], proven["basis"]), "p": np.nan}
        if not np.isnan(computed["onder"]):
            p_values[place] = computed["p"] = float(stats.ttest_1samp(pairs, 0).pvalue)
        if measure in bounds and bounds[measure].notna().all():
            one = own - bounds.loc["basis", measure]
            other = bounds.loc[point, measure] - base
            computed |= _ends(one.to_numpy(), other.to_numpy())
        yield from figures_of("verschillen", row, ("punt", "maat"), computed)
    yield from _holm(found, p_values)


def _holm(found: Frame, p_values: Mapping[int, float]) -> Iterator[Figure]:
    """Step-down: the k-th smallest of m times m − k + 1, never below an earlier one."""
    highest = 0.0
    for place, (row, p) in enumerate(sorted(p_values.items(), key=lambda pair: pair[1])):
        highest = max(highest, min(1.0, (len(p_values) - place) * p))
        yield from figures_of("verschillen", found.loc[row], ("punt", "maat"), {"p_holm": highest})
