"""The computation of a school's ICT points in Dutch, or what it still lacks."""

from models.norms import WEIGHTS
from models.points import PointsFromPupils
from models.units import hundredths
from optimizer.report.dutch import dutch
from optimizer.workbook import labels


def describe_points(computed: PointsFromPupils) -> str:
    """One line, such as `300 lln basis × 1,224882506 = 367,46 gewogen × …`, with its rounding."""
    weighing = _weighing(computed)
    if computed.points is None:
        lacking = f"Niet berekend: vul eerst in: {dutch(computed.lacks)}."
        return f"{weighing}. {lacking}" if weighing else lacking
    product = f"coëfficiënt {dutch(computed.coefficient)} = {dutch(computed.points)} punten"
    return f"{weighing} × {product} (afgerond op 0,01)"


def _weighing(computed: PointsFromPupils) -> str:
    """The weighted pupils; empty when nothing was counted."""
    if not computed.counts:
        return ""
    terms = (
        f"{dutch(count)} {labels.WEIGHT_CLASSES[each]} × {dutch(WEIGHTS[each])}"
        for each, count in computed.counts.items()
    )
    return f"{' + '.join(terms)} = {dutch(hundredths(computed.weighted))} gewogen"
