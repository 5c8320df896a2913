"""One rule, one list of places: every family of hard rules stands in every registry."""

from collections.abc import Mapping

import pytest

from models.explanation import Family
from models.fact_sources import FIELDS
from models.verification.rules import CHECKS
from optimizer.construct.fits import FITS
from optimizer.construct.fits.fit import Fit, Limit
from optimizer.explain.explain import LIMIT_REASONS
from optimizer.explain.explain_people import LIMITS
from optimizer.report.rule_words import RULE_WORDS
from optimizer.solver.model.constraints import CONSTRAINTS

REGISTRIES: Mapping[str, Mapping[Family, object]] = {
    "model": CONSTRAINTS,
    "checker": CHECKS,
    "fits": FITS,
    "cell": FIELDS,
    "words": RULE_WORDS,
}
WITHOUT_FACTS = frozenset({Family.ELIGIBILITY, Family.OUTSOURCING, Family.TRAVEL})
"""Families that hold in every model, so that they never clash as a fact of their own."""
OF_THE_WHOLE = frozenset({Family.PRESENCE, Family.CHANGES})
"""Families that a plan made by hand is only judged by when it is there."""


@pytest.mark.parametrize("family", Family)
@pytest.mark.parametrize("place", REGISTRIES)
def test_every_rule_stands_in_every_registry(place: str, family: Family) -> None:
    assert family in REGISTRIES[place], f"rule {family} is missing in the registry of {place}"


@pytest.mark.parametrize("family", Family)
def test_a_rule_that_can_clash_has_a_sentence_and_the_others_have_none(family: Family) -> None:
    assert bool(RULE_WORDS[family].facts) == (family not in WITHOUT_FACTS)


@pytest.mark.parametrize("family", Family)
def test_a_rule_says_what_fits_by_hand(family: Family) -> None:
    assert (FITS[family] == Fit()) == (family in OF_THE_WHOLE)


@pytest.mark.parametrize("limit", Limit)
def test_every_limit_has_one_rule_and_a_reason(limit: Limit) -> None:
    """All rules about who works together are one limit."""
    assert sum(limit in fit.limits for fit in FITS.values()) == (limit is not Limit.TOGETHER)
    assert limit in LIMITS
    # Whoever has no hours left is told of by other reasons.
    assert (limit in LIMIT_REASONS) == (limit is not Limit.CAPACITY)
