"""Words that look the same to a user, and words that nearly do."""

import pytest

from optimizer.workbook.read.matching import clean, fold, letters_apart, near_miss


@pytest.mark.parametrize(
    "written",
    [
        "akkoord lokaal comité",
        "Akkoord\nlokaal  comité",
        "AKKOORD\u00a0LOKAAL COMITE ",
        "akkoord lokaal comite\u0301:",
    ],
)
def test_same_to_the_eye(written: str) -> None:
    assert fold(written) == "akkoord lokaal comite"


def test_dashes_and_ampersand() -> None:
    assert fold("BPT\u2011uren") == fold("bpt-uren")
    assert fold("Beleid & visie") == fold("beleid en visie")
    assert fold("–") == "-"


def test_clean_keeps_case_and_accents() -> None:
    assert clean("  Ren\u0065\u0301\u00a0 B. \u200b") == "René B."


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [("piek", "piek", 0), ("piek", "peik", 1), ("tarief", "tarif", 1), ("wie", "", 3)],
)
def test_letters_apart(first: str, second: str, apart: int) -> None:
    assert letters_apart(first, second) == apart


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("priorteit", "prioriteit"),
        ("prioriteiten", "prioriteit"),  # two letters off
        ("prioriteiten!", None),  # three
        ("piek", None),  # the same word is no miss
        ("peik", "piek"),
        ("pienk", "piek"),
        ("nt", None),  # too short to tell
    ],
)
def test_near_miss(word: str, expected: str | None) -> None:
    assert near_miss(word, ["prioriteit", "piek", "nr"]) == expected
