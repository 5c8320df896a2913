"""XML as raw tokens, and what two lists of them differ in."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

Token = bytes
Predicate = Callable[[Token], bool]

COMMENT = rb"<!--.*?-->|<\?.*?\?>"
"""What says nothing: comments and instructions."""
CDATA = rb"<!\[CDATA\[.*?\]\]>"
TAG = rb"""<[^"'>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'>]*+)*+>"""
TEXT = rb"[^<]++"
PREFIX = rb"(?:[\w.-]+:)?"

_TOKEN = re.compile(b"|".join((COMMENT, CDATA, TAG, TEXT)), re.DOTALL)
_NAME = re.compile(rb"</?" + PREFIX + rb"([\w.-]+)")
_QUALIFIED_NAME = re.compile(rb"<([\w.:-]+)")
_ATTRIBUTE = re.compile(rb"""\s+(?:[^\s=:"']+:)?([^\s=:"']+)\s*=\s*("[^"]*"|'[^']*')""")
_START = re.compile(TAG)
_SELF_CLOSED = re.compile(rb"\s*/?>$")


class ForeignChangeError(Exception):
    """Something changed that a write does not own; `reason` says what, `cell` where."""

    def __init__(self, reason: str, cell: str = "") -> None:
        super().__init__(f"{reason} {cell}".strip())
        self.reason = reason
        self.cell = cell


def split(xml: bytes) -> list[Token]:
    """Tags, texts, comments and instructions; joined they are the input again.

    Raises
    ------
    ForeignChangeError
        The text is not well-formed enough to be split without loss.
    """
    found = _TOKEN.findall(xml)
    if sum(map(len, found)) != len(xml):
        raise ForeignChangeError("malformed")
    return found


def said(token: Token) -> str:
    """The character data of a token; empty for tags, comments and instructions."""
    if token.startswith(b"<"):
        is_data = token.startswith(b"<![CDATA[")
        return token[9:-3].decode("utf-8", "replace") if is_data else ""
    return unescape(token.decode("utf-8", "replace"))


def name(token: Token) -> str:
    """The local name of a tag; empty for what is no tag."""
    match = _NAME.match(token)
    return match[1].decode() if match else ""


def is_closing(token: Token) -> bool:
    """Whether it is an end tag."""
    return token.startswith(b"</")


def opens(token: Token) -> bool:
    """Whether it is a start tag with content to follow."""
    return bool(name(token)) and not is_closing(token) and not token.endswith(b"/>")


def attribute(token: Token, key: str) -> str:
    """The value of an attribute, in any namespace; empty when absent."""
    wanted = key.encode()
    found = (match[2] for match in _ATTRIBUTE.finditer(token) if match[1] == wanted)
    return unescape(next(found, b"''")[1:-1].decode("utf-8", "replace"))


def without(token: Token, *keys: str) -> Token:
    """A tag without some attributes, and without the difference between `<a/>` and `<a>`."""
    gone = {key.encode() for key in keys}

    def kept(match: re.Match[bytes]) -> bytes:
        return b"" if match[1] in gone else match[0]

    return _SELF_CLOSED.sub(b">", _ATTRIBUTE.sub(kept, token) if gone else token)


def mapped(token: Token, key: str, change: Callable[[str], str]) -> Token:
    """A tag with the value of one attribute changed."""
    value = attribute(token, key)
    return without(token, key) + change(value).encode() if value else token


def start_tag(xml: bytes) -> Token:
    """The tag with which an element begins; empty for no element."""
    found = _START.match(xml)
    return found[0] if found else b""


def element(xml: bytes, kind: str) -> bytes:
    """The first element of this name in some XML, as it stands; empty when there is none."""
    tokens = iter(split(xml))
    return next((each for each in folded(tokens, {kind}) if name(each) == kind), b"")


def folded(tokens: Iterable[Token], names: Container[str]) -> Iterator[Token]:
    """The tokens with every element of these names as one token."""
    held: list[Token] = []
    depth = 0
    for token in tokens:
        if held or (name(token) in names and opens(token)):
            held.append(token)
            depth += 1 if opens(token) else -1 if is_closing(token) else 0
        if not held:
            yield token
        elif not depth:
            yield b"".join(held)
            held = []
    yield from held


def spelled_out(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with `<a/>` as the two tags that it stands for."""
    for token in tokens:
        match = _QUALIFIED_NAME.match(token)
        if match and token.endswith(b"/>"):
            yield token[:-2].rstrip() + b">"
            yield b"</" + match[1] + b">"
        else:
            yield token


@dataclass(frozen=True)
class Run:
    """Tokens that came, side by side, and the token that follows them."""

    tokens: tuple[Token, ...]
    following: Token

    @property
    def is_appended(self) -> bool:
        """Whether they stand last inside their element."""
        return is_closing(self.following)


@dataclass(frozen=True)
class Differences:
    """What came and what went, everything else being equal and in the same order."""

    came: tuple[Run, ...] = ()
    went: tuple[Token, ...] = ()


def compare(old: Sequence[Token], new: Sequence[Token], may_go: Predicate) -> Differences:
    """What has to be added to, and left out of, the old tokens to get the new ones.

    Raises
    ------
    ForeignChangeError
        An old token that may not go is not there any more.
    """
    came: list[Run] = []
    went: list[Token] = []
    place = 0
    for token in old:
        start = place
        if start < len(new) and new[start] == token:
            place += 1
            continue
        if may_go(token):
            went.append(token)
            continue
        place = _find(new, token, start)
        came.append(Run(tuple(new[start:place]), token))
        place += 1
    if place < len(new):
        came.append(Run(tuple(new[place:]), b""))
    return Differences(tuple(came), tuple(went))


def _find(tokens: Sequence[Token], wanted: Token, start: int) -> int:
    found = next((i for i in range(start, len(tokens)) if tokens[i] == wanted), None)
    if found is None:
        raise ForeignChangeError(f"changed: {name(wanted) or 'text'}")
    return found
