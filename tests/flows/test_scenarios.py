"""Scenarios: the problem with some changes, and the cells that make them real."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_school import small_school

from models.changes import CompetenceChange, PersonChange, PersonGone, TaskChange
from models.errors import InvalidProblemError
from models.problem import PersonCode, ProblemData, TaskNumber
from models.vocabulary import Applies
from optimizer.flows.checking import Checked, check_raw
from optimizer.flows.scenarios import Scenario, cells_of, problem_in, somebody_like
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.cell_edits import with_edits

P1, P2 = PersonCode("P1"), PersonCode("P2")


@pytest.fixture
def opened(tmp_path: Path) -> tuple[RawWorkbook, Checked]:
    raw = read_workbook(small_school(tmp_path / "school.xlsx"))
    return raw, check_raw(raw, {})


def data_of(checked: Checked) -> ProblemData:
    return checked.usable().data


def test_the_cells_say_what_the_scenario_says(opened: tuple[RawWorkbook, Checked]) -> None:
    raw, checked = opened
    data = data_of(checked)
    scenario = Scenario(
        (
            PersonChange(P1, "ict_hours", Decimal("7.5")),
            CompetenceChange(P2, "netwerk", 3),
            TaskChange(TaskNumber("T2"), "applies", Applies.NO),
        ),
        (somebody_like(data, P1, "Nieuwe Kracht", Decimal(6)),),
    )
    meant = problem_in(data, scenario)
    after = data_of(check_raw(with_edits(raw, cells_of(checked, scenario)), {}))
    assert after.persons == meant.persons
    assert after.tasks == meant.tasks
    assert after.persons[-1].ict_hours == 6


def test_who_goes_takes_the_rows_about_her_along(opened: tuple[RawWorkbook, Checked]) -> None:
    raw, checked = opened
    scenario = Scenario((PersonGone(P2),))
    after = data_of(check_raw(with_edits(raw, cells_of(checked, scenario)), {}))
    assert [person.code for person in after.persons] == ["P1", "P3"]


def test_a_scenario_with_errors_is_refused(opened: tuple[RawWorkbook, Checked]) -> None:
    data = data_of(opened[1])
    with pytest.raises(InvalidProblemError):
        problem_in(data, Scenario((PersonChange(P1, "ict_hours", Decimal(-1)),)))


def test_somebody_more_has_the_source_of_the_example_and_a_free_code(
    opened: tuple[RawWorkbook, Checked],
) -> None:
    data = data_of(opened[1])
    first = somebody_like(data, P2, "Een", Decimal(3))
    second = somebody_like(data, P2, "Twee", Decimal(3), [first])
    assert (first.code, second.code) == ("P4", "P5")
    assert (int(first.ict_hours), int(first.bpt_hours)) == (0, 3)
    with pytest.raises(LookupError):
        somebody_like(data, PersonCode("P9"), "Niemand", Decimal(1))
