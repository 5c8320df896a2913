"""A survey: its values keep every rule and are no worse; what districts share finds its place."""

from concurrent.futures import Future

import pytest
from factory import CENTRAL, EVERYWHERE, GROUP, deviation, person, plan, problem, school, task
from pytest import MonkeyPatch
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from models.vocabulary import DeviationKind, Priority
from optimizer.construct.greedy import complete, greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search import survey as survey_module
from optimizer.solver.search.field import Field, Sketch
from optimizer.solver.search.kernel_search import KernelSearch
from optimizer.solver.search.relaxation import lower_bound
from optimizer.solver.search.survey import Survey

OPTIONS = [SolveOptions(time_limit=20), SolveOptions(time_limit=20, deterministic=True)]


@pytest.fixture(autouse=True)
def small_districts(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(survey_module, "MOST_PAIRS", 1)


def surveyed(
    instance: Instance, start: Plan, options: SolveOptions, stop: Stop | None = None
) -> tuple[Plan, Survey]:
    whole = Whole(instance)
    model = whole.model(Level.COVERAGE, [])
    sketch, values = Sketch(whole.outline(model), options), whole.values(start, model)
    field = Field(
        model, sketch, whole.landscape, values, options, stop or Stop(), lambda left: None
    )

    def fill(values: Numbers) -> Numbers:
        assert stop is None or not stop.requested
        return whole.values(complete(instance, whole.plan(values)), model)

    survey = Survey(field, fill)
    found = survey.draft()
    assert model.allows(found)
    return whole.plan(found), survey


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(8))
def test_a_survey_never_loses_and_its_bound_holds(seed: int, options: SolveOptions) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    found, survey = surveyed(instance, start, options)
    before, after = (verify(instance.data, each) for each in (start, found))
    assert after.ok
    assert survey.spent <= options.time_limit
    assert survey.bound <= after.levels[Level.COVERAGE] <= before.levels[Level.COVERAGE]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize(("now", "best"), [("S1", "S2"), ("S2", "S1")])
def test_who_works_everywhere_goes_where_most_is_gained(
    now: str, best: str, options: SolveOptions
) -> None:
    """One school has to let go of what the other one needs more; neither gains by itself."""
    instance = build_instance(
        problem(
            schools=[
                school("S1", pool_pct=50),
                school("S2", pool_pct=50),
                school(GROUP, ict_points=99),
            ],
            tasks=[task(hours=4)],
            persons=[person(home=CENTRAL, reach=EVERYWHERE, ict=3)],
            deviations=[
                deviation(DeviationKind.PRIORITY, unit=best, priority=Priority.ESSENTIAL),
            ],
        )
    )
    start = plan({f"T01@{now} P1 ict@GROEP": 3}, leads={f"T01@{now}": "P1"})
    assert verify(instance.data, start).ok
    found, _ = surveyed(instance, start, options)
    assert [key.unit for key in found.leads] == [best]


def test_districts_prove_more_than_the_outline() -> None:
    """The outline knows hours only; in a district every rule counts."""
    bounds = []
    for seed in range(8):
        instance = build_instance(random_group(seed))
        _, survey = surveyed(instance, greedy_plan(instance), OPTIONS[0])
        whole = Whole(instance)
        outline = whole.outline(whole.model(Level.COVERAGE, []))
        bounds.append((lower_bound(outline, 20.0), survey.bound))
    assert all(by_outline <= by_survey for by_outline, by_survey in bounds)
    assert any(by_outline < by_survey for by_outline, by_survey in bounds)


def test_without_prices_in_time_what_districts_found_counts(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(survey_module, "begin", lambda work: Future())
    instance = build_instance(random_group(1))
    start = greedy_plan(instance)
    found, survey = surveyed(instance, start, SolveOptions(time_limit=1))
    before, after = (verify(instance.data, each).levels for each in (start, found))
    assert survey.bound <= after[Level.COVERAGE] <= before[Level.COVERAGE]
    assert len(survey.pairs) > 0


def test_at_last_the_plan_is_searched_where_the_whole_does_otherwise(
    monkeypatch: MonkeyPatch,
) -> None:
    """Without any round over districts, the prices of the whole find what there is."""
    monkeypatch.setattr(KernelSearch, "improved", lambda self, values, pairs: values)
    gained = 0
    for seed in range(6):
        instance = build_instance(random_group(seed))
        start = greedy_plan(instance)
        found, survey = surveyed(instance, start, OPTIONS[0])
        before, after = (verify(instance.data, each).levels for each in (start, found))
        assert survey.bound <= after[Level.COVERAGE] <= before[Level.COVERAGE]
        gained += before[Level.COVERAGE] - after[Level.COVERAGE]
    assert gained > 0


def test_a_stop_ends_a_survey(monkeypatch: MonkeyPatch) -> None:
    """What was found before it counts; no other district is begun."""
    instance = build_instance(random_group(1))
    start, stop, turns = greedy_plan(instance), Stop(), 0

    def improved(self: KernelSearch, values: Numbers, pairs: Numbers) -> Numbers:
        nonlocal turns
        turns += 1
        stop.request()
        return values

    monkeypatch.setattr(KernelSearch, "improved", improved)
    found, _ = surveyed(instance, start, OPTIONS[0], stop)
    assert turns == 1
    assert found.hours == start.hours
