"""The kernel of a large model: the pairs that the relaxation would use.

Of the thousands of pairs of a task and a person, a good plan uses some hundreds. Prices tell which;
a solver looks for the best plan among these (Angelelli, Mansini & Speranza, 2010).
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from optimizer.solver.matrix.linear import Numbers
from optimizer.solver.patience import Patience
from optimizer.solver.search.field import Field
from optimizer.solver.search.guides import guided
from optimizer.solver.search.kernel_search import Amounts, KernelSearch
from optimizer.solver.search.pricing import Pricing

WAITING_SHARE = 0.2
"""Part of the time that is left for the end of a pricing that goes on beside the search."""


class Kernel:
    """The pairs that matter for one level, or for some at once.

    They are priced at once, unless a `pricing` of a like model is given: with columns of the same
    meaning, and nothing proven of it that is not so of this model. It may still be going on. Its
    bound in whole numbers is counted at once, unless somebody else does: then that is `counted`.

    Attributes
    ----------
    bound
        What no plan goes below: proven.
    pricing
        What it knows of prices.
    """

    def __init__(
        self, field: Field, pricing: Pricing | None = None, counted: Future[int] | None = None
    ) -> None:
        self._field = field
        self._patience = Patience(field.options, field.stop, field.tell)
        self.pricing = pricing or Pricing(field, self._patience)
        self._counted = counted
        seen = guided(field.model, field.guide, field.values)
        self._search = KernelSearch(seen, field, self._patience)
        self.bound = self.pricing.bound

    @property
    def pairs(self) -> Numbers:
        """The pairs of the kernel."""
        return self.pricing.pairs

    @property
    def spent(self) -> float:
        """Seconds that it has taken; in deterministic mode what its search took of the limit."""
        is_counted = self._field.options.deterministic
        return self._search.spent if is_counted else self._patience.passed

    def best(self) -> Numbers:
        """The best values found in the kernel; those at the start when none are better."""
        if self._field.near:
            return self._found(partial(self._search.neared, guess=self._guess, known=self._known))
        return self._found(partial(self._search.improved, pairs=self.pairs))

    def draft(self) -> Numbers:
        """Values near what the relaxation would do; a large kernel's may ask for too much."""
        return self._found(partial(self._search.drafted, guess=self._guess(), pairs=self.pairs))

    def _guess(self) -> Amounts:
        """What the relaxation would do, as far as it is known by now."""
        return self.pricing.guess

    def _known(self) -> Amounts:
        """The same when all is priced, or as long as that is worth waiting for."""
        self._patience.wait(self.pricing.ended, WAITING_SHARE * self._patience.left)
        return self._guess()

    def _found(self, search: Callable[[Numbers], Numbers]) -> Numbers:
        """What a search finds from the values at the start, while a bound is counted beside it."""
        values = self._field.values
        if not self._has_to_search:
            return values
        counted = self._counted or self.pricing.count()
        found = search(values)
        self._judge(found, self._patience.wait(counted, self._patience.left) or 0)
        return found

    def _judge(self, found: Numbers, counted: int) -> None:
        """Take what is proven by now; believe a counted bound unless there is a plan below it."""
        self.bound = max(self.bound, self.pricing.bound)
        model = self._field.model
        worth = [model.value(each) for each in (found, self._field.values) if model.allows(each)]
        if counted <= min(worth, default=counted):
            self.bound = max(self.bound, counted)

    @property
    def _has_to_search(self) -> bool:
        """Not without a relaxation in time: nothing is known then but the pairs in use."""
        model, values = self._field.model, self._field.values
        is_proven = model.value(values) <= self.bound and model.allows(values)
        return not (self.pricing.is_blind or is_proven)
