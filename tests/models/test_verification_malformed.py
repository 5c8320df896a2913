"""Plans that a wrong program could produce: refused with a violation, never an exception."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

import pytest
from factory import envelope, key, person, plan, problem, school, task

from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.verification import Family, verify

DATA = problem(
    schools=[school(operating_euro=1000)],
    persons=[person(ict=20), person("P2")],
    tasks=[task(hours=10, outsource_pct=50, rate=1, needs_backup=True)],
)
GOOD = plan(
    {"T01@S1 P1 ict@S1": 8},
    leads={"T01@S1": "P1"},
    backups={"T01@S1": "P2"},
    outsourced={"T01@S1 operating@S1": 2},
)
WORK, P1, ICT, FIRM = key("T01@S1"), PersonCode("P1"), envelope("ict@S1"), envelope("operating@S1")


def breaches(answer: Plan) -> set[tuple[Family, object]]:
    return {(each.family, each.facts["breach"]) for each in verify(DATA, answer).violations}


def test_the_plan_that_the_cases_spoil_is_good() -> None:
    assert verify(DATA, GOOD).ok


@pytest.mark.parametrize(
    ("task_key", "who", "source", "breach"),
    [
        (key("T99@S1"), P1, ICT, "unknown-task"),
        (key("T01@S9"), P1, ICT, "unknown-task"),
        (WORK, PersonCode("P99"), ICT, "unknown-person"),
        (WORK, P1, envelope("ict@S9"), "unknown-envelope"),
        (WORK, P1, envelope("bpt@GROEP"), "unknown-envelope"),
        (WORK, P1, FIRM, "unknown-envelope"),
    ],
)
def test_hours_on_unknown_things(
    task_key: TaskKey, who: PersonCode, source: EnvelopeKey, breach: str
) -> None:
    answer = replace(GOOD, hours={**GOOD.hours, (task_key, who, source): 1})
    assert breaches(answer) == {(Family.SPLIT, breach)}


@pytest.mark.parametrize("grains", [0, -1, 1.0, "1", None, True])
def test_amounts_that_are_no_amounts(grains: object) -> None:
    amount = cast(int, grains)
    bad_hours = replace(GOOD, hours={**GOOD.hours, (WORK, PersonCode("P2"), ICT): amount})
    assert breaches(bad_hours) == {(Family.SPLIT, "not-a-positive-whole-number")}
    bad_purchase = replace(GOOD, outsourced={(WORK, FIRM): amount})
    assert breaches(bad_purchase) == {(Family.OUTSOURCING, "not-a-positive-whole-number")}


@pytest.mark.parametrize("who", ["P99", None, ["P1"], 7])
def test_roles_of_unknown_people(who: object) -> None:
    lead = replace(GOOD, leads=cast(Mapping[TaskKey, PersonCode], {WORK: who}))
    assert breaches(lead) == {(Family.LEAD, "unknown-person"), (Family.LEAD, "no-lead")}
    backup = replace(GOOD, backups=cast(Mapping[TaskKey, Any], {WORK: (who,)}))
    assert breaches(backup) == {(Family.BACKUP, "unknown-person")}


def test_roles_on_unknown_tasks() -> None:
    other = key("T99@S1")
    assert breaches(replace(GOOD, leads={**GOOD.leads, other: P1})) == {
        (Family.LEAD, "unknown-task")
    }
    assert breaches(replace(GOOD, backups={**GOOD.backups, other: (P1,)})) == {
        (Family.BACKUP, "unknown-task")
    }


@pytest.mark.parametrize("people", [None, "P2", ["P2"]])
def test_backups_that_are_no_tuple(people: object) -> None:
    backups = cast(Mapping[TaskKey, tuple[PersonCode, ...]], {WORK: people})
    assert breaches(replace(GOOD, backups=backups)) == {(Family.BACKUP, "not-a-tuple")}


def test_a_backup_named_twice() -> None:
    twice = (PersonCode("P2"), PersonCode("P2"))
    assert breaches(replace(GOOD, backups={WORK: twice})) == {(Family.BACKUP, "named-twice")}


@pytest.mark.parametrize(
    ("task_key", "purse", "breach"),
    [
        (key("T99@S1"), FIRM, "unknown-task"),
        (WORK, envelope("operating@S9"), "unknown-purse"),
        (WORK, ICT, "unknown-purse"),
    ],
)
def test_purchases_from_unknown_things(task_key: TaskKey, purse: EnvelopeKey, breach: str) -> None:
    answer = replace(GOOD, outsourced={**GOOD.outsourced, (task_key, purse): 1})
    assert breaches(answer) == {(Family.OUTSOURCING, breach)}


def test_an_empty_plan_of_nothing_is_valid() -> None:
    assert verify(problem(schools=[]), Plan()).ok
    assert verify(DATA, Plan()).ok


def test_a_violation_reads_as_codes_and_numbers() -> None:
    [found] = verify(DATA, replace(GOOD, leads={})).violations
    assert str(found) == "lead: breach=no-lead task=T01@S1"
