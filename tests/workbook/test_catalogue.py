"""The packaged task list: complete, consistent with itself, and honest about its hours."""

import re
from decimal import Decimal

import pytest

from models.problem import Task
from models.vocabulary import Cluster, Driver, Priority, Rhythm
from optimizer.workbook import labels
from optimizer.workbook.template.catalogue import CatalogueEntry, catalogue_entries, catalogue_tasks

REFERENCE = {
    Driver.PUPILS: Decimal(5),
    Driver.DEVICES: Decimal("5.9"),
    Driver.TEACHERS: Decimal(6),
    Driver.SITES: Decimal(1),
    Driver.NONE: Decimal(0),
}


def demand_at_reference(task: Task) -> Decimal:
    return task.fixed_hours + task.unit_hours * REFERENCE[task.driver]


def test_list_has_110_tasks_with_unique_numbers() -> None:
    numbers = [task.number for task in catalogue_tasks()]
    assert len(numbers) == len(set(numbers)) == 110


def test_clusters_stand_together_in_their_fixed_order() -> None:
    clusters = [task.cluster for task in catalogue_tasks()]
    assert list(dict.fromkeys(clusters)) == list(Cluster)
    assert clusters == sorted(clusters, key=list(Cluster).index)


def test_core_and_daily_tasks_and_only_they_are_essential() -> None:
    core = {task.number for task in catalogue_tasks() if task.core}
    daily = {task.number for task in catalogue_tasks() if task.rhythm is Rhythm.DAILY}
    essential = {t.number for t in catalogue_tasks() if t.priority is Priority.ESSENTIAL}
    assert core | daily == essential
    assert daily - core == {"T30", "A05"}
    assert len(core) == 42


@pytest.mark.parametrize("entry", catalogue_entries(), ids=lambda entry: entry.task.number)
def test_demand_at_the_reference_school_is_the_middle_of_the_assumed_range(
    entry: CatalogueEntry,
) -> None:
    found = re.match(r"Uren: aanname, (\d+) tot (\d+)\.", entry.explanation)
    assert found is not None
    middle = (Decimal(found[1]) + Decimal(found[2])) / 2
    assert abs(demand_at_reference(entry.task) - middle) <= Decimal("0.1")


@pytest.mark.parametrize("task", catalogue_tasks(), ids=lambda task: task.number)
def test_task_asks_known_competences_on_the_scale(task: Task) -> None:
    assert task.required
    assert set(task.required) <= set(labels.COMPETENCES)
    assert all(1 <= level <= 4 for level in task.required.values())


@pytest.mark.parametrize("task", catalogue_tasks(), ids=lambda task: task.number)
def test_task_grows_exactly_when_it_has_a_driver(task: Task) -> None:
    assert (task.unit_hours > 0) == (task.driver is not Driver.NONE)
    assert task.fixed_hours > 0


def test_nothing_is_decided_for_the_school() -> None:
    """No rate, no role and no minimum is given: those are the school's own."""
    assert all(task.rate is None for task in catalogue_tasks())
    assert all(not task.roles and task.minimum_pct is None for task in catalogue_tasks())
