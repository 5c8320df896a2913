"""A year that is guarded: no month gets more work than people have hours, with some stretch."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from brute_force import best_levels
from explained import explained
from factory import deviation, person, plan, problem, settings, task

from models.changes import SettingChange
from models.explanation import Family, ReasonKind
from models.instance import build_instance
from models.issues import CellRef
from models.problem import PersonCode, ProblemData
from models.school_calendar import FreePeriod
from models.settings import Level
from models.verification import verify
from models.vocabulary import DeviationKind, YearWatch
from models.why import IdleKind
from models.year_rows import Peak, YearRows
from optimizer.construct.greedy import greedy_plan
from optimizer.explain.contradictions import find_contradictions
from optimizer.explain.explain_people import find_idle
from optimizer.flows.pipeline import make_plan
from optimizer.report.contradiction_text import contradiction_lines
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=5, deterministic=True)
_TWO_WEEKS = (
    FreePeriod("voor", date(2026, 9, 1), date(2026, 10, 4)),
    FreePeriod("tussen", date(2026, 10, 10), date(2026, 11, 15)),
    FreePeriod("na", date(2026, 11, 21), date(2027, 6, 30)),
)
"""Two weeks of school: one in October, one in November."""
PEAKS = {"herfst": Peak(frozenset({11}), Decimal(3))}


def guarded(
    hours: int = 20,
    *,
    ict: int = 20,
    peak: str = "herfst",
    stretch: int = 25,
    watch: YearWatch = YearWatch.GUARD,
    **choices: object,
) -> ProblemData:
    """A person with as many hours in October as in November, and work of which most is later."""
    given = settings(school_weeks=1, year_watch=watch, stretch_pct=stretch, **choices)  # type: ignore[arg-type]
    return problem(
        persons=[person(ict=ict)],
        tasks=[task(hours=hours, peak=peak)],
        settings=given,
        year=YearRows(holidays=_TWO_WEEKS, peaks=PEAKS),
    )


def covered(data: ProblemData) -> int:
    return sum(make_plan(data, OPTIONS).plan.covered().values())


def alone(grains: int) -> Mapping[str, int]:
    return {"T01@S1 P1 ict@S1": grains}


@pytest.mark.parametrize(
    ("stretch", "fits"),
    # Three quarters of the work falls in November, where half of the 20 hours are.
    [(0, 13), (25, 16), (49, 19), (50, 20), (100, 20)],
)
def test_work_of_a_month_stays_within_its_hours_and_the_stretch(stretch: int, fits: int) -> None:
    data = guarded(stretch=stretch)
    assert covered(data) == fits
    leads = {"T01@S1": "P1"}
    assert verify(data, plan(alone(fits), leads=leads)).ok
    if fits < 20:
        broken = verify(data, plan(alone(fits + 1), leads=leads)).violations
        assert {(each.family, each.facts["breach"]) for each in broken} == {
            (Family.MONTHS, "month-full")
        }


@pytest.mark.parametrize("watch", [YearWatch.SHOW, YearWatch.OFF])
def test_a_year_that_is_only_shown_limits_nothing(watch: YearWatch) -> None:
    assert covered(guarded(stretch=0, watch=watch)) == 20


def test_the_same_work_without_its_peak_fits() -> None:
    assert covered(guarded(stretch=0, peak="")) == 20


def test_showing_the_year_changes_no_plan() -> None:
    shown, off = guarded(watch=YearWatch.SHOW), guarded(watch=YearWatch.OFF)
    assert make_plan(shown, OPTIONS).plan == make_plan(off, OPTIONS).plan


def test_tightening_the_stretch_never_betters_the_first_levels() -> None:
    answers = [make_plan(guarded(stretch=each), OPTIONS) for each in (100, 40, 10, 0)]
    first = list(Level)[:3]
    levels = [[answer.verification.levels[level] for level in first] for answer in answers]
    assert levels == sorted(levels)


@pytest.mark.parametrize("seed", range(6))
def test_the_solver_finds_the_best_of_all_plans(seed: int) -> None:
    data = guarded(4, ict=2 + seed % 3, stretch=(0, 30)[seed % 2], lead_min_pct=0)
    second = person("P2", ict=1 + seed % 2)
    tasks = (*data.tasks, task("T02", hours=3, peak=("", "herfst")[seed // 3], max_persons=2))
    data = replace(data, persons=(*data.persons, second), tasks=tasks)
    found = {each.level: each.value for each in make_plan(data, OPTIONS).result.levels}
    expected = best_levels(data)
    assert {level: found[level] for level in expected} == expected


def test_a_plan_by_hand_keeps_the_months() -> None:
    data = guarded(stretch=0)
    greedy = greedy_plan(build_instance(data))
    assert verify(data, greedy).ok
    assert sum(greedy.hours.values()) == 13


def test_the_gap_and_the_hours_that_are_left_name_the_months() -> None:
    data = guarded(stretch=0)
    reason, why, what = explained(data)
    assert reason.kind is ReasonKind.MONTH_FULL
    assert "in de maanden waarin dit werk valt" in why
    assert "‘rek_pct’" in what
    answer = make_plan(data, OPTIONS)
    (idle,) = find_idle(answer.instance, answer.result, answer.verification)
    assert idle.kind is IdleKind.MONTH_FULL


def test_a_conflict_with_what_is_pinned_is_solved_by_more_stretch_or_by_showing_alone() -> None:
    data = guarded(stretch=0)
    row = deviation(DeviationKind.PIN, task="T01", unit="S1", person="P1", value=20)
    cells = {
        ("setting", path, ""): CellRef("Instellingen", cell)
        for path, cell in {"year_watch": "B30", "stretch_pct": "B31"}.items()
    }
    data = replace(data, deviations=(row,), sources=cells)
    found = find_contradictions(data, OPTIONS)
    (conflict,) = found.found
    assert Family.MONTHS in {fact.family for fact in conflict.conflict.facts}
    changes = {each.change for each in conflict.repairs}
    assert SettingChange("year_watch", YearWatch.SHOW) in changes
    assert SettingChange("stretch_pct", Decimal(50)) in changes
    told = "\n".join(contradiction_lines(data, found, "boek.xlsx"))
    assert "heeft per maand maar een deel van de uren van het jaar" in told


def test_who_is_there_for_a_part_of_the_year_has_the_hours_of_that_part() -> None:
    data = guarded(watch=YearWatch.SHOW)
    last = {date(2026, 9, 30): 0, date(2026, 10, 31): 10, date(2027, 8, 31): 20}
    for day, hours in last.items():
        instance = build_instance(replace(data, persons=(replace(data.persons[0], ends=day),)))
        assert instance.total_capacity(PersonCode("P1")) == hours
