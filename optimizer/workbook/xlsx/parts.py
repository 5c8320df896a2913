"""The parts of a package with pending changes, their relationships and content types."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote

from models.errors import WorkbookError
from optimizer.workbook.encoding import UTF8, Utf8, from_utf8, is_utf8, to_utf8
from optimizer.workbook.xlsx.archive import Archive
from optimizer.workbook.xlsx.xml_document import (
    Document,
    Element,
    apply_splices,
    escape_attribute,
)

CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True)
class Relationship:
    """A relationship of a part; `target` is a part name, or empty when it lies outside."""

    id: str
    type: str
    target: str
    element: Element

    def is_a(self, kind: str) -> bool:
        """Whether the type ends in this kind; strict and transitional types share their ends."""
        return self.type.rpartition("/")[2] == kind


class Parts:
    """The archive's parts, overlaid with what was written, added or removed since."""

    def __init__(self, archive: Archive, changes: dict[str, bytes | None] | None = None) -> None:
        self._archive = archive
        self._changes = dict(changes or {})
        self._encodings: dict[str, str] = {}

    def copy(self) -> "Parts":
        """The same parts; later changes stay apart."""
        same = Parts(self._archive, self._changes)
        same._encodings.update(self._encodings)
        return same

    def names(self) -> tuple[str, ...]:
        """Names of all parts, new ones last."""
        kept = (name for name in self._archive.names if self._changes.get(name, b"") is not None)
        new = (name for name in self._changes if name not in self._archive.names)
        return tuple(name for name in (*kept, *new) if not name.endswith("/"))

    def find(self, name: str) -> str | None:
        """The stored name of a part, whatever the case of its letters; None when absent."""
        if name in self._changes:
            return name if self._changes[name] is not None else None
        stored = self._archive.find(name)
        return stored if stored is None or self._changes.get(stored, b"") is not None else None

    def read(self, name: str) -> bytes:
        """The content of a part; `KeyError` when absent."""
        stored = self.find(name)
        if stored is None:
            raise KeyError(name)
        pending = self._changes.get(stored)
        return self._archive.read(stored) if pending is None else pending

    def xml(self, name: str) -> bytes:
        """The content of an XML part in UTF-8; `KeyError` when absent.

        Raises
        ------
        WorkbookError
            `unsupported-encoding`.
        """
        found = self.find(name) or name
        text = _utf8(self.read(found), found)
        self._encodings[found] = text.encoding
        return text.data

    def size(self, name: str) -> int:
        """How many bytes a part had when it was opened; `KeyError` when absent."""
        return self._archive.size(self._archive.find(name) or name)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of an XML part as it was opened, in UTF-8, piece by piece.

        Raises
        ------
        KeyError
            It is absent.
        WorkbookError
            `unsupported-encoding`.
        """
        pieces = self._archive.chunks(self._archive.find(name) or name)
        first = next(pieces, b"")
        if is_utf8(first):
            return chain([first], pieces)
        return iter([_utf8(b"".join([first, *pieces]), name).data])

    def write(self, name: str, data: bytes) -> None:
        """Replace or add a part; one that was read as XML goes back in its own encoding."""
        found = self.find(name) or name
        self._changes[found] = from_utf8(data, self._encodings.get(found, UTF8))

    def remove(self, name: str) -> None:
        """Leave a part out."""
        self._changes[self.find(name) or name] = None

    def document(self, name: str) -> Document:
        """The scanned content of an XML part.

        Raises
        ------
        WorkbookError
            `not-a-workbook` when the part is absent or not well-formed; see `Document`.
        """
        try:
            return Document(self.xml(name), name)
        except KeyError as error:
            raise WorkbookError("not-a-workbook", reason="missing-part", part=name) from error

    def known(self, name: str) -> Document | None:
        """The scanned content of an XML part; None when it is absent or cannot be understood."""
        try:
            return self.document(name)
        except WorkbookError:
            return None

    def relationships(self, source: str) -> list[Relationship]:
        """The relationships of a part (`""` = the package), in document order."""
        rels = relationships_part(source)
        if self.find(rels) is None:
            return []
        elements = self.document(rels).root.all("Relationship")
        return [self._relationship(element, source) for element in elements]

    def related(self, source: str, kind: str) -> list[str]:
        """Names of the parts that relationships of this kind point at."""
        found = self.relationships(source)
        return [rel.target for rel in found if rel.is_a(kind) and rel.target]

    def check_whole(self) -> None:
        """Refuse damage in any part; see `Archive.check_whole`."""
        self._archive.check_whole()

    def to_bytes(self) -> bytes:
        """The package as a zip file."""
        return self._archive.rebuild(self._changes)

    def add_relationship(self, source: str, kind: str, target: str) -> str:
        """Append a relationship to a part of the package and return its new id."""
        rels = relationships_part(source)
        document = self.document(rels)
        taken = {element.get("Id") for element in document.root.all("Relationship")}
        new_id = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        relative = posixpath.relpath(target, posixpath.dirname(source) or ".")
        element = (
            f'<{document.root.prefix}Relationship Id="{new_id}" Type="{escape_attribute(kind)}"'
            f' Target="{escape_attribute(relative)}"/>'
        )
        self.append(rels, document, document.root, element)
        return new_id

    def add_content_type(self, part: str, content_type: str) -> None:
        """Append the content type of a new part."""
        document = self.document(CONTENT_TYPES)
        element = (
            f'<{document.root.prefix}Override PartName="/{escape_attribute(part)}"'
            f' ContentType="{escape_attribute(content_type)}"/>'
        )
        self.append(CONTENT_TYPES, document, document.root, element)

    def append(self, name: str, document: Document, parent: Element, xml: str) -> None:
        """Write a part with `xml` appended inside `parent`."""
        splices = document.rewrite(parent, {}, xml.encode())
        self.write(name, apply_splices(document.data, splices))

    def detach(self, source: str, target: str) -> None:
        """Remove a part with the relationship of `source` and the content type that name it."""
        rels = relationships_part(source)
        document = self.document(rels)
        gone = [rel.element for rel in self.relationships(source) if rel.target == target]
        self.write(rels, _without(document, gone))
        types = self.document(CONTENT_TYPES)
        same_name = f"/{target}".lower()
        overrides = types.root.all("Override")
        gone = [e for e in overrides if e.get("PartName").lower() == same_name]
        self.write(CONTENT_TYPES, _without(types, gone))
        self.remove(target)

    def _relationship(self, element: Element, source: str) -> Relationship:
        target = element.get("Target")
        is_external = element.get("TargetMode") == "External"
        resolved = "" if is_external else self._resolve(target, source)
        return Relationship(element.get("Id"), element.get("Type"), resolved, element)

    def _resolve(self, target: str, source: str) -> str:
        target = target.replace("\\", "/")
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target))
        name = path.lstrip("/")
        return self.find(name) or self.find(unquote(name)) or name


def relationships_part(source: str) -> str:
    """The name of the part that holds the relationships of a part (`""` = the package)."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _utf8(data: bytes, part: str) -> Utf8:
    try:
        return to_utf8(data)
    except UnicodeError as error:
        raise WorkbookError("unsupported-encoding", part=part, reason=str(error)) from error


def _without(document: Document, elements: list[Element]) -> bytes:
    return apply_splices(document.data, [(e.start, e.end, b"") for e in elements])
