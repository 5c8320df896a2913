"""The outcome of a screening in Dutch: what to talk about, who carries what alone."""

from collections.abc import Iterable, Iterator, Sequence

from models.problem import Person, PersonCode, ProblemData, UnitCode
from models.screening import LevelDifference, competence_map, helpers
from optimizer.report.document import Block, Bullets, Heading, Paragraph, Table
from optimizer.report.wording import counted

NO_TALK = "Er zijn geen verschillen van twee niveaus of meer."
ALL_IN = "Iedereen heeft geantwoord."


def screening_blocks(
    data: ProblemData, differences: Sequence[LevelDifference], missing: Sequence[Person]
) -> Iterator[Block]:
    """The list to talk about, who has not answered, and the map of competences."""
    names = {person.code: person.name or person.code for person in data.persons}
    yield Heading("Screening van de competenties")
    yield Paragraph(_missing(missing))
    yield Heading("Om te bespreken", 2)
    talk = [each for each in differences if each.is_to_discuss]
    yield _talk_table(talk, names) if talk else Paragraph(NO_TALK)
    yield from map_blocks(data)


def _missing(missing: Sequence[Person]) -> str:
    if not missing:
        return ALL_IN
    who = ", ".join(person.name or person.code for person in missing)
    return f"Nog geen antwoord van {counted(len(missing), 'persoon', 'personen')}: {who}."


def _talk_table(talk: Iterable[LevelDifference], names: dict[PersonCode, str]) -> Table:
    rows = tuple(
        (names[each.person], each.competence, str(each.stated), str(each.own)) for each in talk
    )
    return Table(("wie", "competentie", "in het werkboek", "volgens haar- of hemzelf"), rows)


def map_blocks(data: ProblemData) -> Iterator[Block]:
    """Per competence who can do the work alone, where it hangs on one person, who can help."""
    names = {person.code: person.name or person.code for person in data.persons}
    schools = {school.code: school.name or school.code for school in data.schools}
    found = competence_map(data)
    units = list(next(iter(found.experts.values()), {}))
    yield Heading("Wie kan wat", 2)
    yield Table(
        ("competentie", *(schools[unit] for unit in units)),
        tuple(
            (competence, *(_people(people[unit], names) for unit in units))
            for competence, people in found.experts.items()
        ),
    )
    lines = list(_single_lines(data, names, schools))
    if lines:
        yield Heading("Hangt aan één persoon, of aan niemand", 2)
        yield Bullets(tuple(lines))


def _people(codes: Sequence[PersonCode], names: dict[PersonCode, str]) -> str:
    return ", ".join(names[code] for code in codes) or "niemand"


def _single_lines(
    data: ProblemData, names: dict[PersonCode, str], schools: dict[UnitCode, str]
) -> Iterator[str]:
    found = competence_map(data)
    for competence, unit, person in found.single_points():
        yield f"{competence} in {schools[unit]}: alleen {names[person]}"
    for competence, unit in found.missing():
        able = helpers(data, competence)
        help_text = (
            f"; {_people(able, names)} kan helpen"
            if len(able) == 1
            else (f"; {_people(able, names)} kunnen helpen" if able else "")
        )
        yield f"{competence} in {schools[unit]}: niemand{help_text}"
