"""Prices looked for ahead hold as long as no level before has got worse."""

from concurrent.futures import Future

import pytest
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.patience import Patience
from optimizer.solver.search.ahead import PricedAhead
from optimizer.solver.search.field import Field
from optimizer.solver.search.kernel import Kernel
from optimizer.solver.search.pricing import Pricing

OPTIONS = [SolveOptions(time_limit=20), SolveOptions(time_limit=20, deterministic=True)]


def quiet(left: float) -> None:
    pass


@pytest.mark.parametrize("near", [False, True])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(4))
def test_a_kernel_with_prices_from_before(seed: int, options: SolveOptions, near: bool) -> None:
    instance = build_instance(random_group(seed))
    whole, start, stop = Whole(instance), greedy_plan(instance), Stop()
    worth = whole.worth(start)
    patience = Patience(options, stop, quiet)

    def field(held: dict[Level, int]) -> Field:
        model = whole.model(Level.QUALITY, list(held.items()))
        values = whole.values(start, model)
        return Field(model, None, whole.landscape, values, options, stop, quiet, near=near)

    assumed = {each: worth[each] for each in (Level.CORE, Level.COVERAGE)}
    ahead = PricedAhead(assumed, field(assumed))
    worse = {**assumed, Level.COVERAGE: worth[Level.COVERAGE] + 1}
    assert ahead.pricing(worse, patience) is None
    held = {**assumed, Level.FAIRNESS: worth[Level.FAIRNESS]}
    pricing = ahead.pricing(held, patience)
    assert pricing is not None
    kernel = Kernel(field(held), pricing)
    after = whole.worth(whole.plan(kernel.best()))
    assert kernel.bound <= after[Level.QUALITY] <= worth[Level.QUALITY]
    assert all(after[each] <= value for each, value in held.items())


def test_what_is_known_may_be_used_before_the_end() -> None:
    field = _field_of(0)
    seen: list[tuple[Pricing, Future[int], bool]] = []

    def learn(pricing: Pricing) -> None:
        counted = pricing.count()
        seen.append((pricing, counted, counted.done()))

    pricing = Pricing(field, Patience(field.options, field.stop, quiet), learn)
    assert seen
    assert all(each is pricing for each, _, _ in seen)
    assert not any(was_counted for _, _, was_counted in seen)
    counted = seen[0][1].result()
    assert 0 < max(pricing.bound, counted) <= field.model.value(field.values)


def test_a_failure_of_the_pricing_is_raised_where_it_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class BrokenError(Exception):
        pass

    def fail(pricing: Pricing) -> None:
        raise BrokenError

    field = _field_of(0)
    monkeypatch.setattr(Pricing, "_price", fail)
    ahead = PricedAhead({}, field)
    patience = Patience(field.options, field.stop, quiet)
    with pytest.raises(BrokenError):
        ahead.pricing({}, patience)

    def fail_late(pricing: Pricing) -> None:
        pricing._learnt(pricing)
        raise BrokenError

    monkeypatch.setattr(Pricing, "_price", fail_late)
    used = PricedAhead({}, field).pricing({}, patience)
    assert used is not None
    with pytest.raises(BrokenError):
        used.count().result()


def _field_of(seed: int) -> Field:
    """Coverage of a random group, from a greedy plan."""
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    model, options = whole.model(Level.COVERAGE, []), OPTIONS[0]
    values = whole.values(start, model)
    return Field(model, None, whole.landscape, values, options, Stop(), quiet)
