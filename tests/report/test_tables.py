"""The tables of a solved problem add up, and say what changed and what is pinned."""

from collections import Counter

import pytest
from factory import (
    GROUP,
    deviation,
    person,
    plan_row,
    problem,
    school,
    task,
)
from two_schools import NETWORK, OPTIONS, group, table, total

from models.problem import PlanRow, ProblemData
from models.vocabulary import DeviationKind, Funding, PlanRole
from optimizer.explain.answer import Answer
from optimizer.flows.pipeline import make_plan
from optimizer.report.tables import TABLES, all_rows, data_frames
from optimizer.workbook.template.input_sheets import SCHOOLS, TASKS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS


def test_every_table_has_the_columns_of_its_sheet() -> None:
    for sheet in OUTPUT_SHEETS:
        keys = [column.key for column in sheet.columns]
        rows = table(group(), sheet.key)
        assert rows, sheet.key
        for row in rows:
            assert set(row) <= set(keys), sheet.key
    for beside, key in ((TASKS, "number"), (SCHOOLS, "code")):
        rows = table(group(), beside.key)
        assert rows, beside.key
        assert all(list(row) == [key, *beside.result_keys] for row in rows)


def test_the_allocation_holds_every_hour_of_the_plan() -> None:
    answer = group()
    plan, rows = answer.plan, table(group(), "allocation")
    done = sum(plan.hours.values()) + sum(plan.outsourced.values())
    assert total(rows, "hours_year") == done
    bought = [row for row in rows if row["role"] == "uitbesteed"]
    assert total(bought, "hours_year") == sum(plan.outsourced.values()) == 4
    roles = Counter(row["role"] for row in rows)
    without_hours = [key for key in plan.leads if (key, plan.leads[key]) not in answer.worked]
    assert roles["back-up"] == sum(map(len, plan.backups.values()))
    assert len(rows) == (
        len(plan.hours) + len(plan.outsourced) + roles["back-up"] + len(without_hours)
    )


def test_each_done_task_has_one_lead_and_hours_per_week() -> None:
    rows = table(group(), "allocation")
    leads = [(row["task"], row["unit"]) for row in rows if row["role"] == "verantwoordelijke"]
    assert set(leads) == {(key.task, key.unit) for key in group().plan.leads}
    for row in rows:
        assert row["hours_week"] == row["hours_year"]


def test_gaps_and_the_task_list_tell_the_same() -> None:
    answer = group()
    gaps = table(answer, "gaps")
    assert [(row["task"], row["unit"]) for row in gaps] == [
        (reason.task.task, reason.task.unit) for reason in answer.reasons
    ]
    for row in gaps:
        assert float(row["demand"] or 0) - float(row["planned"] or 0) == row["shortfall"]
    short = {row["task"] for row in gaps}
    for row in table(answer, "tasks"):
        assert (row["number"] in short) is (row["remark"] != "volledig gedekt")
        assert (row["coverage_pct"] == 100.0) is (row["number"] not in short)
    planned = total(table(answer, "tasks"), "planned_hours")
    assert planned == total(table(answer, "allocation"), "hours_year")


def test_coverage_in_the_summary() -> None:
    answer = group()
    rows = {row["item"]: row for row in table(answer, "summary")}
    done, asked = sum(answer.plan.covered().values()), sum(t.demand for t in answer.tasks.values())
    assert (rows["uren nodig"]["value"], rows["uren gepland"]["value"]) == (asked, done)
    assert f" {asked - done} uur blijft liggen." in str(rows["uren gepland"]["remark"])
    assert rows["status"]["value"]


def test_data_frames_are_the_tables() -> None:
    frames = data_frames(group())
    rows = all_rows(group())
    assert frames.keys() == rows.keys() == TABLES.keys()
    for key, frame in frames.items():
        assert len(frame) == len(rows[key]), key
    hours = frames["allocation"]["hours_year"]
    assert [hour for hour in hours if hour is not None] == [
        row["hours_year"] for row in rows["allocation"] if row["hours_year"] is not None
    ]
    whole = {type(hour) for hour in hours if hour is not None}
    assert whole == {int}


# Against the plan that stood there.


def firm(hours: int, previous: int, owner: str = "S1") -> Answer:
    """A plan in which a firm does all, after one in which it did `previous` hours."""
    row = plan_row(
        "T01",
        None,
        role=PlanRole.OUTSOURCED,
        hours=previous,
        funding=Funding.OPERATING,
        owner=owner,
    )
    data = problem(
        schools=[school(operating_euro=10_000)],
        persons=[person("P1", levels={"netwerk": 1})],
        tasks=[task("T01", hours=hours, required=NETWORK, outsource_pct=100, rate=10)],
        previous=[row],
    )
    return make_plan(data, OPTIONS)


@pytest.mark.parametrize(
    ("hours", "previous", "owner", "expected"),
    [
        (100, 8, "S1", "meer"),
        (8, 100, "S1", "minder"),
        (8, 8, "S1", "–"),
        (8, 8, GROUP, "nieuw"),
    ],
)
def test_changes_of_a_firm(hours: int, previous: int, owner: str, expected: str) -> None:
    rows = table(firm(hours, previous, owner), "allocation")
    (row,) = [row for row in rows if row["role"] == "uitbesteed" and row["change"] != "weg"]
    assert row["change"] == expected


def rerun(*previous: PlanRow) -> ProblemData:
    """Two people on one task, of whom the second must lead."""
    return problem(
        persons=[person("P1", ict=5), person("P2", ict=5)],
        tasks=[task("T01", hours=8)],
        deviations=[deviation(DeviationKind.LEAD, task="T01", person="P2")],
        previous=previous,
    )


def marked(answer: Answer) -> list[tuple[object, ...]]:
    rows = table(answer, "allocation")
    return [(row["person"], row["role"], row["hours_year"], row["pinned"]) for row in rows]


def test_a_pinned_helper_who_becomes_lead_is_not_pinned_as_lead() -> None:
    helper = plan_row("T01", "P2", role=PlanRole.HELPER, hours=4, pinned=True)
    answer = make_plan(rerun(plan_row("T01", "P1", hours=4), helper), OPTIONS)
    assert marked(answer) == [
        ("P2", "verantwoordelijke", None, None),
        ("P1", "uitvoerder", 4, None),
        ("P2", "uitvoerder", 4, "x"),
    ]
    changes = [row["change"] for row in table(answer, "allocation")]
    assert changes == ["nieuw", "–", "–"]


def test_a_pinned_lead_keeps_the_mark_with_the_hours() -> None:
    lead = plan_row("T01", "P2", role=PlanRole.LEAD, hours=4, pinned=True)
    answer = make_plan(rerun(plan_row("T01", "P1", role=PlanRole.HELPER, hours=4), lead), OPTIONS)
    assert marked(answer) == [
        ("P2", "verantwoordelijke", 4, "x"),
        ("P1", "uitvoerder", 4, None),
    ]


def test_without_a_previous_plan_nothing_has_changed() -> None:
    rows = table(make_plan(rerun(), OPTIONS), "allocation")
    assert {row["change"] for row in rows} == {None}
