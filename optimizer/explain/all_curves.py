"""Everything that is asked around one plan: what hours, floors, people and changes are worth."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.instance import Instance
from models.result import Result
from models.worth import Curve, Loss, Worth
from optimizer.explain.bus_factor import losses, with_training
from optimizer.explain.change_budget import budget_questions
from optimizer.explain.curves import Question, ask_all, judged_on
from optimizer.explain.floors import floor_questions
from optimizer.explain.purchase import explained
from optimizer.explain.resolve import Resolver
from optimizer.explain.worth import with_breaks, worth_questions
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

SECONDS_EACH = 20.0
"""Time for one point of a curve, unless told otherwise."""

OnPoint = Callable[[int], None]
"""Told after every point how many there are so far."""


def compute_worth(
    instance: Instance,
    result: Result,
    options: SolveOptions | None = None,
    jobs: int = 1,
    stop: Stop | None = None,
    on_point: OnPoint = lambda done: None,
) -> Worth:
    """The curves around a plan, judged on the levels up to coverage.

    `options.time_limit` is that of one point. Points of a large problem come from a neighbourhood
    of the change and say *at most*; the change budget, which has no neighbourhood, is left out.
    """
    resolver = Resolver(judged_on(instance, result), options or SolveOptions(SECONDS_EACH))
    asker = _Asker(resolver, jobs, stop or Stop(), on_point)
    floors = asker.curves(floor_questions())
    budget = () if resolver.is_large else asker.curves(budget_questions(instance.data))
    gone = asker.losses()
    worth = asker.curves(worth_questions(instance.data))
    worth = with_breaks(resolver, worth, asker.stop)
    worth = explained(instance, result.plan, worth)
    base, curves = resolver.base, (*worth, *floors, *budget)
    return Worth(base.plan, base.levels, curves, gone, asker.stop.requested)


@dataclass
class _Asker:
    """Asks one family after another and counts the points."""

    resolver: Resolver
    jobs: int
    stop: Stop
    on_point: OnPoint
    done: int = 0

    def _count(self, _done: int, _asked: int) -> None:
        self.done += 1
        self.on_point(self.done)

    def curves(self, questions: Iterable[Question]) -> tuple[Curve, ...]:
        return ask_all(self.resolver, list(questions), self.jobs, self.stop, self._count)

    def losses(self) -> tuple[Loss, ...]:
        found = losses(self.resolver, self.jobs, self.stop, self._count)
        return with_training(self.resolver, found, self.jobs, self.stop, self._count)
