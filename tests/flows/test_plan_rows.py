"""A plan that was made as the plan that stands there: read back it is the same plan."""

from dataclasses import replace

from factory import key, person, plan, plan_row, problem, school, task

from models.instance import build_instance
from models.problem import PersonCode
from models.vocabulary import Funding, PlanRole
from optimizer.construct.first_plan import previous_plan
from optimizer.flows.plan_rows import with_plan

DATA = problem(
    schools=[school(operating_euro=1000)],
    persons=[person(ict=20), person("P2", bpt=10), person("P3", other=10)],
    tasks=[task(hours=10, needs_backup=True, outsource_pct=50, rate=10), task("T02", hours=8)],
)
PLAN = plan(
    {"T01@S1 P1 ict@S1": 6, "T01@S1 P2 bpt@S1": 2, "T02@S1 P2 bpt@S1": 8},
    leads={"T01@S1": "P1", "T02@S1": "P2"},
    backups={"T01@S1": "P3"},
    outsourced={"T01@S1 operating@S1": 2},
)


def test_the_plan_is_read_back_as_it_was() -> None:
    data = with_plan(DATA, PLAN)
    assert previous_plan(build_instance(data)) == PLAN
    assert {row.role for row in data.previous} == set(PlanRole)


def test_a_lead_without_hours_has_a_row_of_its_own() -> None:
    bought = plan({}, leads={"T01@S1": "P1"}, outsourced={"T01@S1 operating@S1": 5})
    rows = with_plan(DATA, bought).previous
    assert [(row.person, row.role, int(row.hours)) for row in rows] == [
        ("P1", PlanRole.LEAD, 0), (None, PlanRole.OUTSOURCED, 5),
    ]  # fmt: skip
    assert rows[1].funding is Funding.OPERATING


def test_a_row_that_was_pinned_stays_so_and_keeps_its_role() -> None:
    pinned = plan_row("T01", "P1", role=PlanRole.HELPER, hours=6, pinned=True)
    data = with_plan(replace(DATA, previous=(pinned,)), PLAN)
    rows = [row for row in data.previous if row.person == PersonCode("P1")]
    assert [(row.role, row.pinned, int(row.hours)) for row in rows] == [
        (PlanRole.HELPER, True, 6), (PlanRole.LEAD, False, 0),
    ]  # fmt: skip
    assert previous_plan(build_instance(data)).leads[key("T01@S1")] == "P1"
