"""Named points of a study, before they stand on its baseline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from optimizer.series.study.policies.policy import Policy
from optimizer.series.study.population.workbooks import Workbooks

Number = int | float | Decimal
Values = Mapping[str, Number]


@dataclass(frozen=True)
class Scenario:
    """A point with a name of its own.

    Attributes
    ----------
    values
        A value per factor that differs from the baseline.
    policy
        Who gets how many ICT points; `None` when that stays.
    workbooks
        Another set of workbooks with the same names; `None` for those of the population.
    """

    name: str
    values: Values = field(default_factory=dict)
    policy: Policy | None = None
    workbooks: Workbooks | None = None


def exact(number: Number) -> Decimal:
    """A number as it is written: 0.1 is a tenth."""
    return Decimal(str(int(number) if isinstance(number, bool) else number))
