"""The hard rules, one family a module, in the order of `docs/model.md`."""

from collections.abc import Callable, Mapping

from models.explanation import Family
from optimizer.solver.model.constraints import (
    apart,
    backup,
    capacity,
    changes,
    choice,
    demand,
    envelope,
    focus,
    lead,
    months,
    outsourcing,
    pins,
    presence,
    split,
    travel,
)
from optimizer.solver.model.context import Context

Add = Callable[[Context], None]
CONSTRAINTS: Mapping[Family, Add | None] = {
    Family.DEMAND: demand.add,
    Family.CHOICE: choice.add,
    Family.TRAVEL: travel.add,
    Family.CAPACITY: capacity.add,
    Family.ENVELOPE: envelope.add,
    # By construction: a pair that is not eligible has no variables.
    Family.ELIGIBILITY: None,
    Family.SPLIT: split.add,
    Family.LEAD: lead.add,
    Family.BACKUP: backup.add,
    Family.OUTSOURCING: outsourcing.add,
    Family.FOCUS: focus.add,
    Family.PINS: pins.add,
    Family.APART: apart.add,
    Family.MONTHS: months.add,
    Family.PRESENCE: presence.add,
    Family.CHANGES: changes.add,
}
"""Adds a family's rules to a model, in this order; `None` when the variables keep it already."""
