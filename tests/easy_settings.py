"""Settings with which an hour a week is a grain a year and a point pays a grain."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.settings import Level, QualityWeights, Settings
from models.vocabulary import Cluster, Diploma, Mode, YearWatch

Number = int | str | Decimal
POST_PRICES: Mapping[Diploma, int] = {Diploma.HSO: 36, Diploma.BACHELOR: 72, Diploma.MASTER: 108}
NO_FLOORS: Mapping[Cluster, int] = dict.fromkeys(Cluster, 0)


def settings(
    *,
    grain: int = 1,
    min_block: Number = 1,
    school_weeks: Number = 1,
    standby_weeks: Number = 0,
    bpt_hour: Number = 1,
    minimum_pct: Number = 60,
    fulltime_hours: Number = 36,
    post_prices: Mapping[Diploma, Number] | None = None,
    hours_per_task: Number = 1,
    max_persons: int = 3,
    lead_min_pct: Number = 0,
    max_backups: int = 8,
    learners_allowed: bool = True,
    hours_per_visit: Number = 4,
    travel_within_zone: Number = 0,
    travel_between_zones: Number = 0,
    central_zone: str = "",
    floors: Mapping[Cluster, Number] | None = None,
    mode: Mode = Mode.FULL,
    levels: tuple[Level, ...] = tuple(Level),
    quality: QualityWeights | None = None,
    fairness_slack: int = 50,
    time_limit: Number = 60,
    points_coefficient: Number | None = None,
    standard_rate: Number | None = None,
    max_changes: int | None = None,
    year_watch: YearWatch = YearWatch.SHOW,
    stretch_pct: Number = 25,
    plan_from: date | None = None,
) -> Settings:
    """Settings with easy numbers; floors are all 0 and trips take no time unless told."""
    return Settings(
        school_year="2026-2027",
        grain=grain,
        min_block=Decimal(min_block),
        school_weeks=Decimal(school_weeks),
        standby_weeks=Decimal(standby_weeks),
        bpt_hour=Decimal(bpt_hour),
        minimum_pct=Decimal(minimum_pct),
        fulltime_hours=Decimal(fulltime_hours),
        post_prices={key: Decimal(price) for key, price in (post_prices or POST_PRICES).items()},
        hours_per_task=Decimal(hours_per_task),
        max_persons=max_persons,
        lead_min_pct=Decimal(lead_min_pct),
        max_backups=max_backups,
        learners_allowed=learners_allowed,
        hours_per_visit=Decimal(hours_per_visit),
        travel_within_zone=Decimal(travel_within_zone),
        travel_between_zones=Decimal(travel_between_zones),
        central_zone=central_zone,
        floors={key: Decimal(pct) for key, pct in {**NO_FLOORS, **(floors or {})}.items()},
        mode=mode,
        levels=levels,
        max_changes=max_changes,
        year_watch=year_watch,
        stretch_pct=Decimal(stretch_pct),
        plan_from=plan_from,
        quality=quality or QualityWeights(),
        fairness_slack=fairness_slack,
        time_limit=Decimal(time_limit),
        standard_rate=None if standard_rate is None else Decimal(standard_rate),
        points_coefficient=None if points_coefficient is None else Decimal(points_coefficient),
    )
