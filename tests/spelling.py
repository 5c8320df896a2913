"""One XML document in the other spellings that mean the same, as other programs write them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

Attributes = list[tuple[str, str]]
_REFERENCES = {'"': "&quot;", "'": "&apos;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


@dataclass(frozen=True)
class Spelling:
    """How XML is written down.

    Attributes
    ----------
    quote
        The quotes of attributes.
    equals
        The equals sign with the white space around it.
    gap
        What stands between the attributes of a tag.
    slash
        How an empty element ends; `None` writes it as two tags.
    close
        How an end tag ends.
    between
        What stands after every start tag, other than in a text.
    prefix
        The prefix of the elements in the default namespace.
    text
        How a text is written.
    """

    quote: str = '"'
    equals: str = "="
    gap: str = " "
    slash: str | None = "/>"
    close: str = ">"
    between: str = ""
    prefix: str = ""
    text: Callable[[str], str] = field(default=lambda text: escape(text, {"\r": "&#13;"}))


def _data(text: str) -> str:
    return f"<![CDATA[{text}]]>" if text.strip() and "\r" not in text else escape(text)


def _numbered(text: str) -> str:
    return "".join(f"&#x{ord(char):X};" if char.strip() else char for char in text)


def _interrupted(text: str) -> str:
    half = len(text) // 2
    return f"{escape(text[:half])}<!-- <c r='A1'> ]]> -->{escape(text[half:])}"


SPELLINGS: Mapping[str, Spelling] = {
    "space-before-slash": Spelling(slash=" />"),
    "two-tags": Spelling(slash=None),
    "single-quotes": Spelling(quote="'"),
    "line-breaks-in-tags": Spelling(equals=" = ", gap="\r\n\t", slash="\n/>", close="\n>"),
    "comments": Spelling(between='<!-- > <sheetData/> <row r="1"/> \' -->'),
    "instructions": Spelling(between='<?iets <c r="A1"/> ?>'),
    "indented": Spelling(between="\n    "),
    "prefix": Spelling(prefix="x:"),
    "long-prefix": Spelling(prefix="ns0.a-b:", slash=" />"),
    "cdata": Spelling(text=_data),
    "references": Spelling(text=_numbered),
    "comments-in-texts": Spelling(text=_interrupted),
}


def respelled(xml: bytes, spelling: Spelling) -> bytes:
    """The document in another spelling; a declaration is left out, as UTF-8 may."""
    return _Writer(spelling, xml).written()


class _Writer:
    """Writes the events of a parser down again."""

    def __init__(self, spelling: Spelling, xml: bytes) -> None:
        self._spelling = spelling
        self._pieces: list[str] = []
        self._open = ""
        self._text: list[str] = []
        # A prefix can stand for the default namespace only where that is the same everywhere.
        self._prefix = spelling.prefix if xml.count(b' xmlns="') == 1 else ""
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text.append
        parser.Parse(xml, True)

    def written(self) -> bytes:
        return "".join(self._pieces).encode()

    def _name(self, name: str) -> str:
        return name if ":" in name else self._prefix + name

    def _start(self, name: str, attributes: list[str]) -> None:
        self._flush(in_text=False)
        spelling = self._spelling
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        written = (self._attribute(key, value) for key, value in pairs)
        self._open = spelling.gap.join([f"<{self._name(name)}", *written])

    def _attribute(self, key: str, value: str) -> str:
        if key == "xmlns" and self._prefix:
            key = f"xmlns:{self._prefix[:-1]}"
        quote = self._spelling.quote
        return f"{key}{self._spelling.equals}{quote}{escape(value, _REFERENCES)}{quote}"

    def _end(self, name: str) -> None:
        is_empty = self._open and not self._text
        if is_empty and self._spelling.slash is not None:
            self._pieces.append(self._open + self._spelling.slash)
            self._open = ""
            return
        self._flush(in_text=True)
        self._pieces.append(f"</{self._name(name)}{self._spelling.close}")

    def _flush(self, *, in_text: bool) -> None:
        """Write the start tag that is open, and the text that follows it or another tag."""
        text = "".join(self._text)
        self._text.clear()
        was_open = bool(self._open)
        if was_open:
            self._pieces.append(self._open + self._spelling.close)
            self._open = ""
        if in_text and was_open:
            self._pieces.append(self._spelling.text(text) if text else "")
        else:
            self._pieces.append(escape(text) + (self._spelling.between if was_open else ""))
