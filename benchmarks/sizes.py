"""What each size of the benchmark runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.case import Case
from benchmarks.contest import Contestant

SCHOOL_SECONDS = 13.0
"""Three seconds for levels 1 to 5 and ten for level 6, in one run."""
GROUP_SECONDS = 60.0
REGION_SECONDS = 600.0


@dataclass(frozen=True)
class Series:
    """Instances of one kind and size.

    The first `with_peers` of the `seeds` (1, 2, …) are also given to the peers.
    """

    title: str
    kind: str
    size: int
    seconds: float
    seeds: int
    with_peers: int

    def entries(self) -> list[tuple[Contestant, bool]]:
        """Each instance, and whether the peers join."""
        cases = [Case(self.kind, self.size, seed) for seed in range(1, self.seeds + 1)]
        return [
            (Contestant(self.title, case, self.seconds), case.seed <= self.with_peers)
            for case in cases
        ]


@dataclass(frozen=True)
class GapSeries:
    """Which generalised assignment files are run.

    `small` (classes A, B and those of Cattrysse) is for ours alone unless `small_with_peers`; a
    file is chosen when its name begins with one of the words.
    """

    small: tuple[str, ...]
    large: tuple[str, ...]
    seconds: float
    small_with_peers: bool = False


@dataclass(frozen=True)
class Size:
    """All that one run of the benchmark does."""

    series: tuple[Series, ...]
    gap: GapSeries


def school(persons: int, seeds: int, with_peers: int) -> Series:
    """Schools on their own."""
    title = f"school, 110 tasks × {persons} people"
    return Series(title, "school", persons, SCHOOL_SECONDS, seeds, with_peers)


def group(schools: int, seeds: int, with_peers: int, seconds: float = GROUP_SECONDS) -> Series:
    """Groups of schools."""
    return Series(f"group of {schools} schools", "group", schools, seconds, seeds, with_peers)


def region(seeds: int, with_peers: int) -> Series:
    """Regions of 200 schools."""
    title = "region of 200 schools"
    return Series(title, "region", 200, REGION_SECONDS, seeds, with_peers)


SIZES: Mapping[str, Size] = {
    "quick": Size(
        (school(10, 2, 1), group(6, 1, 1, seconds=20)),
        GapSeries(("gap1-", "a05100", "a10100", "b05100", "b10100"), ("c10100",), 10),
    ),
    "standard": Size(
        (
            school(10, 10, 2),
            group(6, 1, 1, seconds=30),
            group(22, 3, 1),
            group(40, 1, 0),
            region(1, 0),
        ),
        GapSeries(("gap", "a", "b"), ("c20200", "d20100"), 30),
    ),
    "full": Size(
        (
            school(8, 3, 3),
            school(10, 10, 10),
            school(15, 3, 3),
            group(6, 3, 3),
            group(22, 3, 3),
            group(40, 3, 3),
            region(1, 1),
        ),
        GapSeries(("gap", "a", "b"), ("c", "d"), 30, small_with_peers=True),
    ),
}
"""About 5 minutes, 40 minutes and 4 hours on two cores."""
