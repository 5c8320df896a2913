"""The hard rules in the order of the model, one check per family."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from models.explanation import Family
from models.verification import rules_changes, rules_roles, rules_work
from models.verification.facts import Facts
from models.verification.outcome import Violation
from models.verification.world import World


class Rule(NamedTuple):
    """A family and the function that finds its violations."""

    family: Family
    check: Callable[[World, Facts], Iterator[Violation]]


RULES: tuple[Rule, ...] = (
    Rule(Family.DEMAND, rules_work.check_demand),
    Rule(Family.CAPACITY, rules_work.check_capacity),
    Rule(Family.ENVELOPE, rules_work.check_envelope),
    Rule(Family.ELIGIBILITY, rules_work.check_eligibility),
    Rule(Family.SPLIT, rules_work.check_split),
    Rule(Family.LEAD, rules_roles.check_lead),
    Rule(Family.BACKUP, rules_roles.check_backup),
    Rule(Family.OUTSOURCING, rules_roles.check_outsourcing),
    Rule(Family.FOCUS, rules_roles.check_focus),
    Rule(Family.TRAVEL, rules_work.check_travel),
    Rule(Family.PINS, rules_roles.check_pins),
    Rule(Family.PRESENCE, rules_work.check_presence),
    Rule(Family.CHANGES, rules_changes.check_changes),
)
