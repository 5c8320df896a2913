"""The tables of a solved problem add up, and say what changed and what is pinned."""

from collections import Counter
from functools import cache

import pytest
from factory import (
    CENTRAL,
    EVERYWHERE,
    GROUP,
    deviation,
    person,
    plan_row,
    problem,
    school,
    settings,
    task,
)

from models.problem import PersonCode, PlanRow, ProblemData
from models.vocabulary import Cluster, DeviationKind, Funding, OnSite, PlanRole, TaskLevel
from optimizer.cpsat.parameters import SolveOptions
from optimizer.pipeline import make_plan
from optimizer.report.answer import Answer, Row
from optimizer.report.tables import TABLES, all_rows, data_frames
from optimizer.workbook.input_sheets import TASK_RESULT_KEYS
from optimizer.workbook.output_sheets import OUTPUT_SHEETS

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}


@cache
def group() -> Answer:
    """Two schools that pool, with visits, a firm, back-ups, a gap and a task put off."""
    data = problem(
        schools=[
            school("S1", ict_points=10, operating_euro=40),
            school("S2", ict_points=20, pool_pct=50, other_hours=4),
        ],
        persons=[
            person("P1", name="Ona", ict=10, reach=EVERYWHERE, levels=NETWORK),
            person("P2", name="Bas", home=CENTRAL, ict=8, reach=EVERYWHERE, levels=NETWORK),
            person("P3", name="Cis", home="S2", other=4, levels={"didactiek": 2}),
        ],
        tasks=[
            task(
                "T01", hours=4, required=NETWORK, on_site=OnSite.YES, needs_backup=True, core=True
            ),
            task("T02", hours=6, required=NETWORK, level=TaskLevel.GROUP),
            task("T03", hours=5, outsource_pct=80, rate=10, required={"netwerk": 3}),
            task("T04", hours=3, cluster=Cluster.PEDAGOGICAL, required={"didactiek": 2}),
        ],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, task="T03", unit="S2")],
        settings=settings(travel_between_zones="0.5", floors={Cluster.PEDAGOGICAL: 10}),
    )
    return make_plan(data, OPTIONS)


def table(answer: Answer, key: str) -> list[Row]:
    return TABLES[key](answer)


def total(rows: list[Row], column: str) -> float:
    return sum(float(row.get(column) or 0) for row in rows)


def test_every_table_has_the_columns_of_its_sheet() -> None:
    for sheet in OUTPUT_SHEETS:
        keys = [column.key for column in sheet.columns]
        rows = table(group(), sheet.key)
        assert rows, sheet.key
        for row in rows:
            assert set(row) <= set(keys), sheet.key
    assert all(list(row) == ["number", *TASK_RESULT_KEYS] for row in table(group(), "tasks"))


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


def test_people_add_up() -> None:
    answer, rows = group(), table(group(), "per_person")
    assert [row["person"] for row in rows] == ["P1", "P2", "P3"]
    for row in rows:
        paid = sum(float(row[key] or 0) for key in ("ict", "bpt", "other"))
        assert paid + float(row["travel"] or 0) == row["load"]
        assert row["load"] == answer.verification.loads[PersonCode(str(row["person"]))]
        load, capacity = float(row["load"] or 0), float(row["capacity"] or 0)
        assert row["load_pct"] == round(100 * load / capacity, 1)
        shares = [row[f"{cluster.value}_pct"] for cluster in Cluster]
        assert sum(float(share or 0) for share in shares) == pytest.approx(100, abs=0.3)
    assert total(rows, "load") == sum(answer.plan.hours.values()) + total(rows, "travel")
    assert total(rows, "travel") == sum(answer.verification.travel.values()) > 0


def test_back_ups_are_seen_from_both_sides() -> None:
    by_code = {row["person"]: row for row in table(group(), "per_person")}
    for key, backups in group().plan.backups.items():
        lead = group().plan.leads[key]
        for backup in backups:
            assert key.task in str(by_code[backup]["covers_for"])
            assert key.task in str(by_code[lead]["covered_by"])


def test_schools_add_up() -> None:
    rows = table(group(), "per_school")
    clusters = [row for row in rows if "own_hours" in row and row["item"] != "alle clusters"]
    wholes = [row for row in rows if row["item"] == "alle clusters"]
    assert [row["unit"] for row in wholes] == ["S1", "S2", GROUP]
    for column in ("demand", "planned", "own_hours", "outsourced"):
        assert total(clusters, column) == total(wholes, column)
    assert total(wholes, "planned") == total(table(group(), "allocation"), "hours_year")
    assert total(wholes, "demand") == sum(task.demand for task in group().tasks.values())
    visits = [row for row in rows if row["measure"] == "bezoeken"]
    assert total(visits, "planned") == sum(group().verification.trips.values()) > 0


def test_envelopes_say_what_is_used_of_what() -> None:
    rows = {(row["unit"], row["item"]): row for row in table(group(), "per_school")}
    assert rows["S1", "bron WERKING"]["demand"] == 40
    assert rows["S1", "bron WERKING"]["planned"] == 40
    assert rows["S1", "bron WERKING"]["coverage_pct"] == 100.0
    assert rows[GROUP, "bron ICT"]["demand"] == 10
    assert rows[GROUP, "bron ICT"]["measure"] == "punten"


def test_the_pool_shows_when_nothing_is_done_there() -> None:
    data = problem(
        schools=[school("S1", ict_points=10, pool_pct=50), school("S2", ict_points=10)],
        persons=[person("P1", ict=9)],
        tasks=[task("T01", hours=4)],
    )
    rows = [row for row in table(make_plan(data, OPTIONS), "per_school") if row["unit"] == GROUP]
    assert [(row["item"], row["demand"]) for row in rows] == [("bron ICT", 5.0)]


def test_a_school_without_a_pool_has_no_rows_for_it() -> None:
    data = problem(persons=[person("P1", ict=9)], tasks=[task("T01", hours=4)])
    rows = table(make_plan(data, OPTIONS), "per_school")
    assert {row["unit"] for row in rows} == {"S1"}


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
    assert rows["dekking alle taken"]["remark"] == f"{done} van {asked} uur per jaar gepland."
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
    (row,) = [row for row in rows if row["role"] == "uitbesteed"]
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
