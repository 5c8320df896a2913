"""What a user means by a code, and the nearest that exist when there is no such code."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from optimizer.workbook.read.matching import fold

MOST_NEAREST = 3
"""Codes that are proposed."""
LEAST_SCORE = 50
"""Of a hundred; what is less alike is not proposed."""


@dataclass(frozen=True)
class LookedUp:
    """The code that was meant; `None` with the nearest codes when there is none."""

    code: str | None
    nearest: tuple[str, ...] = ()


def find(word: str, names: Mapping[str, str]) -> LookedUp:
    """Look a word up among codes with their names: the code itself, or the whole name."""
    for code, name in names.items():
        if fold(word) in (fold(code), fold(name)):
            return LookedUp(code)
    scores = {code: _likeness(fold(word), code, name) for code, name in names.items()}
    near = sorted((-score, code) for code, score in scores.items() if score >= LEAST_SCORE)
    return LookedUp(None, tuple(code for _, code in near[:MOST_NEAREST]))


def _likeness(word: str, code: str, name: str) -> float:
    """How much a word is like a code, a name or a word of that name, of a hundred."""
    texts = [fold(code), fold(name), *fold(name).split()]
    return max(fuzz.ratio(word, text) for text in texts)


def unknown(kind: str, word: str, found: LookedUp, names: Mapping[str, str]) -> str:
    """That there is no such code, and the nearest ones."""
    near = " of ".join(f"‘{code}’ ({names[code]})" for code in found.nearest)
    return f"{kind} ‘{word}’ bestaat niet." + (f" Bedoelt u {near}?" if near else "")
