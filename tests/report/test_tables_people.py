"""The table per person: in all and per unit, it adds up."""

import re

import pytest
from factory import person, problem, task
from two_schools import OPTIONS, group, table, total

from models.problem import PersonCode
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer, Row
from optimizer.flows.pipeline import make_plan


def whole_people(answer: Answer) -> list[Row]:
    """The rows of people in all, without those per unit."""
    return [row for row in table(answer, "per_person") if row["unit"] is None]


def test_people_add_up() -> None:
    answer, rows = group(), whole_people(group())
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


def test_the_rows_of_a_person_per_unit_add_up_to_the_row_above() -> None:
    parts: dict[object, list[Row]] = {}
    for row in table(group(), "per_person"):
        if row["unit"] is None:
            parts[row["person"]] = []
        else:
            parts[row["person"]].append(row)
    assert [row["unit"] for row in parts["P1"]] == ["S1", "S2"]
    assert parts["P3"] == []
    for whole in whole_people(group()):
        rows = parts[whole["person"]]
        for column in ("ict", "bpt", "other") if rows else ():
            assert total(rows, column) == whole[column]
        for row in rows:
            paid = sum(float(row[key] or 0) for key in ("ict", "bpt", "other", "travel"))
            assert paid == row["load"]
            assert row.get("capacity") is None
        away = float(whole["travel"] or 0) - total(rows, "travel")
        assert 0 <= away < group().instance.settings.grain or not rows


def test_what_somebody_leads_is_told_per_unit() -> None:
    rows = [row for row in table(group(), "per_person") if row["unit"] is not None]
    led = {(row["person"], row["unit"]): str(row["leads"] or "").split(", ") for row in rows}
    for key, lead in group().plan.leads.items():
        if (lead, key.unit) in led:
            assert key.task in led[lead, key.unit]
    assert sum(len(numbers) for numbers in led.values() if numbers != [""]) >= 2


def test_back_ups_are_seen_from_both_sides() -> None:
    by_code = {row["person"]: row for row in whole_people(group())}
    for key, backups in group().plan.backups.items():
        lead = group().plan.leads[key]
        for backup in backups:
            assert key.task in str(by_code[backup]["covers_for"])
            assert key.task in str(by_code[lead]["covered_by"])


def test_two_people_of_one_name_are_told_apart_by_their_codes() -> None:
    data = problem(
        persons=[
            person("P1", name="Ona", ict=10, levels={"netwerk": 2}),
            person("P2", name="Ona", ict=10),
            person("P3", name="Bas", ict=10),
        ],
        tasks=[
            task("T01", hours=10, required={"netwerk": 2}, needs_backup=True),
            task("T02", hours=10),
        ],
    )
    answer = make_plan(data, OPTIONS)
    (first, *_) = table(answer, "tasks")
    assert first["lead"] == "Ona (P1)"
    shown = " ".join(str(row.get("people")) for row in table(answer, "per_school"))
    assert "Ona (P1)" in shown
    assert not re.search(r"Ona(?! \(P[12]\))", shown)
    people = {str(row["person"]): row for row in table(answer, "per_person")}
    assert [row["name"] for row in people.values()] == ["Ona", "Ona", "Bas"]
