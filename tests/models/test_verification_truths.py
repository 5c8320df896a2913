"""The small truths of the model that need no solver: checked on plans, not on optima."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import TypeVar

import pytest
from factory import EVERYWHERE, person, plan, problem, school, settings, task
from hypothesis import given
from hypothesis import strategies as st

from models.plan import Plan
from models.problem import ProblemData
from models.settings import Level
from models.verification import Verification, verify
from models.vocabulary import Cluster, OnSite, Priority

Item = TypeVar("Item")


def most_covered(max_persons: int) -> int:
    """The most grains that any valid plan covers, by trying every split over two people."""
    data = problem(
        persons=[person(ict=6), person("P2", ict=6)],
        tasks=[task(hours=10, max_persons=max_persons)],
    )
    splits = product(range(8), repeat=2)
    answers = [(first + second, shared(first, second)) for first, second in splits]
    return max(covered for covered, answer in answers if verify(data, answer).ok)


def shared(first: int, second: int) -> Plan:
    parts = {"T01@S1 P1 ict@S1": first, "T01@S1 P2 ict@S1": second}
    hours = {text: grains for text, grains in parts.items() if grains}
    lead = "P1" if first else "P2"
    return plan(hours, leads={"T01@S1": lead} if hours else {})


@pytest.mark.parametrize(("max_persons", "covered"), [(2, 10), (1, 6)])
def test_two_people_of_six_hours_share_ten(max_persons: int, covered: int) -> None:
    assert most_covered(max_persons) == covered


def shop() -> ProblemData:
    """Two schools, three people and tasks of two clusters, partly on site."""
    schools = [school(code, ict_points=12, zone=code, pool_pct=25) for code in ("S1", "S2")]
    persons = [
        person("P1", ict=12, reach=EVERYWHERE, levels={"netwerk": 3}),
        person("P2", home="S2", ict=9, bpt=3, levels={"netwerk": 2, "pedagogiek": 2}),
        person("P3", ict=7, reach=EVERYWHERE, levels={"pedagogiek": 3}),
    ]
    tasks = [
        task("T01", hours=6, core=True, required={"netwerk": 2}, on_site=OnSite.YES),
        task("T02", hours=5, cluster=Cluster.PEDAGOGICAL, required={"pedagogiek": 2}),
        task("T03", hours=4, priority=Priority.ESSENTIAL, needs_backup=True),
    ]
    return problem(
        schools=schools,
        persons=persons,
        tasks=tasks,
        settings=settings(floors={Cluster.PEDAGOGICAL: 40}, travel_between_zones="0.5"),
    )


FULL = {
    "T01@S1 P1 ict@S1": 6,
    "T02@S1 P3 ict@GROEP": 5,
    "T03@S2 P2 ict@S2": 4,
    "T02@S2 P2 bpt@S2": 3,
}
WHO = {"T01@S1": "P1", "T02@S1": "P3", "T03@S2": "P2", "T02@S2": "P2"}
PARTS = sorted(WHO)


def part_of_full(kept: Sequence[str]) -> Plan:
    """The full plan with only the tasks kept."""
    return plan(
        {text: grains for text, grains in FULL.items() if text.split()[0] in kept},
        leads={name: WHO[name] for name in kept},
    )


def mixed(items: Sequence[Item], seed: int) -> tuple[Item, ...]:
    order = list(items)
    random.Random(seed).shuffle(order)
    return tuple(order)


def values(found: Verification) -> dict[Level, int]:
    assert found.ok
    return dict(found.levels)


def test_the_full_plan_is_valid() -> None:
    assert values(verify(shop(), part_of_full(PARTS)))[Level.CORE] == 6


@given(st.sets(st.sampled_from(PARTS)), st.sampled_from(PARTS))
def test_leaving_work_undone_never_improves_core_balance_or_coverage(
    kept: set[str], dropped: str
) -> None:
    more = values(verify(shop(), part_of_full(sorted(kept | {dropped}))))
    less = values(verify(shop(), part_of_full(sorted(kept - {dropped}))))
    for level in (Level.CORE, Level.BALANCE, Level.COVERAGE):
        assert less[level] >= more[level]


@given(st.integers(0, 1000), st.sets(st.sampled_from(PARTS)))
def test_order_of_rows_changes_nothing(seed: int, kept: set[str]) -> None:
    data, answer = shop(), part_of_full(sorted(kept))
    shuffled = replace(
        data,
        schools=mixed(data.schools, seed),
        persons=mixed(data.persons, seed),
        tasks=mixed(data.tasks, seed),
    )
    turned = replace(answer, hours=dict(mixed(list(answer.hours.items()), seed)))
    assert verify(shuffled, turned) == verify(data, answer)


@given(st.integers(0, 20), st.integers(0, 40))
def test_a_richer_school_keeps_a_valid_plan_valid(points: int, more: int) -> None:
    def valid(amount: int) -> bool:
        data = problem(
            schools=[school(ict_points=amount)], persons=[person(ict=20)], tasks=[task(hours=10)]
        )
        return verify(data, plan({"T01@S1 P1 ict@S1": 8}, leads={"T01@S1": "P1"})).ok

    assert valid(points + more) or not valid(points)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_lower_floor_never_asks_more(first: int, second: int) -> None:
    def asked(pct: int) -> int:
        data = replace(shop(), settings=settings(floors={Cluster.PEDAGOGICAL: pct}))
        return verify(data, plan()).levels[Level.BALANCE]

    low, high = sorted((first, second))
    assert asked(low) <= asked(high)
