"""Telling an .xlsx package from what merely looks like one, before anything opens it."""

from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook.write.storage import is_lock, read_file
from optimizer.workbook.xlsx.archive import LIMITS
from optimizer.workbook.xlsx.opened import Opened, open_package

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGIC = b"PK"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = frozenset({".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".numbers"})
_FOREIGN_REASONS = frozenset({"other-format", "binary-workbook"})


def read_content(path: Path) -> bytes:
    """The bytes of a file that can be an .xlsx or .xlsm file.

    Raises
    ------
    WorkbookError
        With code `lock-file`, `not-found`, `in-use`, `unreadable`, `encrypted`, `wrong-format`,
        `not-a-workbook` or `too-large`.
    """
    if is_lock(path):
        raise WorkbookError("lock-file", path=path.name)
    content = read_file(path, LIMITS.file_bytes)
    _check_format(content, path)
    return content


def open_content(content: bytes, path: Path) -> Opened:
    """The package of a file, whatever its name says that it is.

    Raises
    ------
    WorkbookError
        What `open_package` raises, or `wrong-format` for a file of another kind.
    """
    try:
        return open_package(content)
    except WorkbookError as problem:
        is_foreign = (
            problem.facts.get("reason") in _FOREIGN_REASONS or path.suffix.lower() in _OTHER_FORMATS
        )
        code = "wrong-format" if is_foreign else problem.code
        facts = {} if is_foreign else problem.facts
        raise WorkbookError(code, **{**facts, "path": path.name}) from problem


def _check_format(content: bytes, path: Path) -> None:
    if content.startswith(_OLE_MAGIC):
        code = "encrypted" if _ENCRYPTED_STREAM in content else "wrong-format"
        raise WorkbookError(code, path=path.name)
    if not content.startswith(_ZIP_MAGIC):
        is_other = path.suffix.lower() in _OTHER_FORMATS
        raise WorkbookError("wrong-format" if is_other else "not-a-workbook", path=path.name)
