"""How a problem without a plan can be repaired: facts without prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from models.changes import Change, Value
from models.explanation import Conflict, Fact
from models.issues import CellRef
from models.settings import Level


@dataclass(frozen=True)
class Repair:
    """One edit of one cell that makes a conflict vanish.

    Attributes
    ----------
    change
        The edit; `where` is its cell and `before` what stands there.
    fact
        The fact of the conflict that it loosens.
    size
        How much the edit changes: the step in the cell's own unit relative to what stands there.
    levels
        What the plan is worth that was found with this edit, while no other conflict asks
        anything; computed by the checker.
    proven
        The levels of which it is proven, with all before them, that no plan is worth less.
    """

    change: Change
    fact: Fact
    where: CellRef
    before: Value
    size: Fraction
    levels: Mapping[Level, int] = field(hash=False)
    proven: frozenset[Level]


@dataclass(frozen=True)
class Contradiction:
    """A conflict with its cheapest repairs, the best first; `is_exhaustive` when all were tried."""

    conflict: Conflict
    repairs: tuple[Repair, ...]
    is_exhaustive: bool = True


@dataclass(frozen=True)
class Contradictions:
    """All conflicts of a problem.

    Attributes
    ----------
    found
        The conflicts, each with its repairs; empty when a plan exists.
    is_complete
        Whether there are no others: without what these ask, a plan exists.
    together
        A repair of each: after all of them a plan exists. Empty when there is no such choice
        among the repairs. Any single repair may be replaced by another of the same conflict.
    """

    found: tuple[Contradiction, ...]
    is_complete: bool
    together: tuple[Repair, ...] = ()

    def repairs(self) -> tuple[Repair, ...]:
        """All repairs, numbered from 1 in this order."""
        return tuple(repair for each in self.found for repair in each.repairs)
