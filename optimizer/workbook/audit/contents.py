"""A package as the certificate sees it: members in order, relationships and sheets."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote

from optimizer.workbook.audit.grid import read_strings
from optimizer.workbook.audit.tokens import ForeignChangeError, attribute, is_closing, name, split
from optimizer.workbook.encoding import to_utf8

_CHECKED_FACTS = (
    "filename",
    "date_time",
    "compress_type",
    "external_attr",
    "create_system",
    "comment",
)


class AuditedSheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    id: str
    part: str


class Contents:
    """The members of a zip file, read with nothing but the standard library."""

    def __init__(self, data: bytes) -> None:
        """Open the package; `ForeignChangeError` when it is not a sound zip file."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except zipfile.BadZipFile as error:
            raise ForeignChangeError("not-a-zip") from error
        self._infos = {_part_name(info): info for info in self._zip.infolist()}
        self._by_lower = {name.lower(): name for name in self._infos}
        if len(self._infos) != len(self._zip.infolist()):
            raise ForeignChangeError("member-twice")

    @property
    def members(self) -> tuple[str, ...]:
        """Names of all members in order."""
        return tuple(self._infos)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the members that are no folders."""
        return tuple(name for name in self._infos if not name.endswith("/"))

    @property
    def comment(self) -> bytes:
        """The comment of the zip file."""
        return self._zip.comment

    def facts(self, member: str) -> tuple[object, ...]:
        """What the zip file says of a member besides its content."""
        return tuple(getattr(self._infos[member], fact) for fact in _CHECKED_FACTS)

    def read(self, member: str) -> bytes:
        """The content of a member."""
        try:
            return self._zip.read(self._infos[member])
        except (zipfile.BadZipFile, zlib.error) as error:
            raise ForeignChangeError("damaged-member") from error

    def xml(self, member: str) -> bytes:
        """The content of an XML member in UTF-8; as it stands when its encoding is unknown."""
        content = self.read(member)
        try:
            return to_utf8(content).data
        except UnicodeError:
            return content

    @cached_property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of the content of every part."""
        return {part: sha256(self.read(part)).hexdigest() for part in self.parts}

    @cached_property
    def workbook(self) -> str:
        """The name of the workbook part; empty when there is none."""
        return next((target for _, target in self._targets("", "officeDocument")), "")

    @cached_property
    def sheets(self) -> tuple[AuditedSheet, ...]:
        """The sheets in the order of their tabs."""
        targets = dict(self._targets(self.workbook, ""))
        listed = (token for token in split(self.xml(self.workbook)) if name(token) == "sheet")
        return tuple(
            AuditedSheet(attribute(t, "name"), attribute(t, "sheetId"), targets.get(_rel(t), ""))
            for t in listed
            if not is_closing(t)
        )

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that a part (`""` = the package) points at by this kind."""
        return tuple(target for _, target in self._targets(source, kind))

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings."""
        names = self.related(self.workbook, "sharedStrings")
        return read_strings(self.xml(names[0])) if names else []

    def _targets(self, source: str, kind: str) -> Iterator[tuple[str, str]]:
        """Id and part of each relationship of this kind (all when empty) inside the package."""
        folder, base = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        found = self._stored(rels)
        for token in split(self.xml(found)) if found else ():
            type_ = attribute(token, "Type").rpartition("/")[2]
            if name(token) != "Relationship" or (kind and type_ != kind):
                continue
            path = attribute(token, "Target").replace("\\", "/")
            target = posixpath.normpath(posixpath.join("/", folder, path))
            stored = self._stored(target[1:]) or self._stored(unquote(target[1:]))
            if stored:
                yield attribute(token, "Id"), stored

    def _stored(self, wanted: str) -> str:
        return self._by_lower.get(wanted.lower(), "")


def _part_name(info: zipfile.ZipInfo) -> str:
    """The name of a member as relationships write it."""
    return info.filename.replace("\\", "/").removeprefix("/")


def _rel(sheet: bytes) -> str:
    return attribute(sheet, "id")
