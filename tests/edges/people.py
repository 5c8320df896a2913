"""Edges of the rules about focus, trips, pins and presence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factory import (
    EVERYWHERE,
    deviation,
    person,
    plan_row,
    school,
    settings,
    task,
)

from edges.cases import (
    FIRM_HALF,
    RICH,
    Edge,
    alone,
    away,
    backed,
    both,
    bought,
    one,
    pair,
    pin,
    same,
    two_tasks,
)
from models.problem import Deviation, ProblemData, RoleProfile
from models.school_calendar import FreePeriod
from models.verification import Family
from models.vocabulary import (
    Cluster,
    DeviationKind,
    Funding,
    OnSite,
    PlanRole,
    Role,
    YearWatch,
)
from models.year_rows import Peak, YearRows


def limited(*rows: Deviation, own: int | None = None) -> ProblemData:
    """Two tasks, and a role that does one at the most."""
    data = two_tasks(person(ict=20, max_tasks=own))
    roles = {Role.TECHNICAL_COORDINATOR: RoleProfile(max_tasks=1)}
    return replace(data, roles=roles, deviations=rows)


BOTH_PINNED = [deviation(DeviationKind.PIN, person="P1")]
FOCUS = [
    Edge(Family.FOCUS, "too-many-tasks", (limited(own=2), both(5, 5)), (limited(), both(5, 5))),
    Edge(
        Family.FOCUS,
        "too-many-tasks",
        (limited(*BOTH_PINNED), both(5, 5)),
        (limited(*BOTH_PINNED, own=1), both(5, 5)),
    ),
    Edge(
        Family.FOCUS,
        "too-many-tasks",
        (two_tasks(person(ict=20, max_tasks=2)), both(5, 5)),
        (two_tasks(person(ict=20, max_tasks=1)), both(5, 5)),
    ),
    Edge(
        Family.FOCUS,
        "too-many-schools",
        *(
            (
                away(
                    who=person(ict=20, reach=EVERYWHERE, max_schools=limit), on_site=OnSite.PARTLY
                ),
                alone(10, "ict@S2", "S2"),
            )
            for limit in (1, 0)
        ),
    ),
]
TRIPS = settings(travel_between_zones=1, travel_within_zone="0.5")
TEN = person(ict=10, reach=EVERYWHERE)
NEAR = {"home": school(zone="Z"), "there": school("S2", ict_points=20, zone="Z")}
TRAVEL = [
    Edge(
        Family.TRAVEL,
        "no-time-for-trips",
        *same(
            away(who=TEN, chosen=TRIPS, on_site=OnSite.YES),
            alone(8, "ict@S2", "S2"),
            alone(9, "ict@S2", "S2"),
        ),
    ),
    Edge(
        Family.TRAVEL,
        "no-time-for-trips",
        *same(
            away(who=TEN, chosen=TRIPS, on_site=OnSite.YES, **NEAR),
            alone(8, "ict@S2", "S2"),
            alone(9, "ict@S2", "S2"),
        ),
    ),
    Edge(
        Family.TRAVEL,
        "no-time-for-trips",
        (away(who=TEN, chosen=TRIPS, on_site=OnSite.NO), alone(10, "ict@S2", "S2")),
        (away(who=TEN, chosen=TRIPS, on_site=OnSite.PARTLY), alone(10, "ict@S2", "S2")),
    ),
]
TWO_ROWS = [
    plan_row("T01", "P2", role=PlanRole.HELPER, hours=1, pinned=True),
    plan_row("T01", "P2", role=PlanRole.HELPER, hours=2, funding=Funding.BPT),
]
BUY_ROWS = [
    plan_row("T01", None, role=PlanRole.OUTSOURCED, hours=2, pinned=True),
    plan_row("T01", None, role=PlanRole.OUTSOURCED, hours=3),
]
SHARE = two_tasks(person(ict=20, min_pedagogical_pct=50), T01=Cluster.PEDAGOGICAL)
PINS = [
    Edge(
        Family.PINS,
        "work",
        *same(one(rows=[pin(DeviationKind.PIN, 4)]), pair(6, 4), pair(5, 5)),
    ),
    Edge(Family.PINS, "work", *same(one(rows=[pin(DeviationKind.PIN)]), pair(9, 1), alone(10))),
    Edge(
        Family.PINS,
        "lead",
        *same(one(rows=[pin(DeviationKind.LEAD)]), pair(5, 5, "P2"), pair(5, 5, "P1")),
    ),
    Edge(
        Family.PINS,
        "backup",
        *same(one(rows=[pin(DeviationKind.BACKUP)]), backed("T01"), alone(10)),
    ),
    Edge(Family.PINS, "work", *same(one(previous=TWO_ROWS), pair(7, 3), pair(8, 2))),
    Edge(
        Family.PINS,
        "lead",
        *same(
            one(previous=[plan_row("T01", "P2", pinned=True)]),
            pair(5, 5, "P2"),
            pair(5, 5, "P1"),
        ),
    ),
    Edge(
        Family.PINS,
        "backup",
        *same(
            one(previous=[plan_row("T01", "P2", role=PlanRole.BACKUP, pinned=True)]),
            backed("T01"),
            alone(10),
        ),
    ),
    Edge(
        Family.PINS,
        "outsourced",
        *same(one(FIRM_HALF, at=RICH, previous=BUY_ROWS), bought(5), bought(4)),
    ),
    Edge(Family.PINS, "pedagogical-share", *same(SHARE, both(5, 5), both(5, 6))),
]
PRESENCE = [
    Edge(
        Family.PRESENCE,
        "too-little",
        *same(
            one(task(hours=10, on_site=OnSite.YES, minimum_pct=0), at=school(presence_min="4.5")),
            alone(5),
            alone(4),
        ),
    ),
    Edge(
        Family.PRESENCE,
        "too-little",
        (
            one(task(hours=10, on_site=OnSite.PARTLY), at=school(presence_min=10)),
            alone(10),
        ),
        (one(task(hours=10, on_site=OnSite.NO), at=school(presence_min=10)), alone(10)),
    ),
]


def in_october(stretch: int, watch: YearWatch = YearWatch.GUARD) -> ProblemData:
    """Twenty hours in October and as many in November; three quarters of the work comes then."""
    two_weeks = (
        FreePeriod("voor", date(2026, 9, 1), date(2026, 10, 4)),
        FreePeriod("tussen", date(2026, 10, 10), date(2026, 11, 15)),
        FreePeriod("na", date(2026, 11, 21), date(2027, 6, 30)),
    )
    year = YearRows(two_weeks, peaks={"herfst": Peak(frozenset({11}), Decimal(3))})
    data = one(task(hours=30, peak="herfst"), who=person(ict=40))
    guarded = replace(data.settings, year_watch=watch, stretch_pct=Decimal(stretch))
    return replace(data, settings=guarded, year=year)


MONTHS = [
    Edge(Family.MONTHS, "month-full", *same(in_october(0), alone(26), alone(27))),
    Edge(Family.MONTHS, "month-full", (in_october(13), alone(30)), (in_october(12), alone(30))),
    Edge(
        Family.MONTHS,
        "month-full",
        (in_october(0, YearWatch.SHOW), alone(30)),
        (in_october(0), alone(30)),
    ),
]
EDGES = [*MONTHS, *FOCUS, *TRAVEL, *PINS, *PRESENCE]
