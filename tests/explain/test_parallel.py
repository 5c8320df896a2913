"""Many changes side by side: the same outcomes in the order asked, and an end on request."""

from dataclasses import replace

from factory import deviation, person, problem, task

from models.changes import Change, DeviationAdded, PersonGone
from models.outcome import Outcome, Refusal
from models.problem import PersonCode, ProblemData
from models.vocabulary import DeviationKind
from optimizer.explain.baseline import Baseline
from optimizer.explain.parallel import resolve_all
from optimizer.explain.resolve import Resolver
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OPTIONS = SolveOptions(time_limit=1, deterministic=True)
BUNDLES: list[tuple[Change, ...]] = [
    (DeviationAdded(deviation(DeviationKind.BAN, task="T01", person="P1")),),
    (PersonGone(PersonCode("P2")),),
    (PersonGone(PersonCode("P1")), PersonGone(PersonCode("P2"))),
]


def data() -> ProblemData:
    return problem(
        persons=[person("P1", ict=3), person("P2", ict=4)],
        tasks=[task("T01", hours=3, core=True), task("T02", hours=4)],
    )


def resolver() -> Resolver:
    answer = make_plan(data(), OPTIONS)
    return Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)


def timeless(outcome: Outcome) -> Outcome:
    prices = tuple(replace(p, after=replace(p.after, seconds=0.0)) for p in outcome.prices)
    return replace(outcome, prices=prices)


def test_processes_find_what_one_process_finds_in_the_order_asked() -> None:
    asker, told = resolver(), list[tuple[int, int]]()
    alone = list(resolve_all(asker, BUNDLES))
    apart = list(
        resolve_all(asker, BUNDLES, jobs=2, on_progress=lambda n, all_: told.append((n, all_)))
    )
    assert [outcome.changes for outcome in apart] == BUNDLES
    assert list(map(timeless, apart)) == list(map(timeless, alone))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_outcomes_come_one_by_one_and_a_stop_ends_the_rest() -> None:
    stop = Stop()
    outcomes = resolve_all(resolver(), BUNDLES, stop=stop)
    assert next(outcomes).refusal is None
    stop.request()
    assert [outcome.refusal for outcome in outcomes] == [Refusal.STOPPED] * 2


def test_a_stop_before_processes_have_begun_refuses_what_has_not_begun() -> None:
    stop = Stop()
    stop.request()
    found = list(resolve_all(resolver(), BUNDLES, jobs=2, stop=stop))
    assert [outcome.changes for outcome in found] == BUNDLES
    assert Refusal.STOPPED in {outcome.refusal for outcome in found}
