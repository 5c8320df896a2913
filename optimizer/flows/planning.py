"""A plan as a piece of work for a process of its own."""

from dataclasses import dataclass

from models.problem import ProblemData
from optimizer.explain.answer import Answer
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop


@dataclass(frozen=True)
class PlanWork:
    """Making the plan of a problem without errors."""

    data: ProblemData
    options: SolveOptions
    input_hash: str = ""

    def __call__(self, stop: Stop, on_progress: OnProgress) -> Answer:
        """The plan, checked; the errors are those of `optimizer.flows.pipeline.make_plan`."""
        from optimizer.flows.pipeline import make_plan  # loads the solvers: there, not here

        return make_plan(self.data, self.options, self.input_hash, stop, on_progress)
