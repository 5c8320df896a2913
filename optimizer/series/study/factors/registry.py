"""Every factor by its key in a study file, with its bounds and what changes nothing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.problem import ProblemData
from models.settings import DEFAULT_FLOORS
from models.vocabulary import Cluster
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors import appointments, means, people, work

Apply = Callable[[ProblemData, Decimal, Draws], ProblemData]
Differs = Callable[[Decimal], bool]


def _never(_value: Decimal) -> bool:
    return False


def _some(per_cent: Decimal) -> bool:
    """Between nobody and everybody chance decides."""
    return 0 < per_cent < 100


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
    draws
        Whether a value has something drawn, so that replications differ.
    """

    apply: Apply
    neutral: Decimal | None
    least: Decimal
    most: Decimal
    draws: Differs = _never


_ZERO, _ONE, _WHOLE = Decimal(0), Decimal(1), Decimal(100)
_MOST_TIMES, _MOST_EURO, _MOST_POSTS = Decimal(10), Decimal(10_000), Decimal(20)
SWITCH, LEVELS_SWITCH = "aanstellingen_te_beslissen", "niveau_te_kiezen"
SWITCHES = (SWITCH, LEVELS_SWITCH)
"""The factors that are on or off."""
POOL = "pool_pct"
"""The factor that decides whether the schools of a group are planned together."""
FLOOR = "vloer_pedagogisch"
NORMS = "normen"
"""The hours of all tasks; with a cluster or the number of a task behind it, of those alone."""
_CLUSTERS: Mapping[Cluster, str] = {
    Cluster.TECHNICAL: "technisch",
    Cluster.PEDAGOGICAL: "pedagogisch",
    Cluster.POLICY: "beleid",
    Cluster.ADMINISTRATIVE: "administratief",
}
FACTORS: Mapping[str, Factor] = {
    "schok": Factor(work.shock, _ZERO, _ZERO, _MOST_TIMES),
    "vertrek_pct": Factor(people.leave, _ZERO, _ZERO, _WHOLE, _some),
    "vorming_pct": Factor(people.train, _ZERO, _ZERO, _WHOLE, _some),
    "ict": Factor(appointments.scale_ict, _ONE, _ZERO, _MOST_TIMES),
    "extra_vte": Factor(appointments.extra_posts, _ZERO, _ZERO, _MOST_POSTS),
    "bpt": Factor(means.scale_bpt, _ONE, _ZERO, _MOST_TIMES),
    "andere": Factor(means.scale_other, _ONE, _ZERO, _MOST_TIMES),
    "werking_per_leerling": Factor(means.add_money, _ZERO, _ZERO, _MOST_EURO),
    "gekleurde_uren": Factor(people.colour, _ZERO, _ZERO, Decimal(36), lambda hours: hours > 0),
    NORMS: Factor(work.scale_norms, _ONE, _ZERO, _MOST_TIMES),
    **{
        f"{NORMS}_{word}": Factor(work.scale_cluster(cluster), _ONE, _ZERO, _MOST_TIMES)
        for cluster, word in _CLUSTERS.items()
    },
    "postprijs": Factor(means.scale_prices, _ONE, Decimal("0.1"), _MOST_TIMES),
    "reistijd": Factor(means.scale_travel, _ONE, _ZERO, _MOST_TIMES),
    LEVELS_SWITCH: Factor(work.open_levels, _ZERO, _ZERO, _ONE),
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
_TASK = re.compile(rf"{NORMS}_([A-Z]+[0-9]+)")


def find_factor(name: str) -> Factor | None:
    """The factor of a name; `normen_T01` and the like are the hours of one task."""
    task = _TASK.fullmatch(name)
    if task is not None:
        return Factor(work.scale_task(task.group(1)), _ONE, _ZERO, _MOST_TIMES)
    return FACTORS.get(name)


def is_norm(name: str) -> bool:
    """Whether a factor is the hours of tasks, so that it may be uncertain."""
    return name.startswith(NORMS) and find_factor(name) is not None


def draws_at(values: Mapping[str, Decimal]) -> bool:
    """Whether anything of these values is drawn."""
    return any(FACTORS[name].draws(value) for name, value in values.items() if name in FACTORS)


def changed(data: ProblemData, values: Mapping[str, Decimal], draws: Draws) -> ProblemData:
    """The problem at a grid point: every factor applied, in the order of `FACTORS`.

    Hours of single tasks come last; they are multiplied with everything before.
    """
    for name in (*FACTORS, *(each for each in values if each not in FACTORS)):
        factor, value = find_factor(name), values.get(name)
        if factor is not None and value is not None and value != factor.neutral:
            data = factor.apply(data, value, draws)
    return data
