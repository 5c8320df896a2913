"""Medians over seeds, ratios to the best peer, and who is lexicographically better."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from benchmarks.score import EVERY_LEVEL, GREEDY, OURS, Score, is_tie, ratio


@dataclass(frozen=True)
class ComparedLine:
    """One row of the table: a solver on a level of an instance, medians over its seeds.

    `ratio` is our value to that of the best peer, on our own rows alone; `None` without peers.
    """

    instance: str
    level: str
    solver: str
    seeds: int
    value: float | None
    bound: float | None
    gap: float | None
    seconds: float
    memory: float
    ratio: float | None
    remark: str


@dataclass(frozen=True)
class Verdict:
    """Ours against one peer on one kind of instance, by the medians over the seeds.

    `ratio` is ours to the peer's on `level`, the first one that differs; both are `None` when all
    levels are equal.
    """

    instance: str
    peer: str
    seeds: int
    level: str | None
    ratio: float | None

    @property
    def ours_is_no_worse(self) -> bool:
        """Whether ours is equal or better."""
        return self.ratio is None or self.ratio < 1


def instances(scores: Iterable[Score]) -> list[str]:
    """The instances, in the order in which they were run."""
    return list(dict.fromkeys(score.instance for score in scores))


def lines(scores: Sequence[Score]) -> list[ComparedLine]:
    """The table, by instance, level and solver in the order in which they were run."""
    keys = dict.fromkeys((s.instance, s.level, s.solver) for s in scores)
    levels = dict.fromkeys((instance, level) for instance, level, _ in keys)
    return [
        _line(scores, instance, level, solver)
        for instance, level in levels
        for solver in (solver for i, v, solver in keys if (i, v) == (instance, level))
    ]


def _line(scores: Sequence[Score], instance: str, level: str, solver: str) -> ComparedLine:
    own = [s for s in scores if (s.instance, s.level, s.solver) == (instance, level, solver)]
    parts = _ratios_to_best(scores, own) if solver == OURS else []
    return ComparedLine(
        instance=instance,
        level=level,
        solver=solver,
        seeds=len(own),
        value=_median(s.value for s in own),
        bound=_median(s.bound for s in own),
        gap=_median(s.gap for s in own),
        seconds=median(s.seconds for s in own),
        memory=max(s.memory for s in own),
        ratio=median(parts) if parts else None,
        remark="; ".join(dict.fromkeys(s.remark for s in own if s.remark)),
    )


def _median(values: Iterable[float | None]) -> float | None:
    """The median, where having none is worse than any number."""
    found = median(inf if value is None else value for value in values)
    return None if found == inf else found


def _ratios_to_best(scores: Sequence[Score], own: Iterable[Score]) -> list[float]:
    """Per seed with peers: our value to the least that any of them reached."""
    parts = []
    for score in own:
        others = [s for s in scores if _is_peer(s) and _is_same_case(s, score)]
        if others:
            reached = [s.value for s in others if s.value is not None]
            parts.append(ratio(score.value, min(reached, default=None)))
    return parts


def _is_peer(score: Score) -> bool:
    return score.solver not in (OURS, GREEDY)


def _is_same_case(one: Score, other: Score) -> bool:
    return (one.instance, one.seed, one.level) == (other.instance, other.seed, other.level)


def verdicts(scores: Sequence[Score]) -> list[Verdict]:
    """Ours against each other solver on each kind of instance."""
    return [
        _verdict(scores, instance, solver)
        for instance in instances(scores)
        for solver in dict.fromkeys(s.solver for s in scores if s.instance == instance)
        if solver != OURS
    ]


def _verdict(scores: Sequence[Score], instance: str, peer: str) -> Verdict:
    ours = {(s.seed, s.level): s for s in scores if (s.instance, s.solver) == (instance, OURS)}
    theirs = {(s.seed, s.level): s for s in scores if (s.instance, s.solver) == (instance, peer)}
    seeds = {seed for seed, _ in theirs}
    planned = {seed for (seed, _), score in ours.items() if score.value is not None}
    if not seeds <= planned:  # no plan at all is worse than any
        return Verdict(instance, peer, len(seeds), EVERY_LEVEL, inf)
    for level in dict.fromkeys(level for _, level in ours):
        parts = [
            ratio(ours[seed, level].value, theirs[seed, level].value)
            for seed in seeds
            if (seed, level) in theirs and (seed, level) in ours
        ]
        if parts and not is_tie(median(parts)):
            return Verdict(instance, peer, len(seeds), level, median(parts))
    return Verdict(instance, peer, len(seeds), None, None)


def contradictions(scores: Sequence[Score]) -> list[str]:
    """Bounds that a value of another solver refutes: one of the two proofs is wrong.

    All solvers are held to the same values on the earlier levels, so on one level of one seed no
    bound may be above any value. The greedy plan is held to nothing and does not take part.
    """
    found = []
    for score in scores:
        for other in scores:
            if not (_is_same_case(score, other) and GREEDY not in (score.solver, other.solver)):
                continue
            if score.bound is not None and other.value is not None and other.value < score.bound:
                found.append(
                    f"{score.instance}, seed {score.seed}, {score.level}: {other.solver} reached "
                    f"{other.value}, below the bound {score.bound} of {score.solver}"
                )
    return found
