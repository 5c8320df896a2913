"""Telling an .xlsx package from what merely looks like one, before anything opens it."""

from pathlib import Path
from typing import NamedTuple

from models.errors import WorkbookError
from optimizer.workbook.write.package import LIMITS, Package, ReadingCopy
from optimizer.workbook.write.storage import is_lock, read_file

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGIC = b"PK"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = frozenset({".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".numbers"})
_FOREIGN_REASONS = frozenset({"other-format", "binary-workbook"})


class Source(NamedTuple):
    """The bytes of a workbook file, and its cells in a small package of their own."""

    content: bytes
    cells: ReadingCopy


def read_source(path: Path) -> Source:
    """An .xlsx or .xlsm file.

    Raises
    ------
    WorkbookError
        With code `lock-file`, `not-found`, `in-use`, `unreadable`, `encrypted`, `wrong-format`,
        `not-a-workbook`, `truncated`, `too-large`, `unsafe-xml` or `unsupported-encoding`.
    """
    if is_lock(path):
        raise WorkbookError("lock-file", path=path.name)
    content = read_file(path, LIMITS.file_bytes)
    _check_format(content, path)
    try:
        return Source(content, Package(content).reading_copy())
    except WorkbookError as problem:
        is_foreign = problem.facts.get("reason") in _FOREIGN_REASONS
        code = "wrong-format" if is_foreign else problem.code
        raise WorkbookError(code, **{**problem.facts, "path": path.name}) from problem


def _check_format(content: bytes, path: Path) -> None:
    if content.startswith(_OLE_MAGIC):
        code = "encrypted" if _ENCRYPTED_STREAM in content else "wrong-format"
        raise WorkbookError(code, path=path.name)
    if path.suffix.lower() in _OTHER_FORMATS:
        raise WorkbookError("wrong-format", path=path.name)
    if not content.startswith(_ZIP_MAGIC):
        raise WorkbookError("not-a-workbook", path=path.name)
