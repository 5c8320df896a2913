"""An XML part read as it streams by: the elements that somebody asked for, nothing kept.

Spelling does not matter here: prefixes, quotes, white space in tags, empty elements in either
form, comments, instructions and CDATA all come to the same events.
"""

from collections.abc import Callable, Iterable, Mapping
from xml.parsers import expat

from models.errors import WorkbookError

_BUFFERED = 2**16
"""Bytes of one text that come in one piece; an Excel cell holds half of that."""


class Node:
    """An element that is looked at, and the children of it that are.

    Attributes
    ----------
    children
        The nodes of its children by local name; other children are passed over whole.
    opened
        Called with the attributes when it begins.
    closed
        Called when it ends.
    text
        Called with each piece of its character data.
    """

    __slots__ = ("children", "closed", "opened", "text")

    def __init__(
        self,
        children: Mapping[str, "Node"] | None = None,
        *,
        opened: Callable[[dict[str, str]], object] | None = None,
        closed: Callable[[], object] | None = None,
        text: Callable[[str], object] | None = None,
    ) -> None:
        self.children = children or {}
        self.opened, self.closed, self.text = opened, closed, text


class _Walk:
    """Follows the events of a parser down the nodes; children are of the root's namespace.

    So both standards of Office are read, and the extensions of either, which live in namespaces
    of their own under names that mean something else there, are not.
    """

    def __init__(self, root: str, node: Node) -> None:
        self.found = False
        self._path = [Node({root: node})]
        self._passed = 0
        self._namespace: str | None = None
        self._local: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._passed:
            self._passed += 1
            return
        name = self._local.get(tag)
        node = self._path[-1].children.get(self._learn(tag) if name is None else name)
        if node is None:
            self._passed = 1
            return
        self._path.append(node)
        self.found = True
        if node.opened is not None:
            node.opened(attributes)

    def end(self, _tag: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        node = self._path.pop()
        if node.closed is not None:
            node.closed()

    def text(self, data: str) -> None:
        keep = self._path[-1].text
        if keep is not None and not self._passed:
            keep(data)

    def _learn(self, tag: str) -> str:
        """The local name of a tag that was not met before; empty in a foreign namespace."""
        namespace, _, name = tag.rpartition(" ")
        if self._namespace is None:
            self._namespace = namespace
        self._local[tag] = name if namespace == self._namespace else ""
        return self._local[tag]


def read_events(chunks: Iterable[bytes], part: str, root: str, node: Node) -> bool:
    """Read a part in UTF-8 whose outermost element should be `root`.

    Returns
    -------
    bool
        Whether it is; of another one nothing is read.

    Raises
    ------
    WorkbookError
        `unreadable` when it is not well-formed, `unsafe-xml` for a document type, by which a
        reader can be made to expand entities or to fetch other files.
    """
    walk = _Walk(root, node)
    parser = expat.ParserCreate("utf-8", " ")
    parser.buffer_text, parser.buffer_size = True, _BUFFERED
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.text
    refuse_document_type(parser, part)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise WorkbookError("unreadable", part=part, reason=str(error)) from error
    return walk.found


def refuse_document_type(parser: expat.XMLParserType, part: str) -> None:
    """Let a parser stop at a document type, before it reads what is declared there."""

    def refuse(*_declaration: object) -> None:
        raise WorkbookError("unsafe-xml", part=part)

    parser.StartDoctypeDeclHandler = refuse
