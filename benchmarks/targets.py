"""What the program must reach, held against what was measured."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from benchmarks.compare import Verdict
from benchmarks.score import GREEDY, OURS, Score
from benchmarks.sizes import CASE_TITLE, GROUP_SECONDS, LARGE_GROUP_SECONDS, REGION_SECONDS
from models.settings import Level

EARLY = (
    Level.CORE,
    Level.BALANCE,
    Level.COVERAGE,
    Level.SPREAD,
    Level.CONTINUITY,
    Level.FAIRNESS,
)
LATE = 1.1
"""A run that takes more than this many times its limit did not reach its target in time."""
GIBIBYTE = 1024
FIRST_PLAN_SECONDS = 3
WORKBOOK = "group workbook"
WORKBOOK_SECONDS = 5


@dataclass(frozen=True)
class Target:
    """One target: what is asked, what was found, and whether that will do."""

    instance: str
    asked: str
    found: str
    reached: bool


def _of(scores: Sequence[Score], instance: str, solver: str, *levels: str) -> list[Score]:
    return [
        score
        for score in scores
        if (score.instance, score.solver) == (instance, solver)
        and (not levels or score.level in levels)
    ]


def _seconds_per_seed(scores: Sequence[Score]) -> list[float]:
    seeds = dict.fromkeys(score.seed for score in scores)
    return [sum(score.seconds for score in scores if score.seed == seed) for seed in seeds]


def _worst_gap(scores: Sequence[Score]) -> float:
    """The largest median gap of any level."""
    levels = dict.fromkeys(score.level for score in scores)
    gaps = {
        level: [1.0 if s.gap is None else s.gap for s in scores if s.level == level]
        for level in levels
    }
    return max(median(found) for found in gaps.values())


def proven_targets(
    scores: Sequence[Score], instance: str, early_seconds: float = 30, said: str = "60 s"
) -> list[Target]:
    """Levels 1 to 6 proven in some seconds, level 7 within 1 % of its bound in the whole run.

    As they stand they are those of groups of up to 10 000 columns.
    """
    early, quality = _of(scores, instance, OURS, *EARLY), _of(scores, instance, OURS, Level.QUALITY)
    if not early or not quality:
        return []
    proven = sum(score.proven for score in early)
    seconds = median(_seconds_per_seed(early))
    gap = median(1.0 if score.gap is None else score.gap for score in quality)
    return [
        Target(
            instance,
            f"levels 1–6 proven, median at most {early_seconds:.0f} s in all",
            f"{proven} of {len(early)} proven, median {seconds:.1f} s",
            proven == len(early) and seconds <= early_seconds,
        ),
        Target(
            instance,
            f"level 7 within 1 % of the bound in {said}",
            f"median gap {gap:.2%}, median {median(s.seconds for s in quality):.1f} s",
            gap <= 0.01,
        ),
    ]


school_targets = partial(proven_targets, early_seconds=3, said="10 s")
"""Levels 1 to 6 proven in 3 s, level 7 within 1 % in 10 s more."""


def group_targets(scores: Sequence[Score], instance: str) -> list[Target]:
    """Levels 1 to 6 within 0.5 % and level 7 within 4 %, in a minute; a first plan in 3 s."""
    parts = (("1–6", EARLY, 0.005), ("7", (Level.QUALITY,), 0.04))
    rows = _near(scores, instance, parts, GROUP_SECONDS)
    greedy = _of(scores, instance, GREEDY, Level.COVERAGE)
    return [*rows, _first_plan(instance, greedy)] if rows and greedy else rows


def large_group_targets(scores: Sequence[Score], instance: str) -> list[Target]:
    """Levels 1 to 5 within 1 %, fairness and quality within 20 %, in two minutes."""
    parts = (("1–5", EARLY[:-1], 0.01), ("6 and 7", (Level.FAIRNESS, Level.QUALITY), 0.2))
    return _near(scores, instance, parts, LARGE_GROUP_SECONDS)


def _near(
    scores: Sequence[Score],
    instance: str,
    parts: Sequence[tuple[str, Sequence[Level], float]],
    limit: float,
) -> list[Target]:
    """Levels, by what they are called, that must be so near to their bounds within the limit."""
    if not all(_of(scores, instance, OURS, *levels) for _, levels, _ in parts):
        return []
    seconds = median(_seconds_per_seed(_of(scores, instance, OURS)))
    rows = []
    for called, levels, most in parts:
        gap = _worst_gap(_of(scores, instance, OURS, *levels))
        asked = f"levels {called} each within {100 * most:g} % of the bound in {limit:.0f} s"
        found = f"widest median gap {gap:.2%}, {seconds:.0f} s"
        rows.append(Target(instance, asked, found, gap <= most and seconds <= LATE * limit))
    return rows


def _first_plan(instance: str, greedy: Sequence[Score]) -> Target:
    seconds = median(score.seconds for score in greedy)
    usable = sum(score.value is not None for score in greedy)
    return Target(
        instance,
        f"first good plan within {FIRST_PLAN_SECONDS} s",
        f"{usable} of {len(greedy)} keep every rule, median {seconds:.1f} s",
        usable == len(greedy) and seconds <= FIRST_PLAN_SECONDS,
    )


def region_targets(scores: Sequence[Score], instance: str) -> list[Target]:
    """Coverage within 1 % in ten minutes, below 4 GiB."""
    coverage = _of(scores, instance, OURS, Level.COVERAGE)
    if not coverage:
        return []
    gap, memory = _worst_gap(coverage), max(score.memory for score in coverage)
    seconds = median(_seconds_per_seed(_of(scores, instance, OURS)))
    return [
        Target(
            instance,
            f"level 3 within 1 % of the bound in {REGION_SECONDS:.0f} s, below 4 GiB",
            f"median gap {gap:.2%}, {seconds:.0f} s, {memory / GIBIBYTE:.1f} GiB",
            gap <= 0.01 and memory < 4 * GIBIBYTE and seconds <= LATE * REGION_SECONDS,
        )
    ]


TARGETS: Mapping[str, Callable[[Sequence[Score], str], list[Target]]] = {
    "school, 110 tasks × 10 people": school_targets,
    "population of 3 schools": proven_targets,
    "population of 6 schools": proven_targets,
    "population of 10 schools": group_targets,
    "population of 15 schools": group_targets,
    "group of 22 schools": group_targets,
    "group of 40 schools": large_group_targets,
    "region of 200 schools": region_targets,
}
"""What an instance must reach, by its title; up to 10 000 columns it must be proven."""


def instance_targets(scores: Sequence[Score]) -> list[Target]:
    """Every target of an instance by itself; of a workbook as if it has up to 10 000 columns."""
    found = dict.fromkeys(score.instance for score in scores)
    cases = {title: proven_targets for title in found if title.startswith(CASE_TITLE)}
    finders = {**TARGETS, **cases}
    return [target for title, find in finders.items() for target in find(scores, title)]


def peer_targets(verdicts: Sequence[Verdict]) -> list[Target]:
    """Never lexicographically worse than a peer."""
    rows = []
    for instance in dict.fromkeys(verdict.instance for verdict in verdicts):
        worse = [v for v in verdicts if v.instance == instance and not v.ours_is_no_worse]
        found = ", ".join(f"worse than {v.peer} on {v.level}" for v in worse)
        asked = "never lexicographically worse than the best peer"
        rows.append(Target(instance, asked, found or "no worse than any", not worse))
    return rows


def workbook_targets(scores: Sequence[Score]) -> list[Target]:
    """Reading and writing the group workbook in less than 5 s."""
    steps = _of(scores, WORKBOOK, OURS)
    if not steps:
        return []
    found = ", ".join(f"{step.level} {step.seconds:.1f} s" for step in steps)
    asked = f"reading and writing below {WORKBOOK_SECONDS} s together"
    whole = sum(step.seconds for step in steps)
    return [Target(WORKBOOK, asked, found, len(steps) > 1 and whole < WORKBOOK_SECONDS)]
