"""Targets: reached just at the edge, and not beyond it."""

from dataclasses import replace

import pytest

from benchmarks.compare import Verdict
from benchmarks.score import GREEDY, OURS, Score
from benchmarks.targets import (
    EARLY,
    Target,
    group_targets,
    instance_targets,
    large_group_targets,
    peer_targets,
    proven_targets,
    region_targets,
    school_targets,
    workbook_targets,
)
from models.settings import Level

NAME = "an instance"


def scores(
    value: int = 1000,
    bound: int = 1000,
    seconds: float = 0.5,
    quality_bound: int = 990,
    memory: float = 100,
) -> list[Score]:
    """One seed with six early levels alike, and quality."""
    early = [Score(NAME, 1, level, OURS, value, bound, seconds, memory) for level in EARLY]
    return [*early, Score(NAME, 1, "quality", OURS, 1000, quality_bound, 9.0, memory)]


def reached(targets: list[Target]) -> list[bool]:
    return [target.reached for target in targets]


def test_school() -> None:
    assert reached(school_targets(scores(), NAME)) == [True, True]
    assert reached(school_targets(scores(bound=999), NAME)) == [False, True]
    assert reached(school_targets(scores(seconds=0.51), NAME)) == [False, True]
    assert reached(school_targets(scores(quality_bound=989), NAME)) == [True, False]
    assert school_targets([], NAME) == []


def test_group() -> None:
    assert reached(group_targets(scores(bound=995, quality_bound=960), NAME)) == [True, True]
    assert reached(group_targets(scores(bound=994, quality_bound=959), NAME)) == [False, False]
    assert reached(group_targets(scores(seconds=13), NAME)) == [False, False]
    assert group_targets(scores()[-1:], NAME) == []


def test_large_group() -> None:
    found = scores(bound=990, quality_bound=800)
    assert reached(large_group_targets(found, NAME)) == [True, True]
    assert reached(large_group_targets(scores(bound=989), NAME)) == [False, True]
    assert reached(large_group_targets(scores(quality_bound=799), NAME)) == [True, False]
    assert reached(large_group_targets(scores(seconds=21), NAME)) == [False, False]
    last = Score(NAME, 2, Level.FAIRNESS, OURS, 1000, 790, 0.5, 100)
    assert reached(large_group_targets([*found[:5], last, found[-1]], NAME)) == [True, False]


def test_what_must_be_proven() -> None:
    assert reached(proven_targets(scores(seconds=5), NAME)) == [True, True]
    assert reached(proven_targets(scores(seconds=5.1), NAME)) == [False, True]
    assert reached(proven_targets(scores(bound=999, quality_bound=989), NAME)) == [False, False]


def test_a_workbook_of_somebody_must_be_proven() -> None:
    found = [replace(score, instance="workbook six schools") for score in scores()]
    asked = {target.instance for target in instance_targets([*scores(), *found])}
    assert asked == {"workbook six schools"}


@pytest.mark.parametrize(
    ("seconds", "value", "expected"), [(3, 7, True), (3.1, 7, False), (1, None, False)]
)
def test_first_plan(seconds: float, value: int | None, expected: bool) -> None:
    greedy = Score(NAME, 1, "coverage", GREEDY, value, None, seconds, 10)
    assert group_targets([*scores(), greedy], NAME)[-1].reached is expected


def test_region() -> None:
    assert reached(region_targets(scores(bound=990), NAME)) == [True]
    assert reached(region_targets(scores(bound=989), NAME)) == [False]
    assert reached(region_targets(scores(memory=4096), NAME)) == [False]
    assert reached(region_targets(scores(seconds=140), NAME)) == [False]


def test_peers() -> None:
    won, lost = Verdict(NAME, "CBC", 3, "core", 0.9), Verdict(NAME, "SCIP", 3, "quality", 1.2)
    assert reached(peer_targets([won])) == [True]
    (target,) = peer_targets([won, lost])
    assert (target.reached, target.found) == (False, "worse than SCIP on quality")


def test_workbook() -> None:
    steps = [
        Score("group workbook", 0, name, OURS, None, None, took, 50)
        for name, took in (("reading", 2.0), ("writing", 2.9))
    ]
    assert reached(workbook_targets(steps)) == [True]
    assert reached(workbook_targets([*steps, steps[0]])) == [False]
    assert reached(workbook_targets(steps[:1])) == [False]
