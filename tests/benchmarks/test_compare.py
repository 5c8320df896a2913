"""Medians, ratios and verdicts over the seeds."""

import pytest

from benchmarks.compare import contradictions, lines, verdicts
from benchmarks.score import EVERY_LEVEL, GREEDY, OURS, Score, ratio


def score(
    solver: str, level: str, value: int | None, *, seed: int = 1, bound: int | None = None
) -> Score:
    return Score("school", seed, level, solver, value, bound, seconds=2.0, memory=10.0 * seed)


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [(0, 0, 1), (3, 4, 0.75), (3, 0, float("inf")), (None, 4, float("inf")), (3, None, 0),
     (None, None, 1)],
)  # fmt: skip
def test_ratios(value: int | None, other: int | None, expected: float) -> None:
    assert ratio(value, other) == expected


def test_medians_over_seeds() -> None:
    scores = [score(OURS, "core", n, seed=seed, bound=1) for seed, n in enumerate((4, 1, 2), 1)]
    (line,) = lines(scores)
    assert (line.value, line.bound, line.gap, line.seeds, line.memory) == (2, 1, 0.5, 3, 30)
    assert line.ratio is None


def test_none_is_worse_than_any_value() -> None:
    scores = [score("CBC", "core", n, seed=seed) for seed, n in enumerate((4, None, None), 1)]
    assert lines(scores)[0].value is None


def test_our_ratio_is_to_the_best_peer_of_the_same_seed() -> None:
    scores = [
        score(OURS, "core", 6), score("CBC", "core", 8), score("SCIP", "core", 12),
        score(GREEDY, "core", 1), score(OURS, "core", 100, seed=2),
    ]  # fmt: skip
    assert [line.ratio for line in lines(scores)] == [0.75, None, None, None]


def test_the_first_level_that_differs_decides() -> None:
    scores = [
        score(OURS, "core", 10_000), score(OURS, "balance", 5), score(OURS, "coverage", 9),
        score("CBC", "core", 10_001), score("CBC", "balance", 6), score("CBC", "coverage", 1),
    ]  # fmt: skip
    (verdict,) = verdicts(scores)
    assert (verdict.peer, verdict.level, verdict.ours_is_no_worse) == ("CBC", "balance", True)
    assert verdict.ratio == pytest.approx(5 / 6)


def test_a_worse_level_is_worse_whatever_comes_after() -> None:
    scores = [
        score(OURS, "core", 2), score(OURS, "balance", 0),
        score("CBC", "core", 1), score("CBC", "balance", 9),
    ]  # fmt: skip
    assert not verdicts(scores)[0].ours_is_no_worse


def test_equal_on_all_levels() -> None:
    (verdict,) = verdicts([score(OURS, "core", 2), score("CBC", "core", 2)])
    assert (verdict.level, verdict.ratio, verdict.ours_is_no_worse) == (None, None, True)


def test_a_bound_above_a_value_is_a_contradiction() -> None:
    scores = [score(OURS, "core", 5, bound=5), score("CBC", "core", 4, bound=3)]
    assert contradictions(scores) == [
        "school, seed 1, core: CBC reached 4, below the bound 5 of ours"
    ]
    greedy = [score(OURS, "core", 5, bound=5), score(GREEDY, "core", 4)]
    assert contradictions(greedy) == []


def test_no_plan_of_ours_is_worse_than_any() -> None:
    failed, theirs = score(OURS, EVERY_LEVEL, None), score("CBC", "core", 9)
    (verdict,) = verdicts([failed, theirs])
    assert not verdict.ours_is_no_worse
    other = [score(OURS, "core", 1, seed=2), score("CBC", "core", 9, seed=2)]
    assert not verdicts([failed, theirs, *other])[0].ours_is_no_worse
