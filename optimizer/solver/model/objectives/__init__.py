"""The objective levels, one a module; the order in which they count is a setting."""

from collections.abc import Callable, Mapping

from models.settings import Level
from optimizer.solver.model.context import Context
from optimizer.solver.model.objectives import (
    balance,
    continuity,
    core,
    coverage,
    fairness,
    quality,
    spread,
    uniqueness,
)
from optimizer.solver.model.variables import Linear

OBJECTIVES: Mapping[Level, Callable[[Context], Linear]] = {
    Level.CORE: core.build,
    Level.BALANCE: balance.build,
    Level.COVERAGE: coverage.build,
    Level.SPREAD: spread.build,
    Level.CONTINUITY: continuity.build,
    Level.FAIRNESS: fairness.build,
    Level.QUALITY: quality.build,
    Level.UNIQUENESS: uniqueness.build,
}
"""Per level: adds the variables and rules that it needs and returns what to minimise."""
