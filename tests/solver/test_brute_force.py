"""On tiny problems the solver finds what trying every plan finds."""

from collections.abc import Callable
from random import Random

import pytest
from brute_force import best_levels
from factory import CENTRAL, EVERYWHERE, deviation, person, problem, school, settings, task

from models.problem import ProblemData
from models.result import SolveStatus
from models.vocabulary import Cluster, DeviationKind, OnSite, Role, TaskLevel
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions


def tiny_problem(seed: int) -> ProblemData:
    """Up to 3 tasks of up to 3 grains and 2 people, with money, learners, back-ups, a wish."""
    random = Random(seed)
    tasks = [
        task(
            f"T{number}",
            hours=random.randint(1, 3),
            cluster=random.choice((Cluster.TECHNICAL, Cluster.PEDAGOGICAL)),
            core=random.random() < 0.5,
            required={"netwerk": random.randint(1, 3)},
            needs_backup=random.random() < 0.5,
            outsource_pct=random.choice((0, 0, 100)),
            rate=5,
            max_persons=random.choice((1, 2)),
        )
        for number in range(1, random.randint(2, 3) + 1)
    ]
    persons = [
        person(code, role=Role.TEACHER, ict=random.randint(0, 3), other=other,
               levels={"netwerk": random.randint(1, 3)})
        for code, other in (("P1", 0), ("P2", random.choice((0, 2))))
    ]  # fmt: skip
    return problem(
        schools=[
            school(ict_points=random.choice((None, 3)), operating_euro=random.choice((0, 10)))
        ],
        persons=persons,
        tasks=tasks,
        deviations=[deviation(DeviationKind.PREFERENCE, task="T1", person="P1", value=-2)],
        settings=settings(floors={Cluster.PEDAGOGICAL: random.choice((0, 50))}, max_backups=1),
    )


def tiny_group(seed: int) -> ProblemData:
    """Two schools that may pool, two people who travel, one task at each or for both."""
    random = Random(seed)
    tasks = [
        task(
            f"T{number}",
            hours=random.randint(1, 2),
            level=random.choice(list(TaskLevel)),
            core=random.random() < 0.5,
            on_site=random.choice(list(OnSite)),
            max_persons=2,
        )
        for number in (1, 2)
    ]
    persons = [
        person(code, home=random.choice(("S1", "S2", CENTRAL)), ict=random.randint(1, 4),
               reach=EVERYWHERE, max_schools=random.choice((None, 1)),
               max_tasks=random.choice((None, 1)))
        for code in ("P1", "P2")
    ]  # fmt: skip
    schools = [
        school(code, ict_points=random.choice((None, 3)), pool_pct=random.choice((0, 50, 100)))
        for code in ("S1", "S2")
    ]
    return problem(
        schools=schools,
        persons=persons,
        tasks=tasks,
        settings=settings(travel_between_zones="0.75", hours_per_visit=1),
    )


def tiny_split(seed: int) -> ProblemData:
    """One or two tasks on which one or two blocks fit, by people of whom some may not lead."""
    random = Random(seed)
    num_tasks = random.choice((1, 1, 2))
    tasks = [
        task(
            f"T{number}",
            hours=random.randint(2, 5 if num_tasks == 1 else 3),
            minimum_pct=random.choice((1, 60, 100)),
            core=random.random() < 0.5,
            required={"netwerk": 2},
            max_persons=random.choice((1, 2, 3)),
            outsource_pct=random.choice((0, 0, 0, 100)),
            rate=5,
        )
        for number in range(1, num_tasks + 1)
    ]
    persons = [
        person(code, ict=random.randint(1, 4), levels={"netwerk": random.choice((1, 2, 3))})
        for code in ("P1", "P2", "P3")[: 4 - num_tasks]
    ]
    return problem(
        schools=[school(operating_euro=10)],
        persons=persons,
        tasks=tasks,
        settings=settings(min_block=random.choice((1, 2)), lead_min_pct=random.choice((0, 30, 60))),
    )


@pytest.mark.parametrize("make", [tiny_problem, tiny_group, tiny_split])
@pytest.mark.parametrize("seed", range(25))
def test_solver_finds_the_best_of_all_plans(make: Callable[[int], ProblemData], seed: int) -> None:
    data = make(seed)
    answer = make_plan(data, SolveOptions(time_limit=10, deterministic=True))
    assert answer.result.status is SolveStatus.OPTIMAL
    found = {level.level: level.value for level in answer.result.levels}
    expected = best_levels(data)
    assert {level: found[level] for level in expected} == expected
