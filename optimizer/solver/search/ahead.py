"""A level that is priced while the levels before it are searched: that takes long."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace

from models.settings import Level
from optimizer.solver.patience import Patience, begin
from optimizer.solver.search.field import Field
from optimizer.solver.search.pricing import Pricing


class PricedAhead:
    """The prices of a level, on their way; levels before it are assumed to be worth at most this.

    When one of them gets better nothing that is proven changes; should one get worse, it no longer
    holds. A search may begin as soon as anything is known: what the relaxation would do gets better
    meanwhile, and so does the bound.
    """

    def __init__(self, assumed: Mapping[Level, int], field: Field) -> None:
        self._assumed = assumed
        # One thread: the search has the others.
        options = replace(field.options, threads=1)
        self._field = replace(field, options=options, tell=lambda left: None)
        self._known: Future[Pricing] = Future()
        begin(self._price)

    def _price(self) -> None:
        field = self._field
        try:
            pricing = Pricing(field, Patience(field.options, field.stop, field.tell), self._learnt)
        except BaseException as failure:  # handed to whoever waits
            if not self._known.done():
                self._known.set_exception(failure)
        else:
            self._learnt(pricing)

    def _learnt(self, pricing: Pricing) -> None:
        if not self._known.done():
            self._known.set_result(pricing)

    def end(self, patience: Patience) -> None:
        """Wait until all is priced, or the time is over."""
        pricing = patience.wait(self._known, patience.left)
        if pricing is not None:
            patience.wait(pricing.ended, patience.left)

    def pricing(self, held: Mapping[Level, int], patience: Patience) -> Pricing | None:
        """The pricing as far as it has come, when levels are held to these values.

        `None` when it does not hold for these. In deterministic mode it has come to its end: how
        far it is by now depends on the machine.
        """
        if any(held[level] > worth for level, worth in self._assumed.items()):
            return None
        if self._field.options.deterministic:
            self.end(patience)
        return patience.wait(self._known, patience.left)
