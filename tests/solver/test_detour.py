"""Detours and blocks: nothing that is held is exceeded in the end, and more is found than without.

A detour passes values that exceed a row; blocks are searched where the relaxation does
otherwise.
"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_problems import random_group

from models.instance import Instance, build_instance
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers, Rows
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.patience import Patience
from optimizer.solver.search import block_search, detour
from optimizer.solver.search.block_search import BlockSearch
from optimizer.solver.search.detour import Detour
from optimizer.solver.search.field import WHOLE, Field
from optimizer.solver.search.kernel import Kernel
from optimizer.solver.search.kernel_search import KernelSearch

OPTIONS = [SolveOptions(time_limit=10), SolveOptions(time_limit=10, deterministic=True)]


def search_with(options: SolveOptions) -> BlockSearch:
    return BlockSearch(options, Patience(options, Stop(), lambda left: None))


def swap() -> tuple[LinearModel, Numbers]:
    """Of three columns the first is taken, and the last two together are worth more."""
    rows = Rows(
        starts=np.array([0, 3, 6]),
        columns=np.array([0, 1, 2, 0, 1, 2]),
        factors=np.array([1, 1, 1, 3, 2, 2]),
        lower=np.array([1, -(2**40)]),
        upper=np.array([2, 4]),
    )
    model = LinearModel(np.zeros(3, int), np.ones(3, int), rows, np.array([-30, -25, -24]), 0)
    return model, np.array([1, 0, 0])


@pytest.mark.parametrize("most", [0, 3000])
@pytest.mark.parametrize("options", OPTIONS)
def test_a_detour_comes_back_with_better_values(
    options: SolveOptions, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detour, "MOST", most)
    model, values = swap()
    found = Detour(search_with(options), 5.0, 0, 10).taken(model, 1, values)
    assert model.allows(found)
    assert model.value(found) == -49


@given(
    st.integers(1, 9),
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
)
def test_what_leaves_its_end_costs_more(times: int, before: list[int], after: list[int]) -> None:
    model, _ = swap()
    model = replace(model, upper=np.full(3, 2), offset=7)
    drawn = model.drawn_to(np.array(before), times)
    left = sum(abs(new - old) for old, new in zip(before, after, strict=True) if old != 1)
    values = np.array(after)
    assert drawn.allows(values) == model.allows(values)
    at_upper = 2 * sum(old == 2 for old in before)
    assert drawn.value(values) + at_upper == times * model.value(values) + left


@given(st.integers(0, 1), st.integers(1, 9), st.lists(st.integers(0, 1), min_size=3, max_size=3))
def test_a_loosened_row_may_be_exceeded_at_its_price(
    row: int, price: int, columns: list[int]
) -> None:
    model, _ = swap()
    loosened, values = model.loosened(row, price), np.array(columns)
    over = max(0, int(model.rows.activity(values)[row] - model.rows.upper[row]))
    after = np.append(values, over)
    others = replace(model, rows=model.rows.where(np.arange(2) != row))
    is_low = model.rows.activity(values)[row] < model.rows.lower[row]
    assert loosened.allows(after) == (others.allows(values) and not is_low)
    assert loosened.value(after) == model.value(values) + price * over
    if over:
        assert not loosened.allows(np.append(values, over - 1))


def _held(instance: Instance) -> tuple[Whole, LinearModel, Numbers, dict[Level, int]]:
    """Quality, with core and coverage held to what the greedy plan is worth."""
    whole, start = Whole(instance), greedy_plan(instance)
    worth = whole.worth(start)
    held = {level: worth[level] for level in (Level.CORE, Level.COVERAGE)}
    model = whole.model(Level.QUALITY, list(held.items()))
    return whole, model, whole.values(start, model), worth


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(6))
def test_what_is_held_is_held_in_the_end(seed: int, options: SolveOptions) -> None:
    instance = build_instance(random_group(seed))
    whole, model, values, worth = _held(instance)
    field = Field(model, None, whole.landscape, values, options, Stop(), lambda left: None)
    kernel = Kernel(replace(field, near=True, loose=len(model.rows.lower) - 1))
    found = verify(instance.data, whole.plan(kernel.best()))
    assert found.violations == ()
    assert all(found.levels[level] <= worth[level] for level in (Level.CORE, Level.COVERAGE))
    assert kernel.bound <= found.levels[Level.QUALITY] <= worth[Level.QUALITY]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(4))
def test_where_the_relaxation_does_otherwise_comes_first(
    seed: int, options: SolveOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block_search, "FEW", 0)
    sizes: list[int] = []
    best = BlockSearch.best

    def noted(self: BlockSearch, block: LinearModel, *others: object) -> Numbers | None:
        sizes.append(len(block.lower))
        return best(self, block, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(BlockSearch, "best", noted)
    _, model, values, _ = _held(build_instance(random_group(seed)))
    found = search_with(options).focused(model, values, 5.0, 0, WHOLE)
    assert found is not None
    assert model.allows(found)
    assert model.value(found) <= model.value(values)
    assert sizes[1] <= sizes[0] < len(values)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_nearly_the_best_is_polished_to_the_best(seed: int, options: SolveOptions) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    model = whole.model(Level.COVERAGE, [])
    values = whole.values(start, model)
    field = Field(model, None, whole.landscape, values, options, Stop(), lambda left: None)
    search = KernelSearch(model, field, Patience(options, Stop(), lambda left: None))
    found = search.polished(values, np.arange(len(whole.landscape.tasks)))
    assert verify(instance.data, whole.plan(found)).violations == ()
    assert model.value(found) <= model.value(values)
    assert search.polished(found, np.zeros(0, dtype=np.int64)).tolist() == found.tolist()


@pytest.mark.parametrize("options", OPTIONS)
def test_where_the_relaxation_does_the_same_nothing_is_better(
    options: SolveOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block_search, "FEW", 0)
    model, _ = swap()
    best = np.array([0, 1, 1])
    found = search_with(options).focused(model, best, 5.0, 0, WHOLE)
    assert found is not None
    assert found.tolist() == best.tolist()
