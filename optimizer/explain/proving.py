"""What a solve of the whole problem proves of a plan that stood in a workbook."""

from dataclasses import replace

from models.instance import Instance
from optimizer.explain.baseline import Baseline
from optimizer.explain.exact import solve_again
from optimizer.explain.stored_plan import Stored, claimed
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop


def proven(instance: Instance, stored: Stored, options: SolveOptions, stop: Stop) -> Baseline:
    """A plan with the bounds that a solve of the whole problem proves within its time.

    The plan stays what it is. From the first level on where the solve is better, its bounds say
    nothing of the plan.
    """
    unknown = claimed(instance, stored, ())
    result = solve_again(unknown, instance, stored.plan, options, stop, is_restriction=False)
    return replace(claimed(instance, stored, result.levels), is_proven=True)
