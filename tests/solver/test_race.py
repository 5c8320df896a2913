"""Branch and cut with another search beside it: what counts does not hang on which is quicker."""

from collections.abc import Callable

import pytest
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.branch_and_cut import branch_and_cut
from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.race import raced

OnBetter = Callable[[Numbers], None]


class Start:
    """The coverage of a group, the plan that is made by hand and the best there is."""

    def __init__(self) -> None:
        instance = build_instance(random_group(1))
        whole = Whole(instance)
        self.model: LinearModel = whole.model(Level.COVERAGE, {})
        self.values = whole.values(greedy_plan(instance))
        best = branch_and_cut(self.model, self.values, Limits(Clock(Stop()))).values
        assert best is not None
        self.best: Numbers = best
        assert self.model.value(best) < self.model.value(self.values)


def nothing(clock: Clock, on_better: OnBetter) -> None:
    """A search that goes on until it is ended."""
    while not clock.is_over:
        continue


def test_what_branch_and_cut_proves_is_the_answer_and_ends_the_other() -> None:
    start = Start()
    found = raced(start.model, start.values, nothing, Limits(Clock(Stop(), work=1e6)))
    assert found.bound == start.model.value(found.values) == start.model.value(start.best)


@pytest.mark.parametrize(("work", "counts"), [(0.0, True), (1e9, False)])
def test_the_other_counts_as_far_as_it_took_no_more_work(work: float, counts: bool) -> None:
    start = Start()

    def find(clock: Clock, on_better: OnBetter) -> None:
        clock.spend(work)
        on_better(start.best)

    found = raced(start.model, start.values, find, Limits(Clock(Stop(), work=1e-9)))
    assert (start.model.value(found.values) == start.model.value(start.best)) is counts


def test_what_is_used_beside_is_not_taken_off_the_limit() -> None:
    start, clock = Start(), Clock(Stop(), work=1e6)
    raced(start.model, start.values, lambda own, on_better: own.spend(1e5), Limits(clock))
    assert clock.used < 1e5


@pytest.mark.parametrize("has_stopped", [True, False])
def test_who_stops_gets_all_that_was_found(has_stopped: bool) -> None:
    start, stop = Start(), Stop()

    def find(clock: Clock, on_better: OnBetter) -> None:
        clock.spend(1e9)
        on_better(start.best)

    if has_stopped:
        stop.request()
    found = raced(start.model, start.values, find, Limits(Clock(stop, work=1e-9)))
    assert (start.model.value(found.values) == start.model.value(start.best)) is has_stopped


def test_what_goes_wrong_beside_is_raised() -> None:
    start = Start()

    def find(clock: Clock, on_better: OnBetter) -> None:
        raise LookupError("beside")

    with pytest.raises(LookupError, match="beside"):
        raced(start.model, start.values, find, Limits(Clock(Stop(), work=1e6)))


def test_what_goes_wrong_in_branch_and_cut_ends_the_other() -> None:
    start = Start()

    def tell(watch: Watch) -> None:
        raise KeyboardInterrupt

    limits = Limits(Clock(Stop(), work=1e6), tell=tell)
    with pytest.raises(KeyboardInterrupt):
        raced(start.model, start.values, nothing, limits)
