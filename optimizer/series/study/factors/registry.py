"""Every factor by its key in a study file, with its bounds and what changes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.problem import ProblemData
from models.settings import DEFAULT_FLOORS
from models.vocabulary import Cluster
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors import means, people, work

Apply = Callable[[ProblemData, Decimal, Draws], ProblemData]


@dataclass(frozen=True)
class Factor:
    """One thing that a study can change.

    Attributes
    ----------
    apply
        The change; never called with the neutral value.
    neutral
        The value that changes nothing; `None` when every value is a change.
    least, most
        Bounds of a value, inclusive.
    """

    apply: Apply
    neutral: Decimal | None
    least: Decimal
    most: Decimal


_ZERO, _ONE, _WHOLE = Decimal(0), Decimal(1), Decimal(100)
_MOST_TIMES, _MOST_EURO = Decimal(10), Decimal(10_000)
SWITCH = "aanstellingen_te_beslissen"
"""The factor that is on or off."""
POOL = "pool_pct"
"""The factor that decides whether the schools of a group are planned together."""
FLOOR = "vloer_pedagogisch"
FACTORS: Mapping[str, Factor] = {
    "vertrek_pct": Factor(people.leave, _ZERO, _ZERO, _WHOLE),
    "vorming_pct": Factor(people.train, _ZERO, _ZERO, _WHOLE),
    "ict": Factor(means.scale_ict, _ONE, _ZERO, _MOST_TIMES),
    "bpt": Factor(means.scale_bpt, _ONE, _ZERO, _MOST_TIMES),
    "andere": Factor(means.scale_other, _ONE, _ZERO, _MOST_TIMES),
    "werking_per_leerling": Factor(means.add_money, _ZERO, _ZERO, _MOST_EURO),
    "gekleurde_uren": Factor(people.colour, _ZERO, _ZERO, Decimal(36)),
    "normen": Factor(work.scale_norms, _ONE, _ZERO, _MOST_TIMES),
    "postprijs": Factor(means.scale_prices, _ONE, Decimal("0.1"), _MOST_TIMES),
    POOL: Factor(means.pool, None, _ZERO, _WHOLE),
    FLOOR: Factor(work.set_floor, None, _ZERO, _WHOLE),
    SWITCH: Factor(people.open_posts, _ZERO, _ZERO, _ONE),
}
"""Every factor by its key in a study file, in the order in which they are applied."""
DRAWN_VALUES: Mapping[str, Decimal] = {
    POOL: _ZERO,
    FLOOR: DEFAULT_FLOORS[Cluster.PEDAGOGICAL],
}
"""What drawn schools have of the factors without a neutral value."""


def changed(data: ProblemData, values: Mapping[str, Decimal], draws: Draws) -> ProblemData:
    """The problem at a grid point: every factor applied, in the order of `FACTORS`."""
    for name, factor in FACTORS.items():
        value = values.get(name)
        if value is not None and value != factor.neutral:
            data = factor.apply(data, value, draws)
    return data
