"""The points of a study: the baseline, every combination of the grid, scenarios, policies."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod

from models.issues import CellRef, Issue, error
from optimizer.series.study.design import BASELINE, Point
from optimizer.series.study.factors.registry import POOL, find_factor
from optimizer.series.study.policies.policy import Policy
from optimizer.series.study.scenario import Scenario, exact

MOST_POINTS = 1000
Values = Mapping[str, Decimal]


def make_points(
    base: Values,
    axes: Mapping[str, Sequence[Decimal]],
    scenarios: Sequence[Scenario],
    policies: Sequence[Policy],
) -> tuple[Point, ...]:
    """The baseline first; what has the values of an earlier point of the grid is left out."""
    points = [Point(BASELINE, base)]
    for combination in product(*axes.values()):
        values = {**base, **dict(zip(axes, combination, strict=True))}
        if _effective(values) not in [_effective(point.values) for point in points]:
            points.append(Point(_name(base, values), values))
    for each in scenarios:
        values = {**base, **{name: exact(value) for name, value in each.values.items()}}
        points.append(Point(each.name, values, each.policy, each.workbooks))
    used = [scenario.policy for scenario in scenarios]
    points += [Point(each.name, base, each) for each in policies if each not in used]
    return tuple(points)


def point_faults(
    where: CellRef | None,
    points: Sequence[Point],
    axes: Mapping[str, Sequence[Decimal]],
    *,
    has_groups: bool,
) -> Iterator[Issue]:
    """What is wrong with the points together."""
    names: set[str] = set()
    for point in points:
        if not point.name.strip() or not point.name.isprintable() or point.name in names:
            yield error("study-twice", where, found=point.name)
        names.add(point.name)
    if not has_groups and any(point.values.get(POOL) for point in points):
        yield error("study-pool", where, key=POOL)
    yield from size_faults(where, axes)


def size_faults(where: CellRef | None, axes: Mapping[str, Sequence[Decimal]]) -> Iterator[Issue]:
    """A grid that is too large to be made."""
    count = prod(map(len, axes.values()))
    if count > MOST_POINTS:
        yield error("study-too-many", where, found=count, most=MOST_POINTS)


def value_faults(where: CellRef | None, values: Mapping[str, Decimal]) -> Iterator[Issue]:
    """Factors that there are not, and values outside of their bounds."""
    for name, value in values.items():
        factor = find_factor(name)
        if factor is None:
            yield error("study-no-factor", where, found=name)
        elif not factor.least <= value <= factor.most:
            yield error(
                "study-not-number", where,
                key=name, found=value, least=factor.least, most=factor.most,
            )  # fmt: skip


def _effective(values: Values) -> Values:
    """The values that change something."""
    return {name: value for name, value in values.items() if value != _neutral(name)}


def _neutral(name: str) -> Decimal | None:
    factor = find_factor(name)
    return None if factor is None else factor.neutral


def _name(base: Values, values: Values) -> str:
    """What a point has that the baseline has not, such as `ict=1.7 vloer_pedagogisch=0`."""
    differing = {n: v for n, v in values.items() if base.get(n, _neutral(n)) != v}
    return " ".join(f"{name}={value.normalize():f}" for name, value in differing.items())
