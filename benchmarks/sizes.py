"""What each size of the benchmark runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.case import Case
from benchmarks.contest import Contestant

SCHOOL_SECONDS = 13.0
"""Three seconds for levels 1 to 5 and ten for level 6, in one run."""
GROUP_SECONDS = 60.0
LARGE_GROUP_SECONDS = 120.0
"""Of 40 schools."""
REGION_SECONDS = 600.0


Entry = tuple[Contestant, bool]
"""An instance, and whether the peers join."""
CASE, CASE_TITLE = "case", "workbook "
"""The kind of a workbook that somebody made, and how it is called before its name."""


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

    def entries(self) -> list[Entry]:
        """Each of its instances."""
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


def population(schools: int) -> Series:
    """A group of neighbours as `taakverdeler populatie` draws it: not what we tune on."""
    return Series(f"population of {schools} schools", "population", schools, GROUP_SECONDS, 1, 1)


POPULATIONS = tuple(population(schools) for schools in (3, 6, 10, 15))
SIZES: Mapping[str, tuple[Series, ...]] = {
    "quick": (school(10, 2, 1), group(6, 1, 1, seconds=20)),
    "standard": (
        school(10, 10, 2),
        group(6, 1, 1, seconds=30),
        *POPULATIONS,
        group(22, 3, 1),
        group(40, 1, 0, seconds=LARGE_GROUP_SECONDS),
        region(1, 0),
    ),
    "full": (
        school(8, 3, 3),
        school(10, 10, 10),
        school(15, 3, 3),
        group(6, 3, 3),
        *POPULATIONS,
        group(22, 3, 3),
        group(40, 3, 3, seconds=LARGE_GROUP_SECONDS),
        region(1, 1),
    ),
}
"""Some 4 minutes, 50 minutes and 4 hours on two cores."""


def entries_of(size: str, cases: Path | None = None) -> list[Entry]:
    """What a size runs, and the workbooks of a folder after it."""
    generated = [entry for series in SIZES[size] for entry in series.entries()]
    return generated + [(each, True) for each in _workbooks(cases)] if cases else generated


def _workbooks(folder: Path) -> Iterator[Contestant]:
    """Every workbook of a folder, by name; Excel's lock files are none."""
    for path in sorted(folder.glob("*.xlsx")):
        if not path.name.startswith("~$"):
            case = Case(CASE, 0, 1, str(path.resolve()))
            yield Contestant(f"{CASE_TITLE}{path.stem}", case, GROUP_SECONDS)
