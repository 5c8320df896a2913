"""A task whose level the plan chooses: at the group, or at the schools that pool."""

import pytest
from chosen_levels import (
    AT_GROUP,
    AT_GROUP_PLAN,
    AT_SCHOOL,
    AT_SCHOOLS_PLAN,
    CENTER,
    CHOICE,
    LOCALS,
    OPTIONS,
    at,
    solved,
    together,
    two,
    work,
)
from factory import (
    CENTRAL,
    EVERYWHERE,
    GROUP,
    deviation,
    key,
    person,
    school,
    settings,
    task,
)

from models.agenda import TaskInstance, agenda
from models.changes import TaskChange
from models.explanation import Family
from models.instance import build_instance
from models.plan import Plan
from models.problem import Person, ProblemData, Task
from models.settings import Level
from models.validation import validate
from models.verification import verify
from models.vocabulary import Cluster, DeviationKind, Driver, Priority, TaskLevel
from optimizer.explain.alternatives import explain_task
from optimizer.explain.baseline import Baseline
from optimizer.explain.resolve import Resolver
from optimizer.report.explain_text import not_planned, task_lines
from optimizer.report.tables.task_results import task_rows
from optimizer.run.stop import Stop
from optimizer.workbook.template.example_group import example_group

# Which instances there are.


def planned(data: ProblemData) -> dict[str, tuple[int, bool]]:
    """Demand of every instance, and whether its level is chosen."""
    entries = [entry for entry in agenda(data) if isinstance(entry, TaskInstance)]
    found = {str(entry.key): (entry.demand, entry.is_choice) for entry in entries}
    checked = verify(data, Plan()).demand
    assert {str(key): grains for key, grains in checked.items()} == {
        name: demand for name, (demand, _) in found.items()
    }
    return found


def test_both_levels_are_there_for_the_schools_that_pool() -> None:
    pupils = task(hours=2, per_unit=3, driver=Driver.PUPILS, level=CHOICE)
    schools = (
        school(pool_pct=50, pupils=100),
        school("S2", pool_pct=1, pupils=200),
        school("S3", pupils=400),
    )
    assert planned(two(work=pupils, schools=schools)) == {
        "T01@S1": (5, True),
        "T01@S2": (8, True),
        "T01@S3": (14, False),
        "T01@GROEP": (2 + 3 * 3, True),
    }


def test_without_a_pool_the_level_is_that_of_the_schools() -> None:
    schools = (school(), school("S2"))
    assert planned(two(schools=schools)) == {"T01@S1": (8, False), "T01@S2": (8, False)}


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (["S1"], {"T01@S2": (8, True), "T01@GROEP": (8, True)}),
        (["GROEP"], {"T01@S1": (8, False), "T01@S2": (8, False)}),
        (["S1", "S2"], {}),
    ],
)
def test_what_does_not_apply_leaves_no_choice(
    units: list[str], expected: dict[str, tuple[int, bool]]
) -> None:
    rows = [deviation(DeviationKind.NOT_APPLICABLE, task="T01", unit=unit) for unit in units]
    assert planned(two(rows=rows)) == expected


def test_with_work_at_one_level_alone_there_is_no_choice() -> None:
    rows = [deviation(DeviationKind.HOURS, unit=unit, value=0) for unit in ("S1", "S2")]
    assert planned(two(rows=rows)) == {"T01@GROEP": (8, False)}
    rows = [deviation(DeviationKind.HOURS, unit="GROEP", value=0)]
    assert planned(two(rows=rows)) == {"T01@S1": (8, False), "T01@S2": (8, False)}


# What the checker counts.


def test_a_plan_does_it_at_one_of_both_levels() -> None:
    data = two(*LOCALS, CENTER)
    assert verify(data, AT_GROUP_PLAN).ok
    assert verify(data, AT_SCHOOLS_PLAN).ok
    both = verify(data, together(AT_GROUP_PLAN, work("S2", "P2", 8)))
    assert [violation.family for violation in both.violations] == [Family.CHOICE]


def test_only_the_chosen_level_lacks_anything() -> None:
    core = task(hours=8, level=CHOICE, core=True, needs_backup=True, priority=Priority.ESSENTIAL)
    data = two(*LOCALS, CENTER, work=core)

    def levels(done: Plan) -> tuple[int, ...]:
        found = verify(data, done).levels
        return tuple(found[each] for each in (Level.CORE, Level.COVERAGE, Level.CONTINUITY))

    assert levels(Plan()) == (16, 160, 0)
    assert levels(work("GROEP", "P9", 8)) == (0, 0, 8)
    assert levels(work("GROEP", "P9", 6)) == (0, 20, 8)
    assert levels(work("S1", "P1", 8)) == (8, 80, 8)
    assert levels(AT_SCHOOLS_PLAN) == (0, 0, 16)


def test_the_tenths_of_spread_are_those_of_each_level() -> None:
    data = two(*LOCALS, CENTER, work=task(hours=10, level=CHOICE, minimum_pct=0))
    assert verify(data, Plan()).levels[Level.SPREAD] == 55 + 55
    assert verify(data, work("GROEP", "P9", 7)).levels[Level.SPREAD] == 1 + 2 + 3
    assert verify(data, work("S1", "P1", 7)).levels[Level.SPREAD] == 1 + 2 + 3 + 55


def test_floors_are_those_of_the_schools() -> None:
    floors = settings(floors={Cluster.PEDAGOGICAL: 50})
    ped = task(hours=8, level=CHOICE, cluster=Cluster.PEDAGOGICAL)
    data = two(*LOCALS, CENTER, work=ped, chosen=floors)
    found = verify(data, AT_GROUP_PLAN)
    assert found.floor_targets == {("S1", "pedagogical"): 4, ("S2", "pedagogical"): 4}
    assert found.levels[Level.BALANCE] == 8
    assert verify(data, AT_SCHOOLS_PLAN).levels[Level.BALANCE] == 0
    assert build_instance(data).floor_targets == found.floor_targets


@pytest.mark.parametrize(
    ("done", "ok"),
    [(Plan(), False), (AT_GROUP_PLAN, True), (AT_SCHOOLS_PLAN, True), (work("S1", "P1", 8), False)],
)
def test_what_is_mandatory_is_done_at_the_chosen_level(done: Plan, ok: bool) -> None:
    must = task(hours=8, level=CHOICE, priority=Priority.MANDATORY)
    assert verify(two(*LOCALS, CENTER, work=must), done).ok is ok


# What the solver chooses.


@pytest.mark.parametrize(
    ("people", "units"),
    [
        ((*LOCALS, person("P9", home=CENTRAL, ict=7)), {"S1", "S2"}),
        ((person("P1", ict=8), person("P2", home="S2", ict=6), CENTER), {"GROEP"}),
        ((person("P1", ict=8), person("P2", home="S2", ict=4)), {"S1"}),
    ],
)
def test_the_level_that_lacks_least_is_chosen(people: tuple[Person, ...], units: set[str]) -> None:
    answer = solved(two(*people))
    assert {key.unit for key in answer.plan.leads} == units
    assert {key.unit for key in answer.tasks} == ({"GROEP"} if units == {"GROEP"} else {"S1", "S2"})


@pytest.mark.parametrize("people", [LOCALS, (CENTER,)])
def test_a_mandatory_task_is_done_at_the_level_that_can(people: tuple[Person, ...]) -> None:
    must = task(hours=8, level=CHOICE, priority=Priority.MANDATORY)
    answer = solved(two(*people, work=must))
    assert {key.unit for key in answer.plan.leads} == (
        {"GROEP"} if CENTER in people else {"S1", "S2"}
    )


def test_a_pin_chooses_the_level() -> None:
    for unit, who in (("GROEP", "P9"), ("S2", "P2")):
        pin = deviation(DeviationKind.PIN, task="T01", unit=unit, person=who)
        answer = solved(two(*LOCALS, CENTER, rows=[pin]))
        assert ("GROEP" in {key.unit for key in answer.plan.leads}) is (unit == "GROEP")


def test_a_pin_at_both_levels_is_an_error_that_says_so() -> None:
    anyone = person("P1", home=CENTRAL, ict=40, reach=EVERYWHERE)
    for unit, refused in (("*", True), ("S1", False), ("GROEP", False)):
        row = deviation(DeviationKind.LEAD, task="T01", unit=unit, person="P1")
        codes = [issue.code for issue in validate(two(anyone, rows=[row]))]
        assert ("pinned-at-both-levels" in codes) is refused
    apart = two(anyone, rows=[deviation(DeviationKind.LEAD, unit="*", person="P1")])
    assert "pinned-at-both-levels" not in [issue.code for issue in validate(at(apart, AT_SCHOOL))]


def test_nobody_is_missed_at_a_level_that_another_can_do() -> None:
    def lacking(*people: Person) -> bool:
        codes = {issue.code for issue in validate(two(*people))}
        return bool(codes & {"no-person-allowed", "nobody-reaches-group", "no-person-paid"})

    assert not lacking(CENTER)
    assert not lacking(*LOCALS)
    assert lacking(LOCALS[0])


# What is told.


def test_the_task_list_says_what_was_chosen_and_what_the_other_asks() -> None:
    def remark(*people: Person, work: Task | None = None) -> str:
        (row,) = task_rows(solved(two(*people, work=work)))
        return str(row["remark"])

    here, there = "op groepsniveau", "aan de scholen"
    assert remark(CENTER) == f"volledig gedekt; gekozen: {here} (8 uur; {there} 16 uur)"
    assert remark(*LOCALS) == f"volledig gedekt; gekozen: {there} (16 uur; {here} 8 uur)"
    assert remark(*LOCALS, work=task(hours=8)) == "volledig gedekt"


@pytest.mark.parametrize(
    ("people", "unit", "other", "cost"),
    [
        ((CENTER, *LOCALS[:1]), "GROEP", AT_SCHOOL, 24),
        ((*LOCALS, person("P9", home=CENTRAL, ict=7)), "S2", AT_GROUP, 3),
    ],
)
def test_explaining_a_task_prices_the_other_level(
    people: tuple[Person, ...], unit: str, other: TaskLevel, cost: int
) -> None:
    answer = solved(two(*people))
    resolver = Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)
    found = explain_task(resolver, key(f"T01@{unit}"), Stop())
    assert found.other_level is not None
    assert found.other_level.change == TaskChange(found.task.task, "level", other)
    price = found.other_level.outcome.price(Level.COVERAGE)
    assert price is not None
    assert price.difference == cost
    told = "\n".join(task_lines(answer, found))
    assert f"Zet u ‘niveau’ op {'school' if other is AT_SCHOOL else 'groep'}" in told


def test_a_task_at_the_level_that_was_not_chosen_says_so() -> None:
    answer = solved(two(CENTER))
    assert key("T01@S1") not in answer.tasks
    assert "het plan koos het andere niveau" in not_planned(answer, key("T01@S1"))


def test_no_gap_is_told_of_the_level_that_was_not_chosen() -> None:
    answer = solved(two(person("P9", home=CENTRAL, ict=6)))
    assert [(str(reason.task), reason.demand) for reason in answer.reasons] == [("T01@GROEP", 8)]


def test_ten_tasks_of_the_example_group_can_be_done_at_both_levels() -> None:
    data = example_group()
    instance = build_instance(data)
    numbers = {each.number for each in data.tasks if each.level is CHOICE}
    assert len(numbers) == 10
    homes = {person.code: person.home for person in data.persons}
    able = {pair for pair in instance.payers if pair not in instance.learners}
    for number in numbers:
        places = {(task.unit, homes[code]) for task, code in able if task.task == number}
        assert (GROUP, CENTRAL) in places
        assert any(unit == home for unit, home in places)
