"""Policy floors, weights, order of levels and solver settings: the sheet of settings as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil

from models.norms import BPT_LESSON, KNOWN_POST_PRICES
from models.vocabulary import Cluster, Diploma, Mode, Priority, YearWatch


class Level(StrEnum):
    """Objective levels, in their default order; the order is data."""

    CORE = "core"
    BALANCE = "balance"
    COVERAGE = "coverage"
    SPREAD = "spread"
    CONTINUITY = "continuity"
    FAIRNESS = "fairness"
    QUALITY = "quality"
    UNIQUENESS = "uniqueness"


DEFAULT_FLOORS: Mapping[Cluster, Decimal] = {
    Cluster.TECHNICAL: Decimal(0),
    Cluster.PEDAGOGICAL: Decimal(25),
    Cluster.POLICY: Decimal(0),
    Cluster.ADMINISTRATIVE: Decimal(0),
}
DEFAULT_PRIORITY_WEIGHTS: Mapping[Priority, int] = {
    Priority.MANDATORY: 10,
    Priority.ESSENTIAL: 10,
    Priority.DESIRED: 3,
    Priority.OPTIONAL: 1,
}


@dataclass(frozen=True)
class QualityWeights:
    """Weights of the terms of the quality level, per grain or per count; all at least 0."""

    fit: int = 1
    wish: int = 3
    role: int = 6
    outsourcing: int = 10
    travel: int = 5
    fragmentation: int = 5
    stability: int = 5


@dataclass(frozen=True)
class Settings:
    """What a school or group chooses; every default is the one the workbook states.

    Weeks, hours and percentages are exact decimals. `post_prices` holds the ICT points that a
    full-time post costs per diploma; a price that is not known is absent, never guessed.
    `points_coefficient` is points per weighted pupil; `None` when it is not known. `standard_rate`
    is euro per clock hour of a firm for tasks without a rate of their own. `bpt_hour` is how many
    clock hours one teaching hour counts for. The last level
    may end within `enough_pct` of its bound when going on brings nothing. `own_rating_counts` says
    whose judgement of competences counts after a screening. `stretch_pct` is how far above their
    hours of a month people may be planned when `year_watch` guards them. From `plan_from` on the
    rest of the year is planned, `None` is all of it. `max_changes` stands in no workbook: a what-if
    question sets it, `None` is no limit. `adopted_on` and `adopted_by` say when and by whom the
    plan was adopted; empty as long as it is a draft.
    """

    school_year: str = ""
    school_weeks: Decimal = Decimal(37)
    standby_weeks: Decimal = Decimal(2)
    grain: int = 4
    min_block: Decimal = Decimal(8)
    hours_per_task: Decimal = Decimal(20)
    max_persons: int = 3
    minimum_pct: Decimal = Decimal(60)
    lead_min_pct: Decimal = Decimal(30)
    fulltime_hours: Decimal = Decimal(36)
    post_prices: Mapping[Diploma, Decimal] = field(default_factory=lambda: dict(KNOWN_POST_PRICES))
    points_coefficient: Decimal | None = None
    standard_rate: Decimal | None = None
    bpt_ceiling_pct: Decimal = Decimal(3)
    bpt_hour: Decimal | Fraction = BPT_LESSON
    learners_allowed: bool = True
    max_backups: int = 8
    hours_per_visit: Decimal = Decimal(4)
    travel_within_zone: Decimal = Decimal("0.25")
    travel_between_zones: Decimal = Decimal("0.75")
    central_zone: str = ""
    floors: Mapping[Cluster, Decimal] = field(default_factory=lambda: dict(DEFAULT_FLOORS))
    mode: Mode = Mode.FULL
    levels: tuple[Level, ...] = tuple(Level)
    priority_weights: Mapping[Priority, int] = field(
        default_factory=lambda: dict(DEFAULT_PRIORITY_WEIGHTS)
    )
    daily_weight: int = 1
    quality: QualityWeights = field(default_factory=QualityWeights)
    fairness_slack: int = 50
    time_limit: Decimal = Decimal(60)
    enough_pct: Decimal = Decimal("0.5")
    seed: int = 1
    own_rating_counts: bool = False
    year_watch: YearWatch = YearWatch.SHOW
    stretch_pct: Decimal = Decimal(25)
    plan_from: date | None = None
    max_changes: int | None = None
    adopted_on: str = ""
    adopted_by: str = ""

    @property
    def block(self) -> int:
        """Grains of the smallest block that somebody does of a task; at least 1."""
        return max(1, ceil(Fraction(self.min_block) / self.grain))

    @property
    def ict_weeks(self) -> Decimal:
        """Weeks in which ICT hours are worked: the school weeks and the stand-by weeks."""
        return self.school_weeks + self.standby_weeks
