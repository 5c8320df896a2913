"""What another choice for a task would cost, as a piece of work for a process of its own."""

from dataclasses import dataclass

from models.instance import Instance
from models.plan import Plan, TaskKey
from models.result import LevelResult
from models.why import TaskAnswer
from optimizer.explain.baseline import Baseline
from optimizer.flows.explaining import CHANGE_SECONDS, QUESTION_SECONDS
from optimizer.run.solve_options import LARGE, OnProgress, SolveOptions
from optimizer.run.stop import Stop


@dataclass(frozen=True)
class PriceWork:
    """Asking who else could do a task, and at what price against a plan that keeps every rule.

    The bounds of the levels are claims here: prices are upper limits.
    """

    instance: Instance
    plan: Plan
    levels: tuple[LevelResult, ...]
    task: TaskKey

    def __call__(self, stop: Stop, on_progress: OnProgress) -> TaskAnswer:
        """The task with its alternatives, the cheapest first."""
        from optimizer.explain.alternatives import explain_task
        from optimizer.explain.resolve import Resolver

        base = Baseline(self.instance, self.plan, self.levels, is_proven=False)
        seconds = QUESTION_SECONDS if len(self.instance.payers) >= LARGE else CHANGE_SECONDS
        options = SolveOptions(time_limit=seconds, seed=self.instance.settings.seed)
        return explain_task(Resolver(base, options), self.task, stop)
