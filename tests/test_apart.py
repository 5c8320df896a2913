"""Two people whom an exception keeps apart: read, planned, explained, and loosened."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from brute_force import best_levels
from easy_books import minimal, save
from explained import NETWORK, explained, skilled
from factory import deviation, person, plan, problem, settings, task

from models.changes import DeviationRemoved
from models.explanation import Family, ReasonKind
from models.instance import build_instance
from models.issues import has_errors
from models.problem import Deviation, PersonCode, ProblemData
from models.validation import validate
from models.verification import verify
from models.vocabulary import DeviationKind, Priority
from models.why import BarrierKind, IdleKind
from optimizer.construct.greedy import greedy_plan
from optimizer.construct.repair import without_breaches
from optimizer.explain.barriers import barriers
from optimizer.explain.contradictions import find_contradictions
from optimizer.explain.explain_people import find_idle
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.report.contradiction_text import contradiction_lines
from optimizer.report.why_text import describe_barrier
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=5, deterministic=True)
P1, P2 = PersonCode("P1"), PersonCode("P2")


def apart(task: str = "*", unit: str = "*", first: str = "P1", second: str = "P2") -> Deviation:
    row = deviation(DeviationKind.APART, task=task, unit=unit, person=first)
    return replace(row, colleague=PersonCode(second))


def shared(*rows: Deviation, number: str = "T01") -> ProblemData:
    """A task of 10 hours that two people of 6 hours can only do together."""
    return problem(
        persons=[skilled(ict=6), skilled("P2", "Bas", ict=6)],
        tasks=[task(number, hours=10, required=NETWORK)],
        deviations=rows,
    )


def covered(data: ProblemData) -> int:
    return sum(make_plan(data, OPTIONS).plan.covered().values())


@pytest.mark.parametrize(
    ("rows", "hours"),
    [((), 10), ((apart(),), 6), ((apart("T01", "S1"),), 6), ((apart("T02"),), 10),
     ((apart("T01", "S9"),), 10)],
)  # fmt: skip
def test_only_where_the_exception_says_it(rows: tuple[Deviation, ...], hours: int) -> None:
    assert covered(shared(*rows)) == hours


@pytest.mark.parametrize("seed", range(8))
def test_the_solver_finds_the_best_of_all_plans(seed: int) -> None:
    people = [person(f"P{n}", ict=1 + (seed + n) % 3) for n in (1, 2, 3)]
    pairs = list(combinations(("P1", "P2", "P3"), 2))
    data = problem(
        persons=people,
        tasks=[task("T01", hours=3, max_persons=2), task("T02", hours=2, needs_backup=True)],
        deviations=[apart(("T01", "*")[seed % 2], "S1", *pairs[seed % 3])],
        settings=settings(),
    )
    found = {each.level: each.value for each in make_plan(data, OPTIONS).result.levels}
    expected = best_levels(data)
    assert {level: found[level] for level in expected} == expected


def test_a_plan_by_hand_keeps_them_apart_and_an_old_plan_is_mended() -> None:
    data = shared(apart())
    assert verify(data, greedy_plan(build_instance(data))).ok
    old = plan({"T01@S1 P1 ict@S1": 5, "T01@S1 P2 ict@S1": 5}, leads={"T01@S1": "P1"})
    assert without_breaches(build_instance(data), old).hours == {}
    assert without_breaches(build_instance(shared()), old).hours == old.hours


def test_the_gap_and_the_hours_that_are_left_name_the_rule() -> None:
    reason, why, what = explained(shared(apart()))
    assert reason.kind is ReasonKind.TOGETHER
    assert reason.facts["rules"] == (Family.APART,)
    assert "kan niet samen met wie dit doet" in why and "‘niet samen’" in why
    assert "‘niet samen’" in what
    answer = make_plan(shared(apart()), OPTIONS)
    (idle,) = find_idle(answer.instance, answer.result, answer.verification)
    assert idle.kind is IdleKind.TOGETHER


def test_why_not_names_who_is_pinned_there() -> None:
    pinned = deviation(DeviationKind.PIN, task="T01", unit="S1", person="P1")
    instance = build_instance(shared(apart(), pinned))
    key = instance.tasks[0].key
    (barrier,) = barriers(instance, key, P2)
    assert barrier.kind is BarrierKind.TOGETHER
    assert "Ona" in describe_barrier(Wording(instance), barrier)
    assert barriers(build_instance(shared(apart())), key, P2) == ()


def test_a_conflict_names_the_row_and_is_solved_without_it(tmp_path: Path) -> None:
    data = read(tmp_path, "P1; P2")
    must = replace(
        data.tasks[0], priority=Priority.MANDATORY, minimum_pct=data.settings.minimum_pct * 5 / 3
    )
    data = replace(data, tasks=(must,))
    found = find_contradictions(data, OPTIONS)
    (conflict,) = found.found
    assert Family.APART in {fact.family for fact in conflict.conflict.facts}
    assert DeviationRemoved(data.deviations[-1]) in {each.change for each in conflict.repairs}
    lines = "\n".join(contradiction_lines(data, found, "boek.xlsx"))
    told = "Ona (P1) en Bas (P2) mogen niet samen aan T1 (Netwerk bewaken) werken."
    assert f"Uitzonderingen!D2: {told}" in lines


def read(folder: Path, people: object) -> ProblemData:
    """A workbook in which two people of few hours share a task, and a row about `people`."""
    book = minimal()
    head = book["Personen"][0]
    book["Personen"] = [head, ["P1", "Ona", "S1", "TICT", 1, 3], ["P2", "Bas", "S1", "TICT", 1, 3]]
    book["Taken"][1][3] = 60
    book["Uitzonderingen"][1:] = [["T1", None, people, "niet samen", None, None]]
    data = check_workbook(save(folder / "boek.xlsx", book)).data
    assert data is not None
    return data


@pytest.mark.parametrize("people", ["P1; P2", "p2,P1", "P1 en P2", "P1\nP2"])
def test_two_people_in_one_cell(tmp_path: Path, people: str) -> None:
    data = read(tmp_path, people)
    assert {*data.deviations[0].people} == {P1, P2}
    assert not has_errors(validate(data))


@pytest.mark.parametrize(
    ("people", "code"),
    [("P1", "deviation-needs-people"), ("P1; P1", "deviation-needs-people"),
     ("P1; P9", "unknown-person"), ("P1; P2; P9", "unknown-person"),
     (None, "deviation-needs-people")],
)  # fmt: skip
def test_anything_else_is_an_error_in_the_cell(tmp_path: Path, people: str, code: str) -> None:
    issues = {issue.code: issue for issue in validate(read(tmp_path, people))}
    assert str(issues[code].where) == "Uitzonderingen!C2"


def test_three_people_are_every_two_of_them(tmp_path: Path) -> None:
    data = read(tmp_path, "P1; P2; Noor")
    assert [each.people for each in data.deviations] == [(P1, P2), (P1, "Noor"), (P2, "Noor")]
