"""A text in blocks, for whichever format it is written in."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is that of the document or of one of its parts."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under headers."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bar:
    """A part of a whole, both in the same unit, with the words for both."""

    label: str
    part: int
    whole: int
    words: str


@dataclass(frozen=True)
class Bars:
    """A figure: bars under one another, the longest whole as wide as the page allows."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def table(self) -> Table:
        """The same in words, for where nothing is drawn."""
        return Table((self.title, "deel", "van", ""), tuple(
            (bar.label, str(bar.part), str(bar.whole), bar.words) for bar in self.bars
        ))  # fmt: skip


Block = Heading | Paragraph | Bullets | Table | Bars


def markdown(blocks: Iterable[Block]) -> str:
    """The text as Markdown; what has a meaning there is escaped."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_escaped(text)}"
        case Paragraph(text):
            return _escaped(text)
        case Bullets(items):
            return "\n".join(f"- {_escaped(item)}" for item in items)
        case Bars():
            return _markdown(block.table)
        case Table(headers, rows):
            rule = ("---",) * len(headers)
            return "\n".join(_row(row) for row in (headers, rule, *rows))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    """One line in which names that hold signs of Markdown stay as they are."""
    line = " ".join(text.split())
    for sign in "\\`*_[]<>|#":
        line = line.replace(sign, f"\\{sign}")
    return line if line[:2] not in ("- ", "+ ") else f"\\{line}"
