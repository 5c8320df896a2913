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


SIZES: Mapping[str, tuple[Series, ...]] = {
    "quick": (school(10, 2, 1), group(6, 1, 1, seconds=20)),
    "standard": (
        school(10, 10, 2),
        group(6, 1, 1, seconds=30),
        group(22, 3, 1),
        group(40, 1, 0),
        region(1, 0),
    ),
    "full": (
        school(8, 3, 3),
        school(10, 10, 10),
        school(15, 3, 3),
        group(6, 3, 3),
        group(22, 3, 3),
        group(40, 3, 3),
        region(1, 1),
    ),
}
"""About 4 minutes, 30 minutes and 3 hours on two cores."""
