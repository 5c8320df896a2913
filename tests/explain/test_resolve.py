"""The price of a change is the difference of two independent full solves."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from brute_force import best_levels
from factory import deviation, person, problem, settings, task
from random_problems import random_group, random_school

from models.changes import (
    Change,
    CompetenceChange,
    DeviationAdded,
    PersonChange,
    PersonGone,
    SchoolChange,
    SettingChange,
    TaskChange,
    all_changed,
)
from models.errors import InfeasibleError
from models.instance import build_instance
from models.moves import moves_between
from models.outcome import Certainty, Outcome, Refusal
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.settings import Level
from models.verification import verify
from models.vocabulary import DeviationKind
from optimizer.explain.after import instance_after
from optimizer.explain.answer import Answer
from optimizer.explain.baseline import Baseline
from optimizer.explain.resolve import Resolver
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OPTIONS = SolveOptions(time_limit=1, deterministic=True)
NAMES = (DeviationKind.BAN, DeviationKind.LEAD, DeviationKind.PIN)


def name(kind: DeviationKind, number: str, code: str, unit: str = "S1") -> DeviationAdded:
    return DeviationAdded(deviation(kind, task=number, unit=unit, person=code))


def resolver_of(answer: Answer) -> Resolver:
    return Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)


def changes_of(answer: Answer, seed: int) -> Iterator[Change]:
    """One of every kind of change, about the records of a random problem."""
    data = answer.instance.data
    someone = data.persons[seed % len(data.persons)]
    (number, unit), code = sorted(answer.instance.payers)[seed % len(answer.instance.payers)]
    yield name(NAMES[seed % 3], number, code, unit)
    yield PersonGone(someone.code)
    yield PersonChange(someone.code, "other_hours", Decimal(6))
    yield CompetenceChange(someone.code, "netwerk", 4)
    yield SchoolChange(data.schools[0].code, "operating_euro", Decimal(90))
    yield TaskChange(number, "max_persons", 1)
    yield SettingChange("floors.pedagogical", Decimal(0))


def check(answer: Answer, outcome: Outcome) -> bool:
    """Hold an outcome against a solve from scratch of the changed problem; whether it is exact."""
    data = all_changed(answer.instance.data, outcome.changes)
    try:
        other = make_plan(data, OPTIONS)
    except InfeasibleError:
        assert outcome.refusal in (Refusal.INFEASIBLE, Refusal.INVALID)
        return False
    if outcome.refusal is Refusal.INVALID:
        return False
    assert outcome.plan is not None
    found = verify(data, outcome.plan)
    assert found.ok
    assert outcome.moves == moves_between(answer.plan, outcome.plan)
    for price in outcome.prices:
        level, before = other.result.level(price.level), answer.result.level(price.level)
        assert price.after.final == found.levels[price.level]
        if price.certainty is Certainty.EXACT:
            assert level is not None and before is not None
            assert level.value is not None and before.value is not None
            assert price.difference == level.value - before.value
    return outcome.is_exact


@pytest.mark.parametrize("make", [random_school, random_group])
def test_prices_are_differences_of_full_solves(make: object) -> None:
    assert callable(make)
    seen: Counter[bool] = Counter()
    for seed in range(2):
        answer = make_plan(
            make(seed, num_tasks=5) if make is random_school else make(seed), OPTIONS
        )
        resolver = resolver_of(answer)
        for change in changes_of(answer, seed):
            seen[check(answer, resolver.resolve(change))] += 1
    assert seen[True] > 5


def tiny() -> ProblemData:
    return problem(
        persons=[person("P1", ict=3, levels={"netwerk": 2}), person("P2", ict=2)],
        tasks=[
            task("T01", hours=2, required={"netwerk": 2}, core=True),
            task("T02", hours=2),
            task("T03", hours=1, needs_backup=True),
        ],
        settings=settings(fairness_slack=0),
    )


@pytest.mark.parametrize(
    "change",
    [
        name(DeviationKind.BAN, "T02", "P2"),
        PersonChange(PersonCode("P1"), "ict_hours", Decimal(1)),
        CompetenceChange(PersonCode("P2"), "netwerk", 2),
        TaskChange(TaskNumber("T02"), "fixed_hours", Decimal(3)),
    ],
)
def test_prices_are_those_of_brute_force(change: Change) -> None:
    answer = make_plan(tiny(), OPTIONS)
    outcome = resolver_of(answer).resolve(change)
    before, after = best_levels(tiny()), best_levels(all_changed(tiny(), [change]))
    assert outcome.is_exact
    assert {p.level: p.difference for p in outcome.prices} == {
        level: after[level] - before[level] for level in after
    }


@pytest.mark.parametrize("make", [random_school, random_group])
def test_names_change_the_instance_as_building_it_anew_does(make: object) -> None:
    assert callable(make)
    for seed in range(12):
        instance = build_instance(make(seed))
        for number, ((task_number, unit), code) in enumerate(sorted(instance.payers)[::3]):
            change = name(NAMES[number % 3], task_number, code, unit)
            after = instance_after(instance, [change])
            assert after == build_instance(after.data)


def test_a_contradiction_is_told_as_such() -> None:
    answer = make_plan(tiny(), OPTIONS)
    resolver = resolver_of(answer)
    invalid = resolver.resolve(name(DeviationKind.LEAD, "T01", "P2"))
    assert invalid.refusal is Refusal.INVALID and invalid.issues and not invalid.prices
    both = [name(DeviationKind.LEAD, "T02", "P1"), name(DeviationKind.BAN, "T02", "P1")]
    assert resolver.resolve_together(both).refusal in (Refusal.INVALID, Refusal.INFEASIBLE)


def test_after_a_stop_nothing_is_priced() -> None:
    stop = Stop()
    stop.request()
    outcome = resolver_of(make_plan(tiny(), OPTIONS)).resolve(PersonGone(PersonCode("P1")), stop)
    assert outcome.refusal is Refusal.STOPPED


def test_bounds_that_are_claims_make_no_price_exact() -> None:
    answer = make_plan(tiny(), OPTIONS)
    base = replace(Baseline.of(answer.instance, answer.result), is_proven=False)
    outcome = Resolver(base, OPTIONS).resolve(name(DeviationKind.BAN, "T02", "P2"))
    assert {price.certainty for price in outcome.prices} == {Certainty.AT_MOST}
    assert not outcome.is_exact


def test_a_price_is_found_by_its_level() -> None:
    answer = make_plan(tiny(), OPTIONS)
    outcome = resolver_of(answer).resolve(SchoolChange(UnitCode("S1"), "ict_points", Decimal(0)))
    coverage = outcome.price(Level.COVERAGE)
    assert coverage is not None and (coverage.difference or 0) > 0
    assert outcome.price(Level.UNIQUENESS) is None
