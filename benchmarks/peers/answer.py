"""What a solver answers: a value that was checked against the model, and a whole bound."""

from dataclasses import dataclass
from math import ceil, isfinite

import numpy as np
from numpy.typing import NDArray

from benchmarks.matrix import Matrix

ROUNDING = 1e-6
INFINITE = 1e15
"""Solvers say "no bound" with a number beyond this."""


@dataclass(frozen=True)
class PeerAnswer:
    """Value and lower bound of a minimisation.

    `value` is `None` without a solution that keeps every rule; `remark` says when a solution was
    given that does not. `seconds` is wall time of the solver alone, the model being read.
    """

    value: int | None
    bound: int | None
    seconds: float
    remark: str = ""


def judged(
    matrix: Matrix, found: NDArray[np.float64] | None, bound: float | None, seconds: float
) -> PeerAnswer:
    """The answer of a solver whose solution is held against the model itself."""
    value = None if found is None else matrix.value(found)
    remark = "breaks a rule" if found is not None and value is None else ""
    least = _whole(bound)
    if value is not None and least is not None:
        least = min(value, least)
    return PeerAnswer(value, least, seconds, remark)


def _whole(bound: float | None) -> int | None:
    """The least whole value that a bound leaves."""
    if bound is None or not isfinite(bound) or abs(bound) > INFINITE:
        return None
    return ceil(bound - ROUNDING * max(1.0, abs(bound)))
