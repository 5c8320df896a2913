"""Telling an .xlsx package from what merely looks like one, before anything opens it."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from models.errors import WorkbookError
from optimizer.workbook.package import Package

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_MAGIC = b"PK"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = frozenset({".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".numbers"})


def read_package_bytes(path: Path) -> bytes:
    """The bytes of an .xlsx or .xlsm file.

    Raises
    ------
    WorkbookError
        With code `not-found`, `in-use`, `unreadable`, `encrypted`, `wrong-format`,
        `not-a-workbook`, `truncated`, `too-large`, `unsafe-xml` or `unsupported-encoding`.
    """
    content = _read_bytes(path)
    if content.startswith(_OLE_MAGIC):
        if _ENCRYPTED_STREAM in content:
            raise WorkbookError("encrypted", path=path.name)
        raise WorkbookError("wrong-format", path=path.name)
    if path.suffix.lower() in _OTHER_FORMATS:
        raise WorkbookError("wrong-format", path=path.name)
    if not content.startswith(_ZIP_MAGIC):
        raise WorkbookError("not-a-workbook", path=path.name)
    _check_format_in_zip(content, path)
    _check_package(content, path)
    _check_xml(content, path)
    return content


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError as problem:
        raise WorkbookError("in-use", path=path.name) from problem
    except FileNotFoundError as problem:
        raise WorkbookError("not-found", path=path) from problem
    except OSError as problem:
        raise WorkbookError("unreadable", path=path.name, reason=str(problem)) from problem


def _check_package(content: bytes, path: Path) -> None:
    try:
        Package(content)
    except WorkbookError as problem:
        raise WorkbookError(problem.code, **{**problem.facts, "path": path.name}) from problem


def _check_format_in_zip(content: bytes, path: Path) -> None:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
    except BadZipFile as problem:
        raise WorkbookError("not-a-workbook", path=path.name) from problem
    if "mimetype" in names or "xl/workbook.bin" in names:
        raise WorkbookError("wrong-format", path=path.name)


def _check_xml(content: bytes, path: Path) -> None:
    """Refuse XML that could make its reader expand entities or fetch other files."""
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.read(name):
                raise WorkbookError("unsafe-xml", path=path.name, part=name)
