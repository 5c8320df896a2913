"""Re-solving a neighbourhood of a large plan, level after level, with all else as it stands."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.instance import Instance, Pair
from models.plan import Plan, TaskKey
from models.problem import Deviation, TaskNumber, UnitCode
from models.settings import Level
from models.vocabulary import DeviationKind
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.restricted import best_among

EFFORT = 0.5
"""Work of one search of one level in a window: about half a second at the most."""
OPEN = 2**30
"""More than any level is worth: a level that is not held."""


@dataclass(frozen=True)
class Held:
    """What a level is worth in the plan before, and what later levels may let it be."""

    level: Level
    value: int
    most: int


class Nearby:
    """A plan with some pairs more than it uses, in which parts can be solved again.

    The instance is narrowed to those pairs: one model then serves many questions.
    """

    def __init__(self, instance: Instance, pairs: frozenset[Pair], goals: Sequence[Held]) -> None:
        self.instance = instance
        self.pairs = pairs
        self._goals = goals
        self._whole = Whole(instance)
        self._nothing = self._whole.values(Plan())

    def solve(
        self,
        start: Plan,
        free: Container[Pair],
        rows: Iterable[Deviation],
        stop: Stop,
        late: Stop | None = None,
    ) -> Plan | None:
        """The best plan found from a start when some pairs are free; `None` when there is none.

        `rows` are pins and bans of one task and person, on top of the window's instance. The
        levels are minimised in their order; one that is no worse than before is left at that. Once
        it is `late`, a plan that was found is not bettered any more.
        """
        lower, upper = self._whole.table.lower.copy(), self._whole.table.upper.copy()
        for row in rows:
            forced, closed = self._columns_of(row)
            lower[forced], upper[closed] = 1, 0
            if row.kind is not DeviationKind.BAN and not forced:
                return None
        columns = self._free_columns(free)
        descent = _Descent(self._whole, self._goals, columns, (lower, upper), stop, late or stop)
        return descent.run(start, self._whole.values(start))

    def _free_columns(self, free: Container[Pair]) -> Numbers:
        """The columns of the free pairs and of their tasks, and all that follows from them."""
        instance, pairs = self.instance, self._whole.pairs
        is_free = [
            (instance.tasks[task].key, instance.persons[person].code) in free
            for task, person in zip(pairs.tasks, pairs.persons, strict=True)
        ]
        return pairs.free(np.flatnonzero(is_free))

    def _columns_of(self, row: Deviation) -> tuple[list[int], list[int]]:
        """The columns that a row fixes at one, and those that it fixes at nothing."""
        assert row.person is not None
        key, person = TaskKey(TaskNumber(row.task), UnitCode(row.unit)), row.person
        payers = self.instance.payers.get((key, person), ())
        hours = [Plan(hours={(key, person, payer): 1}) for payer in payers]
        lead, backup = Plan(leads={key: person}), Plan(backups={key: (person,)})
        if row.kind is DeviationKind.BAN:
            return [], [c for piece in (*hours, lead, backup) for c in self._columns(piece)[:1]]
        if row.kind is DeviationKind.PIN:
            # Hours first, then whether there are any.
            return [c for piece in hours[:1] for c in self._columns(piece)[1:2]], []
        piece = lead if row.kind is DeviationKind.LEAD else backup
        return self._columns(piece)[:1], []

    def _columns(self, piece: Plan) -> list[int]:
        """The columns, decisions first, that are not 0 when this is the whole plan."""
        values = self._whole.values(piece)
        return np.flatnonzero(values != self._nothing).tolist()


class _Descent:
    """One solve: from a start down to the best of every level in turn."""

    def __init__(
        self,
        whole: Whole,
        goals: Sequence[Held],
        free: Numbers,
        bounds: tuple[Numbers, Numbers],
        stop: Stop,
        late: Stop,
    ) -> None:
        self._whole = whole
        self._goals = goals
        self._free = free
        self._lower, self._upper = bounds
        self._stop = stop
        self._late = late

    def run(self, start: Plan, values: Numbers) -> Plan | None:
        """The plan, when there is one."""
        self._values = values
        held: dict[Level, int] = {}
        plan = start if self._is_kept(values) else None
        worth = {} if plan is None else self._whole.worth(plan)
        for place, goal in enumerate(self._goals):
            if plan is not None and self._late.requested:
                return plan
            # The last level is searched for its own sake, unless an earlier one costs already.
            is_free = all(worth.get(each, OPEN) <= most for each, most in self._most(place))
            is_last = place == len(self._goals) - 1
            is_worse = worth.get(goal.level, OPEN) > goal.value
            if is_free if is_last else is_worse:
                better = self._search(goal, held, self._stop if plan is None else self._late)
                if better is not None:
                    plan, worth = better, self._whole.worth(better)
            if plan is None:
                return None
            held[goal.level] = max(goal.most, worth[goal.level])
        return plan

    def _most(self, place: int) -> list[tuple[Level, int]]:
        """What the levels before a place may be without a cost."""
        return [(goal.level, goal.most) for goal in self._goals[:place]]

    def _is_kept(self, values: Numbers) -> bool:
        """Whether values keep every rule, and the pins and bans on top."""
        return self._bound(self._whole.table).allows(values)

    def _search(self, goal: Held, held: Mapping[Level, int], stop: Stop) -> Plan | None:
        """The best plan on a level, with those before it held."""
        if stop.requested:
            return None
        model = self._bound(self._whole.model(goal.level, held))
        limits = Limits(Clock(stop, work=EFFORT), lambda watch: _is_at_most(watch, goal.value))
        found = best_among(model, self._values, self._free, limits)
        if found is None:
            return None
        plan = self._whole.plan(found)
        self._values = self._whole.values(plan)
        return plan

    def _bound(self, model: LinearModel) -> LinearModel:
        """The model with the pins and bans on top."""
        return replace(model, lower=self._lower, upper=self._upper)


def _is_at_most(watch: Watch, value: int) -> bool:
    return watch.value is not None and watch.value <= value
