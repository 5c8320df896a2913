"""A model as arrays on disk: what every solver is given, read with nothing but numpy."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
FREE = 2**40
"""A row bound this far from 0 does not bind."""


@dataclass(frozen=True)
class Matrix:
    """Minimise `offset + Σ cost·column` over whole columns `lower ≤ column ≤ upper`.

    Row i is `row_lower[i] ≤ Σ factors[k]·column[columns[k]] ≤ row_upper[i]` over
    `starts[i] ≤ k < starts[i + 1]`; no column stands twice in a row.
    """

    lower: Numbers
    upper: Numbers
    cost: Numbers
    offset: Numbers
    starts: Numbers
    columns: Numbers
    factors: Numbers
    row_lower: Numbers
    row_upper: Numbers

    def save(self, path: Path) -> None:
        """Write the arrays."""
        np.savez(path, **{each.name: getattr(self, each.name) for each in fields(self)})

    @classmethod
    def load(cls, path: Path) -> "Matrix":
        """Read the arrays."""
        with np.load(path) as arrays:
            return cls(**{each.name: arrays[each.name] for each in fields(cls)})

    def value(self, found: NDArray[np.float64]) -> int | None:
        """What a solution is worth, after rounding; `None` when it breaks a rule."""
        values = np.rint(found).astype(np.int64)
        products = self.factors * values[self.columns]
        sums = np.concatenate([[0], np.cumsum(products)])
        activity = sums[self.starts[1:]] - sums[self.starts[:-1]]
        kept = (
            np.all(values >= self.lower)
            and np.all(values <= self.upper)
            and np.all(activity >= self.row_lower)
            and np.all(activity <= self.row_upper)
        )
        return int(self.offset + self.cost @ values) if kept else None
