"""The folder of a series: begun, gone on with, or refused for what it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path

from optimizer.run.series_errors import SeriesError

_FULL = (ENOSPC, EDQUOT)
_READ_ONLY = (EACCES, EPERM, EROFS)


def prepare_folder(folder: Path, journal: str, *, resume: bool) -> None:
    """Make a folder, or see that the one that is there can be used.

    Raises
    ------
    SeriesError
        `has-results` when it holds a journal and nothing is to be resumed, `not-empty` when it
        holds something else, `no-folder`, `read-only` or `disk-full` when it cannot be made.
    """
    with writing(folder):
        begun = (folder / journal).exists()
        if begun and not resume:
            raise SeriesError("has-results", folder=folder)
        if not begun and folder.exists() and any(folder.iterdir()):
            raise SeriesError("not-empty", folder=folder)
        try:
            folder.mkdir(exist_ok=True)
        except (FileNotFoundError, FileExistsError, NotADirectoryError) as error:
            raise SeriesError("no-folder", folder=folder) from error


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say of an error of the disk what it is.

    Raises
    ------
    SeriesError
        `disk-full`, `read-only`, or `disk` with what the system says.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise SeriesError("disk-full", folder=folder) from error
        if error.errno in _READ_ONLY:
            raise SeriesError("read-only", folder=folder) from error
        raise SeriesError("disk", folder=folder, reason=error.strerror or "") from error
