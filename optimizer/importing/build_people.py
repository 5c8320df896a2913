"""The people of the new workbook: as far as the overview tells of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.problem import Person, PersonCode, Reach, TaskNumber, UnitCode
from models.vocabulary import Diploma, ReachKind, Role
from optimizer.importing.roster import Colleague, Roster
from optimizer.workbook.read.matching import fold

_ICT_ROLES = frozenset(
    {Role.TECHNICAL_COORDINATOR, Role.PEDAGOGICAL_COORDINATOR, Role.HEAD, Role.SUPPORT}
)
"""Roles whose hours are those of an ICT appointment; those of others come from elsewhere."""
_CODE_LETTERS = "MWKQ"
"""Letters for the codes of people: none that our tasks have, and the first that none here has."""


def build_people(
    roster: Roster, numbers: Sequence[TaskNumber], units: Mapping[str, UnitCode]
) -> dict[str, Person]:
    """A record per name; `units` are the codes of the schools by their folded names."""
    used = {fold(number)[:1] for number in numbers}
    letter = next((each for each in _CODE_LETTERS if each.casefold() not in used), "MW")
    return {
        each.name: _person(PersonCode(f"{letter}{place}"), each, units)
        for place, each in enumerate(roster.people, start=1)
    }


def _person(code: PersonCode, colleague: Colleague, units: Mapping[str, UnitCode]) -> Person:
    """A person without competences, and without hours where no list of people gives them."""
    role = colleague.likely_role
    at = [units[fold(school)] for school, _ in colleague.schools.most_common()]
    home = at[0] if at else next(iter(units.values()))
    person = Person(code, colleague.name, home, role, Diploma.HSO, reach=_reach(at, len(units)))
    if colleague.hours is None:
        return person
    if colleague.teaching:
        return replace(person, bpt_hours=colleague.hours)
    if role in _ICT_ROLES:
        return replace(person, ict_hours=colleague.hours)
    return replace(person, other_hours=colleague.hours)


def _reach(at: Sequence[UnitCode], schools: int) -> Reach:
    """Where somebody works: the schools of the overview where a task is theirs."""
    if len(at) < 2:
        return Reach()
    return (
        Reach(ReachKind.ALL) if len(at) == schools else Reach(ReachKind.LISTED, tuple(sorted(at)))
    )
