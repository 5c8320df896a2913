"""XML as raw tokens, and what two lists of them differ in."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

Token = bytes
Predicate = Callable[[Token], bool]

_TOKEN = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"""|<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>|[^<]+""",
    re.DOTALL,
)
_NAME = re.compile(rb"</?(?:[\w.-]+:)?([\w.-]+)")
_QUALIFIED_NAME = re.compile(rb"<([\w.:-]+)")
_ATTRIBUTE = rb"""\s+(?:[\w.-]+:)?%s\s*=\s*("[^"]*"|'[^']*')"""
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
    match = re.search(_ATTRIBUTE % key.encode(), token)
    return unescape(match[1][1:-1].decode("utf-8", "replace")) if match else ""


def without(token: Token, *keys: str) -> Token:
    """A tag without some attributes, and without the difference between `<a/>` and `<a>`."""
    for key in keys:
        token = re.sub(_ATTRIBUTE % key.encode(), b"", token)
    return _SELF_CLOSED.sub(b">", token)


def mapped(token: Token, key: str, change: Callable[[str], str]) -> Token:
    """A tag with the value of one attribute changed."""
    value = attribute(token, key)
    return without(token, key) + change(value).encode() if value else token


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
