"""The measures of a study from the sums of its runs."""

from collections.abc import Iterator

import pandas as pd

from benchmarks.recomputed.figure import Frame

CLUSTERS = {
    "coverage.technical": "technisch", "coverage.pedagogical": "pedagogisch_didactisch",
    "coverage.policy": "beleid_visie", "coverage.administrative": "administratief",
}  # fmt: skip
WITH_PLAN = ["optimal", "feasible"]


def measures(runs: Frame) -> Frame:
    """Every measure per point and replication, from the sums of the runs."""
    sums, schools = _sums(runs), _sums(runs)["scholen"]
    shares = {"coverage.all": "alles", **CLUSTERS}
    covered = {
        name: 100 * sums[f"uren_gepland_{word}"] / sums[f"uren_gevraagd_{word}"]
        for name, word in shares.items()
    }
    found = {
        **covered,
        **dict(_level_measures(sums, "tekort")),
        "coverage_mean": sums["som_dekking_scholen"] / schools,
        "pedagogical_share": 100 * sums["uren_gepland_pedagogisch_didactisch"]
        / sums["uren_gepland_alles"],
        "different_tasks": sums["verschillende_taken"] / schools,
        "tasks_dropped": 100 * sums["taken_niet_gedaan"] / sums["taken"],
        "tasks_unstaffed": 100 * sums["taken_zonder_bekwame"] / sums["taken"],
        "schools_unstaffed": 100 * sums["scholen_zonder_bekwame"] / schools,
        "without_plan": 100 * sums["zonder"] / sums["een"],
        "covered.all": sums["uren_gepland_alles"],
        "travel": sums["uren_reistijd"],
    }  # fmt: skip
    return pd.DataFrame(found)


def best(runs: Frame) -> Frame:
    """The measures of levels, had every plan been as good as its proven bound allows."""
    return pd.DataFrame(dict(_level_measures(_sums(runs), "tekort_minstens")))


def _sums(runs: Frame) -> Frame:
    """Weighted sums per point and replication; `een` counts runs, `zonder` those without a plan."""
    planned = runs["status"].isin(WITH_PLAN)
    numbers = runs.select_dtypes("number").drop(columns=["herhaling", "w"])
    numbers = numbers.assign(een=1.0, zonder=(~planned).astype(float))
    weighed = numbers.mul(runs["w"], axis=0)
    # A sum is missing when it is in every run, as that of a goal that was not solved for.
    return weighed.groupby([runs["punt"], runs["herhaling"]]).sum(min_count=1)


def _level_measures(sums: Frame, short: str) -> Iterator[tuple[str, Frame]]:
    """What falls short at a level, as a measure."""
    if f"{short}_kern" in sums:
        yield "core_done", 100 - 100 * sums[f"{short}_kern"] / sums["uren_gevraagd_kern"]
    yield "floor_short", sums[f"{short}_balans"] / sums["scholen"]
    whole = sums["uren_gevraagd_gewogen"]
    yield "coverage_weighted", 100 - 100 * sums[f"{short}_dekking"] / whole
