"""Prices from a neighbourhood: plans that keep every rule, and upper limits of the true price."""

import pytest
from factory import deviation, person, problem, task
from random_problems import random_group

from models.changes import Change, DeviationAdded, PersonGone, SettingChange
from models.outcome import Certainty, Outcome, Refusal
from models.settings import Level
from models.verification import verify
from models.vocabulary import DeviationKind
from optimizer.explain import resolve
from optimizer.explain.after import instance_after
from optimizer.explain.answer import Answer
from optimizer.explain.baseline import Baseline
from optimizer.explain.resolve import Resolver
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=1, deterministic=True)


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "LARGE", 0)


def names(answer: Answer) -> list[DeviationAdded]:
    kinds = (DeviationKind.BAN, DeviationKind.LEAD, DeviationKind.PIN)
    pairs = sorted(answer.instance.payers)[::7]
    return [
        DeviationAdded(deviation(kinds[place % 3], task=key.task, unit=key.unit, person=code))
        for place, (key, code) in enumerate(pairs)
    ]


def check(answer: Answer, outcome: Outcome) -> None:
    """The plan keeps the rules, and is worth no less than the best plan of the changed problem."""
    assert outcome.plan is not None
    data = instance_after(answer.instance, outcome.changes).data
    found = verify(data, outcome.plan)
    assert found.ok
    best = make_plan(data, OPTIONS).result
    assert Certainty.UNKNOWN not in {price.certainty for price in outcome.prices}
    for price in outcome.prices:
        assert price.after.final == found.levels[price.level]
        level = best.level(price.level)
        assert level is not None and level.bound is not None
        if found.levels[price.level] != level.value:
            assert found.levels[price.level] >= level.bound
            break


@pytest.mark.parametrize("seed", [0, 3, 5])
def test_prices_nearby_are_upper_limits(seed: int) -> None:
    answer = make_plan(random_group(seed), OPTIONS)
    resolver = Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)
    assert resolver.is_large
    people: list[Change] = [PersonGone(answer.instance.persons[0].code)]
    for change in [*names(answer), *people, SettingChange("max_persons", 1)]:
        outcome = resolver.resolve(change)
        if outcome.refusal is None:
            check(answer, outcome)
        else:
            assert outcome.refusal in (Refusal.INVALID, Refusal.NOT_FOUND)


def test_the_work_of_somebody_who_leaves_goes_to_whoever_has_room() -> None:
    data = problem(
        tasks=[task(f"T{number}", hours=4) for number in range(1, 4)],
        persons=[person("P1", ict=12), *(person(f"P{n}", ict=12) for n in range(2, 5))],
    )
    answer = make_plan(data, OPTIONS)
    resolver = Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)
    for code in sorted({code for _, code in answer.plan.hours_by_pair()}):
        outcome = resolver.resolve(PersonGone(code))
        prices = {price.level: price.difference for price in outcome.prices}
        assert (prices[Level.CORE], prices[Level.COVERAGE]) == (0, 0)


def test_one_model_serves_many_questions_with_the_same_answers() -> None:
    answer = make_plan(random_group(1), OPTIONS)
    base = Baseline.of(answer.instance, answer.result)
    alone, prepared = Resolver(base, OPTIONS), Resolver(base, OPTIONS)
    asked = names(answer)
    with prepared.question(asked):
        for change in asked:
            first, second = alone.resolve(change), prepared.resolve(change)
            assert (first.refusal is None) == (second.refusal is None)


def test_when_the_time_is_over_every_price_is_still_that_of_a_plan() -> None:
    answer = make_plan(random_group(1), OPTIONS)
    base = Baseline.of(answer.instance, answer.result)
    hurried = Resolver(base, SolveOptions(time_limit=0))
    found = [hurried.resolve(change) for change in names(answer)]
    priced = [outcome for outcome in found if outcome.refusal is None]
    assert priced
    for outcome in priced:
        check(answer, outcome)
    assert {outcome.refusal for outcome in found} <= {None, Refusal.NOT_FOUND}


def test_what_stays_within_the_slack_of_fairness_does_not_rank() -> None:
    answer = make_plan(random_group(1), OPTIONS)
    resolver = Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)
    outcome = next(o for change in names(answer) if (o := resolver.resolve(change)).prices)
    fairness = outcome.price(Level.FAIRNESS)
    assert fairness is not None and fairness.slack == 50
