"""The value of every objective level, computed by hand on small cases."""

from dataclasses import fields, replace

import pytest
from factory import (
    EVERYWHERE,
    deviation,
    key,
    person,
    plan,
    plan_row,
    problem,
    school,
    settings,
    task,
)

from models.plan import Plan
from models.problem import (
    Person,
    PersonCode,
    PlanRow,
    ProblemData,
    School,
    UnitCode,
)
from models.settings import Level, QualityWeights
from models.verification import verify
from models.verification.levels import LEVELS
from models.vocabulary import Cluster, DeviationKind, Driver, OnSite, PlanRole, Priority

PED, TECH = Cluster.PEDAGOGICAL, Cluster.TECHNICAL
NOTHING = QualityWeights(**dict.fromkeys((each.name for each in fields(QualityWeights)), 0))
TERMS = {each.name: replace(NOTHING, **{each.name: 1}) for each in fields(QualityWeights)}


def value(level: Level, data: ProblemData, answer: Plan | None = None) -> int:
    found = verify(data, answer or plan())
    assert found.ok
    return found.levels[level]


def hours(**grains: int) -> Plan:
    """Every task done by P1 at S1 for so many grains."""
    worked = {f"{number}@S1 P1 ict@S1": amount for number, amount in grains.items()}
    return plan(worked, leads={f"{number}@S1": "P1" for number in grains})


def test_every_level_but_the_tie_break_is_computed() -> None:
    assert [*LEVELS, Level.UNIQUENESS] == list(Level)


def test_core_counts_the_demand_of_core_tasks_not_done() -> None:
    tasks = [
        task("T01", hours=10, core=True),
        task("T02", hours=7, core=True),
        task("T03", hours=5),
    ]
    data = problem(persons=[person(ict=40)], tasks=tasks)
    assert value(Level.CORE, data) == 17
    assert value(Level.CORE, data, hours(T01=6)) == 7
    assert value(Level.CORE, data, hours(T01=6, T02=7)) == 0


def test_coverage_weighs_the_shortfall() -> None:
    """At first 10·4 + 10·3 + 3·2 + 1·1 = 77; then 10·1 + 10·3 + 3·0 + 1·1 = 41."""
    tasks = [
        task("T01", hours=4, priority=Priority.ESSENTIAL),
        task("T02", hours=3),
        task("T03", hours=2),
        task("T04", hours=1, priority=Priority.OPTIONAL),
    ]
    raised = deviation(DeviationKind.PRIORITY, task="T02", priority=Priority.ESSENTIAL)
    data = problem(persons=[person(ict=40)], tasks=tasks, deviations=[raised])
    assert value(Level.COVERAGE, data) == 77
    assert value(Level.COVERAGE, data, hours(T01=3, T03=2)) == 41


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    # 12 of 20 grains of one cluster missing: 2 in each of 6 tenths. 4 and 8: 2 in each of 2 and 4.
    [(20, 8, 2 * (1 + 2 + 3 + 4 + 5 + 6)), (16, 12, 2 * (1 + 2) + 2 * (1 + 2 + 3 + 4)),
     (14, 14, 2 * 2 * (1 + 2 + 3)), (20, 20, 0)],
)  # fmt: skip
def test_spread_weighs_what_is_missing_of_a_cluster(first: int, second: int, expected: int) -> None:
    tasks = [task("T01", hours=20, minimum_pct=0),
             task("T02", hours=20, minimum_pct=0, cluster=PED)]  # fmt: skip
    data = problem(persons=[person(ict=40)], tasks=tasks)
    assert value(Level.SPREAD, data, hours(T01=first, T02=second)) == expected


def test_spread_takes_the_tasks_of_a_cluster_together_and_rounds_its_tenths_down() -> None:
    """Of 7 grains the tenths end at 0, 1, 2, 2, 3, 4, 4, 5, 6 and 7."""
    tasks = [task("T01", hours=4, minimum_pct=0), task("T02", hours=3, minimum_pct=0)]
    data = problem(persons=[person(ict=40)], tasks=tasks)
    assert value(Level.SPREAD, data) == 2 + 3 + 5 + 6 + 8 + 9 + 10
    assert value(Level.SPREAD, data, hours(T01=4, T02=1)) == 2 + 3


def test_continuity_counts_done_tasks_without_the_backup_they_ask() -> None:
    tasks = [task("T01", hours=4, needs_backup=True), task("T02", hours=3)]
    data = problem(persons=[person(ict=40), person("P2")], tasks=tasks)
    assert value(Level.CONTINUITY, data) == 0
    assert value(Level.CONTINUITY, data, hours(T01=3, T02=3)) == 4
    backed = replace(hours(T01=3), backups={key("T01@S1"): (PersonCode("P2"),)})
    assert value(Level.CONTINUITY, data, backed) == 0


@pytest.mark.parametrize(
    ("persons", "spread"),
    [
        ([person(ict=9)], 1),
        ([person(ict=9), person("P2", ict=3)], 445),
        ([person(ict=9), person("P2")], 1),
        ([person(ict_to_decide=True)], 0),
        ([person(ict=9), person("P2", ict_to_decide=True)], 1),
    ],
)
def test_fairness_is_the_spread_in_per_mille(persons: list[Person], spread: int) -> None:
    """4 of 9 is 444,4 ‰: 445 rounded up, 444 rounded down."""
    data = problem(schools=[school(ict_points=50)], persons=persons, tasks=[task(hours=4)])
    assert value(Level.FAIRNESS, data, hours(T01=4)) == spread


def test_fairness_counts_travel() -> None:
    data = problem(
        schools=[school(), school("S2", ict_points=50)],
        persons=[person(ict=20, reach=EVERYWHERE), person("P2", ict=20)],
        tasks=[task(hours=4, on_site=OnSite.YES)],
        settings=settings(travel_between_zones=1),
    )
    answer = plan({"T01@S2 P1 ict@S2": 4}, leads={"T01@S2": "P1"})
    assert value(Level.FAIRNESS, data, answer) == 250


def two_clusters(
    *persons: Person, ped: int = 20, floor: int = 25, at: School | None = None
) -> ProblemData:
    tasks = [
        task("T01", hours=ped, cluster=PED, minimum_pct=0, required={"pedagogiek": 2}),
        task("T02", hours=60, cluster=TECH, minimum_pct=0),
    ]
    return problem(
        schools=[at or school()],
        persons=persons,
        tasks=tasks,
        settings=settings(floors={PED: floor}),
    )


TEACHER = {"pedagogiek": 2}


@pytest.mark.parametrize(
    ("data", "target"),
    [
        (two_clusters(person(ict=40, levels=TEACHER)), 10),
        (two_clusters(person(ict=41, levels=TEACHER)), 11),
        (two_clusters(person(ict=99, levels=TEACHER)), 20),
        (two_clusters(person(ict=40, levels=TEACHER), ped=8), 8),
        (two_clusters(person(ict=40, levels=TEACHER), floor=0), None),
        (two_clusters(person(ict=34), person("P2", bpt=6, levels=TEACHER)), 6),
        (two_clusters(person(ict=40, levels={"pedagogiek": 1})), 0),
        (two_clusters(person(ict=40, levels=TEACHER), at=school(ict_points=20)), 5),
        (two_clusters(person(ict=20, bpt=40, levels=TEACHER), at=school(bpt_hours=4)), 6),
        (two_clusters(person(ict=20, other=40, levels=TEACHER), at=school(other_hours=0)), 5),
    ],
)
def test_floor_asks_a_part_of_the_fair_share(data: ProblemData, target: int | None) -> None:
    """A quarter of the hours there are, at most the demand and what able people have."""
    found = verify(data, plan())
    assert found.floor_targets.get((UnitCode("S1"), PED)) == target
    assert found.levels[Level.BALANCE] == (target or 0)


def test_fair_share_follows_demand() -> None:
    """D = 30 + 10 and C = 20: S1 gets 15 of which half is 8, S2 gets 5 of which half is 3."""
    data = problem(
        schools=[
            school("S1", pupils=300, ict_points=10),
            school("S2", pupils=100, ict_points=10),
        ],
        persons=[person(ict=99, reach=EVERYWHERE)],
        tasks=[task(per_unit=10, driver=Driver.PUPILS, cluster=PED)],
        settings=settings(floors={PED: 50}),
    )
    found = verify(data, plan())
    assert dict(found.floor_targets) == {("S1", PED): 8, ("S2", PED): 3}


def test_balance_counts_own_hours_up_to_the_target() -> None:
    data = two_clusters(person(ict=40, levels=TEACHER))
    assert value(Level.BALANCE, data, hours(T02=40)) == 10
    assert value(Level.BALANCE, data, hours(T01=7, T02=33)) == 3
    assert value(Level.BALANCE, data, hours(T01=20)) == 0


@pytest.mark.parametrize(
    ("levels", "cost"),
    [
        ({"netwerk": 3, "servers": 4}, 1),  # (1 + 0) / 2, half up
        ({"netwerk": 3, "servers": 3}, 0),
        ({"netwerk": 2, "servers": 1, "overzicht": 4}, 3),  # (2 + 3) / 2, half up
        ({"netwerk": 2, "servers": 1, "overzicht": 3}, 2),  # (1 + 2) / 2, half up
        ({"netwerk": 1, "servers": 4}, 3),
        ({"netwerk": 1, "servers": 0, "overzicht": 4}, 6),
    ],
)
def test_fit_is_the_distance_from_what_somebody_is_best_at(
    levels: dict[str, int], cost: int
) -> None:
    """Or three per level short; the lead beside the learner is at their best."""
    work = task(hours=10, required={"netwerk": 2, "servers": 1})
    pair = plan({"T01@S1 P1 ict@S1": 6, "T01@S1 P2 ict@S1": 4}, leads={"T01@S1": "P1"})
    data = problem(
        persons=[person(ict=20, levels={"netwerk": 2, "servers": 2}),
                 person("P2", ict=20, levels=levels)],
        tasks=[work],
        settings=settings(quality=TERMS["fit"]),
    )  # fmt: skip
    assert value(Level.QUALITY, data, pair) == 4 * cost


def test_a_task_that_asks_nothing_fits_everybody() -> None:
    data = problem(
        persons=[person(ict=20, levels={"netwerk": 4})],
        tasks=[task(hours=10)],
        settings=settings(quality=TERMS["fit"]),
    )
    assert value(Level.QUALITY, data, hours(T01=10)) == 0


@pytest.mark.parametrize(("preference", "cost"), [(None, 2), (2, 0), (-2, 4)])
def test_wishes_count_per_grain(preference: int | None, cost: int) -> None:
    row = deviation(DeviationKind.PREFERENCE, task="T01", person="P1", value=preference)
    data = problem(
        persons=[person(ict=20)],
        tasks=[task(hours=10)],
        deviations=[] if preference is None else [row],
        settings=settings(quality=TERMS["wish"]),
    )
    assert value(Level.QUALITY, data, hours(T01=10)) == 10 * cost


def test_travel_counts_grains_on_the_road() -> None:
    data = problem(
        schools=[school(), school("S2", ict_points=50)],
        persons=[person(ict=20, reach=EVERYWHERE)],
        tasks=[task(hours=6, on_site=OnSite.YES)],
        settings=settings(quality=TERMS["travel"], travel_between_zones=1),
    )
    answer = plan({"T01@S2 P1 ict@S2": 6}, leads={"T01@S2": "P1"})
    assert value(Level.QUALITY, data, answer) == 2


def test_outsourcing_counts_bought_grains() -> None:
    data = problem(
        schools=[school(operating_euro=50)],
        persons=[person(ict=20)],
        tasks=[task(hours=10, outsource_pct=50, rate=10)],
        settings=settings(quality=TERMS["outsourcing"]),
    )
    answer = plan({"T01@S1 P1 ict@S1": 5}, {"T01@S1": "P1"}, outsourced={"T01@S1 operating@S1": 4})
    assert value(Level.QUALITY, data, answer) == 4


def test_fragmentation_counts_extra_people_clusters_and_schools() -> None:
    """Two people on T01@S1, P1 in two clusters, P1 visiting S2 and S3: 1 + 1 + 1."""
    schools = [school("S1"), school("S2", ict_points=50), school("S3", ict_points=50)]
    data = problem(
        schools=schools,
        persons=[person(ict=40, reach=EVERYWHERE), person("P2", ict=20)],
        tasks=[task(hours=4, minimum_pct=0, on_site=OnSite.YES), task("T02", hours=4, cluster=PED)],
        settings=settings(quality=TERMS["fragmentation"]),
    )
    worked = {
        "T01@S1 P1 ict@S1": 2,
        "T01@S1 P2 ict@S1": 2,
        "T01@S2 P1 ict@S2": 4,
        "T01@S3 P1 ict@S3": 4,
        "T02@S1 P1 ict@S1": 4,
    }
    leads = dict.fromkeys(["T01@S1", "T01@S2", "T01@S3", "T02@S1"], "P1")
    assert value(Level.QUALITY, data, plan(worked, leads=leads)) == 3


@pytest.mark.parametrize(
    ("per_task", "expected"),
    # 10 hours carry ⌈10 ÷ per_task⌉ of the three tasks; the same task at two schools is one.
    [(1, 0), ("3.4", 0), (5, 1), ("9.9", 1), (10, 2), (99, 2)],
)
def test_fragmentation_counts_tasks_that_the_hours_do_not_carry(
    per_task: int | str, expected: int
) -> None:
    data = problem(
        schools=[school("S1"), school("S2", ict_points=50)],
        persons=[person(ict=40, reach=EVERYWHERE)],
        tasks=[task(number, hours=3, minimum_pct=0) for number in ("T01", "T02", "T03")],
        settings=settings(quality=TERMS["fragmentation"], hours_per_task=per_task),
    )
    worked = {"T01@S1 P1 ict@S1": 3, "T01@S2 P1 ict@S2": 2, "T02@S1 P1 ict@S1": 3,
              "T03@S1 P1 ict@S1": 2}  # fmt: skip
    leads = dict.fromkeys(["T01@S1", "T01@S2", "T02@S1", "T03@S1"], "P1")
    assert value(Level.QUALITY, data, plan(worked, leads=leads)) == expected


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        ([], 0),
        ([plan_row("T01", "P1", hours=5), plan_row("T01", "P1", hours=2)], 3),
        ([plan_row("T01", "P1", hours=3)], 0),
        ([plan_row("T01", "P2", hours=3, role=PlanRole.HELPER)], 3),
        ([plan_row("T01", "P2", hours=3, role=PlanRole.BACKUP)], 0),
        ([plan_row("T01", "P9", hours=3), plan_row("T09", "P1", hours=3)], 0),
    ],
)
def test_stability_counts_hours_that_people_lose(rows: list[PlanRow], lost: int) -> None:
    data = problem(
        persons=[person(ict=20), person("P2")],
        tasks=[task(hours=4)],
        previous=rows,
        settings=settings(quality=TERMS["stability"]),
    )
    assert value(Level.QUALITY, data, hours(T01=4)) == lost


def test_quality_adds_the_terms_with_their_weights() -> None:
    """Four grains without a wish, 2 each, one grain lost, weights 3 and 7: 24 + 7."""
    data = problem(
        persons=[person(ict=20)],
        tasks=[task(hours=5)],
        previous=[plan_row("T01", "P1", hours=5)],
        settings=settings(quality=replace(NOTHING, wish=3, stability=7)),
    )
    assert value(Level.QUALITY, data, hours(T01=4)) == 31
