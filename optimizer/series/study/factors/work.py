"""How much work there is, and what is protected: norms of the tasks, the pedagogical floor."""

from dataclasses import replace
from decimal import Decimal
from math import exp

from models.problem import Deviation, ProblemData, Task
from models.vocabulary import Cluster, DeviationKind
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.records import times, with_tasks


def noisy_norms(data: ProblemData, spread_pct: Decimal, draws: Draws) -> ProblemData:
    """Hours of every task off by a factor of its own, one on average, the same for all schools.

    `spread_pct` is the standard deviation of the factor's logarithm, in per cent.
    """
    spread = float(spread_pct) / 100

    def differs(task: Task) -> Decimal:
        deviation = draws.stream("norm", task.number).gauss(0, spread)
        return Decimal(round(1000 * exp(deviation - spread**2 / 2))) / 1000

    if not spread:
        return data
    return with_tasks(data, differs)


def scale_norms(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """Hours of the task list, and those counted for a task at a school."""

    def counted(row: Deviation) -> Deviation:
        hours = row.kind is DeviationKind.HOURS
        return replace(row, value=times(row.value, by)) if hours else row

    data = replace(data, deviations=tuple(map(counted, data.deviations)))
    return with_tasks(data, lambda task: by)


def set_floor(data: ProblemData, per_cent: Decimal, _draws: Draws) -> ProblemData:
    """The pedagogical floor, in per cent."""
    floors = {**data.settings.floors, Cluster.PEDAGOGICAL: per_cent}
    return replace(data, settings=replace(data.settings, floors=floors))
