"""Remedies of the examples, made in the workbook and solved again: the effect that was promised."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from small_school import EXAMPLE, INPUTS

from models.advice import Advice, AdviceKind, Remedy, gaps_of
from models.instance import build_instance
from models.plan import Plan
from models.problem import ProblemData
from models.result import Result, SolveStatus
from models.verification import verify
from optimizer.construct.first_plan import first_plan
from optimizer.explain.advice import MOST_TRAININGS, advise
from optimizer.explain.baseline import Baseline, checked_levels, counted_levels
from optimizer.explain.explain import find_reasons
from optimizer.explain.profiles import find_profiles
from optimizer.explain.remedies import Remedies, after_remedy
from optimizer.flows.checking import check_workbook
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.solver import solve
from optimizer.workbook.write.edit import write_change

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
GROUP = INPUTS / "voorbeeld_groep.xlsx"
SAMPLE = 2
"""Remedies of the group that are looked at, the first that shows of a firm, then people."""


def base_of(data: ProblemData) -> Baseline:
    """The plan without search of an example."""
    instance = build_instance(data)
    start = first_plan(instance)
    assert start is not None
    return Baseline(instance, start, checked_levels(instance, start, ()), is_proven=False)


def advice_on(base: Baseline) -> Advice:
    found = verify(base.instance.data, base.plan)
    result = Result(SolveStatus.FEASIBLE, base.plan, base.levels)
    return advise(base, find_reasons(base.instance, result, found), OPTIONS)


def worth(base: Baseline, data: ProblemData, plan: Plan) -> tuple[int, ...]:
    """The levels of a plan, which must keep every rule."""
    found = verify(data, plan)
    assert found.ok, found.violations
    return tuple(found.levels[level] for level in counted_levels(base.instance))


def promise(base: Baseline, remedy: Remedy) -> tuple[int, ...]:
    return tuple(remedy.promised[level] for level in counted_levels(base.instance))


@pytest.fixture(scope="module")
def base() -> Baseline:
    data = check_workbook(EXAMPLE).data
    assert data is not None
    return base_of(data)


@pytest.fixture(scope="module")
def advice(base: Baseline) -> Advice:
    return advice_on(base)


def edited(remedy: Remedy, target: Path) -> ProblemData:
    """The problem as it is read from a copy of the example with the remedy made in it."""
    checked = check_workbook(EXAMPLE)
    assert checked.data is not None
    if remedy.change is None:
        return after_remedy(checked.data, None, remedy.hire)
    write_change(checked.raw, checked.data, remedy.change, target, lambda p: check_workbook(p).data)
    data = check_workbook(target).data
    assert data is not None
    return after_remedy(data, None, remedy.hire)


def test_every_kind_of_remedy_of_the_school_is_tried(advice: Advice) -> None:
    kinds = [remedy.kind for remedy in advice.remedies]
    assert {AdviceKind.RECRUIT, AdviceKind.OUTSOURCE, AdviceKind.TRAIN} == set(kinds)
    assert kinds.count(AdviceKind.TRAIN) <= MOST_TRAININGS
    assert advice.is_complete


def test_every_remedy_of_the_school_keeps_its_promise_when_solved_again(
    base: Baseline, advice: Advice, tmp_path: Path
) -> None:
    for number, remedy in enumerate(advice.remedies):
        data = edited(remedy, tmp_path / f"{number}.xlsx")
        again = solve(build_instance(data), OPTIONS, remedy.plan)
        promised = promise(base, remedy)
        assert worth(base, data, again.plan) <= promised
        assert promised < tuple(remedy.before[level] for level in counted_levels(base.instance))


def sample(base: Baseline) -> Iterator[Remedy]:
    """The first remedies of the group: of a firm, and of a person more."""
    found = verify(base.instance.data, base.plan)
    result = Result(SolveStatus.FEASIBLE, base.plan, base.levels)
    gaps = gaps_of(base.instance.data, find_reasons(base.instance, result, found))
    remedies = Remedies(base, gaps)
    yield from islice(remedies.all(()), 1)
    yield from islice(remedies.hires(find_profiles(base.instance, gaps)), SAMPLE - 1)


def test_a_sample_of_the_group_has_plans_worth_what_is_promised() -> None:
    """A run that starts from such a plan never ends with a worse one."""
    data = check_workbook(GROUP).data
    assert data is not None
    base = base_of(data)
    found = list(sample(base))
    assert len(found) == SAMPLE
    for remedy in found:
        after = after_remedy(data, remedy.change, remedy.hire)
        assert worth(base, after, remedy.plan) == promise(base, remedy)
        assert promise(base, remedy) < worth(base, data, base.plan)
