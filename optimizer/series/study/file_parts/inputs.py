"""The uncertain inputs in a study file: distributions, and what a sensitivity study asks."""

from collections.abc import Mapping
from decimal import Decimal

from models.issues import error
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.factors.registry import find_factor, is_norm
from optimizer.series.study.file_parts.table import StudyTable
from optimizer.series.study.sensitivity.inputs import Method, Sensitivity

SHAPES: Mapping[Shape, str] = {
    Shape.LOGNORMAL: "lognormaal",
    Shape.UNIFORM: "uniform",
    Shape.TRIANGLE: "driehoek",
}
METHODS: Mapping[Method, str] = {Method.SOBOL: "sobol", Method.MORRIS: "morris"}
MOST_SAMPLES = 2**14
MOST_SAMPLE_POINTS = 100_000
_SAMPLES = 64
_MOST_SPREAD, _MOST_TIMES = Decimal(200), Decimal(10_000)


def read_distributions(table: StudyTable, *, norms_alone: bool) -> dict[str, Distribution]:
    """A distribution per factor."""
    found: dict[str, Distribution] = {}
    for name in table.values:
        if find_factor(name) is None or (norms_alone and not is_norm(name)):
            table.issues.append(error("study-no-factor", table.where, found=name))
        else:
            found[name] = _distribution(table.inner(name))
    return found


def _distribution(table: StudyTable) -> Distribution:
    table.check_keys(("verdeling", "spreiding_pct", "van", "tot", "top"))
    table.require("verdeling")
    shape = table.word("verdeling", SHAPES) or Shape.LOGNORMAL
    if shape is Shape.LOGNORMAL:
        table.require("spreiding_pct")
        spread = table.number("spreiding_pct", Decimal(0), Decimal(0), _MOST_SPREAD)
        return Distribution(shape, spread_pct=float(spread))
    table.require("van", "tot")
    low = table.number("van", Decimal(0), Decimal(0), _MOST_TIMES)
    high = table.number("tot", low, low, _MOST_TIMES)
    top = table.number("top", (low + high) / 2, low, high)
    return Distribution(shape, low=float(low), high=float(high), top=float(top))


def read_sensitivity(top: StudyTable) -> Sensitivity | None:
    """What is asked under `[gevoeligheid]`."""
    if "gevoeligheid" not in top:
        return None
    table = top.inner("gevoeligheid")
    table.check_keys(("methode", "trekkingen", "invoer"))
    table.require("invoer")
    method = table.word("methode", METHODS) or Method.SOBOL
    samples = table.whole("trekkingen", _SAMPLES, 2, MOST_SAMPLES)
    if method is Method.SOBOL and samples & (samples - 1):
        table.issues.append(error("study-not-power", table.where, found=samples))
        samples = _SAMPLES
    inputs = read_distributions(table.inner("invoer"), norms_alone=False)
    asked = Sensitivity(method, samples, inputs)
    if not inputs:
        table.issues.append(error("study-no-inputs", table.where))
        return None
    if asked.num_points > MOST_SAMPLE_POINTS:
        table.issues.append(
            error("study-too-many", table.where, found=asked.num_points, most=MOST_SAMPLE_POINTS)
        )
        return None
    return asked
