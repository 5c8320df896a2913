"""What one level is worth at best, solved to the end."""

from dataclasses import replace

from models.instance import Instance, build_instance
from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.solver import solve

OPTIONS = SolveOptions(time_limit=20, deterministic=True)


def best_of_first(instance: Instance, level: Level) -> int:
    """What a level is worth at best when it comes first."""
    settings = replace(instance.settings, levels=(level,))
    alone = build_instance(replace(instance.data, settings=settings))
    found = solve(alone, OPTIONS).level(level)
    assert found is not None
    assert found.proven
    assert found.value is not None
    return found.value
