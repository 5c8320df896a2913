"""Fixed appointments cost their points whether they work or not."""

from dataclasses import replace
from random import Random

import pytest
from brute_force import best_levels
from factory import CENTRAL, EVERYWHERE, GROUP, person, plan, problem, school, settings, task

from models.appointments import Commitments
from models.flow import Flow
from models.instance import build_instance
from models.problem import Person, ProblemData
from models.validation.funding import check_appointments_fit_points
from models.verification import verify
from models.vocabulary import Diploma, TaskLevel
from optimizer.construct.greedy import greedy_plan
from optimizer.construct.ledger import Ledger
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=5, deterministic=True)
SKILL = {"netwerk": 2}


def open_post(points: int, *others: Person) -> ProblemData:
    """A task of 10 hours that only P1 can do, whose appointment the plan decides."""
    return problem(
        schools=[school(ict_points=points)],
        persons=[person("P1", ict_to_decide=True, levels=SKILL), *others],
        tasks=[task(hours=10, required=SKILL, minimum_pct=0)],
    )


def covered(data: ProblemData) -> int:
    return sum(make_plan(data, OPTIONS).plan.covered().values())


FIXED = person("P2", ict=6)


@pytest.mark.parametrize(("points", "hours"), [(6, 0), (9, 3), (16, 10), (20, 10)])
def test_what_the_plan_decides_gets_the_points_that_the_others_leave(
    points: int, hours: int
) -> None:
    assert covered(open_post(points, FIXED)) == hours


def test_where_the_points_are_too_few_only_work_is_charged() -> None:
    assert covered(open_post(5, FIXED)) == 5


def test_a_dear_appointment_that_is_idle_is_as_dear() -> None:
    dear = person("P2", ict=3, diploma=Diploma.BACHELOR)
    assert covered(open_post(9, dear)) == 3


def test_an_appointment_without_points_behind_it_costs_none() -> None:
    data = open_post(9, replace(FIXED, home=school("S2").code))
    data = replace(data, schools=(*data.schools, school("S2")))
    assert covered(data) == 9


def test_somebody_whom_several_schools_pay_counts_once() -> None:
    """Together they have 12 points: 8 of them are for P2, wherever P2 works."""
    schools = [school("S1", ict_points=6), school("S2", ict_points=6)]
    both = person("P2", ict=8, reach=EVERYWHERE)
    decided = person("P1", ict_to_decide=True, levels=SKILL, reach=EVERYWHERE)
    work = [task(hours=10, required=SKILL, minimum_pct=0, max_persons=1)]
    data = problem(schools=schools, persons=[decided, both], tasks=work)
    assert check_appointments_fit_points(build_instance(data)) == []
    assert covered(data) == 4
    busy = replace(data, tasks=(*data.tasks, task("T02", hours=3, minimum_pct=0)))
    assert verify(busy, make_plan(busy, OPTIONS).plan).ok


def test_the_checker_sees_a_plan_that_spends_the_points_of_who_is_idle() -> None:
    data = open_post(9, FIXED)
    fits = plan({"T01@S1 P1 ict@S1": 3}, leads={"T01@S1": "P1"})
    too_much = plan({"T01@S1 P1 ict@S1": 4}, leads={"T01@S1": "P1"})
    assert verify(data, fits).ok
    (found,) = verify(data, too_much).violations
    assert found.facts["breach"] == "appointment-unpaid"


def test_the_work_of_one_who_may_be_paid_elsewhere_moves_the_idle_hours() -> None:
    """The pool can pay either: what the local does from the pool, the school keeps for them."""
    data = problem(
        schools=[school("S1", ict_points=8, pool_pct=50), school(GROUP, ict_points=0)],
        persons=[person("P1", ict=6), person("P2", home=CENTRAL, ict=2)],
        tasks=[task("T01", hours=6, max_persons=1), task("T02", hours=2, level=TaskLevel.GROUP)],
    )
    hours = {"T01@S1 P1 ict@GROEP": 2, "T01@S1 P1 ict@S1": 4, "T02@GROEP P2 ict@GROEP": 2}
    leads = {"T01@S1": "P1", "T02@GROEP": "P2"}
    assert verify(data, plan(hours, leads=leads)).ok
    half = {"T01@S1 P1 ict@GROEP": 4}
    assert not verify(data, plan(half, leads={"T01@S1": "P1"})).ok


def points_problem(seed: int) -> ProblemData:
    """Two schools with points, a pool, and people whom one, two or all of them may pay."""
    random = Random(seed)
    schools = [
        school(code, ict_points=random.randint(1, 4), pool_pct=random.choice((0, 0, 50)))
        for code in ("S1", "S2")
    ]
    return problem(
        schools=[*schools, school(GROUP, ict_points=random.choice((None, 0, 2)))],
        persons=[
            person("P1", ict=random.randint(1, 3), diploma=random.choice(list(Diploma)[:2])),
            person("P2", home=random.choice(("S2", CENTRAL)), ict=random.randint(0, 3),
                   reach=EVERYWHERE),
            person("P3", home=random.choice(("S1", "S2")), ict_to_decide=True,
                   reach=random.choice((None, EVERYWHERE))),
        ],
        tasks=[
            task("T1", hours=random.randint(1, 2), minimum_pct=0, max_persons=2),
            task("T2", hours=random.randint(1, 2), level=random.choice((TaskLevel.SCHOOL,
                                                                        TaskLevel.GROUP))),
        ],
        settings=settings(fulltime_hours=4, post_prices={Diploma.HSO: 4, Diploma.BACHELOR: 8}),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_plans_by_hand_and_of_the_solver_pay_every_appointment(seed: int) -> None:
    data = points_problem(seed)
    instance = build_instance(data)
    by_hand = greedy_plan(instance)
    assert verify(data, by_hand).violations == ()
    answer = make_plan(data, OPTIONS)
    assert answer.verification.ok
    Ledger.after(instance, answer.plan)


@pytest.mark.parametrize("seed", range(12))
def test_the_solver_finds_the_best_of_all_plans(seed: int) -> None:
    data = points_problem(seed)
    small = replace(data, tasks=tuple(replace(each, max_persons=1) for each in data.tasks))
    found = {each.level: each.value for each in make_plan(small, OPTIONS).result.levels}
    expected = best_levels(small)
    assert {level: found[level] for level in expected} == expected


def test_random_points_are_of_every_kind() -> None:
    """Crews of one envelope and of more, appointments that are short, and neither."""
    found = [build_instance(points_problem(seed)).commitments for seed in range(40)]
    assert any(len(crew.payers) > 1 for each in found for crew in each.crews)
    assert any(len(crew.payers) == 1 for each in found for crew in each.crews)
    assert any(each.lacking for each in found)
    assert Commitments() in found


@pytest.mark.parametrize("seed", range(30))
def test_a_flow_is_as_much_as_the_tightest_sinks_allow(seed: int) -> None:
    """By the theorem of Gale: what is unsent is the most that any set of sources has too much."""
    random = Random(seed)
    supply = {f"s{n}": random.randint(0, 6) for n in range(4)}
    room = {f"t{n}": random.randint(0, 6) for n in range(4)}
    sinks = {s: tuple(t for t in room if random.random() < 0.5) for s in supply}
    flow = Flow(supply, sinks, room).fill()
    sets = [[s for n, s in enumerate(supply) if mask >> n & 1] for mask in range(1 << 4)]
    most = max(
        sum(supply[s] for s in chosen) - sum(room[t] for t in {t for s in chosen for t in sinks[s]})
        for chosen in sets
    )
    assert sum(flow.unsent.values()) == most
    assert all(n >= 0 for n in flow.sent.values())
    for sink, amount in room.items():
        assert sum(n for (_, t), n in flow.sent.items() if t == sink) <= amount


def test_two_who_work_on_one_task_are_not_paid_twice_from_what_is_kept_for_both() -> None:
    data = problem(
        schools=[school("S1", ict_points=6, pool_pct=50), school(GROUP, ict_points=0)],
        persons=[person("P1", ict=4), person("P2", ict=2)],
        tasks=[task("T01", hours=6, max_persons=2)],
    )
    instance = build_instance(data)
    made = greedy_plan(instance)
    assert sum(made.covered().values()) == instance.tasks[0].demand
    assert verify(data, made).ok


@pytest.mark.parametrize("local", ["S1", "S2"])
def test_who_is_idle_makes_room_for_one_whom_nobody_else_pays(local: str) -> None:
    """Only the group pays for its task; what it keeps for the local, her school can keep."""
    data = problem(
        schools=[
            school(local, ict_points=4, pool_pct=50),
            school("S3", ict_points=2),
            school(GROUP, ict_points=2),
        ],
        persons=[
            person("P1", home=local, ict=2),
            person("P2", home=CENTRAL, ict=4, reach=EVERYWHERE, levels=SKILL),
        ],
        tasks=[task("T01", hours=4, level=TaskLevel.GROUP, required=SKILL)],
    )
    made = greedy_plan(build_instance(data))
    assert made.leads
    assert verify(data, made).ok
