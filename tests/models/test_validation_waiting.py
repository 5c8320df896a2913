"""What follows from an error waits for it; what does not, is told at once."""

from dataclasses import replace

import pytest
from factory import deviation, person, plan_row, problem, school, task

from models.issues import CellRef
from models.problem import ProblemData
from models.validation import validate
from models.vocabulary import DeviationKind, Driver

HOURS = ("person", "P1", "ict_hours")
CELLS = {
    HOURS: CellRef("Personen", "F4"),
    ("person", "P1", "level:netwerk"): CellRef("Personen", "M4"),
    ("person", "P2", "ict_hours"): CellRef("Personen", "F5"),
    ("school", "S1", "devices"): CellRef("Scholen", "E4"),
    ("school", "S1", "ict_points"): CellRef("Scholen", "H4"),
    ("deviation", "7", "task"): CellRef("Uitzonderingen", "A7"),
    ("deviation", "7", "kind"): CellRef("Uitzonderingen", "D7"),
}


def unread(data: ProblemData, *fields: tuple[str, str, str]) -> ProblemData:
    return replace(data, sources=CELLS, unread=frozenset(fields))


def codes(data: ProblemData) -> list[str]:
    return [issue.code for issue in validate(data)]


def team() -> ProblemData:
    """Nobody but the first can do the tasks, and nothing is known of her hours."""
    return problem(
        persons=[person(levels={"netwerk": 3}), person("P2", other=4), person("P3")],
        tasks=[task(f"T{n}", hours=8, required={"netwerk": 2}) for n in range(40)],
    )


def test_forty_tasks_that_nobody_can_be_paid_for_wait_for_one_cell() -> None:
    assert codes(team()) == ["person-without-hours", "person-without-hours", "no-person-paid"]
    assert codes(unread(team(), HOURS)) == ["person-without-hours", "checks-wait"]


def test_what_rests_on_another_cell_does_not_wait() -> None:
    data = unread(team(), ("person", "P1", "level:netwerk"))
    found = codes(data)
    assert "no-person-paid" in found and found.count("person-without-hours") == 2


def test_a_cell_that_cannot_be_read_has_one_message() -> None:
    data = problem(
        schools=[school(devices=0)],
        persons=[person(ict=10)],
        tasks=[task(hours=8, per_unit=1, driver=Driver.DEVICES)],
    )
    assert codes(data) == ["count-not-filled-in"]
    assert codes(unread(data, ("school", "S1", "devices"))) == []


@pytest.mark.parametrize("broken", [True, False])
def test_a_row_with_an_error_is_not_said_to_have_no_effect(broken: bool) -> None:
    row = deviation(
        DeviationKind.BAN, task="T9", person="P1", where=CELLS["deviation", "7", "kind"]
    )
    data = problem(
        persons=[person(ict=10)],
        tasks=[task("T1", hours=8), task("T9")],
        deviations=[replace(row, task="helpdesk") if broken else row],
    )
    expected = ["unknown-task", "checks-wait"] if broken else ["deviation-matches-nothing"]
    assert codes(replace(data, sources=CELLS)) == expected


def test_an_error_about_somebody_else_is_told_at_once() -> None:
    pinned = plan_row("T1", "P3", hours=8, pinned=True)
    data = replace(team(), previous=(pinned,))
    assert "pin-not-competent" in codes(unread(data, ("person", "P1", "level:netwerk")))
    assert "pinned-without-hours" in codes(unread(data, HOURS))


def test_a_message_that_a_row_has_several_times_is_told_once() -> None:
    where = CellRef("Uitzonderingen", "D7")
    rows = [
        deviation(DeviationKind.PIN, task=f"T{n}", person="P9", value=8, where=where)
        for n in range(3)
    ]
    found = codes(replace(team(), deviations=tuple(rows), sources=CELLS))
    assert found.count("unknown-person") == 1
