"""The table per school: it adds up, and is the page that a principal gets."""

from dataclasses import replace

from factory import (
    CENTRAL,
    EVERYWHERE,
    GROUP,
    person,
    problem,
    school,
    task,
)
from two_schools import OPTIONS, group, table, total

from models.vocabulary import Cluster, TaskLevel
from optimizer.flows.pipeline import make_plan
from optimizer.workbook import labels


def test_schools_add_up() -> None:
    rows = table(group(), "per_school")
    names = {labels.CLUSTERS[cluster] for cluster in Cluster}
    clusters = [row for row in rows if row["item"] in names]
    tasks = [row for row in rows if "task" in row]
    wholes = [row for row in rows if "own_hours" in row and row not in clusters]
    assert [row["unit"] for row in wholes] == ["S1", "S2", GROUP]
    for column in ("demand", "planned", "own_hours", "outsourced"):
        assert total(clusters, column) == total(wholes, column)
    for column in ("demand", "planned"):
        assert total(tasks, column) == total(wholes, column)
    assert total(wholes, "planned") == total(table(group(), "allocation"), "hours_year")
    assert total(wholes, "demand") == sum(task.demand for task in group().tasks.values())
    visits = [row for row in rows if row["item"] == "bezoeken"]
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
    assert [(row["item"], row.get("demand")) for row in rows] == [(GROUP, None), ("bron ICT", 5.0)]


def test_the_page_of_a_school_begins_with_its_name_and_its_means() -> None:
    data = problem(
        schools=[
            school("S1", name="De Linde", ict_points=10),
            replace(school("S2", ict_points=10), name=""),
        ],
        persons=[person("P1", ict=9, reach=EVERYWHERE)],
        tasks=[task("T01", hours=4)],
    )
    rows = table(make_plan(data, OPTIONS), "per_school")
    first = [row["item"] for row in rows if row["unit"] == "S1"][:3]
    assert first == ["De Linde", "bron ICT", "technisch"]
    assert next(row["item"] for row in rows if row["unit"] == "S2") == "S2"


def test_the_page_of_a_school_tells_who_does_what() -> None:
    answer = group()
    rows = {(row["unit"], row["task"]): row for row in table(answer, "per_school") if "task" in row}
    assert len(rows) == len(answer.tasks)
    for key in answer.tasks:
        text = str(rows[key.unit, key.task]["people"])
        lead = answer.plan.leads.get(key)
        if lead is None:
            assert text.startswith("niet gepland: ")
            continue
        assert text.startswith(answer.persons[lead].name)
        for (worked, person_code), grains in answer.worked.items():
            if worked == key:
                assert f"{answer.persons[person_code].name} ({answer.hours(grains)} u)" in text
        for backup in answer.plan.backups.get(key, ()):
            assert answer.persons[backup].name in text.partition("back-up: ")[2]
        if bought := answer.bought.get(key):
            assert f"externe firma ({answer.hours(bought)} u)" in text


def test_who_visits_is_told_with_the_number_of_visits() -> None:
    visits = {row["unit"]: row for row in table(group(), "per_school") if row["item"] == "bezoeken"}
    trips = group().verification.trips
    for (code, unit), number in trips.items():
        if number:
            assert f"{group().persons[code].name} ({number})" in str(visits[unit]["people"])
    assert total(list(visits.values()), "planned") == sum(trips.values())


def test_schools_stand_in_the_order_of_the_workbook_in_every_table() -> None:
    data = problem(
        schools=[school(code, ict_points=10, pool_pct=50) for code in ("Z9", "A1", "M5")],
        persons=[
            person("P1", home="Z9", ict=9, reach=EVERYWHERE),
            person("P2", home=CENTRAL, ict=9, reach=EVERYWHERE),
        ],
        tasks=[task("T01", hours=4), task("T02", hours=40, level=TaskLevel.CHOICE)],
    )
    answer = make_plan(data, OPTIONS)
    order = ["Z9", "A1", "M5", GROUP]
    for key in ("allocation", "per_school", "gaps"):
        rows = table(answer, key)
        per_task: dict[object, list[int]] = {}
        for row in rows:
            subject = row["task"] if key != "per_school" else None
            per_task.setdefault(subject, []).append(order.index(str(row["unit"])))
        assert per_task, key
        assert all(places == sorted(places) for places in per_task.values()), key


def test_a_school_without_a_pool_has_no_rows_for_it() -> None:
    data = problem(persons=[person("P1", ict=9)], tasks=[task("T01", hours=4)])
    rows = table(make_plan(data, OPTIONS), "per_school")
    assert {row["unit"] for row in rows} == {"S1"}
