"""The rows that one entry of the journal becomes: its run, and each of its schools."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import cast

from optimizer.series.journal import Entry, JournalState
from optimizer.series.study.design import Design, Point, RunKey
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.registry import find_factor
from optimizer.series.study.measures import SCHOOLS, Figure
from optimizer.series.study.norms import NOISE, drawn_norms
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.results.columns import factor_names
from optimizer.series.study.school_measures import SchoolRow

Row = dict[str, Figure]


class Rows:
    """Makes rows for one study."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._names = factor_names(design)
        self._norms: dict[int, Row] = {}

    def of(self, entry: Entry) -> tuple[Row, list[Row]]:
        """The row of a run, and those of its schools."""
        key = RunKey.of(entry.key)
        point = self._design.points[key.point]
        head: Row = {
            "replication": key.replication,
            "point": point.name,
            "block": key.block,
            "unit": key.unit,
        }
        schools = list(self._schools(entry.result.get(SCHOOLS)))
        run: Row = {
            **head,
            "seed": self._design.seed,
            **self._factors(point, entry.result),
            **self._drawn(key.replication),
            **_figures(entry),
            "workbook": self._workbook(key, schools),
            "different_tasks": sum(int(row.different_tasks) for row in schools),
            "coverage_sum": sum(coverage(row) for row in schools),
        }
        shared = {**head, "workbook": run["workbook"], "status": run["status"]}
        return run, [{**shared, **self._school(row)} for row in schools]

    def _schools(self, found: object) -> Iterator[SchoolRow]:
        """The rows of schools as the worker gave them."""
        for values in found if isinstance(found, list) else ():
            yield SchoolRow(*values)

    def _school(self, row: SchoolRow) -> Row:
        figures: Row = dict(row._asdict())
        figures["school_name"] = figures.pop("name")
        return {**figures, "size": size_label(row.pupils, self._design.size_classes)}

    def _factors(self, point: Point, result: Mapping[str, object]) -> Row:
        """The value of every factor: set, or as the workbook has it, or what changes nothing."""
        found: Row = {}
        for name in self._names:
            factor = find_factor(name)
            neutral = None if factor is None else factor.neutral
            value = point.values.get(name, neutral)
            stated = cast("Figure", result.get(f"factor.{name}"))
            found[f"factor.{name}"] = stated if value is None else float(value)
        return found

    def _drawn(self, replication: int) -> Row:
        """The multipliers of the norms that were drawn for a replication, those of noise aside."""
        if replication not in self._norms:
            norms = {n: each for n, each in self._design.norms.items() if n != NOISE}
            drawn = drawn_norms(norms, (), Draws(self._design.seed, replication))
            row: Row = {f"drawn.{name}": float(value) for name, value in drawn.items()}
            self._norms = {replication: row}
        return self._norms[replication]

    @cached_property
    def _pooled_blocks(self) -> frozenset[str]:
        """The groups of several schools, each of which is one workbook of the population."""
        population = self._design.population
        blocks = population.blocks() if isinstance(population, Population) else ()
        return frozenset(block.code for block in blocks if len(block.numbers) > 1)

    def _workbook(self, key: RunKey, schools: list[SchoolRow]) -> str | None:
        """The workbook of a run, or that in which `populatie` writes its schools."""
        population = self._design.population
        if not isinstance(population, Population):
            return population.names[int(key.block[1:]) - 1]
        if key.block in self._pooled_blocks:
            return f"{key.block}.xlsx"
        return f"{schools[0].school}.xlsx" if schools else None


def coverage(row: SchoolRow) -> float:
    """How much of a school's work is done, in per cent; all of it when there is none."""
    return 100 * row.covered / row.demand if row.demand else 100.0


def size_label(pupils: int, limits: tuple[int, ...]) -> str:
    """The class of sizes of a school, such as `200-499`."""
    return size_labels(limits)[sum(pupils >= limit for limit in limits)]


@cache
def size_labels(limits: tuple[int, ...]) -> tuple[str, ...]:
    """The classes of sizes by their pupils, the smallest schools first."""
    ends = [0, *limits]
    closed = [f"{low}-{high - 1}" for low, high in pairwise(ends)]
    return (*closed, f"{ends[-1]}+")


def _figures(entry: Entry) -> Row:
    """What the run gave; a run that did not end well keeps what is known of why."""
    found: Row = {
        name: value
        for name, value in entry.result.items()
        if not name.startswith("factor.")
        and (value is None or isinstance(value, str | int | float))
    }
    if entry.standing is not JournalState.DONE:
        found["status"] = str(entry.standing)
    return found
