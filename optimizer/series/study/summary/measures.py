"""The measures of a study: what is computed of the sums of a replication at a point."""

from collections.abc import Callable, Mapping

import pandas as pd

from models.settings import Level
from models.vocabulary import Cluster

Sums = pd.DataFrame
"""The sums over all runs of a replication at a point, a row each."""
Of = Callable[[Sums], "pd.Series[float]"]


def _part(part: str, whole: str) -> Of:
    return lambda sums: 100 * sums[part] / sums[whole]


def _not(part: str, whole: str) -> Of:
    return lambda sums: 100 - 100 * sums[part] / sums[whole]


MEASURES: Mapping[str, Of] = {
    "coverage.all": _part("covered.all", "demand.all"),
    **{f"coverage.{c}": _part(f"covered.{c}", f"demand.{c}") for c in Cluster},
    "coverage_weighted": _not(f"short.{Level.COVERAGE}", "demand.weighted"),
    "coverage_mean": lambda sums: sums["coverage_sum"] / sums["schools"],
    "core_done": _not("missing.core", "demand.core"),
    "floor_short": lambda sums: sums[f"short.{Level.BALANCE}"] / sums["schools"],
    "pedagogical_share": _part(f"covered.{Cluster.PEDAGOGICAL}", "covered.all"),
    "different_tasks": lambda sums: sums["different_tasks"] / sums["schools"],
    "tasks_dropped": _part("tasks_dropped", "tasks"),
    "tasks_unstaffed": _part("tasks_unstaffed", "tasks"),
    "schools_unstaffed": _part("schools_unstaffed", "schools"),
    "without_plan": _part("without_plan", "runs"),
    "covered.all": lambda sums: sums["covered.all"],
    "travel": lambda sums: sums["travel"],
}
"""Per cents, but for tasks (`different_tasks`) and hours (`floor_short`) per school, and the hours
`covered` and `travel` of all schools together."""
NOT_PER_CENT = frozenset({"floor_short", "different_tasks", "covered.all", "travel"})
"""The measures in hours or tasks: a half-width in per cent points says nothing of them."""
PROVEN: Mapping[str, Of] = {
    "core_done": _not(f"least.{Level.CORE}", "demand.core"),
    "floor_short": lambda sums: sums[f"least.{Level.BALANCE}"] / sums["schools"],
    "coverage_weighted": _not(f"least.{Level.COVERAGE}", "demand.weighted"),
}
"""What the measure of a level could be at best, by the bound that was proven: in its own unit."""
SUMMED = (
    "demand.core", "missing.core", "demand.weighted", "coverage_sum", "schools", "tasks",
    "tasks_dropped", "tasks_unstaffed", "schools_unstaffed", "different_tasks", "travel",
    *(f"{part}.{c}" for c in (*map(str, Cluster), "all") for part in ("demand", "covered")),
    *(f"{part}.{level}" for level in (Level.CORE, Level.BALANCE, Level.COVERAGE)
      for part in ("short", "least")),
)  # fmt: skip
"""The columns of runs that are summed."""
