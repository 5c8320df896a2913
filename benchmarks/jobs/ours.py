"""Our own solver on a generated instance."""

import time

from benchmarks.case import Case
from benchmarks.process import Json
from models.instance import build_instance
from models.settings import Level
from models.verification import verify
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.solver import solve


def run(arguments: Json) -> Json:
    """Every level with value, bound and seconds; `seconds` is from the problem to the plan."""
    data = Case(**arguments["case"]).build()
    options = SolveOptions(time_limit=arguments["seconds"])
    began = time.monotonic()
    instance = build_instance(data)
    result = solve(instance, options)
    seconds = time.monotonic() - began
    levels = [
        {
            "level": found.level,
            "value": found.value,
            "final": found.final,
            "bound": found.bound,
            "seconds": found.seconds,
        }
        for found in result.levels
        if found.level is not Level.UNIQUENESS
    ]
    violations = len(verify(data, result.plan).violations)
    slack = {Level.FAIRNESS: data.settings.fairness_slack}
    return {"levels": levels, "seconds": seconds, "violations": violations, "slack": slack}
