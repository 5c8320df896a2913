"""Small truths that a correct solver shows, worked out by hand."""

from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from factory import CENTRAL, EVERYWHERE, GROUP, deviation, person, plan_row, problem, school, task
from factory import settings as make_settings
from random_problems import random_school, with_people_apart, with_roles

from models.errors import InfeasibleError
from models.plan import Plan
from models.problem import PlanRow, ProblemData
from models.result import SolveStatus
from models.settings import Level
from models.vocabulary import Cluster, DeviationKind, PlanRole, Priority, Rhythm, TaskLevel
from optimizer.explain.answer import Answer
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=20, deterministic=True)


PLAIN, ROLES, APART = "plain", "roles", "apart"


def drawn(seed: int, kind: str) -> ProblemData:
    """A random school, with roles or with two people who never work together."""
    data = random_school(seed)
    if kind == ROLES:
        return with_roles(data, seed)
    return with_people_apart(data, seed) if kind == APART else data


def solved(data: ProblemData) -> Answer:
    answer = make_plan(data, OPTIONS)
    assert answer.result.status is SolveStatus.OPTIMAL
    return answer


def values(answer: Answer) -> dict[Level, int | None]:
    return {
        level.level: level.value
        for level in answer.result.levels
        if level.level is not Level.UNIQUENESS
    }


def finals(answer: Answer) -> dict[Level, int | None]:
    """What the plan itself is worth: fairness may use its slack, which a pinned plan cannot."""
    return {
        level.level: level.final
        for level in answer.result.levels
        if level.level is not Level.UNIQUENESS
    }


def covered(answer: Answer) -> int:
    return sum(answer.plan.covered().values())


@pytest.mark.parametrize(("max_persons", "expected"), [(2, 10), (1, 6)])
def test_two_people_of_six_hours_and_a_task_of_ten(max_persons: int, expected: int) -> None:
    data = problem(
        tasks=[task(hours=10, max_persons=max_persons)],
        persons=[person("P1", ict=6), person("P2", ict=6)],
    )
    assert covered(solved(data)) == expected


@pytest.mark.parametrize(("level", "expected"), [(TaskLevel.SCHOOL, 16), (TaskLevel.GROUP, 8)])
def test_the_fixed_part_counts_once_for_a_group(level: TaskLevel, expected: int) -> None:
    data = problem(
        schools=[school("S1"), school("S2")],
        tasks=[task(hours=8, level=level)],
        persons=[
            person(f"P{n}", home=home, ict=20, reach=EVERYWHERE)
            for n, home in enumerate(("S1", "S2", CENTRAL), start=1)
        ],
    )
    answer = solved(data)
    assert sum(t.demand for t in answer.instance.tasks) == expected
    assert covered(answer) == expected


def test_pedagogical_floor_protects_hours_that_coverage_would_take() -> None:
    data = problem(
        tasks=[
            task("T1", hours=8, priority=Priority.ESSENTIAL),
            task("T2", hours=8, priority=Priority.OPTIONAL, cluster=Cluster.PEDAGOGICAL,
                 minimum_pct=10),
        ],
        persons=[person(ict=8)],
        settings=make_settings(floors={Cluster.PEDAGOGICAL: 25}),
    )  # fmt: skip
    floor = values(solved(data))
    free = values(solved(replace(data, settings=make_settings())))
    assert floor[Level.BALANCE] == 0
    assert (free[Level.COVERAGE], floor[Level.COVERAGE]) == (8, 2 * 10 + 6)


@pytest.mark.parametrize("daily", ["T1", "T2"])
@pytest.mark.parametrize("other", [Rhythm.WEEKLY, Rhythm.YEARLY, None])
def test_daily_work_goes_before_rarer_work_of_its_priority(
    daily: str, other: Rhythm | None
) -> None:
    tasks = [
        task(number, hours=8, rhythm=Rhythm.DAILY if number == daily else other)
        for number in ("T1", "T2")
    ]
    answer = solved(problem(tasks=tasks, persons=[person(ict=8)]))
    assert [key.task for key in answer.plan.covered()] == [daily]
    assert values(answer)[Level.COVERAGE] == 8 * 3


def test_daily_work_goes_after_rarer_work_that_matters_more() -> None:
    tasks = [
        task("T1", hours=8, rhythm=Rhythm.DAILY),
        task("T2", hours=8, rhythm=Rhythm.YEARLY, priority=Priority.ESSENTIAL),
    ]
    answer = solved(problem(tasks=tasks, persons=[person(ict=8)]))
    assert [key.task for key in answer.plan.covered()] == ["T2"]
    assert values(answer)[Level.COVERAGE] == 8 * (3 + 1)


@pytest.mark.parametrize(("priority_weight", "missing"), [(0, 0), (1, 8 * 2)])
def test_daily_work_that_counts_for_nothing_does_so_every_day(
    priority_weight: int, missing: int
) -> None:
    weights = {**make_settings().priority_weights, Priority.OPTIONAL: priority_weight}
    data = problem(
        tasks=[task(hours=8, rhythm=Rhythm.DAILY, priority=Priority.OPTIONAL)],
        persons=[person(ict=1)],
        settings=replace(make_settings(), priority_weights=weights),
    )
    assert values(solved(data))[Level.COVERAGE] == missing


@pytest.mark.parametrize("seed", range(12))
def test_more_hours_never_worsen_the_core_level(seed: int) -> None:
    data = random_school(seed)
    first, *others = data.persons
    richer = replace(first, other_hours=first.other_hours + 3)
    data = replace(
        data,
        schools=tuple(replace(each, other_hours=None) for each in data.schools),
        settings=make_settings(levels=(Level.CORE,)),
    )
    before = solved(data)
    after = solved(replace(data, persons=(richer, *others)))
    assert (values(after)[Level.CORE] or 0) <= (values(before)[Level.CORE] or 0)


@pytest.mark.parametrize("kind", [PLAIN, ROLES, APART])
@pytest.mark.parametrize("seed", range(12))
def test_order_of_rows_changes_no_level_and_no_plan(seed: int, kind: str) -> None:
    data = drawn(seed, kind)
    turned = replace(data, persons=data.persons[::-1], tasks=data.tasks[::-1])
    one, other = solved(data), solved(turned)
    assert values(one) == values(other)
    assert one.plan == other.plan


def rows_of(plan: Plan) -> tuple[PlanRow, ...]:
    """The plan as pinned rows, as they would be read back from the workbook."""
    rows = [
        plan_row(key.task, who, unit=key.unit, hours=grains, funding=payer.funding,
                 owner=payer.owner, pinned=True,
                 role=PlanRole.LEAD if plan.leads[key] == who else PlanRole.HELPER)
        for (key, who, payer), grains in plan.hours.items()
    ]  # fmt: skip
    rows += [
        plan_row(key.task, who, unit=key.unit, role=PlanRole.LEAD, funding=None, pinned=True)
        for key, who in plan.leads.items()
    ]
    rows += [
        plan_row(key.task, who, unit=key.unit, role=PlanRole.BACKUP, funding=None, pinned=True)
        for key, people in plan.backups.items()
        for who in people
    ]
    return tuple(rows) + tuple(
        plan_row(key.task, None, unit=key.unit, role=PlanRole.OUTSOURCED, hours=grains,
                 funding=payer.funding, owner=payer.owner, pinned=True)
        for (key, payer), grains in plan.outsourced.items()
    )  # fmt: skip


@pytest.mark.parametrize("kind", [PLAIN, ROLES, APART])
@pytest.mark.parametrize("seed", range(12))
def test_pinning_a_plan_returns_it(seed: int, kind: str) -> None:
    data = drawn(seed, kind)
    first = solved(data)
    again = solved(replace(data, previous=rows_of(first.plan)))
    assert again.plan.hours_by_pair() == first.plan.hours_by_pair()
    assert finals(again) == finals(first)


@pytest.mark.parametrize("seed", range(12))
def test_without_floors_dropping_the_pedagogical_floor_never_worsens_coverage(seed: int) -> None:
    data = random_school(seed)
    order = (Level.BALANCE, Level.COVERAGE)
    floors = make_settings(floors={Cluster.PEDAGOGICAL: 60}, levels=order)
    with_floor = values(solved(replace(data, settings=floors)))
    without = values(solved(replace(data, settings=make_settings(levels=order))))
    assert (without[Level.COVERAGE] or 0) <= (with_floor[Level.COVERAGE] or 0)


@pytest.mark.parametrize("hours", [12, 30, 47])
def test_what_is_missing_is_spread_evenly_over_people_who_can_all_do_everything(hours: int) -> None:
    """The shares of any two clusters differ by at most a tenth and a grain."""
    sizes = dict(zip(Cluster, (40, 10, 20, 30), strict=True))
    tasks = [
        task(f"T{place}{half}", hours=size // 2, cluster=cluster, minimum_pct=0, max_persons=2)
        for place, (cluster, size) in enumerate(sizes.items())
        for half in "AB"
    ]
    data = problem(tasks=tasks, persons=[person(f"P{n}", ict=hours // 2) for n in (1, 2)])
    answer = solved(data)
    done: Counter[Cluster] = Counter()
    for found, grains in answer.plan.covered().items():
        done[next(t.cluster for t in tasks if t.number == found.task)] += grains
    for one, other in permutations(sizes, 2):
        difference = (sizes[one] - done[one]) / sizes[one] - (sizes[other] - done[other]) / sizes[
            other
        ]
        assert difference <= 0.1 + 1 / sizes[one] + 1e-9


def test_two_mandatory_tasks_for_one_person_without_hours_are_the_conflict() -> None:
    data = problem(
        tasks=[task(f"T{n}", hours=5, priority=Priority.MANDATORY) for n in (1, 2, 3)],
        persons=[person("P1", ict=6), person("P2", ict=1)],
    )
    with pytest.raises(InfeasibleError) as failure:
        make_plan(data, OPTIONS)
    conflict = failure.value.conflict
    assert conflict.is_minimal
    rules = sorted((fact.rule, fact.subject[0]) for fact in conflict.facts)
    tasks = ("T1", "T2", "T3")
    assert rules == [
        ("ict", "P1"),
        ("ict", "P2"),
        *(("mandatory", number) for number in tasks),
        *(("minimum", number) for number in tasks),
    ]


def test_a_pin_against_the_pedagogical_share_is_the_conflict() -> None:
    data = problem(
        tasks=[task("T1", hours=5), task("T2", hours=1, cluster=Cluster.PEDAGOGICAL)],
        persons=[person("P1", ict=6, min_pedagogical_pct=50)],
        deviations=[deviation(DeviationKind.PIN, task="T1", person="P1", value=5)],
    )
    with pytest.raises(InfeasibleError) as failure:
        make_plan(data, OPTIONS)
    rules = {(fact.rule, fact.subject) for fact in failure.value.conflict.facts}
    assert ("min_pedagogical_pct", ("P1",)) in rules
    assert any(rule in ("pin", "pin_hours") for rule, _ in rules)


def test_the_pool_pays_central_people_and_an_unpooled_school_only_its_own() -> None:
    data = problem(
        schools=[school("S1", pool_pct=50), school("S2"), school(GROUP)],
        tasks=[task(hours=4)],
        persons=[person("P1", home=CENTRAL, ict=20, reach=EVERYWHERE)],
    )
    assert {key.unit for key in solved(data).plan.covered()} == {"S1"}
