"""The figures of each school of a run: what its work is, and how much of it is done."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from models.agenda import TaskInstance, real_schools
from models.choice import chosen
from models.instance import Instance
from models.plan import TaskKey
from models.problem import GROUP, ProblemData, School, UnitCode
from models.vocabulary import Cluster
from optimizer.series.study.factors.appointments import points_of
from optimizer.workbook import labels


class SchoolRow(NamedTuple):
    """One school in one run; hours are clock hours a year.

    Work that is done once for the group is shared over its schools in proportion to their pupils,
    demand and coverage alike. `level` is the kind of education, empty when the workbook does
    not say; `points` and `ict_hours` (a week) are what the school has at this point.
    `different_tasks` counts the numbers of the task list of which something is done at the school
    or for its group.
    """

    school: str
    name: str
    level: str
    pupils: int
    points: float
    ict_hours: float
    demand: float
    covered: float
    demand_core: float
    missing_core: float
    demand_pedagogical: float
    covered_pedagogical: float
    tasks: int
    different_tasks: int


def school_rows(instance: Instance, covered: Mapping[TaskKey, int]) -> tuple[SchoolRow, ...]:
    """The rows of the schools of an instance, in their order."""
    data = instance.data
    schools = real_schools(data)
    by_unit: dict[UnitCode, list[TaskInstance]] = defaultdict(list)
    for task in chosen(instance.tasks, {key for key, grains in covered.items() if grains}):
        by_unit[task.key.unit].append(task)
    whole = sum((school.pupils for school in schools), Decimal(0))
    rows = []
    for school in schools:
        part = float(school.pupils / whole) if whole else 1 / len(schools)
        shares = [(by_unit[school.code], 1.0), (by_unit[GROUP], part)]
        rows.append(_row(data, school, shares, covered))
    return tuple(rows)


def _row(
    data: ProblemData,
    school: School,
    shares: list[tuple[list[TaskInstance], float]],
    covered: Mapping[TaskKey, int],
) -> SchoolRow:
    sums: dict[str, float] = defaultdict(float)
    done: set[str] = set()
    asked: set[str] = set()
    for tasks, part in shares:
        hours = part * data.settings.grain
        for task in tasks:
            grains = covered[task.key]
            _add(sums, task, hours, grains)
            asked.add(task.key.task)
            if grains:
                done.add(task.key.task)
    hired = sum((p.ict_hours for p in data.persons if p.home == school.code), Decimal(0))
    return SchoolRow(
        school=school.code,
        name=school.name,
        level=_level(school),
        pupils=int(school.pupils),
        points=round(float(points_of(data, school)), 2),
        ict_hours=round(float(hired), 2),
        demand=round(sums["demand"], 2),
        covered=round(sums["covered"], 2),
        demand_core=round(sums["demand_core"], 2),
        missing_core=round(sums["missing_core"], 2),
        demand_pedagogical=round(sums["demand_pedagogical"], 2),
        covered_pedagogical=round(sums["covered_pedagogical"], 2),
        tasks=len(asked),
        different_tasks=len(done),
    )


def _level(school: School) -> str:
    level = school.education_level
    return labels.EDUCATION_LEVELS[level] if level else ""


def _add(sums: dict[str, float], task: TaskInstance, hours: float, grains: int) -> None:
    sums["demand"] += hours * task.demand
    sums["covered"] += hours * grains
    if task.task.core:
        sums["demand_core"] += hours * task.demand
        sums["missing_core"] += 0 if grains else hours * task.demand
    if task.task.cluster is Cluster.PEDAGOGICAL:
        sums["demand_pedagogical"] += hours * task.demand
        sums["covered_pedagogical"] += hours * grains
