"""The restricted master: the best values when only some columns may have others.

Of the thousands of pairs of a task and a person a good plan uses some hundreds, and a relaxation
tells which. A MIP solver that may change only those, or those in which relaxation and plan differ,
is quick where the whole is out of its reach (kernel search: Angelelli, Mansini & Speranza, 2010).
"""

from optimizer.run.clock import Clock
from optimizer.solver.matrix.branch_and_cut import branch_and_cut
from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import LinearModel, Numbers

SHARE = 1 / 5
"""Part of what is left that a step may take which others follow: most of them end long before, and
with a half the last levels of a group had nothing left of a minute."""
LEAST_IDLE = 1.0
"""Work or seconds that a search gets at least without getting better."""
COLUMN_IDLE = 1e-3
"""The same per free column: before it finds better values a solver works at the root, of 1 000
columns for half a second and of 4 000 for two."""


def is_idle(clock: Clock, improved: float, began: float = 0.0, least: float = LEAST_IDLE) -> bool:
    """Whether a search became no better for half of what it used, and for a moment at least.

    By its clock it became better at `improved`, and it began at `began`.
    """
    return clock.used - improved >= max(least, (clock.used - began) / 2)


def restricted_master(
    model: LinearModel, values: Numbers, free: Numbers, limits: Limits
) -> Numbers:
    """The best values found with others for the columns `free` only; as they are when none are.

    It is left when it has become no better for half of what it used.
    """
    if not len(free):
        return values

    least = max(LEAST_IDLE, COLUMN_IDLE * len(free))

    def may_end(watch: Watch) -> bool:
        return limits.is_enough(watch) or is_idle(limits.clock, watch.improved, least=least)

    def tell(watch: Watch) -> None:
        limits.tell(Watch(watch.value))  # What bounds a part bounds nothing else.

    found = best_among(model, values, free, Limits(limits.clock, may_end, tell))
    return values if found is None or model.value(found) >= model.value(values) else found


def best_among(
    model: LinearModel, values: Numbers, free: Numbers, limits: Limits
) -> Numbers | None:
    """The best values found with others for some columns, from values that may break rules.

    A watch counts what the columns that keep their values are worth as well.
    """
    inner, _ = model.around(values, free)
    inner = inner.with_objective(inner.cost, model.value(values) - inner.value(values[free]))
    start = values[free] if inner.allows(values[free]) else None
    found = branch_and_cut(inner, start, limits).values
    if found is None:
        return None
    after = values.copy()
    after[free] = found
    return after if model.allows(after) else None
