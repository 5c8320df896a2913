"""The counted lists of the styles part, to which entries are added at the end."""

from collections.abc import Iterable

from optimizer.workbook.xlsx.xml_document import Document, Element, Splice

_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
"""The children of `styleSheet` as the schema orders them, up to the last that is ever added."""


class StyleList:
    """One list: its elements, whose numbers never change, and what was added behind them.

    Attributes
    ----------
    name
        Name of the element that holds the list.
    holder
        That element; None when the part has no such list.
    elements
        Its elements as they stand.
    added
        The entries that were added, as XML.
    """

    def __init__(self, document: Document, name: str, entry: str) -> None:
        self.name = name
        self.holder = document.root.first(name)
        self.elements = self.holder.all(entry) if self.holder else []
        self.added: list[bytes] = []
        standing = [document.raw(element) for element in self.elements]
        self._numbers = {xml: n for n, xml in reversed(list(enumerate(standing)))}

    @property
    def count(self) -> int:
        """How many entries the list has."""
        return len(self.elements) + len(self.added)

    def element(self, number: int) -> Element | None:
        """The entry with this number as it stood in the part; None when there is none."""
        return self.elements[number] if number < len(self.elements) else None

    def add(self, xml: str) -> int:
        """The number of an entry; appended unless the same stands there."""
        entry = xml.encode()
        if entry not in self._numbers:
            self._numbers[entry] = self.count
            self.added.append(entry)
        return self._numbers[entry]


def splices_of(document: Document, lists: Iterable[StyleList]) -> list[Splice]:
    """Splices for all that was added to the lists; a list that was not there is made."""
    splices: list[Splice] = []
    for each in lists:
        added, count = b"".join(each.added), {"count": str(each.count)}
        if each.holder is not None and added:
            splices += document.rewrite(each.holder, count, added)
        elif added:
            name = f"{document.root.prefix}{each.name}"
            start = f'<{name} count="{each.count}">'.encode()
            splices += _placed(document, each.name, start + added + f"</{name}>".encode())
    return splices


def _placed(document: Document, name: str, xml: bytes) -> list[Splice]:
    """A new list behind those that come before it."""
    root = document.root
    before = [e.end for e in root.children if e.name in _ORDER[: _ORDER.index(name)]]
    if not root.children:
        return document.rewrite(root, {}, xml)
    place = max(before, default=root.open_end)
    return [(place, place, xml)]
