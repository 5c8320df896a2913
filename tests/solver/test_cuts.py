"""Cutting planes: they tighten a relaxation, and no better plan breaks them."""

from functools import cache
from time import monotonic

import numpy as np
import pytest
from random_problems import random_group

from benchmarks.case import Case
from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.branch_and_cut import branch_and_cut
from optimizer.solver.matrix.cuts import Cuts, cuts_of
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers, Reals
from optimizer.solver.matrix.linear_program import LinearProgram
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.blocks import Blocks
from optimizer.solver.search.relaxation import BySchool
from optimizer.solver.search.tightened import Tightened


class Seen:
    """The coverage of two schools with a pool, seen from the plan that is made by hand."""

    def __init__(self) -> None:
        instance = build_instance(Case("population", 2, 1).build())
        self.whole = Whole(instance)
        self.model: LinearModel = self.whole.model(Level.COVERAGE, {})
        self.values: Numbers = self.whole.values(greedy_plan(instance))
        best = branch_and_cut(self.model, self.values, Limits(clock())).values
        assert best is not None
        self.best: Numbers = best
        assert self.model.value(self.best) < self.model.value(self.values)
        self.pairs = np.arange(len(self.whole.pairs))


@cache
def seen() -> Seen:
    return Seen()


def clock(work: float = 60) -> Clock:
    return Clock(Stop(), work=work)


def relaxed(model: LinearModel, cuts: Cuts | None = None) -> float:
    program = LinearProgram(model)
    if cuts is not None:
        program.add(cuts)
    found = program.minimise(model.cost, clock())
    assert found is not None
    return model.offset + float(model.cost @ found.columns)


def sums(cuts: Cuts, values: Numbers | Reals) -> Reals:
    ends = np.append(cuts.starts[1:], len(cuts.columns))
    return np.array(
        [
            cuts.factors[begin:end] @ values[cuts.columns[begin:end]]
            for begin, end in zip(cuts.starts, ends, strict=True)
        ]
    )


def test_cuts_tighten_the_relaxation_and_leave_the_best_plan() -> None:
    model, best = seen().model, seen().best
    cuts = cuts_of(model, seen().values, clock())
    assert cuts is not None
    plain, tight = relaxed(model), relaxed(model, cuts)
    assert plain + 1 < tight <= model.value(best) + 1e-6
    at_best = sums(cuts, best)
    assert (at_best <= cuts.upper + 1e-6).all()
    assert (at_best >= cuts.lower - 1e-6).all()


def test_cuts_that_the_clock_ends_are_none() -> None:
    assert cuts_of(seen().model, seen().values, clock(0)) is None


def test_columns_that_are_numbered_anew_keep_their_factors() -> None:
    cuts = Cuts(
        starts=np.array([0, 2]),
        columns=np.array([1, 3, 0, 3, 2]),
        factors=np.array([5.0, 6.0, 7.0, 8.0, 9.0]),
        lower=np.array([0.0, 1.0]),
        upper=np.array([2.0, 3.0]),
    )
    places = np.array([-1, 1, 2, 0])
    found = cuts.at(places)
    assert found.starts.tolist() == [0, 2]
    assert found.columns.tolist() == [1, 0, 0, 2]
    assert found.factors.tolist() == [5, 6, 8, 9]
    values = np.array([0, 10, 20, 30])  # What has no place is 0.
    assert np.array_equal(sums(cuts, values), sums(found, values[[3, 1, 2]]))


@pytest.mark.parametrize("seed", range(6))
def test_rows_that_always_hold_are_no_loss(seed: int) -> None:
    instance = build_instance(random_group(seed))
    model = Whole(instance).model(Level.COVERAGE, {})
    fewer = model.without_idle_rows()
    assert len(fewer.rows.lower) < len(model.rows.lower)
    assert relaxed(fewer) == pytest.approx(relaxed(model))
    random = np.random.default_rng(seed)
    for _ in range(20):
        values = random.integers(model.lower, model.upper + 1)
        assert fewer.allows(values) == model.allows(values)


def test_a_tightened_relaxation_is_between_the_plain_one_and_the_best_plan() -> None:
    model, values = seen().model, seen().values
    found = Tightened(seen().whole.pairs).relax(model, values, [seen().pairs], clock())
    assert found is not None
    value = model.offset + float(model.cost @ found)
    assert relaxed(model) + 1 < value <= model.value(seen().best) + 1e-6


def test_cuts_are_looked_for_in_fewer_pairs_where_all_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pairs, model, values = seen().whole.pairs, seen().model, seen().values
    used = pairs.in_use(values)
    size = len(model.around(values, pairs.free(used))[0].rows.columns)
    monkeypatch.setattr("optimizer.solver.search.tightened.MOST_ENTRIES", size)
    asked: list[int] = []

    def cuts(part: LinearModel, start: Numbers, clock: Clock) -> Cuts | None:
        asked.append(len(start))
        return cuts_of(part, start, clock)

    monkeypatch.setattr("optimizer.solver.search.tightened.cuts_of", cuts)
    assert Tightened(pairs).relax(model, values, [seen().pairs, used], clock()) is not None
    assert asked == [len(pairs.free(used))]


def test_a_group_is_shown_with_cuts_and_bounded_without() -> None:
    model, values, whole = seen().model, seen().values, seen().whole
    relaxer = BySchool(Blocks(whole.table, whole.pairs.members, 2), whole.pairs)
    found = relaxer.relax(model, values, clock())
    assert found is not None
    shown = model.offset + float(model.cost @ found.columns)
    assert found.bound <= relaxed(model) + 1 < shown
    assert found.bound <= model.value(seen().best)


def test_a_run_does_not_pay_for_those_before_it() -> None:
    """HiGHS holds the seconds of all runs of one program against its time limit."""
    model = seen().model
    program = LinearProgram(model)
    random, began = np.random.default_rng(1), monotonic()
    while monotonic() - began < 2:
        assert program.minimise(random.permutation(model.cost), clock()) is not None
    assert program.minimise(model.cost, Clock(Stop(), seconds=0.5)) is not None
