"""Where the last entry of every run stands in a journal, in the order of the study.

The journal is read once; what is kept of an entry is five numbers, so a million runs take 40 MB.
"""

from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from optimizer.run.series_errors import SeriesError
from optimizer.series.journal import Entry, JournalState, read_entry
from optimizer.series.study.design import RunKey


class _Places:
    """The entries met so far, each as numbers to sort by, and where it stands."""

    def __init__(self) -> None:
        self._columns = [array("q") for _ in range(5)]
        self._unsure: dict[str, int] = {}
        self._dropped: list[int] = []

    def add(self, entry: Entry, offset: int) -> None:
        """Take an entry; it replaces an earlier one of the same run.

        A run that is done has one entry. Only of those that were not is it remembered which they
        were, and there are few.
        """
        key = RunKey.of(entry.key)
        place = len(self._columns[0])
        if entry.key in self._unsure:
            self._dropped.append(self._unsure.pop(entry.key))
        if entry.standing is not JournalState.DONE:
            self._unsure[entry.key] = place
        numbers = (
            key.replication,
            code_number(key.block),
            key.point,
            code_number(key.unit),
            offset,
        )
        for column, number in zip(self._columns, numbers, strict=True):
            column.append(number)

    def sorted(self) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        """Where the entries stand: replications, blocks, points, units."""
        columns = [np.frombuffer(column, dtype=np.int64) for column in self._columns]
        if not len(columns[0]):
            return np.zeros(0, dtype=np.int64)
        kept = np.ones(len(columns[0]), dtype=bool)
        kept[self._dropped] = False
        order = np.lexsort([column[kept] for column in reversed(columns[:4])])
        found: np.ndarray[tuple[int], np.dtype[np.int64]] = columns[4][kept][order]
        return found


def code_number(code: str) -> int:
    """Of a block or unit, such as 17 of `S00017`: 10 000 comes after 9 999."""
    return int(code[1:])


def entries_in_order(path: Path) -> Iterator[Entry]:
    """The last entry of every run, in the order of the study.

    Raises
    ------
    SeriesError
        `damaged` when a line is no entry of a study.
    """
    if not path.exists():
        return
    places = _Places()
    with path.open("rb") as stream:
        offset = 0
        for number, line in enumerate(stream, start=1):
            if line.endswith(b"\n"):
                _add(places, line, offset, path, number)
            offset += len(line)
        for place in places.sorted():
            stream.seek(int(place))
            yield read_entry(stream.readline(), path, 0)


def _add(places: _Places, line: bytes, offset: int, path: Path, number: int) -> None:
    try:
        places.add(read_entry(line, path, number), offset)
    except ValueError as error:
        raise SeriesError("damaged", path=path, line=number) from error
