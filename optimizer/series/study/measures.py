"""The figures of one run, flat and in JSON: levels with bounds, hours, people, what is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from models.agenda import TaskInstance, real_schools
from models.instance import Instance
from models.plan import TaskKey
from models.problem import UnitCode
from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.explain.answer import Answer
from optimizer.report.tables.board import coverage

Figure = str | int | float | None
Figures = Mapping[str, Figure]
"""What each column shows; the part of a name after a dot is a level, a cluster or a funding."""


def measure(answer: Answer) -> dict[str, Figure]:
    """The figures of a run that has a plan; hours are clock hours a year."""
    return {
        "status": str(answer.result.status),
        "schools": len(real_schools(answer.instance.data)),
        "people": len(answer.instance.persons),
        **dict(_levels(answer)),
        **dict(_clusters(answer)),
        **_fundings(answer),
        **_people(answer),
        **_tasks(answer),
    }


def _levels(answer: Answer) -> Iterator[tuple[str, Figure]]:
    for level in answer.result.levels:
        yield f"value.{level.level}", level.value
        yield f"bound.{level.level}", level.bound
        yield f"proven.{level.level}", int(level.proven)


def _clusters(answer: Answer) -> Iterator[tuple[str, Figure]]:
    found = coverage(answer)
    core = sum(t.demand for t in answer.instance.tasks if t.task.core)
    yield "demand.core", answer.hours(core)
    yield "missing.core", answer.hours(answer.verification.levels[Level.CORE])
    for cluster in [*Cluster, None]:
        done, asked = found.get(cluster, (0, 0))
        name = cluster or "all"
        yield f"demand.{name}", answer.hours(asked)
        yield f"covered.{name}", answer.hours(done)
        yield f"shortfall.{name}", answer.hours(asked - done)


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


def _tasks(answer: Answer) -> dict[str, Figure]:
    """Tasks that are not done at all, tasks for which nobody is competent, and such schools."""
    instance = answer.instance
    dropped = [task for task in instance.tasks if not answer.covered[task.key]]
    able = _competent(instance)
    return {
        "tasks": len(instance.tasks),
        "tasks_dropped": len(dropped),
        "core_dropped": sum(task.task.core for task in dropped),
        "tasks_unstaffed": sum(task.key not in able for task in instance.tasks),
        "core_unstaffed": sum(t.task.core and t.key not in able for t in instance.tasks),
        "schools_unstaffed": len(_schools_without(instance, able)),
    }


def _competent(instance: Instance) -> set[TaskKey]:
    """The tasks that somebody is fully competent for, within reach and paid."""
    return {key for key, person in instance.payers if (key, person) not in instance.learners}


def _schools_without(instance: Instance, able: set[TaskKey]) -> list[UnitCode]:
    """Schools with technical core tasks, and nobody who is competent for any of them."""
    tasks: dict[UnitCode, list[TaskInstance]] = defaultdict(list)
    for task in instance.tasks:
        if task.task.core and task.task.cluster is Cluster.TECHNICAL:
            tasks[task.key.unit].append(task)
    codes = [school.code for school in real_schools(instance.data)]
    return [
        code for code in codes if tasks[code] and not any(task.key in able for task in tasks[code])
    ]
