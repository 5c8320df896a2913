"""A figure twice: as it was published, and as it is computed again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

Frame = Any
"""A table, row or column: what pandas' stubs make of one cell of them is no number."""


class Figure(NamedTuple):
    """A figure as it was published, and as it is computed here."""

    table: str
    where: str
    told: float
    computed: float

    @property
    def agrees(self) -> bool:
        """Whether both are one number, or both none; computing in another order costs some bits."""
        return bool(np.isclose(self.told, self.computed, rtol=1e-9, atol=1e-9, equal_nan=True))


def figures_of(
    name: str, row: Frame, keys: Sequence[str], computed: Mapping[str, float]
) -> Iterator[Figure]:
    """The cells of a row of a table, each beside what it should be."""
    where = " ".join(str(row[key]) for key in keys)
    for column, value in computed.items():
        yield Figure(name, f"{where} {column}", float(row[column]), value)
