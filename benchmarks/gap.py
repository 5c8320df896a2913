"""Generalised assignment: the instances of the OR-Library, and what is known of them.

Every item goes to exactly one agent, within what each agent can carry. The files of Cattrysse are
to be maximised, those of Chu and Beasley minimised.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

OPTIMA = "optima.csv"
BEST_KNOWN = "Best known solution value"
MAXIMISED = "cattrysse1994"
Table = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class GapProblem:
    """One instance: `worth[agent][item]` is a cost, or a profit when it is to be maximised."""

    worth: Table
    use: Table
    capacity: tuple[int, ...]
    maximise: bool

    def costs(self) -> Table:
        """What to minimise: the costs, or what each agent stays below the item's best profit."""
        if not self.maximise:
            return self.worth
        best = [max(column) for column in zip(*self.worth, strict=True)]
        return tuple(
            tuple(most - profit for most, profit in zip(best, row, strict=True))
            for row in self.worth
        )


@dataclass(frozen=True)
class GapFile:
    """A file of the collection.

    `best_known` is `None` where the list is of the other direction: for the files of Cattrysse it
    has the least cost, while the collection states them as profits.
    """

    path: Path
    best_known: int | None

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @property
    def family(self) -> str:
        """The class of the instance: A to D, or `gap` for those of Cattrysse."""
        return "gap" if _is_maximised(self.path) else self.name[0].upper()

    def read(self) -> GapProblem:
        """The instance.

        Raises
        ------
        ValueError
            When the file does not hold as many numbers as its first two say.
        """
        return parse(self.path.read_text(encoding="ascii"), maximise=_is_maximised(self.path))


def parse(text: str, *, maximise: bool) -> GapProblem:
    """An instance from its text: m, n, m×n costs or profits, m×n uses, m capacities.

    Raises
    ------
    ValueError
        When there are fewer or more numbers than that.
    """
    agents, items, *numbers = map(int, text.split())
    size = agents * items
    if len(numbers) != 2 * size + agents:
        raise ValueError(f"{2 * size + agents} numbers expected, {len(numbers)} found")
    rows = [tuple(numbers[first : first + items]) for first in range(0, 2 * size, items)]
    return GapProblem(
        worth=tuple(rows[:agents]),
        use=tuple(rows[agents:]),
        capacity=tuple(numbers[2 * size :]),
        maximise=maximise,
    )


def gap_files(folder: Path) -> tuple[GapFile, ...]:
    """The instances that a folder lists in `optima.csv`, in the order of the list."""
    text = (folder / OPTIMA).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(gap_file(folder / row["Path"], int(row[BEST_KNOWN])) for row in rows)


def gap_file(path: Path, listed: int | None = None) -> GapFile:
    """A file with the value that the list has for it."""
    return GapFile(path, None if _is_maximised(path) else listed)


def _is_maximised(path: Path) -> bool:
    return path.parent.name == MAXIMISED
