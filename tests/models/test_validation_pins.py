"""Pins that can and cannot hold; each check on both sides of its edge."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from factory import (
    EVERYWHERE,
    deviation,
    person,
    plan_row,
    problem,
    school,
    settings,
    task,
)

from models.instance import build_instance
from models.issues import CellRef, Issue
from models.naming import PersonName
from models.problem import Deviation, PlanRow, ProblemData
from models.validation import validate
from models.validation.pin_totals import (
    check_pin_counts,
    check_pin_hours,
    check_pin_roles,
    check_pinned_firms,
)
from models.validation.pins import check_pinned_people
from models.validation.roles import check_pins_against_roles
from models.vocabulary import DeviationKind, Funding, PlanRole, Role

PIN, LEAD, BACKUP = DeviationKind.PIN, DeviationKind.LEAD, DeviationKind.BACKUP


def codes(issues: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def pinned(
    *rows: Deviation | PlanRow, required: int = 2, level: int = 2, learners: bool = True
) -> ProblemData:
    """One task of 10 grains that asks level 2, and Mila, who has 8 grains."""
    return problem(
        persons=[person(ict=8, levels={"netwerk": level})],
        tasks=[task(hours=10, required={"netwerk": required})],
        settings=settings(learners_allowed=learners),
        deviations=[row for row in rows if isinstance(row, Deviation)],
        previous=[row for row in rows if isinstance(row, PlanRow)],
    )


def obstacles(data: ProblemData) -> list[str]:
    return codes(check_pinned_people(build_instance(data)))


EACH_PIN = [deviation(kind, task="T01", person="P1") for kind in (PIN, LEAD, BACKUP)]
EACH_ROW = [
    plan_row(role=role, hours=4, pinned=True)
    for role in (PlanRole.HELPER, PlanRole.LEAD, PlanRole.BACKUP)
]


@pytest.mark.parametrize("row", [*EACH_PIN, *EACH_ROW])
def test_pins_against_ban_and_reach_and_before_the_role(row: Deviation | PlanRow) -> None:
    data = pinned(row)
    assert obstacles(data) == []
    ban = deviation(DeviationKind.BAN, person="P1")
    assert obstacles(replace(data, deviations=(*data.deviations, ban))) == ["pin-banned"]
    elsewhere = replace(data.persons[0], home=school("S2").code)
    moved = replace(data, schools=(school("S1"), school("S2")), persons=(elsewhere,))
    assert obstacles(moved)[:1] == ["pin-out-of-reach"]
    closed = replace(data.tasks[0], roles=frozenset({Role.DIRECTOR}))
    other = replace(data, tasks=(closed,))
    assert obstacles(other) == []
    assert codes(check_pins_against_roles(build_instance(other))) == ["pin-against-role"]
    assert codes(check_pins_against_roles(build_instance(data))) == []


@pytest.mark.parametrize(
    ("kind", "level", "learners", "allowed"),
    [
        (PIN, 2, False, True),
        (PIN, 1, True, True),
        (PIN, 1, False, False),
        (PIN, 0, True, False),
        (LEAD, 2, True, True),
        (LEAD, 1, True, False),
        (BACKUP, 1, False, True),
        (BACKUP, 0, True, False),
    ],
)
def test_pins_against_competence(
    kind: DeviationKind, level: int, learners: bool, allowed: bool
) -> None:
    row = deviation(kind, task="T01", person="P1")
    data = pinned(row, level=level, learners=learners)
    refused = "lead-not-competent" if (kind, level) == (LEAD, 1) else "pin-not-competent"
    assert obstacles(data) == ([] if allowed else [refused])


def test_pin_that_nobody_can_pay() -> None:
    data = pinned(deviation(PIN, task="T01", person="P1"))
    broke = replace(data, schools=(school(ict_points=0),))
    assert obstacles(broke) == ["pin-not-paid"]
    assert obstacles(replace(broke, deviations=(deviation(BACKUP, person="P1"),))) == []


def test_pinned_lead_of_a_contract_needs_no_hours() -> None:
    data = pinned(deviation(LEAD, person="P1"), level=1)
    firm_task = replace(data.tasks[0], outsource_pct=Decimal(100), rate=Decimal(1))
    assert obstacles(replace(data, tasks=(firm_task,))) == ["lead-not-competent"]
    rich = replace(data, tasks=(firm_task,), schools=(school(operating_euro=100),))
    assert obstacles(rich) == []
    too_little = replace(firm_task, outsource_pct=Decimal(50))
    assert obstacles(replace(rich, tasks=(too_little,))) == ["lead-not-competent"]


def test_one_message_for_a_pin_on_all_tasks() -> None:
    where = CellRef("Uitzonderingen", "D2")
    data = pinned(deviation(PIN, person="P1", where=where), required=4)
    both = (data.tasks[0], replace(data.tasks[0], number=task("T02").number))
    assert obstacles(replace(data, tasks=both)) == ["pin-not-competent"]


def hours_issues(data: ProblemData) -> list[str]:
    return codes(check_pin_hours(build_instance(data)))


def test_pinned_hours_against_demand_and_capacity() -> None:
    row = deviation(PIN, task="T01", person="P1", value=8)
    assert hours_issues(pinned(row)) == []
    assert hours_issues(pinned(replace(row, value=Decimal(9)))) == ["pin-above-capacity"]
    data = pinned(replace(row, value=Decimal(11)))
    assert hours_issues(data) == ["pin-above-demand", "pin-above-capacity"]
    idle = pinned(plan_row(hours=11))
    assert hours_issues(idle) == []
    (issue,) = check_pin_hours(build_instance(pinned(plan_row(hours=9, pinned=True))))
    assert (issue.facts["found"], issue.facts["most"]) == (9, 8)


def test_pinned_hours_of_two_people_add_up() -> None:
    rows = [deviation(PIN, task="T01", person=f"P{n}", value=5) for n in (1, 2)]
    data = pinned(*rows)
    both = replace(data, persons=(data.persons[0], person("P2", ict=8)))
    assert hours_issues(both) == []
    shorter = replace(both, tasks=(task(hours=9),))
    assert hours_issues(shorter) == ["pin-above-demand"]


@pytest.mark.parametrize(("value", "too_small"), [(1, True), (2, False), (0, True)])
def test_pinned_hours_below_half_a_grain(value: int, too_small: bool) -> None:
    data = pinned(deviation(PIN, task="T01", person="P1", value=value))
    coarse = replace(data, settings=settings(grain=4))
    assert hours_issues(coarse) == (["pin-below-grain"] if too_small else [])


def team(*rows: Deviation, max_persons: int = 2, max_backups: int = 1) -> ProblemData:
    return problem(
        persons=[person(f"P{n}", ict=8) for n in (1, 2, 3)],
        tasks=[task("T1", hours=10, max_persons=max_persons), task("T2", hours=10)],
        settings=settings(max_backups=max_backups),
        deviations=rows,
    )


def test_more_people_pinned_than_may_work() -> None:
    rows = [deviation(PIN, task="T1", person=f"P{n}") for n in (1, 2, 3)]
    assert check_pin_counts(build_instance(team(*rows[:2]))) == []
    (issue,) = check_pin_counts(build_instance(team(*rows)))
    assert (issue.code, issue.facts["found"], issue.facts["most"]) == ("too-many-pins", 3, 2)


def test_more_backups_pinned_than_one_may_have() -> None:
    row = deviation(BACKUP, person="P1")
    assert check_pin_counts(build_instance(team(replace(row, task="T1")))) == []
    assert codes(check_pin_counts(build_instance(team(row)))) == ["too-many-backup-pins"]
    assert check_pin_counts(build_instance(team(row, max_backups=2))) == []


def test_two_leads_and_a_lead_that_is_its_own_backup() -> None:
    lead = deviation(LEAD, task="T1", person="P1")
    other = replace(lead, person=person("P2").code)
    backup = deviation(BACKUP, task="T1", person="P1")
    assert check_pin_roles(build_instance(team(lead, lead, replace(other, task="T2")))) == []
    assert codes(check_pin_roles(build_instance(team(lead, other)))) == ["two-leads"]
    assert codes(check_pin_roles(build_instance(team(lead, backup)))) == ["lead-is-backup"]
    assert check_pin_roles(build_instance(team(other, backup))) == []


def firm(*, hours: int = 5, outsource_pct: int = 50, euro: int = 1000) -> ProblemData:
    row = plan_row(
        person=None,
        role=PlanRole.OUTSOURCED,
        hours=hours,
        funding=Funding.OPERATING,
        pinned=True,
    )
    return problem(
        schools=[school(operating_euro=euro)],
        persons=[person(ict=10, reach=EVERYWHERE)],
        tasks=[task(hours=10, outsource_pct=outsource_pct, rate=10)],
        previous=[row],
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (firm(), []),
        (firm(hours=6), ["pin-above-outsourcing"]),
        (firm(outsource_pct=0), ["pin-not-outsourceable"]),
        (firm(euro=0), ["pin-not-outsourceable"]),
    ],
)
def test_pinned_firms(data: ProblemData, expected: list[str]) -> None:
    assert codes(check_pinned_firms(build_instance(data))) == expected


def test_a_banned_pin_names_the_row_that_bans_it() -> None:
    where = CellRef("Uitzonderingen", "D5")
    ban = deviation(DeviationKind.BAN, person="P1", where=where)
    (issue,) = check_pinned_people(build_instance(pinned(EACH_PIN[0], ban)))
    assert (issue.code, issue.facts["ban"]) == ("pin-banned", where)


def test_a_person_without_hours_who_is_pinned_is_one_error() -> None:
    cells = [CellRef("Verdeling", f"K{row}") for row in range(2, 6)]
    numbers = [f"T{row}" for row in range(2, 6)]
    rows = [
        plan_row(number, hours=8, pinned=True, where=cell)
        for number, cell in zip(numbers, cells, strict=True)
    ]
    backup = plan_row("T9", role=PlanRole.BACKUP, pinned=True, where=CellRef("Verdeling", "K9"))
    data = problem(
        persons=[person(), person("P2", ict=20)],
        tasks=[task(number, hours=8) for number in (*numbers, "T9")],
        previous=[*rows, backup],
    )
    (issue,) = validate(data)
    assert (issue.code, issue.severity) == ("pinned-without-hours", "error")
    assert issue.facts["person"] == PersonName("P1", data.persons[0].name)
    assert issue.facts["cells"] == (*cells,)
    healthy = replace(data, persons=(person(ict=40), *data.persons[1:]))
    assert validate(healthy) == ()
    only_backup = replace(data, previous=(data.previous[-1],))
    assert codes(validate(only_backup)) == ["person-without-hours"]
