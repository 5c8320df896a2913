"""Rules that tie schools together: chosen levels and fixed appointments, as blocks see them."""

import numpy as np
import pytest
from chosen_levels import CHOICE
from factory import CENTRAL, EVERYWHERE, person, problem, school, task
from first_level import best_of_first

from models.instance import build_instance
from models.problem import ProblemData
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.as_linear import rule_names
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.blocks import Blocks
from optimizer.solver.search.relaxation import OneBlock

LEVELS = [level for level in Level if level is not Level.UNIQUENESS]


def two_schools(*, points: int) -> ProblemData:
    """A task on `keuze` and one at each school; the central member has a fixed appointment.

    The fewer the points, the more of them that appointment takes from what the others may cost.
    """
    return problem(
        schools=[school(code, ict_points=points, pool_pct=50) for code in ("S1", "S2")],
        persons=[
            person("P9", home=CENTRAL, ict=6, reach=EVERYWHERE),
            person("P1", ict_to_decide=True),
            person("P2", home="S2", ict_to_decide=True),
        ],
        tasks=[task("T1", hours=8, level=CHOICE), task("T2", hours=6, minimum_pct=0)],
    )


def test_the_levels_of_one_task_are_tied_by_shared_rows() -> None:
    whole = Whole(build_instance(two_schools(points=20)), named=True)
    is_own = whole.table.rows.of_one(whole.pairs.members)
    rules = [name for name in rule_names(whole.context.model) if name.startswith("choice.level[")]
    assert len(rules) == 2
    owns = zip(rule_names(whole.context.model), is_own, strict=True)
    assert not any(own for name, own in owns if name in rules)


def test_what_is_left_of_a_fixed_appointment_is_of_no_unit() -> None:
    whole = Whole(build_instance(two_schools(points=20)))
    names = [variable.name for variable in whole.context.model.proto.variables]
    idle = [column for column, name in enumerate(names) if name.startswith("idle[")]
    assert len(idle) == 3  # At either school, and from the pool.
    assert set(whole.pairs.members[idle]) == {-1}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("points", [8, 20])
def test_blocks_prove_nothing_that_a_plan_refutes(points: int, level: Level) -> None:
    instance = build_instance(two_schools(points=points))
    best = best_of_first(instance, level)
    whole, clock = Whole(instance), Clock(Stop(), work=20)
    model = whole.model(level, {})
    found = OneBlock(whole.table, whole.pairs).relax(
        model, whole.values(greedy_plan(instance)), clock
    )
    assert found is not None
    blocks = Blocks(whole.table, whole.pairs.members, 2)
    noise = np.random.default_rng(points).normal(size=len(found.prices))
    for prices in (found.prices, np.zeros_like(noise), found.prices + noise):
        assert blocks.bound(model, prices, clock) <= best
