"""How much work there is, and what is protected: norms of the tasks, shocks, a floor."""

import csv
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from models.problem import Deviation, ProblemData, Task, TaskNumber
from models.vocabulary import Cluster, DeviationKind, Driver, OnSite, Priority, TaskLevel
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.records import times, with_tasks
from optimizer.workbook import labels

_CENT = Decimal("0.01")


def scale_norms(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """Hours of the task list, and those counted for a task at a school."""
    return scale_tasks(data, by, lambda task: True)


def scale_cluster(cluster: Cluster) -> Callable[[ProblemData, Decimal, Draws], ProblemData]:
    """The change of the hours of one cluster."""
    return lambda data, by, _draws: scale_tasks(data, by, lambda task: task.cluster is cluster)


def scale_task(number: str) -> Callable[[ProblemData, Decimal, Draws], ProblemData]:
    """The change of the hours of one task."""
    return lambda data, by, _draws: scale_tasks(data, by, lambda task: task.number == number)


def scale_tasks(data: ProblemData, by: Decimal, chosen: Callable[[Task], bool]) -> ProblemData:
    """The hours of some tasks times `by`: in the list, and where they were counted at a school."""
    numbers = {task.number for task in data.tasks if chosen(task)}

    def counted(row: Deviation) -> Deviation:
        hours = row.kind is DeviationKind.HOURS and row.task in numbers
        return replace(row, value=times(row.value, by)) if hours else row

    data = replace(data, deviations=tuple(map(counted, data.deviations)))
    return with_tasks(data, lambda task: by if task.number in numbers else Decimal(1))


def set_floor(data: ProblemData, per_cent: Decimal, _draws: Draws) -> ProblemData:
    """The pedagogical floor, in per cent."""
    floors = {**data.settings.floors, Cluster.PEDAGOGICAL: per_cent}
    return replace(data, settings=replace(data.settings, floors=floors))


def open_levels(data: ProblemData, _on: Decimal, _draws: Draws) -> ProblemData:
    """The plan decides for all work that nobody has to be at school for: at the group or there."""
    tasks = tuple(
        replace(task, level=TaskLevel.CHOICE) if task.on_site is OnSite.NO else task
        for task in data.tasks
    )
    return replace(data, tasks=tasks)


def shock(data: ProblemData, part: Decimal, _draws: Draws) -> ProblemData:
    """The extra work of distance learning in a lockdown, times `part`, at every school."""
    known = {task.number for task in data.tasks}
    extra = [
        replace(
            task,
            fixed_hours=(task.fixed_hours * part).quantize(_CENT),
            unit_hours=(task.unit_hours * part).quantize(_CENT),
        )
        for task in shock_tasks()
        if task.number not in known
    ]
    return replace(data, tasks=(*data.tasks, *extra))


@cache
def shock_tasks() -> tuple[Task, ...]:
    """The tasks that came on top when schools closed; their hours are assumptions of ours.

    Which tasks: a survey of coordinators by telephone (Department of Education and KlasCement),
    told in the report on the state of ICT co-ordination of the project on ICT teams in schools.
    """
    text = (files("optimizer.series.study") / "data" / "schok.csv").read_text(encoding="utf-8")
    return tuple(map(_shock_task, csv.DictReader(text.splitlines(), delimiter=";")))


def _shock_task(row: dict[str, str]) -> Task:
    clusters = {word: cluster for cluster, word in labels.CLUSTERS.items()}
    drivers = {word: driver for driver, word in labels.DRIVERS.items()}
    return Task(
        number=TaskNumber(row["nr"]),
        cluster=clusters[row["cluster"]],
        title=row["taak"],
        priority=Priority.ESSENTIAL,
        fixed_hours=Decimal(row["uren vast"]),
        unit_hours=Decimal(row["uren per eenheid"]),
        driver=drivers.get(row["eenheid"], Driver.NONE),
        required={
            name.strip(): int(level)
            for name, _, level in (part.rpartition(":") for part in row["competenties"].split(","))
        },
    )
