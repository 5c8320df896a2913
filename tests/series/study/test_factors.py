"""Factors: what each changes, what it leaves, and that draws do not depend on the grid point."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import deviation, person, problem, school, task

from models.agenda import TaskInstance, agenda
from models.problem import GROUP, Person, ProblemData, School, UnitCode
from models.settings import Level
from models.validation import validate
from models.vocabulary import Cluster, DeviationKind, Diploma, ReachKind
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.series.study.distributions import Distribution, Shape
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.registry import FACTORS, POOL, SWITCH, changed
from optimizer.series.study.norms import NOISE, drawn_norms
from optimizer.series.study.population.flanders import draw_problem

DRAWS = Draws(5)


def at(data: ProblemData, **values: object) -> ProblemData:
    return changed(data, {name: Decimal(str(value)) for name, value in values.items()}, DRAWS)


def one(place: School, who: Person) -> ProblemData:
    return problem(schools=[place], persons=[who])


def amounts(*numbers: int) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


def drawn(*numbers: int) -> ProblemData:
    return draw_problem(DRAWS, numbers or (1,))


def test_neutral_values_change_nothing() -> None:
    data = drawn(1, 2)
    neutral = {name: f.neutral for name, f in FACTORS.items() if f.neutral is not None}
    assert len(neutral) == len(FACTORS) - 2
    assert changed(data, neutral, DRAWS) is data


@pytest.mark.parametrize("name", list(FACTORS))
def test_every_factor_gives_a_valid_problem(name: str) -> None:
    factor = FACTORS[name]
    for value in {factor.least, (factor.least + min(factor.most, Decimal(2))) / 2, Decimal(1)}:
        found = changed(drawn(1, 2, 3), {name: value}, DRAWS)
        codes = {issue.code for issue in validate(found) if issue.severity == "error"}
        assert codes <= {"nobody-has-hours"}, (name, value, codes)


def test_more_ict_goes_to_colleagues_when_the_week_is_full() -> None:
    data = one(school(ict_points=50), person(ict=30, other=2))
    found = at(data, ict=2)
    assert found.schools[0].ict_points == 100
    own, colleague = found.persons
    full = data.settings.fulltime_hours
    assert own.ict_hours == min(Decimal(60), max(full - 2, Decimal(30)))
    assert own.ict_hours + colleague.ict_hours == 60
    assert (colleague.other_hours, colleague.levels) == (Decimal(0), own.levels)


def test_less_ict_scales_points_and_hours() -> None:
    found = at(one(school(ict_points=50), person(ict=30)), ict="0.5")
    assert [found.schools[0].ict_points, found.persons[0].ict_hours] == amounts(25, 15)


def test_amounts_that_are_not_given_stay_so() -> None:
    found = at(one(school(), person(ict=3, bpt=2, other=1)), ict=2, bpt=2, andere=2)
    assert found.schools[0].ict_points is None
    assert found.schools[0].bpt_hours is None
    assert [found.persons[0].bpt_hours, found.persons[0].other_hours] == amounts(4, 2)


def test_money_comes_per_pupil() -> None:
    data = one(school(pupils=200, operating_euro=100), person(ict=1))
    assert at(data, werking_per_leerling=3).schools[0].operating_euro == 700


def test_norms_scale_tasks_and_counted_hours_alike() -> None:
    kinds = ((DeviationKind.HOURS, 8), (DeviationKind.MINIMUM, 80))
    data = problem(
        tasks=[task("T01", hours=10, per_unit=2), task("T02", hours=10)],
        deviations=[deviation(kind, task="T02", value=value) for kind, value in kinds],
    )
    found = at(data, normen="1.5")
    assert [found.tasks[0].fixed_hours, found.tasks[0].unit_hours] == amounts(15, 3)
    assert [row.value for row in found.deviations] == [12, 80]


def test_a_floor_is_set_and_the_others_stay() -> None:
    found = at(drawn(), vloer_pedagogisch=0)
    assert found.settings.floors[Cluster.PEDAGOGICAL] == 0
    assert found.settings.floors[Cluster.TECHNICAL] == drawn().settings.floors[Cluster.TECHNICAL]


def test_prices_that_are_known_scale() -> None:
    found = at(drawn(), postprijs="1.1")
    assert found.settings.post_prices == {Diploma.HSO: Decimal("69.3")}


def test_pooling_moves_points_and_opens_the_zone() -> None:
    found = at(drawn(1, 2, 9), pool_pct=80)
    assert {each.pool_pct for each in found.schools} == {80}
    paid = [p for p in found.persons if p.ict_hours]
    assert {p.reach.kind for p in paid} == {ReachKind.LISTED}
    near = next(p for p in paid if p.home == found.schools[0].code)
    assert set(near.reach.units) == {found.schools[0].code, found.schools[1].code, GROUP}
    others = [p for p in found.persons if not p.ict_hours]
    assert {p.reach.kind for p in others} == {ReachKind.OWN}


def test_open_appointments_need_points() -> None:
    with_points, without = school("S1", ict_points=10), school("S2")
    people = [person("P1", ict=5), person("P2", ict=5, home="S2")]
    data = problem(schools=[with_points, without], persons=people)
    found = at(data, **{SWITCH: 1})
    assert [p.ict_hours for p in found.persons] == amounts(0, 5)
    assert [p.ict_to_decide for p in found.persons] == [True, False]


def test_who_leaves_is_the_same_at_every_point_and_more_leave_with_more() -> None:
    data = drawn(*range(1, 30))

    def gone(**values: object) -> set[str]:
        return {str(p.code) for p in data.persons} - {p.code for p in at(data, **values).persons}

    some = gone(vertrek_pct=20)
    assert some
    assert some <= gone(vertrek_pct=50)
    assert some == gone(vertrek_pct=20, normen=2, ict=1)
    staff = [p for p in data.persons if p.ict_hours or p.bpt_hours]
    assert gone(vertrek_pct=100) == {p.code for p in staff}


def test_nothing_speaks_of_people_who_left() -> None:
    row = deviation(DeviationKind.BAN, task="T01", person="P1")
    people = [person("P1", ict=5), person("P2", other=1)]
    data = problem(persons=people, tasks=[task("T01")], deviations=[row])
    assert at(data, vertrek_pct=100).deviations == ()


def test_training_lifts_what_is_known_and_no_more() -> None:
    data = one(school(), person(ict=1, levels={"netwerk": 1, "cloud": 4, "servers": 0}))
    (found,) = at(data, vorming_pct=100).persons
    assert found.levels == {"netwerk": 2, "cloud": 4, "servers": 0}


def test_coloured_hours_are_for_pedagogical_work_alone() -> None:
    data = drawn(1, 2)
    found = at(data, gekleurde_uren=4)
    new = [p for p in found.persons if p not in data.persons]
    assert [p.other_hours for p in new] == amounts(4, 4)
    assert [p.min_pedagogical_pct for p in new] == amounts(100, 100)
    before = [each.other_hours for each in data.schools]
    assert [each.other_hours for each in found.schools] == [b + 4 for b in before if b is not None]


def test_noise_of_the_norms_is_one_on_average_and_the_same_for_all_schools() -> None:
    noise = {NOISE: Distribution(Shape.LOGNORMAL, 20)}
    tasks = tuple(task.number for task in drawn().tasks)
    found = drawn_norms(noise, tasks, DRAWS)
    assert list(found) == [f"normen_{number}" for number in sorted(tasks)]
    ratios = list(found.values())
    assert 0.9 < sum(ratios) / len(ratios) < 1.1
    assert min(ratios) < Decimal("0.85")
    assert drawn_norms(noise, tasks, DRAWS.within("b.xlsx")) == found
    assert drawn_norms(noise, tasks, Draws(5, 2)) != found
    off = changed(drawn(), found, DRAWS)
    task = next(task for task in drawn().tasks if task.fixed_hours)
    after = next(each for each in off.tasks if each.number == task.number)
    assert after.fixed_hours == task.fixed_hours * found[f"normen_{task.number}"]


def test_norms_of_a_cluster_and_of_a_task_multiply() -> None:
    data = problem(
        tasks=[task("T01", hours=10), task("P01", hours=10, cluster=Cluster.PEDAGOGICAL)],
        deviations=[deviation(DeviationKind.HOURS, task="T01", value=8)],
    )
    found = at(data, normen=2, normen_technisch=3, normen_T01=5)
    assert [each.fixed_hours for each in found.tasks] == amounts(300, 20)
    assert [row.value for row in found.deviations] == amounts(240)


def test_a_shock_brings_work_that_nobody_had() -> None:
    data = drawn(1)
    found = at(data, schok=2)
    extra = found.tasks[len(data.tasks) :]
    assert len(extra) == 18
    once = at(data, schok=1).tasks[len(data.tasks) :]
    assert [each.fixed_hours for each in extra] == [2 * each.fixed_hours for each in once]
    assert {name for each in extra for name in each.required} <= set(data.competences)


def test_an_extra_post_has_its_points_and_nothing_drawn() -> None:
    data = drawn(1, 2)
    found = at(data, extra_vte="1.5")
    new = [p for p in found.persons if p not in data.persons]
    assert [p.ict_hours for p in new] == amounts(36, 18, 36, 18)
    points = [each.ict_points for each in data.schools]
    assert [s.ict_points for s in found.schools] == [
        p + Decimal("94.5") for p in points if p is not None
    ]
    assert at(data, extra_vte="1.5") == changed(data, {"extra_vte": Decimal("1.5")}, Draws(9))


def test_copies_of_one_template_do_not_lose_the_same_people() -> None:
    people = [person(f"P{n}", ict=5) for n in range(40)]
    data = problem(persons=people)

    def stay(workbook: str, home: str = "S1") -> set[str]:
        moved = replace(data, persons=tuple(replace(p, home=UnitCode(home)) for p in people))
        draws = DRAWS.within(workbook)
        return {p.code for p in changed(moved, {"vertrek_pct": Decimal(50)}, draws).persons}

    assert stay("a.xlsx") == stay("a.xlsx")
    assert len({frozenset(stay(f"{name}.xlsx")) for name in "abcdef"}) == 6
    assert stay("a.xlsx") != stay("a.xlsx", "S2")


def solved(data: ProblemData) -> tuple[int, bool]:
    """Level 1 of a small part of a drawn school, and whether it is proven."""
    core = [each for each in data.tasks if each.core][:25]
    settings = replace(data.settings, levels=(Level.CORE,))
    small = replace(data, tasks=tuple(core), settings=settings)
    level = make_plan(small, SolveOptions(10, deterministic=True)).result.levels[0]
    assert level.value is not None
    return level.value, level.proven


UP: list[tuple[str, tuple[object, ...]]] = [
    ("ict", ("0.5", 1, "1.7", 3)),
    ("bpt", (0, 1, 3)),
    ("andere", (0, 1, 4)),
    ("werking_per_leerling", (0, 2, 8)),
    ("vorming_pct", (0, 50, 100)),
    ("gekleurde_uren", (0, 5)),
]


@pytest.mark.parametrize(("name", "values"), UP, ids=[name for name, _ in UP])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_more_of_anything_never_worsens_a_proven_first_level(
    name: str, values: tuple[object, ...], number: int
) -> None:
    found = [solved(at(drawn(number), **{name: value})) for value in values]
    assert all(proven for _, proven in found)
    levels = [value for value, _ in found]
    assert levels == sorted(levels, reverse=True)


def test_the_agenda_of_a_group_counts_common_work_once() -> None:
    def hours(data: ProblemData) -> int:
        return sum(entry.demand for entry in agenda(data) if isinstance(entry, TaskInstance))

    apart = hours(drawn(1)) + hours(drawn(2))
    assert hours(at(drawn(1, 2), **{POOL: 50})) < apart
