"""Generalised assignment: what each class must reach, held against what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.gap import GapFile
from benchmarks.gap_contest import gap_title
from benchmarks.score import OURS, Score
from benchmarks.targets import Target

PROVEN_CLASSES = ("gap", "A", "B")


@dataclass(frozen=True)
class GapClass:
    """How ours did on all instances of a class; `known` have a best known value to compare with."""

    family: str
    instances: int
    proven: int
    known: int
    equal_to_known: int
    median_seconds: float
    most_seconds: float


def gap_classes(scores: Sequence[Score], files: Sequence[GapFile]) -> list[GapClass]:
    """The classes that were run, in the order of the files."""
    ours = {score.instance: score for score in scores if score.solver == OURS}
    families: dict[str, list[tuple[GapFile, Score]]] = {}
    for file in files:
        if gap_title(file) in ours:
            families.setdefault(file.family, []).append((file, ours[gap_title(file)]))
    return [_class(family, pairs) for family, pairs in families.items()]


def _class(family: str, pairs: Sequence[tuple[GapFile, Score]]) -> GapClass:
    known = [(file, score) for file, score in pairs if file.best_known is not None]
    return GapClass(
        family=family,
        instances=len(pairs),
        proven=sum(score.proven for _, score in pairs),
        known=len(known),
        equal_to_known=sum(score.value == file.best_known for file, score in known),
        median_seconds=median(score.seconds for _, score in pairs),
        most_seconds=max(score.seconds for _, score in pairs),
    )


def gap_targets(scores: Sequence[Score], files: Sequence[GapFile]) -> list[Target]:
    """Small classes proven; on the others a gap no wider than that of the best peer."""
    rows = []
    for found in gap_classes(scores, files):
        if found.family in PROVEN_CLASSES:
            told = f"{found.proven} of {found.instances} proven"
            reached = found.proven == found.instances
            rows.append(Target(f"GAP class {found.family}", "every instance proven", told, reached))
    large = [file for file in files if file.family not in PROVEN_CLASSES]
    rows += [row for file in large if (row := _against_peers(scores, gap_title(file)))]
    return rows


def _against_peers(scores: Sequence[Score], title: str) -> Target | None:
    gaps = {
        score.solver: 1.0 if score.gap is None else score.gap
        for score in scores
        if score.instance == title
    }
    ours = gaps.pop(OURS, None)
    if ours is None or not gaps:
        return None
    best = min(gaps, key=lambda solver: gaps[solver])
    found = f"gap {ours:.2%}, best peer {gaps[best]:.2%} ({best})"
    return Target(title, "gap no wider than the best peer's", found, ours <= gaps[best])
