"""The hard rules in the order of the model, one check per family."""

from collections.abc import Callable, Iterator, Mapping

from models.explanation import Family
from models.verification import rules_changes, rules_months, rules_roles, rules_work
from models.verification.facts import Facts
from models.verification.outcome import Violation
from models.verification.world import World

Check = Callable[[World, Facts], Iterator[Violation]]
CHECKS: Mapping[Family, Check] = {
    Family.DEMAND: rules_work.check_demand,
    Family.CHOICE: rules_work.check_choice,
    Family.CAPACITY: rules_work.check_capacity,
    Family.ENVELOPE: rules_work.check_envelope,
    Family.ELIGIBILITY: rules_work.check_eligibility,
    Family.SPLIT: rules_work.check_split,
    Family.LEAD: rules_roles.check_lead,
    Family.BACKUP: rules_roles.check_backup,
    Family.OUTSOURCING: rules_roles.check_outsourcing,
    Family.FOCUS: rules_roles.check_focus,
    Family.TRAVEL: rules_work.check_travel,
    Family.PINS: rules_roles.check_pins,
    Family.APART: rules_work.check_apart,
    Family.MONTHS: rules_months.check_months,
    Family.PRESENCE: rules_work.check_presence,
    Family.CHANGES: rules_changes.check_changes,
}
"""Finds the violations of a family."""
