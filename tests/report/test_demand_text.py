"""How the hours of a task are computed, in words."""

import pytest
from factory import deviation, person, problem, school, task

from models.agenda import TaskInstance
from models.instance import build_instance
from models.problem import Deviation, Task
from models.vocabulary import DeviationKind, Driver
from optimizer.report.demand_text import describe_demand


def told(asked: Task, *deviations: Deviation) -> str:
    data = problem(
        schools=[school(pupils=320, teachers=25, sites=2)],
        persons=[person(ict=20)],
        tasks=[asked],
        deviations=deviations,
    )
    found: TaskInstance = build_instance(data).tasks[0]
    return describe_demand(data, found)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (task(hours=10), "S1: 10, afgerond 10 uur"),
        (task(hours=10, per_unit=4, driver=Driver.PUPILS),
         "S1: 10 + 4 × 320 leerlingen / 100, afgerond 23 uur"),
        (task(per_unit=3, driver=Driver.SITES), "S1: 3 × 2 vestigingen, afgerond 6 uur"),
        (task(per_unit=7), "S1: 7, afgerond 7 uur"),
    ],
)  # fmt: skip
def test_the_sum_is_written_out(asked: Task, text: str) -> None:
    assert told(asked) == text


def test_hours_of_an_exception_are_told_as_such() -> None:
    own = deviation(DeviationKind.HOURS, task="T01", value=130)
    assert told(task(hours=10), own).startswith("S1: 130 uur volgens een uitzondering")
