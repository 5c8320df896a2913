"""A population of workbooks: files under one folder, called by their path within it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import commonpath

from optimizer.workbook.write.storage import is_lock


@dataclass(frozen=True)
class Workbooks:
    """Workbooks under a folder.

    Attributes
    ----------
    folder
        Where they stand; it may move, with them.
    names
        Their paths within the folder, with `/`; the name of a workbook tells its draws apart, so
        that two sets with the same names under two folders are paired.
    """

    folder: Path
    names: tuple[str, ...]

    @classmethod
    def matching(cls, folder: Path, patterns: Iterable[str]) -> "Workbooks":
        """The files of patterns such as `scholen/*.xlsx` under a folder, each once, in order.

        The folder that all of them share is theirs: names count from there.
        """
        found = sorted({name for pattern in patterns for name in matches(folder, pattern)})
        shared = commonpath([str(PurePosixPath(name).parent) for name in found]) if found else ""
        names = [PurePosixPath(name).relative_to(shared).as_posix() for name in found]
        return cls(folder / shared, tuple(names))

    def path(self, name: str) -> Path:
        """Where one of them stands."""
        return self.folder / name

    @cached_property
    def hashes(self) -> Mapping[str, str]:
        """SHA-256 of each, as it was when first asked."""
        return {name: sha256(self.path(name).read_bytes()).hexdigest() for name in self.names}


def matches(folder: Path, pattern: str) -> set[str]:
    """The files of one pattern, relative to the folder; marks of open files are none."""
    try:
        paths = {path for path in folder.glob(pattern) if path.is_file() and not is_lock(path)}
    except (ValueError, NotImplementedError):
        # An empty pattern, or one that begins at the root of the disk.
        return set()
    return {path.relative_to(folder).as_posix() for path in paths}
