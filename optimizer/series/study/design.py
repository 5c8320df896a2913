"""What a study runs: a population, points, replications; and the units of its work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from models.problem import UnitCode
from models.settings import Level
from optimizer.series.study.distributions import Distribution
from optimizer.series.study.factors.registry import POOL, draws_at
from optimizer.series.study.policies.policy import Policy
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.population.workbooks import Workbooks
from optimizer.series.study.sensitivity.inputs import Sensitivity

BASELINE = "basis"
"""The name of the first point, with which all others are compared."""
SIZE_CLASSES = (200, 500)
"""Pupils from which a school is of middle size, and large; no source draws this line, so a study
may draw another: half of the primary schools have under 250 pupils, half of the secondary over
400."""


class WithoutPlan(StrEnum):
    """What a run counts for of which the problem is known, and that has no plan."""

    NO_HOURS = "no_hours"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Point:
    """A point of the grid, a scenario, a policy, or a sample of a sensitivity study.

    Attributes
    ----------
    values
        A value per factor that it sets.
    policy
        What decides the ICT points of every school; `None` when they stay.
    workbooks
        Others, with the same names, in place of those of the population.
    is_sample
        Whether it is one of many that only their indices are shown of.
    """

    name: str
    values: Mapping[str, Decimal]
    policy: Policy | None = None
    workbooks: Workbooks | None = None
    is_sample: bool = False


class Stratum(NamedTuple):
    """A published number of schools of a level, and of a class of sizes unless that is `None`."""

    level: str
    size: str | None
    schools: float


@dataclass(frozen=True)
class Design:
    """A whole study, as it is run.

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
    norms
        How uncertain the hours of tasks are: per factor of norms a distribution of which every
        replication draws one value. `NOISE` as the name stands for every task on its own.
    without_plan, size_classes, strata
        How the tables count: runs without a plan, classes of pupils, published numbers of schools.
    observed
        ICT hours a week that schools are known to have, by workbook (empty for drawn schools) and
        code.
    half_width
        The half-width of intervals, in per cent points, that replications are advised for.
    sensitivity
        What the points that are samples were made for.
    """

    name: str
    population: Population | Workbooks
    points: tuple[Point, ...]
    replications: int
    seed: int
    seconds: float
    deterministic: bool = True
    levels: tuple[Level, ...] = ()
    norms: Mapping[str, Distribution] = field(default_factory=dict)
    without_plan: WithoutPlan = WithoutPlan.NO_HOURS
    size_classes: tuple[int, ...] = SIZE_CLASSES
    strata: tuple[Stratum, ...] = ()
    observed: Mapping[tuple[str, UnitCode], Decimal] = field(default_factory=dict)
    half_width: float | None = None
    sensitivity: Sensitivity | None = None

    def draws_at(self, point: Point) -> bool:
        """Whether anything at a point differs between replications."""
        drawn = isinstance(self.population, Population) or bool(self.norms)
        return drawn or draws_at(point.values)

    def replications_of(self, point: Point) -> int:
        """How often a point is run: once when every replication would be the same run."""
        return self.replications if self.draws_at(point) else 1


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


Source = tuple[int, ...] | str
"""The numbers of drawn schools, or the name of a workbook."""


def sources(design: Design) -> Iterator[tuple[RunKey, Source]]:
    """Every run, points within blocks within replications, so that pairs are complete early."""
    runs = [design.replications_of(point) for point in design.points]
    for replication in range(1, design.replications + 1):
        for block, whole, apart in blocks(design.population):
            for place, point in enumerate(design.points):
                if replication <= runs[place]:
                    chosen = {block: whole} if point.values.get(POOL) else apart
                    for unit, source in chosen.items():
                        yield RunKey(replication, place, block, unit), source


def blocks(
    population: Population | Workbooks,
) -> Iterator[tuple[str, Source, Mapping[str, Source]]]:
    """Each block: its name, its schools together, and each school on its own."""
    if isinstance(population, Population):
        for block in population.blocks():
            apart = {f"S{number:05}": (number,) for number in block.numbers}
            yield block.code, block.numbers, apart
    else:
        for place, workbook in enumerate(population.names, start=1):
            name = f"W{place:05}"
            yield name, workbook, {name: workbook}
