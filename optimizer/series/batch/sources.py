"""Which workbooks a batch is about, and what their plans are called."""

from collections.abc import Iterable, Iterator, Mapping
from glob import glob
from itertools import chain, count
from pathlib import Path

from optimizer.run.series_errors import SeriesError
from optimizer.workbook.write.storage import is_lock

_IN_A_FOLDER = (".xlsx", ".xlsm")
_PLAN = "_plan"


def find_workbooks(patterns: Iterable[str]) -> tuple[Path, ...]:
    """The files that names and patterns stand for, each once, in the order of the patterns.

    A shell may have replaced the patterns by names, or not (on Windows): both are taken. A folder
    stands for the workbooks in it. What a pattern finds is taken whatever it is called, so that
    nothing is left out unseen; only the marks of open files are.

    Raises
    ------
    SeriesError
        `no-match` with every pattern that stands for no file, `odd-name` with every file whose name
        cannot be written in a list.
    """
    found = {pattern: list(_expand(pattern)) for pattern in patterns}
    empty = tuple(pattern for pattern, files in found.items() if not files)
    if empty:
        raise SeriesError("no-match", patterns=empty)
    paths = tuple({path.resolve(): path for path in chain(*found.values())}.values())
    odd = tuple(ascii(str(path)) for path in paths if not _is_text(str(path.resolve())))
    if odd:
        raise SeriesError("odd-name", patterns=odd)
    return paths


def _is_text(name: str) -> bool:
    """Whether a name is text; on some systems any bytes can be a name."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _expand(pattern: str) -> Iterator[Path]:
    named = Path(pattern)
    if named.is_dir():
        paths = sorted(path for path in named.iterdir() if path.suffix.lower() in _IN_A_FOLDER)
    elif named.exists():
        paths = [named]
    else:
        # Unlike that of a path, this one passes hidden files over and takes any pattern.
        paths = sorted(Path(path) for path in glob(pattern, recursive=True))  # noqa: PTH207
    return (path for path in paths if path.is_file() and not is_lock(path))


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
