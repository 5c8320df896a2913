"""Codes: there, unique, not reserved, and known where another record names them."""

from collections.abc import Iterable
from difflib import get_close_matches

from models.agenda import real_schools
from models.issues import Issue, error, warning
from models.naming import PersonName, twins
from models.problem import ANY, CENTRAL, GROUP, ProblemData


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known code that looks most like a text, if one does."""
    matches = get_close_matches(text, sorted(known), n=1)
    return matches[0] if matches else None


def check_not_empty(data: ProblemData) -> list[Issue]:
    """There is a school, a person and a task."""
    issues = []
    if not real_schools(data):
        issues.append(error("no-schools"))
    if not data.persons:
        issues.append(error("no-persons"))
    if not data.tasks:
        issues.append(error("no-tasks"))
    return issues


def check_duplicates(data: ProblemData) -> list[Issue]:
    """No code stands twice on its sheet."""
    return [
        error("duplicate-code", where, found=code, first=data.where(record, code))
        for record, code, where in data.duplicates
    ]


def check_names(data: ProblemData) -> list[Issue]:
    """No two people have the same name; where they do, their codes tell them apart."""
    return [
        warning(
            "same-name",
            data.where("person", codes[-1], "name"),
            found=name,
            codes=tuple(map(PersonName, codes)),
        )
        for name, codes in twins(data).items()
    ]


def check_reserved_codes(data: ProblemData) -> list[Issue]:
    """No record uses a word that means something else: the pool, the central home, any."""
    records: list[tuple[str, str, tuple[str, ...]]]
    records = [("school", school.code, (CENTRAL, ANY)) for school in data.schools]
    records += [("person", person.code, (GROUP, CENTRAL, ANY)) for person in data.persons]
    records += [("task", task.number, (GROUP, CENTRAL, ANY)) for task in data.tasks]
    return [
        error("reserved-code", data.where(record, code), found=code)
        for record, code, reserved in records
        if code in reserved
    ]


def check_homes(data: ProblemData) -> list[Issue]:
    """Every person's home is a school of the workbook, or the central home.

    Where there is no school at all that is the one cause.
    """
    if not real_schools(data):
        return []
    codes = [*(school.code for school in real_schools(data)), CENTRAL]
    return [
        error(
            "unknown-home",
            data.where("person", person.code, "home"),
            found=person.home,
            expected=tuple(codes),
            nearest=nearest(person.home, codes),
        )
        for person in data.persons
        if person.home and person.home not in codes
    ]


def check_reaches(data: ProblemData) -> list[Issue]:
    """Every unit in a person's reach exists, and every one whose contact she is.

    Where there is no school at all that is the one cause.
    """
    if not real_schools(data):
        return []
    codes = [*(school.code for school in real_schools(data)), GROUP]
    named = [
        (person, field, unit)
        for person in data.persons
        for field, units in (("reach", person.reach.units), ("contact_for", person.contact_for))
        for unit in units
    ]
    return [
        error(
            "unknown-unit",
            data.where("person", person.code, field),
            found=unit,
            expected=tuple(codes),
            nearest=nearest(unit, codes),
        )
        for person, field, unit in named
        if unit not in codes and not (field == "contact_for" and unit == CENTRAL)
    ]


def check_competences(data: ProblemData) -> list[Issue]:
    """Every competence that a task asks is a column of the persons sheet."""
    return [
        error(
            "unknown-competence",
            data.where("task", task.number, "required"),
            found=name,
            expected=data.competences,
            nearest=nearest(name, data.competences),
        )
        for task in data.tasks
        for name in task.required
        if name not in data.competences
    ]
