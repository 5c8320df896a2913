"""Where people may work."""

from models.problem import CENTRAL, GROUP, Person, UnitCode
from models.vocabulary import ReachKind


def in_reach(person: Person, unit: UnitCode) -> bool:
    """Whether the person may work at the unit."""
    if person.reach.kind is ReachKind.ALL:
        return True
    at_group = person.home == CENTRAL and unit == GROUP
    if person.reach.kind is ReachKind.OWN:
        return at_group or unit == person.home
    return at_group or unit in person.reach.units
