"""Sentences for prices, refusals and questions: exact and upper limits apart."""

import pytest

from models.outcome import Certainty, LevelPrice
from models.result import LevelResult
from models.settings import Level
from models.why import BarrierKind, GroundKind
from optimizer.report.level_text import LevelWords
from optimizer.report.lookup import LookedUp, find, unknown
from optimizer.report.why_text import BARRIERS, GROUNDS


def price(before: int, after: int, certainty: Certainty = Certainty.EXACT) -> LevelPrice:
    level = Level.COVERAGE
    old, new = (LevelResult(level, value, value, final=value) for value in (before, after))
    return LevelPrice(level, old, new, certainty)


def test_every_ground_and_barrier_is_worded() -> None:
    assert set(GroundKind) == GROUNDS.keys()
    assert set(BarrierKind) == BARRIERS.keys()


@pytest.mark.parametrize(
    ("certainty", "before", "after", "told"),
    [
        (Certainty.EXACT, 4, 7, "dekking +12 gewogen uur"),
        (Certainty.EXACT, 7, 4, "dekking -12 gewogen uur"),
        (Certainty.AT_MOST, 4, 7, "dekking hoogstens +12 gewogen uur"),
        (Certainty.AT_MOST, 7, 4, "dekking minstens 12 gewogen uur beter"),
        (Certainty.EXACT, 4, 4, "kost niets: elk doel blijft gelijk"),
    ],
)
def test_prices(certainty: Certainty, before: int, after: int, told: str) -> None:
    assert LevelWords(4).prices([price(before, after, certainty)]) == told


def test_the_slack_of_fairness_is_no_loss_where_nothing_is_proven() -> None:
    before = LevelResult(Level.FAIRNESS, 10, 0, final=30)
    within = LevelResult(Level.FAIRNESS, 55, 0, final=55)
    beyond = LevelResult(Level.FAIRNESS, 70, 0, final=70)
    costs = [
        LevelPrice(Level.FAIRNESS, before, after, Certainty.AT_MOST, slack=50).counted
        for after in (within, beyond)
    ]
    assert costs == [0, 40]


NAMES = {"P1": "Noor Voorbeeld", "P2": "Bram Denkbeeld"}


@pytest.mark.parametrize("word", ["p1", "noor voorbeeld", "Noor  Voorbeeld"])
def test_codes_and_names_are_found_whatever_their_case(word: str) -> None:
    assert find(word, NAMES) == LookedUp("P1")


@pytest.mark.parametrize(
    ("word", "code", "nearest"),
    [
        ("Noor", "P1", ()),
        ("denkbeeld", "P2", ()),
        ("Lies Linde", None, ("P3", "P4")),
        ("Linde", None, ("P3", "P4")),
        ("P4", "P4", ()),
    ],
)
def test_a_part_of_a_name_is_enough_where_it_is_one_persons(
    word: str, code: str | None, nearest: tuple[str, ...]
) -> None:
    names = NAMES | {"P3": "Lies Linde", "P4": "Lies Linde"}
    found = find(word, names)
    assert (found.code, found.nearest) == (code, nearest)
    if code is None:
        assert unknown("Persoon", word, found, names) == (
            f"‘{word}’ kan meer dan één zijn: ‘P3’ (Lies Linde) of ‘P4’ (Lies Linde). Geef de code."
        )


def test_the_nearest_are_proposed_and_nothing_that_is_far() -> None:
    near = find("Denkbeld", NAMES)
    assert near.code is None and near.nearest[0] == "P2"
    assert unknown("Persoon", "Denkbeld", near, NAMES).startswith(
        "Persoon ‘Denkbeld’ bestaat niet. Bedoelt u ‘P2’ (Bram Denkbeeld)"
    )
    assert unknown("Persoon", "zzzzzz", find("zzzzzz", NAMES), NAMES) == (
        "Persoon ‘zzzzzz’ bestaat niet."
    )
