"""Rows that are no tasks, by their words: totals, legends, and notes at the foot of a list."""

import re
from collections.abc import Mapping

from optimizer.importing import words
from optimizer.importing.legend import legend_parts
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

_LEGEND_LINE = re.compile(r"\S{1,12}\s*=\s*\S.*")
_FOOTER_MARK = re.compile(r"[:\d]")
MOST_LEGEND_WORDS = 4
"""A longer text explains no colour or sign."""


def is_total(texts: Mapping[int, str], cells: Mapping[int, RawCell]) -> bool:
    """Whether a row adds up: it says so, and a word that can begin a task needs a number too."""
    start = {found[0] for text in texts.values() if (found := fold(text).split())}
    numbers = any(isinstance(cell.value, int | float) for cell in cells.values())
    return bool(start & words.TOTAL_WORDS) or (numbers and bool(start & words.COUNT_WORDS))


def is_legend(text: str) -> bool:
    """Whether a text explains a sign or a colour: ‘Legende’, ‘V = verantwoordelijke’."""
    found = fold(text).split()
    if not found:
        return False
    short = len(found) <= MOST_LEGEND_WORDS
    named = is_legend_title(text) or (short and found[0] in words.CORE_WORDS)
    return named or _LEGEND_LINE.fullmatch(text) is not None or any(legend_parts(text))


def is_legend_title(text: str) -> bool:
    """Whether a text only announces what signs or colours mean."""
    found = fold(text).replace(":", " ").split()
    return bool(found) and len(found) <= MOST_LEGEND_WORDS and found[0] in words.LEGEND_WORDS


def is_footer(text: str) -> bool:
    """Whether a text is about the overview itself: ‘Versie 3, september’, ‘Opgemaakt door: …’."""
    found = fold(text).replace(":", " ").split()
    return bool(found) and found[0] in words.FOOTER_WORDS and bool(_FOOTER_MARK.search(text))
