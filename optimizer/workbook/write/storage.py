"""Files on disk: read within a limit, written whole or not at all, never lost when replaced."""

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from models.errors import WorkbookError

T = TypeVar("T")

_STAMP = "%Y-%m-%d_%H%M%S"
_COPY_BYTES = 2**20
_MOST_BACKUPS = 1000
"""Of one file in one second."""


class Replaced(NamedTuple, Generic[T]):
    """What an inspection found, and where the file is kept that stood there."""

    finding: T
    backup: Path | None


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a file.

    Raises
    ------
    WorkbookError
        `not-found`, `in-use` (no permission: often open elsewhere), `too-large` (more than
        `limit` bytes), or `unreadable` with its reason.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise WorkbookError("unreadable", path=path, reason="no-regular-file")
        if found.st_size > limit:
            raise WorkbookError("too-large", path=path, limit=limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbookError("not-found", path=path) from error
    except PermissionError as error:
        raise WorkbookError("in-use", path=path) from error
    except OSError as error:
        raise WorkbookError("unreadable", path=path, reason=error.strerror) from error


def write_file(path: Path, data: bytes) -> None:
    """Write beside the target and move into place; the target is whole or untouched.

    Raises
    ------
    WorkbookError
        `not-writable`: no permission, the folder is missing, or Excel holds the file open;
        `disk-full`, `read-only` when the disk is.
    """
    _write(path, data, _accept, keep=False)


def replace_file(path: Path, data: bytes, inspect: Callable[[bytes], T]) -> Replaced[T]:
    """Write like `write_file`; what stood there is kept beside it, under a dated name.

    The written bytes are read back and inspected before they take their place: what `inspect`
    raises leaves everything as it was. At any moment the target is the old file or the new one.

    Raises
    ------
    WorkbookError
        `not-writable`, or what `inspect` raises.
    """
    return _write(path, data, inspect, keep=True)


def find_lock(path: Path) -> Path | None:
    """The file by which Excel or LibreOffice says that it has this file open, if there is one."""
    names = (f"~${path.name}", f".~lock.{path.name}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def is_lock(path: Path) -> bool:
    """Whether the file is such a mark itself, and no workbook."""
    return path.name.startswith(("~$", ".~lock."))


def _accept(_written: bytes) -> None:
    """Nothing to object to."""


def _write(path: Path, data: bytes, inspect: Callable[[bytes], T], *, keep: bool) -> Replaced[T]:
    real = Path(os.path.realpath(path))
    beside, backup = _temporary(real), None
    try:
        _write_synced(beside, data)
        finding = inspect(beside.read_bytes())
        if real.exists():
            backup = _keep(real) if keep else None
            shutil.copymode(real, beside)
        beside.replace(real)
        _sync_folder(real.parent)
    except OSError as error:
        if backup is not None:
            backup.unlink(missing_ok=True)
        raise WorkbookError(_refusal(error), path=path, reason=error.strerror) from error
    finally:
        with suppress(OSError):
            beside.unlink()
    return Replaced(finding, backup)


def _refusal(error: OSError) -> str:
    """What an error of the disk means to a user: a full disk is no file that Excel holds."""
    if error.errno in (ENOSPC, EDQUOT):
        return "disk-full"
    return "read-only" if error.errno == EROFS else "not-writable"


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Have the new name reach the disk too; systems that cannot open a folder do it by itself."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _keep(path: Path) -> Path:
    """Copy a file to a dated name beside it that no file has yet."""
    copy = _temporary(path)
    try:
        with path.open("rb") as source, copy.open("xb") as target:
            shutil.copyfileobj(source, target, _COPY_BYTES)
            target.flush()
            os.fsync(target.fileno())
        shutil.copystat(path, copy)
        return _publish(copy, f"{path.stem}.{datetime.now():{_STAMP}}", f".bak{path.suffix}")
    finally:
        with suppress(OSError):
            copy.unlink()


def _publish(file: Path, stem: str, suffix: str) -> Path:
    """Give a file a name that is free; a number is added when it is not."""
    numbers = ("", *(f"_{n}" for n in range(2, _MOST_BACKUPS)))
    names = (file.with_name(f"{stem}{number}{suffix}") for number in numbers)
    return next(name for name in names if _rename_new(file, name))


def _rename_new(file: Path, name: Path) -> bool:
    """Rename, never replacing: a hard link does that in one step, where the disk knows them."""
    try:
        os.link(file, name)
    except FileExistsError:
        return False
    except OSError:
        if name.exists():
            return False
        file.rename(name)
    return True
