"""Prices looked for ahead hold as long as no level before has got worse."""

import pytest
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.ahead import PricedAhead
from optimizer.cpsat.field import Field
from optimizer.cpsat.kernel import Kernel
from optimizer.cpsat.patience import Patience
from optimizer.cpsat.whole import Whole
from optimizer.greedy import greedy_plan
from optimizer.solve_options import SolveOptions
from optimizer.stop import Stop

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
        return Field(
            model, None, whole.landscape, values, options, stop, quiet, raced=True, near=near
        )

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
