"""What a kernel is made from: a model, values to begin with, and how long there is."""

from collections.abc import Callable
from dataclasses import dataclass

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.patience import begin
from optimizer.solver.search.guides import Guide
from optimizer.solver.search.relaxation import STEPS_PER_SECOND, Relaxed, relax, solver_of_outline

HIGHS = mathopt.SolverType.HIGHS
CLOSE = 0.0002
"""So near, no round adds anything to speak of."""
WHOLE = 0.99
"""What values in whole numbers need not be nearer to each other."""


class Sketch:
    """The relaxation of an outline, solved in the background from now on.

    An outline is a relaxation of a model, on the same columns, that is solved in less time; with
    `is_whole` it is the model itself, whose relaxation knows the price of every pair.
    """

    def __init__(
        self, outline: LinearModel, options: SolveOptions, *, is_whole: bool = False
    ) -> None:
        self.outline = outline
        self.is_whole = is_whole
        solver = HIGHS if is_whole else solver_of_outline(outline)
        self.answer = begin(lambda: relaxed(outline, options, options.time_limit, solver))


def relaxed(
    linear: LinearModel, options: SolveOptions, seconds: float, solver: mathopt.SolverType = HIGHS
) -> Relaxed | None:
    """A relaxation within so many seconds or, in deterministic mode, so many steps."""
    if options.deterministic:
        return relax(linear, None, int(options.time_limit * STEPS_PER_SECOND), solver)
    return relax(linear, seconds, None, solver)


@dataclass(frozen=True)
class Field:
    """What is searched, from where and for how long; `tell` gets the seconds left now and then.

    It begins with the pairs in use and those of the sketch; without a sketch, with `pairs`. `close`
    is how near its bound is to what a relaxation is worth, as a part of that, when no other pairs
    come in; `gap` is what need not be gained. With `near`, only pairs that the relaxation would
    give other hours are searched: where every pair counts, a kernel is too much to begin with. On
    the way to better values for all of these at once, the row `loose` may be exceeded.
    """

    model: LinearModel
    sketch: Sketch | None
    landscape: Landscape
    values: Numbers
    options: SolveOptions
    stop: Stop
    tell: Callable[[float], None]
    guide: Guide | None = None
    pairs: Numbers | None = None
    close: float = CLOSE
    gap: float | None = None
    near: bool = False
    loose: int | None = None
