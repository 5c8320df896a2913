"""What a school says of its year: which days are free, and when work of a kind peaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.school_calendar import FreePeriod


@dataclass(frozen=True)
class Peak:
    """Months in which work of a kind comes more.

    `months` are those of the calendar, 1 to 12, and `factor` is how many times as much comes in
    them. `standby` says that the work goes on in the stand-by days of July and August too.
    """

    months: frozenset[int]
    factor: Decimal = Decimal(3)
    standby: bool = False


@dataclass(frozen=True)
class YearRows:
    """The rows of the sheet of the year.

    `holidays` is `None` when the rule says them; `own` are free days of the school beside them.
    `peaks` has every peak by the word, folded, with which a task names it.
    """

    holidays: tuple[FreePeriod, ...] | None = None
    own: tuple[FreePeriod, ...] = ()
    peaks: Mapping[str, Peak] = field(default_factory=dict)
