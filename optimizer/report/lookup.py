"""What a user means by a code, and the nearest that exist when there is no such code."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from optimizer.report.dutch import in_words
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.references import Codes

MOST_NEAREST = 3
"""Codes that are proposed."""
LEAST_SCORE = 50
"""Of a hundred; what is less alike is not proposed."""


@dataclass(frozen=True)
class LookedUp:
    """The code that was meant; `None` with the nearest codes when there is none.

    `is_vague` tells that the nearest are all that the word can mean, and that it is not said which.
    """

    code: str | None
    nearest: tuple[str, ...] = ()
    is_vague: bool = False


def find(word: str, names: Mapping[str, str]) -> LookedUp:
    """Look a word up among codes with their names: a code, a name, or the part of one name."""
    meant = Codes(names, by_part=True).meant(word)
    if meant:
        return LookedUp(meant[0]) if len(meant) == 1 else LookedUp(None, meant, is_vague=True)
    scores = {code: _likeness(fold(word), code, name) for code, name in names.items()}
    near = sorted((-score, code) for code, score in scores.items() if score >= LEAST_SCORE)
    return LookedUp(None, tuple(code for _, code in near[:MOST_NEAREST]))


def _likeness(word: str, code: str, name: str) -> float:
    """How much a word is like a code, a name or a word of that name, of a hundred."""
    texts = [fold(code), fold(name), *fold(name).split()]
    return max(fuzz.ratio(word, text) for text in texts)


def unknown(kind: str, word: str, found: LookedUp, names: Mapping[str, str]) -> str:
    """That there is no such code, and the nearest ones."""
    near = in_words((f"‘{code}’ ({names[code]})" for code in found.nearest), "of")
    if found.is_vague:
        return f"‘{word}’ kan meer dan één zijn: {near}. Geef de code."
    return f"{kind} ‘{word}’ bestaat niet." + (f" Bedoelt u {near}?" if near else "")
