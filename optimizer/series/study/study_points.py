"""The points of a study file: the baseline, every combination of the grid, named scenarios."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from models.issues import error
from optimizer.series.study.design import BASELINE, DesignPoint
from optimizer.series.study.factors.registry import FACTORS, POOL, SWITCH
from optimizer.series.study.study_table import StudyTable

MOST_POINTS = 1000
_NAME = "naam"
Values = Mapping[str, Decimal]


def read_points(top: StudyTable, usual: Values, *, has_groups: bool) -> tuple[DesignPoint, ...]:
    """The baseline first; what has the values of an earlier point of the grid is left out.

    `usual` is what the population has by itself, as far as that is known.
    """
    base = {**usual, **_values(top.inner("basis"))}
    points = {BASELINE: base}
    axes = _axes(top.inner("raster"))
    for combination in _combinations(top, axes):
        values = {**base, **combination}
        if _effective(values) not in map(_effective, points.values()):
            points[_name(base, values)] = values
    for row in top.inners("scenario"):
        row.require(_NAME)
        name = row.text(_NAME).strip()
        if not name or not name.isprintable() or name in points:
            top.issues.append(error("study-twice", row.where, found=name))
        points[name] = {**base, **_values(row, _NAME)}
    if not has_groups and any(values.get(POOL) for values in points.values()):
        top.issues.append(error("study-pool", top.where, key=POOL))
    return tuple(DesignPoint(name, values) for name, values in points.items())


def _values(table: StudyTable, *others: str) -> dict[str, Decimal]:
    """The factors that a table sets; `changed` knows which values change nothing."""
    table.check_keys((*others, *FACTORS))
    found = {
        name: _value(table, name, value) for name, value in table.values.items() if name in FACTORS
    }
    return {name: value for name, value in found.items() if value is not None}


def _effective(values: Values) -> Values:
    """The values that change something."""
    return {name: value for name, value in values.items() if value != FACTORS[name].neutral}


def _axes(table: StudyTable) -> dict[str, list[Decimal]]:
    table.check_keys(tuple(FACTORS))
    axes = {name: table.entries(name) for name in table.values if name in FACTORS}
    found = {name: [_value(table, name, each) for each in axis] for name, axis in axes.items()}
    return {name: [v for v in values if v is not None] for name, values in found.items()}


def _value(table: StudyTable, name: str, found: object) -> Decimal | None:
    if name == SWITCH:
        return Decimal(table.switch(name, found))
    factor = FACTORS[name]
    return table.checked(name, found, factor.least, factor.most)


def _combinations(top: StudyTable, axes: Mapping[str, list[Decimal]]) -> Iterator[Values]:
    """Every combination, the first factor changing slowest."""
    count = 1
    for axis in axes.values():
        count *= len(axis)
    if count > MOST_POINTS:
        top.issues.append(error("study-too-many", top.where, found=count, most=MOST_POINTS))
        return
    for values in product(*axes.values()):
        yield dict(zip(axes, values, strict=True))


def _name(base: Values, values: Values) -> str:
    """What a point has that the baseline has not, such as `ict=1.7 vloer_pedagogisch=0`."""
    differing = {n: v for n, v in values.items() if base.get(n, FACTORS[n].neutral) != v}
    return " ".join(f"{name}={value.normalize():f}" for name, value in differing.items())
