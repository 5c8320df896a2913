"""What is known of every unit of a series: a file of JSON lines that only grows.

A line is on the disk before the next one is made. Whatever ends the program costs at most the
units under way; a last line that was cut short is left out when the file is opened again.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock, Timeout

from optimizer.run.series_errors import SeriesError

Json = Mapping[str, object]
_LOCK_SUFFIX = ".lock"


class JournalState(StrEnum):
    """How a unit ended; only `DONE` is not done again."""

    DONE = "done"
    CUT_SHORT = "cut_short"
    FAILED = "failed"


@dataclass(frozen=True)
class Entry:
    """One unit that ended.

    Attributes
    ----------
    key
        The unit.
    standing
        `CUT_SHORT` when it ended after a request to stop: its result may be less than it could be.
    result
        What the work returned; for a failure, `error` says of what kind and where.
    """

    key: str
    standing: JournalState
    result: Json


class Journal:
    """The entries of a series, kept by one program at a time; memory holds the keys alone.

    Use it as a context manager. A unit that is done is never entered a second time.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet.

        Parameters
        ----------
        path
            The file; made when it is missing, its folder must exist.
        """
        self._path = path
        self._lock = FileLock(path.with_name(path.name + _LOCK_SUFFIX), timeout=0)
        self._done: set[str] = set()

    def __enter__(self) -> "Journal":
        """Take the file and read which units are done.

        Raises
        ------
        SeriesError
            `in-use` when another program works on it, `damaged` when it is no journal.
        OSError
            When the file cannot be read or made.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            raise SeriesError("in-use", path=self._path) from error
        try:
            self._stream = self._path.open("a+b")
            _drop_torn_end(self._stream)
            self._done = {e.key for e in self.entries() if e.standing is JournalState.DONE}
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the file."""
        self._stream.close()
        self._lock.release()

    def __contains__(self, key: str) -> bool:
        """Whether a unit is done."""
        return key in self._done

    def append(self, entry: Entry) -> None:
        """Put an entry on the disk; one of a unit that is done already is left out."""
        if entry.key in self._done:
            return
        line = json.dumps(asdict(entry), ensure_ascii=False, allow_nan=False)
        self._stream.write(line.encode() + b"\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())
        if entry.standing is JournalState.DONE:
            self._done.add(entry.key)

    def forget(self, key: str) -> None:
        """Take a unit for not done: it may be entered again, and its last entry is what counts."""
        self._done.discard(key)

    def entries(self) -> Iterator[Entry]:
        """Every entry in the order in which the units ended, read from the disk as it is asked.

        A unit that failed, was cut short or was forgotten may have several: the last one counts.
        """
        return read_entries(self._path)


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a journal that is not open here; nothing when there is no such file.

    Raises
    ------
    SeriesError
        `damaged` when a line other than a torn last one is no entry.
    """
    if not path.exists():
        return
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if line.endswith(b"\n"):
                yield read_entry(line, path, number)


def read_entry(line: bytes, path: Path, number: int) -> Entry:
    """The entry on a line.

    Raises
    ------
    SeriesError
        `damaged`, with the number of the line, when it is none.
    """
    try:
        found = json.loads(line)
        return Entry(str(found["key"]), JournalState(found["standing"]), dict(found["result"]))
    except (ValueError, TypeError, KeyError) as error:
        raise SeriesError("damaged", path=path, line=number) from error


def _drop_torn_end(stream: BinaryIO) -> None:
    """Cut off what follows the last whole line."""
    stream.seek(0)
    whole = sum(len(line) for line in stream if line.endswith(b"\n"))
    stream.truncate(whole)
    stream.seek(0, os.SEEK_END)
