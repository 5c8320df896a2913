"""A model too large for one kernel: a kernel for each district, one district after the other.

The relaxation of the outline divides people and money over the districts. Each then is as large as
a group of schools, and finds the later districts doing what the relaxation would do there, and the
earlier ones what has been found.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from optimizer.cpsat.kernel import Field, Kernel, Sketch
from optimizer.cpsat.linear import LinearModel, Numbers
from optimizer.cpsat.patience import Patience
from optimizer.cpsat.relaxation import proven_by

MOST_PAIRS = 12_000
"""Eligible pairs of a district, about; a group of 22 schools has as many."""
OUTLINE_SHARE = 0.5
"""Part of the time after which the outline is no longer waited for."""


class Survey:
    """A look at all districts.

    Attributes
    ----------
    bound
        What no plan goes below: proven.
    pairs
        The pairs that matter.
    spent
        Seconds that it has taken; in deterministic mode what its searches took of the limit.
    """

    def __init__(self, field: Field) -> None:
        self._field = field
        self._patience = Patience(field.options, field.stop, field.tell)
        self._is_deterministic = field.options.deterministic
        self.bound = 0
        self.pairs = field.landscape.in_use(field.values)
        self.spent = 0.0

    def draft(self) -> Numbers:
        """Values near what the relaxation would do; those at the start without one in time.

        They may ask for more than there is.
        """
        sketch, values = self._field.sketch, self._field.values
        assert sketch is not None
        found = self._patience.wait(sketch.answer, self._patience.left * OUTLINE_SHARE)
        if found is None:
            return values
        self.bound = max(0, proven_by(sketch.outline, found.prices))
        state = found.columns.copy()
        landscape = self._field.landscape
        districts = landscape.blocks(np.arange(len(landscape.tasks)), MOST_PAIRS)
        for number, district in enumerate(districts):
            if self._field.stop.requested:
                break
            waiting = len(districts) - (0 if self._is_deterministic else number)
            free = landscape.free(district, len(values))
            values = values.copy()
            values[free] = self._found(state, values, free, self._patience.left / waiting)
            values = landscape.settled(values, free)
            state[free] = values[free]
        self.pairs = landscape.in_use(values)
        self.spent = self.spent if self._is_deterministic else self._patience.passed
        return values

    def _found(
        self, state: NDArray[np.float64], values: Numbers, free: Numbers, seconds: float
    ) -> Numbers:
        """What a district does, while all others do as in a state."""
        field = self._field
        inner, _ = field.model.around(state, free)
        model, options = _from_nothing(inner), replace(field.options, time_limit=seconds)
        kernel = Kernel(
            replace(
                field,
                model=model,
                sketch=Sketch(model, options, is_whole=True),
                landscape=field.landscape.within(free),
                values=values[free],
                options=options,
                tell=lambda left: field.tell(self._patience.left),
            )
        )
        found = kernel.draft()
        self.spent += kernel.spent
        return found


def _from_nothing(linear: LinearModel) -> LinearModel:
    """The model with an objective that no values take below 0."""
    ends = np.minimum(linear.cost * linear.lower, linear.cost * linear.upper)
    return replace(linear, offset=-int(ends.sum()))
