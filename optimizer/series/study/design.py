"""What a study is: a population, points of a grid, replications; and the units of its work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from models.settings import Level
from optimizer.series.study.factors.registry import POOL
from optimizer.series.study.population.flanders import Population

BASELINE = "basis"
"""The name of the first point, with which all others are compared."""


@dataclass(frozen=True)
class DesignPoint:
    """A point of the grid, or a scenario: a value per factor that it sets."""

    name: str
    values: Mapping[str, Decimal]


@dataclass(frozen=True)
class Study:
    """A whole study.

    Attributes
    ----------
    name
        Its title.
    population
        Drawn schools, or the workbooks that it is about.
    points
        The baseline first, then the others.
    replications
        How often everything that is drawn is drawn anew.
    seconds, deterministic, levels
        How each problem is solved; without levels, as its own settings say.
    norm_noise_pct
        How much the norms of the tasks differ between replications; see `noisy_norms`.
    """

    name: str
    population: Population | tuple[Path, ...]
    points: tuple[DesignPoint, ...]
    replications: int
    seed: int
    seconds: float
    deterministic: bool = True
    levels: tuple[Level, ...] = ()
    norm_noise_pct: Decimal = Decimal(0)


class RunKey(NamedTuple):
    """One run: replication 1, 2, …, point 0, 1, …, the block and the unit in it."""

    replication: int
    point: int
    block: str
    unit: str

    def __str__(self) -> str:
        return f"{self.replication} {self.point} {self.block} {self.unit}"

    @classmethod
    def of(cls, text: str) -> "RunKey":
        """The key that was written so."""
        replication, point, block, unit = text.split(" ", 3)
        return cls(int(replication), int(point), block, unit)


Source = tuple[int, ...] | Path
"""The numbers of drawn schools, or a workbook."""


def sources(study: Study) -> Iterator[tuple[RunKey, Source]]:
    """Every run, points within blocks within replications, so that pairs are complete early."""
    for replication in range(1, study.replications + 1):
        for block, whole, apart in _blocks(study.population):
            for place, point in enumerate(study.points):
                chosen = {block: whole} if point.values.get(POOL) else apart
                for unit, source in chosen.items():
                    yield RunKey(replication, place, block, unit), source


def _blocks(
    population: Population | tuple[Path, ...],
) -> Iterator[tuple[str, Source, Mapping[str, Source]]]:
    """Each block: its name, its schools together, and each school on its own."""
    if isinstance(population, Population):
        for block in population.blocks():
            apart = {f"S{number:05}": (number,) for number in block.numbers}
            yield block.code, block.numbers, apart
    else:
        for place, path in enumerate(population, start=1):
            name = f"W{place:05}"
            yield name, path, {name: path}
