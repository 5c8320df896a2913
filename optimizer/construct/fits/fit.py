"""What a rule says to who makes a plan by hand: the shape of an entry of the registry."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.agenda import TaskInstance
from models.instance import Instance
from models.problem import Person, PersonCode
from optimizer.construct.draft import Draft
from optimizer.construct.ledger import Ledger


class Limit(StrEnum):
    """What can keep a person from more hours on a task, in the order in which it is looked at."""

    PIN = "pin"
    CAPACITY = "capacity"
    FUNDING = "funding"
    MAX_TASKS = "max_tasks"
    MAX_SCHOOLS = "max_schools"
    TOGETHER = "together"
    LEAD_SHARE = "lead_share"
    SHARE = "share"
    MONTH = "month"
    ENVELOPE = "envelope"
    TRAVEL = "travel"


Most = Callable[[Ledger, TaskInstance, Person, int], int]
"""The most of so many grains that a person may add to a task, beside what is booked."""
Joins = Callable[[Instance, TaskInstance, PersonCode, Collection[PersonCode]], bool]
"""Whether a person may work on a task together with others."""
Holds = Callable[[Ledger, Draft], bool]
"""Whether a task that is done like this, beside what is booked, keeps the rule."""


@dataclass(frozen=True)
class Fit:
    """How a rule is kept while a plan is made by hand; what it leaves open the checker judges.

    Attributes
    ----------
    limits
        What the rule lets a person add to a task.
    joins
        Who may work together; `None` when the rule says nothing of that.
    holds
        What the rule asks of a task as a whole; `None` when it asks nothing of that.
    """

    limits: Mapping[Limit, Most] = field(default_factory=dict)
    joins: Joins | None = None
    holds: Holds | None = None
