"""HiGHS on plain numbers: values that keep every rule, bounds that are not too high, a stop."""

import subprocess
import sys
from math import inf

import numpy as np
import pytest

from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.branch_and_cut import branch_and_cut, whole_bound
from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import FREE, LinearModel, Rows


def knapsack(size: int, seed: int = 1) -> LinearModel:
    """As much value as fits within several sacks: hard from some fifty things on."""
    random = np.random.default_rng(seed)
    weights = random.integers(100, 1000, (8, size))
    every = np.arange(size)
    rows = Rows.of([every] * 8, list(weights), np.full(8, -FREE), weights.sum(axis=1) // 3)
    ones = np.ones(size, dtype=np.int64)
    value = random.integers(100, 1000, size)
    return LinearModel(0 * ones, ones, rows, -value, int(value.sum()))


def test_the_best_values_are_found_and_proven() -> None:
    model = knapsack(12)
    found = branch_and_cut(model, None, Limits(Clock(Stop())))
    assert found.values is not None
    best = min(
        model.value(values)
        for number in range(2**12)
        if model.allows(values := np.array([number >> bit & 1 for bit in range(12)]))
    )
    assert model.value(found.values) == best == whole_bound(found.bound)
    assert found.is_complete


def test_what_is_impossible_has_an_infinite_bound() -> None:
    model = knapsack(5)
    impossible = model.held(-1)
    assert branch_and_cut(impossible, None, Limits(Clock(Stop()))).bound == inf


def test_an_open_side_is_no_bound() -> None:
    size = np.array([0]), np.array([10])
    rows = Rows.of([np.array([0])], [np.array([1])], np.array([3]), np.array([FREE]))
    model = LinearModel(*size, rows, np.array([2]), 1)
    found = branch_and_cut(model, None, Limits(Clock(Stop())))
    assert found.values is not None
    assert found.values.tolist() == [3]
    assert found.bound == 7


def test_a_stop_ends_a_search_that_would_go_on() -> None:
    stop = Stop()

    def at_the_first_values(watch: Watch) -> bool:
        if watch.value is not None:
            stop.request()
        return False

    found = branch_and_cut(knapsack(150), None, Limits(Clock(stop), at_the_first_values))
    assert not found.is_complete
    assert found.values is not None


def test_work_ends_a_search_at_the_same_moment_always() -> None:
    model, start = knapsack(150), np.zeros(150, dtype=np.int64)
    found = [branch_and_cut(model, start, Limits(Clock(Stop(), work=0.5))) for _ in range(2)]
    assert found[0].values is not None
    assert found[1].values is not None
    assert found[0].values.tolist() == found[1].values.tolist()
    assert found[0].bound == found[1].bound
    assert not found[0].is_complete


INTERRUPTED = """
import signal, sys, threading
sys.path.insert(0, "tests/solver")
from test_highs import Clock, Limits, Stop, branch_and_cut, knapsack
arrived = threading.Event()
def break_off(*signal):
    arrived.set()
    raise KeyboardInterrupt
def interrupted(watch):
    if not arrived.is_set():
        signal.raise_signal(signal.SIGINT)
        arrived.wait()
    return False
signal.signal(signal.SIGINT, break_off)
try:
    branch_and_cut(knapsack(150), None, Limits(Clock(Stop()), interrupted))
except KeyboardInterrupt:
    print("broken off, alive:", threading.active_count() - 1)
"""
"""HiGHS itself waits until the signal has arrived, so it is at work then however fast it is."""


def test_whoever_breaks_out_of_waiting_takes_the_solver_along() -> None:
    """Otherwise the process would abort when Python ends."""
    command = [sys.executable, "-c", INTERRUPTED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("broken off, alive: 0\n")


@pytest.mark.parametrize(
    ("bound", "whole"), [(3.0, 3), (3.0 + 1e-7, 3), (3.1, 4), (-2.0, 0), (inf, 0), (-inf, 0)]
)
def test_a_bound_is_lowered_by_its_tolerance_before_it_is_rounded_up(
    bound: float, whole: int
) -> None:
    assert whole_bound(bound) == whole
