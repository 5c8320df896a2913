"""What a school says of its year: which days are free, and when work of a kind peaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.school_calendar import FreePeriod
from models.vocabulary import YearRowKind

DEFAULT_FACTOR = Decimal(3)
"""How many times as much comes in the months of a peak: an assumption, a cell of the workbook."""


@dataclass(frozen=True)
class Peak:
    """Months in which work of a kind comes more.

    `months` are those of the calendar, 1 to 12, and `factor` is how many times as much comes in
    them. `standby` says that the work goes on in the stand-by days of July and August too.
    """

    months: frozenset[int]
    factor: Decimal = DEFAULT_FACTOR
    standby: bool = False


@dataclass(frozen=True)
class YearRow:
    """A row of the sheet of the year, whatever it is about.

    `code` is its number on the sheet; `period` and `month` are `None` where it has none.
    """

    code: str
    kind: YearRowKind
    name: str = ""
    period: FreePeriod | None = None
    month: int | None = None


@dataclass(frozen=True)
class YearRows:
    """What the sheet of the year says.

    `holidays` is `None` when the rule says them; `own` are free days of the school beside them.
    `peaks` has every peak by the word, folded, with which a task names it. `rows` are those of the
    sheet, none when the workbook has no such sheet.
    """

    holidays: tuple[FreePeriod, ...] | None = None
    own: tuple[FreePeriod, ...] = ()
    peaks: Mapping[str, Peak] = field(default_factory=dict)
    rows: tuple[YearRow, ...] = ()
