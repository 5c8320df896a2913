"""A paper: a text in blocks with the name of its file."""

import re
import unicodedata
from dataclasses import dataclass

from optimizer.report.document import Block

_MOST_LETTERS = 60
"""Of a file's name: Windows counts the folders above it within 260 letters."""


@dataclass(frozen=True)
class Paper:
    """One paper; `stem` is the name of its file without the ending."""

    stem: str
    title: str
    blocks: tuple[Block, ...]


def file_stem(*words: str) -> str:
    """A name that every file system takes: plain letters, digits, dashes."""
    joined = "_".join(word for word in words if word)
    plain = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w-]+", "-", plain).strip("-_")[:_MOST_LETTERS] or "blad"
