"""A level that is priced while the levels before it are searched: that takes long."""

from collections.abc import Mapping
from dataclasses import replace

from models.settings import Level
from optimizer.cpsat.field import Field
from optimizer.cpsat.patience import Patience, begin
from optimizer.cpsat.pricing import Pricing


class PricedAhead:
    """The prices of a level, on their way; levels before it are assumed to be worth at most this.

    When one of them gets better nothing that is proven changes; should one get worse, it no longer
    holds.
    """

    def __init__(self, assumed: Mapping[Level, int], field: Field) -> None:
        self._assumed = assumed
        # One thread: the search has the others.
        options = replace(field.options, threads=1)
        self._field = replace(field, options=options, tell=lambda left: None)
        self._answer = begin(self._priced)

    def _priced(self) -> Pricing:
        """The prices as soon as they are there; a bound in whole numbers is then on its way."""
        field = self._field
        pricing = Pricing(field, Patience(field.options, field.stop, field.tell))
        pricing.count()
        return pricing

    def pricing(self, held: Mapping[Level, int], patience: Patience) -> Pricing | None:
        """The prices, when levels are held to these values; `None` when they do not hold."""
        if any(held[level] > worth for level, worth in self._assumed.items()):
            return None
        return patience.wait(self._answer, patience.left)
