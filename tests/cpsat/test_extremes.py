"""Loads from both ends: no plan is more even than the bound, and the search never loses."""

from dataclasses import replace

import pytest
from factory import person, plan, problem, task
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from optimizer.cpsat.extremes import Extremes
from optimizer.cpsat.field import Field
from optimizer.cpsat.guides import LoadGuide
from optimizer.cpsat.relaxation import Proof
from optimizer.cpsat.solver import solve
from optimizer.cpsat.whole import Whole
from optimizer.greedy import greedy_plan
from optimizer.solve_options import SolveOptions
from optimizer.stop import Stop

CLOCKED = SolveOptions(time_limit=20)
OPTIONS = [CLOCKED, replace(CLOCKED, deterministic=True)]
LEVELS = (Level.COVERAGE, Level.FAIRNESS)


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


def extremes_of(whole: Whole, start: Plan, coverage: int, options: SolveOptions) -> Extremes:
    model = whole.model(Level.FAIRNESS, [(Level.COVERAGE, coverage)])
    guide = whole.guide(Level.FAIRNESS, model, {})
    assert isinstance(guide, LoadGuide)
    values = whole.values(start, model)
    field = Field(model, None, whole.landscape, values, options, Stop(), lambda left: None)
    return Extremes(field, guide)


def _proofs(extremes: Extremes) -> list[Proof]:
    """All that it can prove, in the order in which it is asked."""
    return [extremes.estimate, extremes.count, extremes.prove]


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
        for bound in [proof(seconds) for proof in _proofs(extremes)]:
            assert bound <= after.levels[Level.FAIRNESS]
            if held == coverage:
                assert bound <= fairness


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
    extremes = extremes_of(Whole(instance), best, coverage, CLOCKED)
    extremes.search()
    proven = max(proof(20.0) for proof in _proofs(extremes))
    assert proven == fairness


def test_the_least_loaded_gets_more() -> None:
    instance = work_for_two()
    start = plan({"T1@S1 P2 ict@S1": 4}, leads={"T1@S1": "P2"})
    whole = Whole(instance)
    extremes = extremes_of(whole, start, whole.worth(start)[Level.COVERAGE], CLOCKED)
    extremes.search()
    after = whole.worth(whole.plan(extremes.values))
    assert after[Level.FAIRNESS] < whole.worth(start)[Level.FAIRNESS]
