"""The outcome of a screening in Dutch: what to talk about, who carries what alone."""

from collections.abc import Iterable, Iterator, Sequence

from models.problem import Person, PersonCode, ProblemData, UnitCode
from models.screening import (
    EXPERT_FROM,
    CompetenceMap,
    LevelDifference,
    competence_map,
    helpers,
)
from optimizer.report.document import Block, Bullets, Heading, Paragraph, Table
from optimizer.report.dutch import in_words
from optimizer.report.wording import counted

NO_TALK = "Er zijn geen verschillen van twee niveaus of meer."
ALL_IN = "Iedereen heeft geantwoord."
TAKEN_OVER = (
    "De eigen inschattingen zijn overgenomen op Personen (zelf_telt op Instellingen is ja)."
)
NOT_TAKEN_OVER = (
    "Op Personen is niets veranderd: het oordeel van het diensthoofd telt (zelf_telt op "
    "Instellingen is nee)."
)
MAP_HELP = f"Wie het werk zelfstandig doet (niveau {EXPERT_FROM} of meer), en hoeveel dat er zijn."
MOST_HELPERS = 3
"""The strongest that are named as a help; who wants more reads the map."""
MOST_SCHOOLS = 5
"""Schools that go beside one another on a page, each with names; of more their codes are listed."""


def screening_blocks(
    data: ProblemData,
    differences: Sequence[LevelDifference],
    missing: Sequence[Person],
    *,
    taken_over: bool,
) -> Iterator[Block]:
    """The list to talk about, who has not answered, and the map of competences."""
    names = _names(data)
    yield Heading("Screening van de competenties")
    yield Paragraph(_missing(missing))
    yield Paragraph(TAKEN_OVER if taken_over else NOT_TAKEN_OVER)
    yield Heading("Om te bespreken", 2)
    talk = [each for each in differences if each.is_to_discuss]
    yield _talk_table(talk, names) if talk else Paragraph(NO_TALK)
    yield from map_blocks(data)


def _names(data: ProblemData) -> dict[PersonCode, str]:
    return {person.code: person.name or person.code for person in data.persons}


def _missing(missing: Sequence[Person]) -> str:
    if not missing:
        return ALL_IN
    who = ", ".join(person.name or person.code for person in missing)
    return f"Nog geen antwoord van {counted(len(missing), 'persoon', 'personen')}: {who}."


def _talk_table(talk: Iterable[LevelDifference], names: dict[PersonCode, str]) -> Table:
    headers = ("wie", "competentie", "volgens haar- of hemzelf", "in het werkboek", "van de rol")
    rows = tuple(
        (names[each.person], each.competence, str(each.own), str(each.stated), str(each.by_role))
        for each in talk
    )
    return Table(headers, rows)


def map_blocks(data: ProblemData) -> Iterator[Block]:
    """Per competence who can do the work alone, where it hangs on one person, who can help."""
    schools = {school.code: school.name or school.code for school in data.schools}
    found = competence_map(data)
    units = list(next(iter(found.experts.values()), {}))
    yield Heading("Wie kan wat", 2)
    yield Paragraph(MAP_HELP)
    if len(units) <= MOST_SCHOOLS:
        yield _map_table(found, units, schools, _names(data))
    else:
        yield _wide_map_table(found)
    lines = list(_single_lines(data, found, schools))
    if lines:
        yield Heading("Hangt aan één persoon, of aan niemand", 2)
        yield Bullets(tuple(lines))


def _map_table(
    found: CompetenceMap,
    units: Sequence[UnitCode],
    schools: dict[UnitCode, str],
    names: dict[PersonCode, str],
) -> Table:
    rows = (
        (competence, *(f"{len(people[unit])}: {_people(people[unit], names)}" for unit in units))
        for competence, people in found.experts.items()
    )
    return Table(("competentie", *(schools[unit] for unit in units)), tuple(rows))


def _wide_map_table(found: CompetenceMap) -> Table:
    """By how many can do it, the schools; the list below names who is the only one."""
    headers = ("competentie", "niemand", "één persoon", "twee of meer")
    rows = []
    for competence, people in found.experts.items():
        by_count: dict[int, list[str]] = {0: [], 1: [], 2: []}
        for unit, able in people.items():
            by_count[min(2, len(able))].append(unit)
        rows.append((competence, *(", ".join(by_count[number]) for number in range(3))))
    return Table(headers, tuple(rows))


def _people(codes: Sequence[PersonCode], names: dict[PersonCode, str]) -> str:
    return ", ".join(names[code] for code in codes) or "niemand"


def _single_lines(
    data: ProblemData, found: CompetenceMap, schools: dict[UnitCode, str]
) -> Iterator[str]:
    """One line per competence and person, or per competence that lacks, with the schools."""
    names = _names(data)
    alone: dict[tuple[str, PersonCode | None], list[str]] = {}
    for competence, unit, person in found.single_points():
        alone.setdefault((competence, person), []).append(schools[unit])
    for competence, unit in found.missing():
        alone.setdefault((competence, None), []).append(schools[unit])
    for (competence, only), places in alone.items():
        who = "niemand" if only is None else f"alleen {names[only]}"
        yield f"{competence} in {in_words(places)}: {who}{_help(data, competence, only, names)}"


def _help(
    data: ProblemData, competence: str, only: PersonCode | None, names: dict[PersonCode, str]
) -> str:
    able = helpers(data, competence, only)
    if not able:
        return ""
    verb = "kan" if len(able) == 1 else "kunnen"
    return f"; {in_words(names[code] for code in able[:MOST_HELPERS])} {verb} anderen helpen"
