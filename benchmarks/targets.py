"""What the program must reach, held against what was measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.compare import Verdict
from benchmarks.score import GREEDY, OURS, Score
from benchmarks.sizes import GROUP_SECONDS, REGION_SECONDS
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


def school_targets(scores: Sequence[Score], instance: str) -> list[Target]:
    """Levels 1 to 6 proven in 3 s, level 7 within 1 % in 10 s more."""
    early, quality = _of(scores, instance, OURS, *EARLY), _of(scores, instance, OURS, Level.QUALITY)
    if not early or not quality:
        return []
    proven = sum(score.proven for score in early)
    seconds = median(_seconds_per_seed(early))
    gap = median(1.0 if score.gap is None else score.gap for score in quality)
    return [
        Target(
            instance,
            "levels 1–6 proven, median at most 3 s in all",
            f"{proven} of {len(early)} proven, median {seconds:.1f} s",
            proven == len(early) and seconds <= 3,
        ),
        Target(
            instance,
            "level 7 within 1 % of the bound in 10 s",
            f"median gap {gap:.2%}, median {median(s.seconds for s in quality):.1f} s",
            gap <= 0.01,
        ),
    ]


def group_targets(scores: Sequence[Score], instance: str) -> list[Target]:
    """Levels 1 to 6 within 0.5 % and level 7 within 5 %, in a minute; a first plan in 3 s."""
    early, quality = _of(scores, instance, OURS, *EARLY), _of(scores, instance, OURS, Level.QUALITY)
    greedy = _of(scores, instance, GREEDY, Level.COVERAGE)
    if not early or not quality:
        return []
    gap, last = _worst_gap(early), _worst_gap(quality)
    seconds = median(_seconds_per_seed(_of(scores, instance, OURS)))
    in_time = seconds <= LATE * GROUP_SECONDS
    limit = f"in {GROUP_SECONDS:.0f} s"
    rows = [
        Target(
            instance,
            f"levels 1–6 each within 0.5 % of the bound {limit}",
            f"widest median gap {gap:.2%}, {seconds:.0f} s",
            gap <= 0.005 and in_time,
        ),
        Target(
            instance,
            f"level 7 within 5 % of the bound {limit}",
            f"median gap {last:.2%}, {seconds:.0f} s",
            last <= 0.05 and in_time,
        ),
    ]
    if greedy:
        rows.append(_first_plan(instance, greedy))
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
    """Coverage within 3 % in ten minutes, below 4 GiB."""
    coverage = _of(scores, instance, OURS, Level.COVERAGE)
    if not coverage:
        return []
    gap, memory = _worst_gap(coverage), max(score.memory for score in coverage)
    seconds = median(_seconds_per_seed(_of(scores, instance, OURS)))
    return [
        Target(
            instance,
            f"level 3 within 3 % of the bound in {REGION_SECONDS:.0f} s, below 4 GiB",
            f"median gap {gap:.2%}, {seconds:.0f} s, {memory / GIBIBYTE:.1f} GiB",
            gap <= 0.03 and memory < 4 * GIBIBYTE and seconds <= LATE * REGION_SECONDS,
        )
    ]


TARGETS: dict[str, Callable[[Sequence[Score], str], list[Target]]] = {
    "school, 110 tasks × 10 people": school_targets,
    "group of 22 schools": group_targets,
    "region of 200 schools": region_targets,
}
"""What each kind of instance must reach, by its title."""


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
