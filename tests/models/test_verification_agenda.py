"""What is on the agenda, and how many grains it asks; computed by hand."""

import pytest
from factory import GROUP, Number, deviation, plan, problem, school, settings, task

from models.problem import Deviation, ProblemData, School, Task
from models.settings import Settings
from models.verification import verify
from models.vocabulary import Applies, Cluster, DeviationKind, Driver, Mode, TaskLevel

NOT_HERE = DeviationKind.NOT_APPLICABLE
TWO = (school("S1", pupils=200), school("S2", pupils=300))


def demand(data: ProblemData) -> dict[str, int]:
    return {str(key): grains for key, grains in verify(data, plan()).demand.items()}


def asked(
    work: Task,
    *rows: Deviation,
    schools: tuple[School, ...] = TWO,
    chosen: Settings | None = None,
) -> dict[str, int]:
    return demand(problem(schools=schools, tasks=[work], deviations=rows, settings=chosen))


def test_two_schools_ask_twice_the_group_once() -> None:
    """The economy of scale of the model's small truths: 16 hours against 8."""
    assert asked(task(hours=8)) == {"T01@S1": 8, "T01@S2": 8}
    assert asked(task(hours=8, level=TaskLevel.GROUP)) == {"T01@GROEP": 8}


def test_a_level_is_chosen_for_the_schools_that_pool() -> None:
    choice = task(hours=8, level=TaskLevel.CHOICE)
    apart = {"T01@S1": 8, "T01@S2": 8}
    assert asked(choice) == apart
    pooling = (*TWO, school("S3", pool_pct=1))
    assert asked(choice, schools=pooling) == {**apart, "T01@S3": 8, "T01@GROEP": 8}


@pytest.mark.parametrize("level", list(TaskLevel))
def test_a_single_school_does_everything_itself(level: TaskLevel) -> None:
    assert asked(task(hours=8, level=level), schools=(school(pool_pct=50),)) == {"T01@S1": 8}


def test_one_school_with_a_pool_row_is_a_group() -> None:
    schools = (school(), school(GROUP))
    assert asked(task(hours=8, level=TaskLevel.GROUP), schools=schools) == {"T01@GROEP": 8}
    assert asked(task(hours=8), schools=schools) == {"T01@S1": 8}


@pytest.mark.parametrize(
    ("driver", "grains"),
    [
        (Driver.PUPILS, 5 + 2 * 3),
        (Driver.DEVICES, 5 + 2 * 4),
        (Driver.TEACHERS, 5 + 2 * 5),
        (Driver.SITES, 5 + 2 * 6),
        (Driver.NONE, 5 + 2),
    ],
)
def test_demand_grows_with_its_driver(driver: Driver, grains: int) -> None:
    only = school(pupils=300, devices=400, teachers=50, sites=6)
    work = task(hours=5, per_unit=2, driver=driver)
    assert asked(work, schools=(only,)) == {"T01@S1": grains}


def test_group_sums_the_drivers_and_counts_the_rest_once() -> None:
    work = task(hours=5, per_unit=2, driver=Driver.PUPILS, level=TaskLevel.GROUP)
    assert asked(work) == {"T01@GROEP": 5 + 2 * 5}
    plain = task(hours=5, per_unit=2, level=TaskLevel.GROUP)
    assert asked(plain) == {"T01@GROEP": 7}


def test_group_leaves_out_the_schools_where_the_task_does_not_apply() -> None:
    work = task(hours=5, per_unit=2, driver=Driver.PUPILS, level=TaskLevel.GROUP)
    assert asked(work, deviation(NOT_HERE, unit="S2")) == {"T01@GROEP": 5 + 2 * 2}
    both = (deviation(NOT_HERE, task="T01", unit="S1"), deviation(NOT_HERE, unit="S2"))
    assert asked(work, *both) == {}
    assert asked(work, deviation(NOT_HERE, task="T01", unit=GROUP)) == {}
    assert asked(work, deviation(NOT_HERE, task="T01")) == {}


@pytest.mark.parametrize(
    ("hours", "grains"), [("1.9", None), ("2", 1), ("5.99", 1), ("6", 2), ("10", 3)]
)
def test_halves_of_a_grain_round_up(hours: Number, grains: int | None) -> None:
    found = asked(task(hours=hours), schools=(school(),), chosen=settings(grain=4))
    assert found.get("T01@S1") == grains


def test_only_tasks_that_apply_now() -> None:
    assert asked(task(hours=8, applies=Applies.LATER)) == {}
    assert asked(task(hours=8, applies=Applies.NO)) == {}
    assert asked(task(hours=8), deviation(NOT_HERE, task="T01", unit="S1")) == {"T01@S2": 8}


@pytest.mark.parametrize(
    ("mode", "kept"),
    [
        (Mode.FULL, ["T01", "T02", "T03", "T04"]),
        (Mode.TECHNICAL_CORE, ["T01"]),
        (Mode.TECHNICAL_CORE_AND_POLICY, ["T01", "T03"]),
    ],
)
def test_mode_keeps_core_tasks_of_its_clusters(mode: Mode, kept: list[str]) -> None:
    tasks = [
        task("T01", hours=1, core=True),
        task("T02", hours=1),
        task("T03", hours=1, core=True, cluster=Cluster.POLICY),
        task("T04", hours=1, core=True, cluster=Cluster.PEDAGOGICAL),
    ]
    found = demand(problem(tasks=tasks, settings=settings(mode=mode)))
    assert found == {f"{number}@S1": 1 for number in kept}


def test_the_most_specific_hours_win_and_then_the_last() -> None:
    hours = DeviationKind.HOURS
    rows = [
        deviation(hours, task="T01", unit="S1", value=1),
        deviation(hours, task="T01", unit="S1", value=2),
        deviation(hours, task="T01", value=3),
        deviation(hours, unit="S1", value=4),
        deviation(hours, value=5),
    ]
    tasks = [task("T01", hours=9), task("T02", hours=9)]
    data = problem(schools=TWO, tasks=tasks, deviations=rows)
    assert demand(data) == {"T01@S1": 2, "T01@S2": 3, "T02@S1": 4, "T02@S2": 5}


def test_rows_without_a_value_change_nothing() -> None:
    rows = (deviation(DeviationKind.HOURS), deviation(DeviationKind.PRIORITY))
    assert asked(task(hours=8), *rows, schools=(school(),)) == {"T01@S1": 8}
