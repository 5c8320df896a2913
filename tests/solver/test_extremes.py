"""Loads from both ends: no plan is more even than the bound, and the search never loses."""

from dataclasses import replace

import numpy as np
import pytest
from factory import person, plan, problem, school, task
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import FREE, Rows
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.patience import Patience
from optimizer.solver.search.even_proof import EvenProof, RulesOut, RulesOutOnWhole
from optimizer.solver.search.extremes import Extremes
from optimizer.solver.search.field import Field
from optimizer.solver.search.guides import LoadGuide
from optimizer.solver.search.pricing import Pricing
from optimizer.solver.search.relaxation import Proof
from optimizer.solver.solver import solve

CLOCKED = SolveOptions(time_limit=20)
OPTIONS = [CLOCKED, replace(CLOCKED, deterministic=True)]
LEVELS = (Level.COVERAGE, Level.FAIRNESS)
NONE = np.zeros(0, dtype=np.int64)
ANY = Rows(np.zeros(1, dtype=np.int64), NONE, NONE, NONE, NONE)
"""No rows: any plan keeps them."""


def of_two_levels(instance: Instance) -> Instance:
    """The instance with coverage first, and fairness after it."""
    settings = replace(instance.settings, levels=LEVELS)
    return build_instance(replace(instance.data, settings=settings))


def best_of(instance: Instance) -> tuple[Plan, int, int]:
    """The best plan, and what it is worth on both levels: proven."""
    best = solve(instance, CLOCKED)
    assert best.plan is not None
    coverage, fairness = (best.level(level) for level in LEVELS)
    assert coverage is not None
    assert fairness is not None
    assert coverage.value is not None
    assert fairness.value is not None
    assert fairness.proven
    return best.plan, coverage.value, fairness.value


def looked_at(
    whole: Whole, start: Plan, coverage: int, options: SolveOptions
) -> tuple[Field, LoadGuide]:
    """Fairness of a plan, with coverage held."""
    model = whole.model(Level.FAIRNESS, [(Level.COVERAGE, coverage)])
    guide = whole.guide(Level.FAIRNESS, model, {})
    assert isinstance(guide, LoadGuide)
    values = whole.values(start, model)
    field = Field(model, None, whole.landscape, values, options, Stop(), lambda left: None)
    return field, guide


def extremes_of(whole: Whole, start: Plan, coverage: int, options: SolveOptions) -> Extremes:
    return Extremes(*looked_at(whole, start, coverage, options))


def proof_of(
    whole: Whole,
    start: Plan,
    coverage: int,
    options: SolveOptions,
    rules_out: RulesOut = lambda rows, seconds: False,
    rules_out_on_whole: RulesOutOnWhole = lambda rows, seconds: False,
) -> EvenProof:
    field, loads = looked_at(whole, start, coverage, options)
    return EvenProof(field, loads, rules_out, rules_out_on_whole)


def _all_of(proof: EvenProof) -> list[Proof]:
    """All that it can prove, in the order in which it is asked."""
    return [proof.rule_out, proof.prove, proof.estimate, proof.count, proof.prove]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(12))
def test_the_search_never_loses_and_no_plan_is_below_its_bounds(
    seed: int, options: SolveOptions
) -> None:
    instance = of_two_levels(build_instance(random_group(seed)))
    best, coverage, fairness = best_of(instance)
    whole, seconds = Whole(instance), None if options.deterministic else 20.0
    for start, held in ((best, coverage), (greedy_plan(instance), 10**6)):
        extremes = extremes_of(whole, start, held, options)
        extremes.search()
        after = verify(instance.data, whole.plan(extremes.values))
        assert after.violations == ()
        assert after.levels[Level.COVERAGE] <= held
        assert after.levels[Level.FAIRNESS] <= whole.worth(start)[Level.FAIRNESS]
        proof = proof_of(whole, whole.plan(extremes.values), held, options)
        for bound in [step(seconds) for step in _all_of(proof)]:
            assert bound <= after.levels[Level.FAIRNESS]
            if held == coverage:
                assert bound <= fairness


def priced(whole: Whole, start: Plan, options: SolveOptions) -> Pricing:
    """What is known of prices of coverage."""
    model = whole.model(Level.COVERAGE, [])
    values = whole.values(start, model)
    field = Field(model, None, whole.landscape, values, options, Stop(), lambda left: None)
    return Pricing(field, Patience(options, Stop(), lambda left: None))


def ruling_out(
    whole: Whole, start: Plan, coverage: int, options: SolveOptions
) -> tuple[RulesOut, RulesOutOnWhole]:
    """What the prices of coverage rule out, when it is held to a value."""
    pricing = priced(whole, start, options)
    assert not pricing.exceeds(coverage, ANY, None)
    assert pricing.count().result() <= coverage
    return (
        lambda rows, seconds: pricing.exceeds(coverage, rows, seconds),
        lambda rows, seconds: pricing.exceeds_on_whole(coverage, rows, seconds),
    )


@pytest.mark.parametrize("seed", range(4))
def test_on_the_whole_nothing_is_ruled_out_that_a_plan_does(seed: int) -> None:
    instance = of_two_levels(build_instance(random_group(seed)))
    best, coverage, _ = best_of(instance)
    pricing = priced(Whole(instance), best, CLOCKED)
    assert not pricing.exceeds_on_whole(coverage, ANY, 20.0)
    assert pricing.exceeds_on_whole(coverage - 1, ANY, 20.0)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(12))
def test_no_plan_is_below_what_is_ruled_out(seed: int, options: SolveOptions) -> None:
    instance = of_two_levels(build_instance(random_group(seed)))
    best, coverage, fairness = best_of(instance)
    whole, seconds = Whole(instance), None if options.deterministic else 20.0
    rules_out = ruling_out(whole, best, coverage, options)
    proof = proof_of(whole, best, coverage, options, *rules_out)
    for bound in [step(seconds) for step in _all_of(proof)]:
        assert bound <= fairness


@pytest.mark.parametrize("options", OPTIONS)
def test_who_can_get_no_more_is_known_without_a_search(options: SolveOptions) -> None:
    # Each has four hours of work at her own school; the second could do seven.
    instance = work_apart()
    best, coverage, fairness = best_of(instance)
    whole = Whole(instance)
    rules_out = ruling_out(whole, best, coverage, options)
    proof = proof_of(whole, best, coverage, options, *rules_out)
    assert 0 < fairness == proof.rule_out(2.0)
    assert [step(2.0) for step in _all_of(proof)] == [fairness] * 5


def work_apart() -> Instance:
    """Two schools, each with someone of its own; one has less to do than she has hours."""
    return of_two_levels(
        build_instance(
            problem(
                schools=[school("S1"), school("S2")],
                tasks=[task("T1", hours=4)],
                persons=[person("P1", ict=4), person("P2", home="S2", ict=7)],
            )
        )
    )


def work_for_two() -> Instance:
    """Two people with hours to spare."""
    return of_two_levels(
        build_instance(
            problem(
                tasks=[task("T1", hours=4), task("T2", hours=1)],
                persons=[person("P1", ict=4), person("P2", ict=7)],
            )
        )
    )


def test_what_is_as_even_as_can_be_is_proven() -> None:
    instance = work_for_two()
    best, coverage, fairness = best_of(instance)
    proof = proof_of(Whole(instance), best, coverage, CLOCKED)
    assert max(step(20.0) for step in _all_of(proof)) == fairness


def test_what_no_place_rules_out_the_whole_does() -> None:
    """Also what may be ruled out is not believed of a plan that is less even than it can be."""
    instance = work_for_two()
    best, coverage, fairness = best_of(instance)
    whole = Whole(instance)
    asked: list[Rows] = []
    _, on_whole = ruling_out(whole, best, coverage, CLOCKED)

    def only_the_most_loaded(rows: Rows, seconds: float | None) -> bool:
        return bool(np.all(rows.upper < FREE))

    def noted(rows: Rows, seconds: float) -> bool:
        asked.append(rows)
        return on_whole(rows, seconds)

    proof = proof_of(whole, best, coverage, CLOCKED, only_the_most_loaded, noted)
    assert proof.rule_out(20.0) == proof.prove(None) == 0
    assert not asked
    assert proof.prove(20.0) == proof.prove(20.0) == fairness > 0
    assert len(asked) == 1
    uneven = plan(
        {"T1@S1 P2 ict@S1": 4, "T2@S1 P2 ict@S1": 1}, leads={"T1@S1": "P2", "T2@S1": "P2"}
    )
    proof = proof_of(whole, uneven, coverage, CLOCKED, only_the_most_loaded, noted)
    assert proof.rule_out(20.0) == proof.prove(20.0) == 0
    assert len(asked) == 2


def test_the_least_loaded_gets_more() -> None:
    instance = work_for_two()
    start = plan({"T1@S1 P2 ict@S1": 4}, leads={"T1@S1": "P2"})
    whole = Whole(instance)
    extremes = extremes_of(whole, start, whole.worth(start)[Level.COVERAGE], CLOCKED)
    extremes.search()
    after = whole.worth(whole.plan(extremes.values))
    assert after[Level.FAIRNESS] < whole.worth(start)[Level.FAIRNESS]
