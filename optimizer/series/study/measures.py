"""The figures of one run, flat and in JSON: levels with bounds, hours, people, what is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from models.agenda import TaskInstance, real_schools
from models.choice import chosen
from models.instance import Instance
from models.plan import TaskKey
from models.problem import UnitCode
from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.explain.answer import Answer
from optimizer.series.study.factors.registry import FLOOR, POOL
from optimizer.series.study.school_measures import SchoolRow, school_rows

Figure = str | int | float | None
Figures = Mapping[str, Figure]
"""What each column shows; the part of a name after a dot is a level, a cluster or a funding."""
SCHOOLS = "per_school"
"""The key under which a run keeps the rows of its schools."""
SHORT = (Level.CORE, Level.BALANCE, Level.COVERAGE)
"""The levels that count hours that lack, weighted or not."""
MEASURED = ("optimal", "feasible")
"""The statuses of runs with a plan."""
INVALID, INFEASIBLE, UNKNOWN = "invalid", "infeasible", "unknown"
"""How a run without a plan ended; the others have the status of their plan."""


@dataclass(frozen=True)
class _Covered:
    """The tasks of an instance, and the grains of each that are done."""

    instance: Instance
    covered: Mapping[TaskKey, int]

    def hours(self, grains: int) -> int:
        """Clock hours a year."""
        return grains * self.instance.settings.grain

    @cached_property
    def tasks(self) -> tuple[TaskInstance, ...]:
        """The tasks that count; of a chosen level those of the level that is."""
        return chosen(self.instance.tasks, {key for key, grains in self.covered.items() if grains})

    @cached_property
    def able(self) -> set[TaskKey]:
        """The tasks that somebody is fully competent for, within reach and paid."""
        pairs = self.instance.payers
        return {key for key, person in pairs if (key, person) not in self.instance.learners}


def measure(answer: Answer) -> dict[str, object]:
    """The figures of a run that has a plan; hours are clock hours a year."""
    found = _Covered(answer.instance, answer.covered)
    return {
        "status": str(answer.result.status),
        **_all(found),
        **dict(_levels(answer)),
        **_fundings(answer),
        **_people(answer),
    }


def measure_nothing(instance: Instance, status: str, error: str = "") -> dict[str, object]:
    """The figures of a problem that has no plan: all work is asked, none is done.

    What lacks is proven as well, unless nothing was found within the limit.
    """
    found = _Covered(instance, defaultdict(int))
    short = {
        Level.CORE: sum(t.demand for t in found.tasks if t.task.core),
        Level.BALANCE: sum(instance.floor_targets.values()),
        Level.COVERAGE: _weighted(found),
    }
    lacking: dict[str, object] = {}
    for level, grains in short.items():
        lacking[f"short.{level}"] = found.hours(grains)
        lacking[f"least.{level}"] = 0 if status == UNKNOWN else found.hours(grains)
    return {"status": status, "error": error or None, **_all(found), **lacking}


def _all(found: _Covered) -> dict[str, object]:
    data = found.instance.data
    schools = real_schools(data)
    rows = school_rows(found.instance, found.covered)
    return {
        "schools": len(schools),
        "people": len(found.instance.persons),
        f"factor.{FLOOR}": float(data.settings.floors.get(Cluster.PEDAGOGICAL, 0)),
        f"factor.{POOL}": float(max((school.pool_pct for school in schools), default=0)),
        **dict(_clusters(found)),
        **_tasks(found),
        SCHOOLS: [list(row) for row in rows],
        **_place(rows),
    }


def _place(rows: tuple[SchoolRow, ...]) -> dict[str, Figure]:
    """Which school, or schools, a run is about."""
    levels = sorted({row.level for row in rows})
    return {
        "school": " ".join(row.school for row in rows),
        "school_name": " / ".join(row.name for row in rows),
        "level": " / ".join(levels),
        "pupils": sum(row.pupils for row in rows),
    }


def _weighted(found: _Covered) -> int:
    """The demand, weighed by priority as the level of coverage weighs it, in grains."""
    weights = found.instance.settings.priority_weights
    return sum(weights[task.priority] * task.demand for task in found.tasks)


def _levels(answer: Answer) -> Iterator[tuple[str, Figure]]:
    for level in answer.result.levels:
        yield f"value.{level.level}", level.value
        yield f"bound.{level.level}", level.bound
        yield f"proven.{level.level}", int(level.proven)
        if level.level in SHORT and level.value is not None:
            yield f"short.{level.level}", answer.hours(level.value)
            yield f"least.{level.level}", answer.hours(max(0, level.bound or 0))


def _clusters(found: _Covered) -> Iterator[tuple[str, Figure]]:
    tasks = found.tasks
    core = [task for task in tasks if task.task.core]
    yield "demand.core", found.hours(sum(task.demand for task in core))
    undone = sum(task.demand for task in core if not found.covered[task.key])
    yield "missing.core", found.hours(undone)
    yield "demand.weighted", found.hours(_weighted(found))
    for cluster in [*Cluster, None]:
        own = [task for task in tasks if cluster in (None, task.task.cluster)]
        asked = sum(task.demand for task in own)
        done = sum(found.covered[task.key] for task in own)
        name = cluster or "all"
        yield f"demand.{name}", found.hours(asked)
        yield f"covered.{name}", found.hours(done)
        yield f"shortfall.{name}", found.hours(asked - done)


def _fundings(answer: Answer) -> dict[str, Figure]:
    spent: Counter[Funding] = Counter()
    for (_, _, payer), grains in answer.plan.hours.items():
        spent[payer.funding] += grains
    for (_, payer), grains in answer.plan.outsourced.items():
        spent[payer.funding] += grains
    travel = sum(answer.verification.travel.values())
    hours = {f"hours.{funding}": answer.hours(spent[funding]) for funding in Funding}
    return {**hours, "travel": answer.hours(travel)}


def _people(answer: Answer) -> dict[str, Figure]:
    """Who is full, and who is above full; by the rules nobody is."""
    loads = [
        (answer.verification.loads[person.code], answer.instance.total_capacity(person.code))
        for person in answer.instance.persons
    ]
    return {
        "people_full": sum(load == most for load, most in loads if most),
        "people_over": sum(load > most for load, most in loads),
    }


def _tasks(found: _Covered) -> dict[str, Figure]:
    """Tasks that are done and not, tasks for which nobody is competent, and such schools."""
    tasks = found.tasks
    dropped = [task for task in tasks if not found.covered[task.key]]
    return {
        "tasks": len(tasks),
        "tasks_dropped": len(dropped),
        "core_dropped": sum(task.task.core for task in dropped),
        "tasks_unstaffed": sum(task.key not in found.able for task in tasks),
        "core_unstaffed": sum(t.task.core and t.key not in found.able for t in tasks),
        "schools_unstaffed": len(_schools_without(found)),
    }


def _schools_without(found: _Covered) -> list[UnitCode]:
    """Schools with technical core tasks, and nobody who is competent for any of them."""
    tasks: dict[UnitCode, list[TaskInstance]] = defaultdict(list)
    for task in found.tasks:
        if task.task.core and task.task.cluster is Cluster.TECHNICAL:
            tasks[task.key.unit].append(task)
    codes = [school.code for school in real_schools(found.instance.data)]
    return [
        code
        for code in codes
        if tasks[code] and not any(task.key in found.able for task in tasks[code])
    ]
