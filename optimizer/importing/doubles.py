"""One text that names several tasks: ‘Bestellingen en facturen’, ‘Accounts + paswoorden’."""

import re

from optimizer.importing.wording import judge
from optimizer.workbook.read.matching import clean

_STRONG = re.compile(r"\s*[+;]\s*|\s+[/&]\s+")
"""Signs that stand between tasks rather than inside one."""
_WEAK = re.compile(r"\s*,\s+(?:en\s+)?|\s+en\s+|\s*/\s*")
_ASIDE = re.compile(r"[(:]")
_MOST_PARTS = 3
_LEAD = 8
"""So many per cent each part must be more like its task than the whole is like one."""


def split_task(text: str) -> tuple[str, ...]:
    """The tasks that a text names; the text itself when it names one.

    It names several when each part, standing alone, is taken for another task of our list, and
    is clearly more like it than the whole is like any.
    """
    for separator in (_STRONG, _WEAK):
        parts = tuple(part for each in separator.split(text) if (part := clean(each)))
        if _name_tasks(text, parts, weak=separator is _WEAK):
            return tuple(part[0].upper() + part[1:] for part in parts)
    return (text,)


def _name_tasks(text: str, parts: tuple[str, ...], *, weak: bool) -> bool:
    if not 1 < len(parts) <= _MOST_PARTS or (weak and _ASIDE.search(text)):
        return False
    whole = judge(text).match
    least = whole.score + _LEAD if whole else 0
    matches = [match for part in parts if (match := judge(part).match) and match.score >= least]
    return len({match.entry.task.number for match in matches}) == len(parts)
