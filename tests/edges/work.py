"""Edges of the rules about doing and paying the work."""

from collections.abc import Sequence
from dataclasses import replace

from factory import (
    EVERYWHERE,
    deviation,
    person,
    plan,
    plan_row,
    problem,
    reach,
    school,
    settings,
    task,
)

from edges.cases import Edge, alone, away, bought, one, pair, pin, same, skill
from models.plan import Plan
from models.problem import Deviation, PersonCode, ProblemData, RoleProfile
from models.verification import Family
from models.vocabulary import (
    Cluster,
    DeviationKind,
    Diploma,
    PlanRole,
    Priority,
    Role,
    RoleWord,
    TaskLevel,
)


def apart(task: str = "*", unit: str = "*") -> Deviation:
    row = deviation(DeviationKind.APART, task=task, unit=unit, person="P1")
    return replace(row, colleague=PersonCode("P2"))


def at_both_levels(pool_pct: int = 50) -> ProblemData:
    """Two schools of which the first pools, a person everywhere, a task at a chosen level."""
    return problem(
        schools=[school(pool_pct=pool_pct), school("S2", pool_pct=50)],
        persons=[person("P1", home="CENTRAAL", ict=40, reach=EVERYWHERE), person("P2", ict=40)],
        tasks=[task(hours=10, level=TaskLevel.CHOICE)],
    )


def at_group_and(unit: str | None) -> Plan:
    hours = {"T01@GROEP P1 ict@GROEP": 10} | ({f"T01@{unit} P2 ict@{unit}": 10} if unit else {})
    return plan(hours, leads={"T01@GROEP": "P1"} | ({f"T01@{unit}": "P2"} if unit else {}))


CHOICE = [
    Edge(
        Family.CHOICE,
        "both-levels",
        *same(at_both_levels(), at_group_and(None), at_group_and("S1")),
    ),
    Edge(
        Family.CHOICE,
        "both-levels",
        (at_both_levels(pool_pct=0), at_group_and("S1")),
        (at_both_levels(pool_pct=1), at_group_and("S1")),
    ),
]
DEMAND = [
    Edge(Family.DEMAND, "above-demand", *same(one(), alone(10), alone(11))),
    Edge(Family.DEMAND, "below-minimum", *same(one(), alone(6), alone(5))),
    Edge(
        Family.DEMAND,
        "below-minimum",
        *same(one(task(hours=10, minimum_pct=71)), alone(8), alone(7)),
    ),
    Edge(
        Family.DEMAND,
        "below-minimum",
        *same(one(rows=[deviation(DeviationKind.MINIMUM, value=100)]), alone(10), alone(9)),
    ),
    Edge(
        Family.DEMAND,
        "mandatory-not-done",
        (one(task(hours=10, priority=Priority.ESSENTIAL)), plan()),
        (one(task(hours=10, priority=Priority.MANDATORY)), plan()),
    ),
    Edge(
        Family.DEMAND,
        "mandatory-not-done",
        (one(), plan()),
        (one(rows=[deviation(DeviationKind.PRIORITY, priority=Priority.MANDATORY)]), plan()),
    ),
]
MIXED = one(who=person(ict=6, bpt=4))
CAPACITY = [
    Edge(Family.CAPACITY, "overbooked", *same(one(who=person(ict=6)), alone(6), alone(7))),
    Edge(
        Family.CAPACITY,
        "overbooked",
        *same(
            MIXED,
            plan({"T01@S1 P1 ict@S1": 6, "T01@S1 P1 bpt@S1": 4}, leads={"T01@S1": "P1"}),
            plan({"T01@S1 P1 ict@S1": 5, "T01@S1 P1 bpt@S1": 5}, leads={"T01@S1": "P1"}),
        ),
    ),
]
BACHELOR = person(ict=20, diploma=Diploma.BACHELOR)
ENVELOPE = [
    Edge(Family.ENVELOPE, "overspent", *same(one(at=school(ict_points=6)), alone(6), alone(7))),
    Edge(
        Family.ENVELOPE,
        "overspent",
        *same(one(who=BACHELOR, at=school(ict_points="13.9")), alone(6), alone(7)),
    ),
    Edge(
        Family.ENVELOPE,
        "overspent",
        *same(
            one(who=person(bpt=20), at=school(bpt_hours="6.9")),
            alone(6, "bpt@S1"),
            alone(7, "bpt@S1"),
        ),
    ),
    Edge(
        Family.ENVELOPE,
        "overspent",
        *same(
            one(who=person(other=20), at=school(other_hours=8, pool_pct=25)),
            alone(6, "other@S1"),
            alone(7, "other@S1"),
        ),
    ),
    Edge(
        Family.ENVELOPE,
        "overspent",
        *same(
            one(
                task(hours=10, outsource_pct=100, rate="7.5", minimum_pct=0),
                at=school(operating_euro=30),
            ),
            bought(4),
            bought(5),
        ),
    ),
    Edge(
        Family.ENVELOPE,
        "may-not-pay",
        *same(away(), alone(10, "ict@S2", "S2"), alone(10, "ict@S1", "S2")),
    ),
    Edge(
        Family.ENVELOPE,
        "may-not-pay",
        *same(
            away(there=school("S2", ict_points=20, bpt_hours=20)),
            alone(10, "ict@S2", "S2"),
            alone(10, "bpt@S2", "S2"),
        ),
    ),
    Edge(
        Family.ENVELOPE,
        "may-not-pay",
        *same(
            away(home=school(ict_points=40, pool_pct=50), there=school("S2", ict_points=20)),
            alone(10, "ict@S2", "S2"),
            alone(10, "ict@GROEP", "S2"),
        ),
    ),
    Edge(
        Family.ENVELOPE,
        "may-not-pay",
        (
            away(there=school("S2", ict_points=40, pool_pct=50)),
            alone(10, "ict@GROEP", "S2"),
        ),
        (
            away(there=school("S2", ict_points=40, pool_pct=0)),
            alone(10, "ict@GROEP", "S2"),
        ),
    ),
]
ELIGIBILITY = [
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (away(who=person(ict=20, reach=reach("S2"))), alone(10, "ict@S2", "S2")),
        (away(who=person(ict=20)), alone(10, "ict@S2", "S2")),
    ),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (one(task(hours=10, roles=[Role.TECHNICAL_COORDINATOR])), alone(10)),
        (one(task(hours=10, roles=[Role.TEACHER])), alone(10)),
    ),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (one(rows=[pin(DeviationKind.BAN, who="P2")]), alone(10)),
        (one(rows=[pin(DeviationKind.BAN, who="P1")]), alone(10)),
    ),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (one(rows=[deviation(DeviationKind.BAN, task="T02", person="P1")]), alone(10)),
        (one(rows=[deviation(DeviationKind.BAN, person="P1")]), alone(10)),
    ),
    Edge(Family.ELIGIBILITY, "may-not-work", (skill(3, 2), pair(5, 5)), (skill(3, 1), pair(5, 5))),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (skill(3, 3, learners=False), pair(5, 5)),
        (skill(3, 2, learners=False), pair(5, 5)),
    ),
]
BLOCKS = settings(min_block=4)
SPLIT = [
    Edge(Family.SPLIT, "below-block", *same(one(chosen=BLOCKS), pair(6, 4), pair(7, 3))),
    Edge(
        Family.SPLIT,
        "below-block",
        (one(chosen=BLOCKS, rows=[pin(DeviationKind.PIN, 3)]), pair(7, 3)),
        (one(chosen=BLOCKS, rows=[pin(DeviationKind.PIN, None)]), pair(7, 3)),
    ),
    Edge(
        Family.SPLIT,
        "below-block",
        (one(task(hours=3), chosen=BLOCKS), alone(3)),
        (one(task(hours=5), chosen=BLOCKS), alone(3)),
    ),
    Edge(
        Family.SPLIT,
        "too-many-people",
        (one(task(hours=10, max_persons=2)), pair(5, 5)),
        (one(task(hours=10, max_persons=1)), pair(5, 5)),
    ),
    Edge(
        Family.SPLIT,
        "too-many-people",
        (one(chosen=settings(max_persons=2)), pair(5, 5)),
        (one(chosen=settings(max_persons=1)), pair(5, 5)),
    ),
]

BEFORE = [plan_row(hours=6), plan_row(person="P2", role=PlanRole.HELPER, hours=4)]
CHANGES = [
    Edge(
        Family.CHANGES,
        "too-many",
        (one(previous=BEFORE, chosen=settings(max_changes=2)), pair(5, 5)),
        (one(previous=BEFORE, chosen=settings(max_changes=1)), pair(5, 5)),
    ),
    Edge(
        Family.CHANGES,
        "too-many",
        *same(one(previous=BEFORE, chosen=settings(max_changes=0)), pair(6, 4), alone(6)),
    ),
    Edge(
        Family.CHANGES,
        "too-many",
        (one(chosen=settings(max_changes=1)), alone(10)),
        (one(chosen=settings(max_changes=0)), alone(10)),
    ),
]

APART = [
    Edge(
        Family.APART,
        "together",
        *same(one(rows=[apart("T01", "S1")]), alone(10), pair(5, 5)),
    ),
    Edge(
        Family.APART,
        "together",
        (one(rows=[apart("T02"), apart(unit="S2")]), pair(5, 5)),
        (one(rows=[apart()]), pair(5, 5)),
    ),
]


def never(
    *rows: Deviation, cluster: Cluster = Cluster.TECHNICAL, only: Sequence[Role] = ()
) -> ProblemData:
    """P1 is a teacher, whose role never does technical work."""
    roles = {Role.TEACHER: RoleProfile({Cluster.TECHNICAL: RoleWord.NEVER})}
    teacher = person(ict=20, role=Role.TEACHER)
    return replace(
        one(task(hours=10, cluster=cluster, roles=only), who=teacher, rows=rows), roles=roles
    )


ROLES = [
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (never(cluster=Cluster.POLICY), alone(10)),
        (never(), alone(10)),
    ),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (never(only=[Role.TEACHER]), alone(10)),
        (never(only=[Role.DIRECTOR]), alone(10)),
    ),
    Edge(
        Family.ELIGIBILITY,
        "may-not-work",
        (never(pin(DeviationKind.PIN, who="P1")), alone(10)),
        (never(pin(DeviationKind.PIN, who="P2")), pair(5, 5, "P2")),
    ),
]

EDGES = [*DEMAND, *CHOICE, *CAPACITY, *ENVELOPE, *ELIGIBILITY, *SPLIT, *CHANGES, *APART, *ROLES]
