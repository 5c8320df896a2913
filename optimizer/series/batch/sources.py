"""Which workbooks a batch is about, and what their plans are called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from glob import glob
from itertools import chain, count
from pathlib import Path

from optimizer.run.series_errors import SeriesError
from optimizer.workbook.write.storage import is_lock

_IN_A_FOLDER = (".xlsx", ".xlsm")
_PLAN = "_plan"


@dataclass(frozen=True)
class FoundFiles:
    """What patterns stand for: the workbooks, and the marks of open files that were passed over."""

    workbooks: tuple[Path, ...]
    locks: tuple[Path, ...]


def find_workbooks(patterns: Iterable[str], *, below: bool = False) -> FoundFiles:
    """The files that names and patterns stand for, each once, in the order of the patterns.

    A shell may have replaced the patterns by names, or not (on Windows): both are taken. A folder
    stands for the workbooks in it, and `below` for those in folders below it too. What a pattern
    finds is taken whatever it is called, so that nothing is left out unseen; only the marks of
    open files are, and those are told.

    Raises
    ------
    SeriesError
        `no-match` with every pattern that stands for no file, `odd-name` with every file whose name
        cannot be written in a list.
    """
    found = {pattern: list(_expand(pattern, below=below)) for pattern in patterns}
    locks = {path.resolve(): path for path in chain(*found.values()) if is_lock(path)}
    books = {pattern: [p for p in paths if not is_lock(p)] for pattern, paths in found.items()}
    empty = tuple(pattern for pattern, files in books.items() if not files)
    if empty:
        raise SeriesError("no-match", patterns=empty)
    paths = tuple({path.resolve(): path for path in chain(*books.values())}.values())
    odd = tuple(ascii(str(path)) for path in paths if not _is_text(str(path.resolve())))
    if odd:
        raise SeriesError("odd-name", patterns=odd)
    return FoundFiles(paths, tuple(locks.values()))


def _is_text(name: str) -> bool:
    """Whether a name is text; on some systems any bytes can be a name."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _expand(pattern: str, *, below: bool) -> Iterator[Path]:
    named = Path(pattern)
    if named.is_dir():
        inside = named.rglob("*") if below else named.iterdir()
        paths = sorted(path for path in inside if path.suffix.lower() in _IN_A_FOLDER)
    elif named.exists():
        paths = [named]
    else:
        # Unlike that of a path, this one passes hidden files over and takes any pattern.
        paths = sorted(Path(path) for path in glob(pattern, recursive=True))  # noqa: PTH207
    return (path for path in paths if path.is_file())


def plan_names(sources: Iterable[Path], known: Mapping[str, str]) -> dict[Path, str]:
    """A file name for the plan of each workbook; no two are equal, also where case is ignored.

    Parameters
    ----------
    sources
        The workbooks.
    known
        Names given in an earlier run, by the resolved path of the workbook: they are kept.
    """
    taken = {name.casefold() for name in known.values()}
    names: dict[Path, str] = {}
    for source in sources:
        name = known.get(str(source.resolve())) or _free_name(source, taken)
        taken.add(name.casefold())
        names[source] = name
    return names


def _free_name(source: Path, taken: set[str]) -> str:
    numbers = chain([""], (f"_{number}" for number in count(2)))
    names = (f"{source.stem}{number}{_PLAN}{source.suffix}" for number in numbers)
    return next(name for name in names if name.casefold() not in taken)
