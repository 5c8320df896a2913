"""Files of the user: folders to look in, names that are safe, what was opened last."""

import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook.write.storage import is_lock, write_file

SUFFIXES = (".xlsx", ".xlsm")
MOST_RECENT = 8
MOST_LISTED = 500
"""Entries of a folder that are shown; more is not a list to choose from."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for devices."""
_LONGEST = 120


@contextmanager
def as_file(name: str, content: bytes) -> Iterator[Path]:
    """What was sent as a file of that name, for as long as it is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


@dataclass(frozen=True)
class Listed:
    """A folder to look in: where it is, what is above it, its folders and workbooks."""

    folder: Path
    above: Path | None
    folders: tuple[Path, ...]
    workbooks: tuple[Path, ...]


def listed(folder: Path) -> Listed:
    """What stands in a folder; of one that cannot be read, nothing."""
    folder = folder.resolve()
    entries = sorted(_entries(folder), key=lambda path: path.name.casefold())[:MOST_LISTED]
    folders = tuple(path for path in entries if path.is_dir())
    workbooks = tuple(path for path in entries if is_workbook(path) and path.is_file())
    return Listed(folder, folder.parent if folder.parent != folder else None, folders, workbooks)


def _entries(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in folder.iterdir() if not path.name.startswith("."))


def is_workbook(path: Path) -> bool:
    """Whether a name is that of a workbook that can be opened."""
    return path.suffix.lower() in SUFFIXES and not is_lock(path)


def safe_name(text: str, suffix: str = ".xlsx", known: Sequence[str] = SUFFIXES) -> str:
    """A file name that stays in its folder on every system, whatever was asked.

    One that does not end on a `known` suffix gets `suffix`.
    """
    last = re.split(r"[/\\]", text.strip())[-1]
    stem, dot, ending = last.rpartition(".")
    has_suffix = dot and f".{ending.lower()}" in known
    kept = _UNSAFE.sub("_", stem if has_suffix else last).strip(" .")[:_LONGEST]
    if not kept or _RESERVED.fullmatch(kept):
        kept = f"werkboek{'_' if kept else ''}{kept}"
    return f"{kept}.{ending.lower()}" if has_suffix else f"{kept}{suffix}"


def free_path(folder: Path, name: str) -> Path:
    """A path in a folder, made when it is not there, that no file has yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkbookError("not-writable", path=folder, reason=error.strerror) from error
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
        number += 1
    return path


def default_folder() -> Path:
    """Where workbooks of the user are expected."""
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "taakverdeler"


def _recent_file() -> Path:
    base = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return Path(base or Path.home() / ".config") / "taakverdeler" / "laatste.json"


def recent() -> tuple[Path, ...]:
    """The workbooks that were opened last and still exist."""
    try:
        names = json.loads(_recent_file().read_text("utf-8"))
        return tuple(path for name in names if (path := Path(str(name))).is_file())
    except (OSError, ValueError, TypeError):
        return ()


def remember(path: Path) -> None:
    """Put a workbook in front of those that were opened last; it is no loss when that fails."""
    names = [str(path), *(str(each) for each in recent() if each != path)][:MOST_RECENT]
    with suppress(OSError, WorkbookError):
        _recent_file().parent.mkdir(parents=True, exist_ok=True)
        write_file(_recent_file(), json.dumps(names).encode())
