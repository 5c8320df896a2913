"""Sentences for prices, refusals and questions: exact and upper limits apart."""

import pytest

from models.outcome import Certainty, LevelPrice
from models.result import LevelResult
from models.settings import Level
from models.why import BarrierKind, GroundKind
from optimizer.report.lookup import LookedUp, find, unknown
from optimizer.report.why_text import BARRIERS, GROUNDS, describe_prices


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
        (Certainty.EXACT, 4, 7, "dekking +3"),
        (Certainty.EXACT, 7, 4, "dekking -3"),
        (Certainty.AT_MOST, 4, 7, "dekking hoogstens +3"),
        (Certainty.AT_MOST, 7, 4, "dekking minstens 3 beter"),
        (Certainty.EXACT, 4, 4, "kost niets: elk niveau blijft gelijk"),
    ],
)
def test_prices(certainty: Certainty, before: int, after: int, told: str) -> None:
    assert describe_prices([price(before, after, certainty)]) == told


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


def test_the_nearest_are_proposed_and_nothing_that_is_far() -> None:
    near = find("Denkbeld", NAMES)
    assert near.code is None and near.nearest[0] == "P2"
    assert unknown("Persoon", "Denkbeld", near, NAMES).startswith(
        "Persoon ‘Denkbeld’ bestaat niet. Bedoelt u ‘P2’ (Bram Denkbeeld)"
    )
    assert unknown("Persoon", "zzzzzz", find("zzzzzz", NAMES), NAMES) == (
        "Persoon ‘zzzzzz’ bestaat niet."
    )
