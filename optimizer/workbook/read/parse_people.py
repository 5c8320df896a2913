"""Rows of the persons sheet to `Person` records, with their competence columns."""

from collections.abc import Iterable, Mapping, Set
from decimal import Decimal

from models.issues import Issue, error, warning
from models.problem import Person, PersonCode, Reach, RoleProfile, UnitCode
from models.vocabulary import Cluster, Diploma, ReachKind, Role
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located, cell_text
from optimizer.workbook.read.matching import fold, near_miss
from optimizer.workbook.read.records import Collected, keyed_rows
from optimizer.workbook.read.references import Codes, reference, references
from optimizer.workbook.read.rows import Row
from optimizer.workbook.read.synonyms import PRICELESS_DIPLOMAS

LEVELS = range(5)
"""The competence levels that there are."""


def competence_columns(
    located: Located, asked: Set[str], collected: Collected
) -> Mapping[str, int]:
    """Column number per competence: well-known, asked by a task, or filled with levels only."""
    known = {values.competence_name(name) for name in labels.COMPETENCES} | asked
    columns: dict[str, int] = {}
    for column, header in sorted(located.extra.items()):
        name = values.competence_name(header)
        if name not in known and not _holds_levels(located, column):
            continue
        if name in columns:
            collected.issues.append(_twice(located, column, columns[name]))
        columns.setdefault(name, column)
    collected.issues += _misspelt(located, columns, known)
    return columns


def _holds_levels(located: Located, column: int) -> bool:
    cells = [located.sheet.cell(row, column) for row in located.data_rows()]
    filled = [values.whole(cell) for cell in cells if not cell.is_empty]
    return bool(filled) and all(isinstance(v, int) and v in LEVELS for v in filled)


def _twice(located: Located, column: int, first: int) -> Issue:
    cell = located.sheet.cell(located.header_row, column)
    first_cell = located.sheet.cell(located.header_row, first)
    return error("duplicate-header", cell.where, found=cell_text(cell), first=first_cell.where)


def _misspelt(located: Located, columns: Mapping[str, int], known: Iterable[str]) -> list[Issue]:
    absent = sorted(name for name in known if name not in columns)
    return [
        warning("near-miss-header", cell.where, found=cell_text(cell), expected=nearest)
        for column, header in located.extra.items()
        if values.competence_name(header) not in known and (nearest := near_miss(header, absent))
        for cell in [located.sheet.cell(located.header_row, column)]
    ]


def parse_people(
    located: Located,
    competences: Mapping[str, int],
    units: Codes,
    roles: Mapping[Role, RoleProfile],
    collected: Collected,
) -> tuple[Person, ...]:
    """Every person; an empty cell of a competence holds the level of the person's role."""
    persons = []
    for row, code in keyed_rows(located, "person", "code", collected):
        collected.sources.update(row.sources("person", code, "code"))
        for name, column in competences.items():
            cell = located.sheet.cell(row.number, column)
            collected.sources["person", code, f"level:{name}"] = cell.where
        persons.append(_person(row, PersonCode(code), competences, units, roles))
    return tuple(persons)


def _person(
    row: Row,
    code: PersonCode,
    competences: Mapping[str, int],
    units: Codes,
    roles: Mapping[Role, RoleProfile],
) -> Person:
    role = row.required_choice("role", labels.ROLES)
    to_decide = row.says("ict_hours", labels.TO_DECIDE)
    return Person(
        code=code,
        name=row.text("name"),
        home=UnitCode(reference(row, row.required_text("home"), "home", units)),
        role=role,
        diploma=_diploma(row),
        ict_hours=Decimal(0) if to_decide else row.exact("ict_hours"),
        ict_to_decide=to_decide,
        bpt_hours=row.exact("bpt_hours"),
        other_hours=row.exact("other_hours"),
        reach=_reach(row, units),
        max_schools=row.whole("max_schools"),
        max_tasks=row.whole("max_tasks"),
        min_pedagogical_pct=row.percent("min_pedagogical_pct"),
        levels=_defaults(roles.get(role)) | levels_in(row, competences),
        decides=_decides(row),
        contact_for=_contact_for(row, units),
        begins=row.day("begins"),
        ends=row.day("ends"),
    )


def _decides(row: Row) -> frozenset[Cluster]:
    """The clusters on which somebody decides; `ja` is all of them."""
    if fold(row.text("decides")) == labels.YES:
        return frozenset(Cluster)
    cell = row.cell("decides")
    decided: set[Cluster] = set()
    for part in values.parts(cell):
        found = values.choose(part, labels.CLUSTERS, cell)
        if isinstance(found, Issue):
            row.issues.append(found)
        else:
            decided.add(found)
    return frozenset(decided)


def _contact_for(row: Row, units: Codes) -> tuple[UnitCode, ...]:
    """The units whose first contact somebody is; `ja` is the own school."""
    if fold(row.text("contact_for")) == labels.YES:
        return (UnitCode(row.text("home")),)
    return tuple(map(UnitCode, references(row, "contact_for", units)))


def _diploma(row: Row) -> Diploma:
    """The diploma; one without a price of its own is a question, where somebody pays a price."""
    found = cell_text(row.cell("diploma"))
    if fold(found) not in PRICELESS_DIPLOMAS:
        return row.choice("diploma", labels.DIPLOMAS, Diploma.HSO)
    hours = values.number(row.cell("ict_hours"))
    if isinstance(hours, Issue) or hours:
        row.issues.append(error("asks-price", row.cell("diploma").where, found=found))
    return Diploma.HSO


def _reach(row: Row, units: Codes) -> Reach:
    words = {fold(word): kind for kind, word in labels.REACHES.items()}
    text = row.text("reach")
    if not text:
        return Reach()
    if fold(text) in words:
        return Reach(words[fold(text)])
    return Reach(ReachKind.LISTED, tuple(map(UnitCode, references(row, "reach", units))))


def _defaults(profile: RoleProfile | None) -> dict[str, int]:
    """The levels of a role; one that is no level is an error of the role alone."""
    levels = {} if profile is None else profile.levels
    return {name: level for name, level in levels.items() if level in LEVELS}


def levels_in(row: Row, competences: Mapping[str, int]) -> dict[str, int]:
    """The levels that stand in a row, by competence."""
    levels = {}
    for name, column in competences.items():
        cell = row.located.sheet.cell(row.number, column)
        found = values.whole(cell)
        if isinstance(found, Issue):
            is_other = found.code in ("not-a-number", "not-whole")
            told = error("not-a-level", cell.where, found=cell_text(cell)) if is_other else found
            row.issues.append(told)
        elif found is not None:
            levels[name] = found
    return levels
