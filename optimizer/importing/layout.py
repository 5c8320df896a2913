"""Finds the lists of tasks in an overview: on which sheets, in which rows and columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing import answer_words, words
from optimizer.importing.answers import Answers
from optimizer.importing.blocks import Block, find_blocks
from optimizer.importing.column_roles import ColumnRoles, assign_columns
from optimizer.importing.columns import Area, find_title, part
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.header import (
    WHO_MEANINGS,
    Header,
    find_header,
    repeats_header,
)
from optimizer.importing.hours_text import Period
from optimizer.importing.legend import Legend
from optimizer.importing.people_list import find_people
from optimizer.importing.source_map import ListMap, Meaning, PeopleMap
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import is_ours
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold

_HOURS: Mapping[Meaning, Period | None] = {
    Meaning.HOURS_YEAR: Period.YEAR, Meaning.HOURS_WEEK: Period.WEEK,
    Meaning.HOURS_MONTH: Period.MONTH, Meaning.HOURS: None,
}  # fmt: skip
_OF_TASKS = frozenset(
    {*WHO_MEANINGS, *_HOURS, Meaning.CLUSTER, Meaning.CORE, Meaning.PRIORITY, Meaning.RHYTHM}
)
"""Columns that a list of tasks has."""
_LEAST_PHRASES = 3
_SAMPLE = 200
"""So many texts tell what kind of list a long one is."""
_LEAST_KNOWN = 0.25
"""The part of the texts that must be like a task of ours when no header says what they are."""


@dataclass
class OverviewLists:
    """The lists of tasks and of people of an overview, and what was doubtful in finding them."""

    lists: list[ListMap] = field(default_factory=list)
    rosters: list[PeopleMap] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def find_lists(grids: Sequence[Grid], legend: Legend, answers: Answers) -> OverviewLists:
    """Every list on every visible sheet; the `legend` tells of the overview's own signs.

    What the user answered about a sheet or its columns goes before what they look like.
    """
    found = OverviewLists()
    for grid in grids:
        if grid.rows:
            _add_sheet(found, grid, legend, answers)
    return found


def _add_sheet(found: OverviewLists, grid: Grid, legend: Legend, answers: Answers) -> None:
    said = fold(answers.sheet(grid.name))
    asked = said == answer_words.TASK_LIST or said in answer_words.CLUSTER_OF
    people = said == answer_words.PEOPLE_LIST
    skipped = said == answer_words.LEAVE_OUT or (grid.sheet.hidden and not asked and not people)
    stated = answers.columns(grid.name)
    lists = [] if skipped or people else list(_lists_of(grid, legend, stated, asked, found.doubts))
    roster = None if skipped or lists else find_people(grid, find_header(grid), asked=people)
    if roster:
        found.rosters.append(roster)
        found.doubts.append(Doubt("people-list", CellRef(grid.name), grid.name))
    elif not lists:
        code = "hidden-sheet" if grid.sheet.hidden else "unused-sheet"
        found.doubts.append(Doubt(code, CellRef(grid.name), grid.name))
    cluster = answer_words.CLUSTER_OF.get(said)
    found.lists += [replace(each, cluster=cluster or each.cluster) for each in lists]


def _lists_of(
    grid: Grid, legend: Legend, stated: Mapping[int, str], asked: bool, doubts: list[Doubt]
) -> Iterator[ListMap]:
    """The lists on a sheet; when `asked` there is one, whatever it looks like."""
    header = find_header(grid)
    rows = list(_data_rows(grid, header))
    whole = Area(grid, rows, grid.columns, legend, stated)
    for block in find_blocks(whole, header):
        area = replace(whole, columns=block.columns)
        title = block.title or find_title(area, header)
        if title is not None and (asked or block.title or _is_list(area, header, title)):
            found = _list_map(area, header, title, doubts)
            yield found if block.title is None else _owned(found, block)


def _owned(found: ListMap, block: Block) -> ListMap:
    """A list that stands below a name, or beside a column of names."""
    names = found.names if block.who is None else {block.who: None}
    notes = tuple(column for column in found.notes if column != block.who)
    return replace(found, person=block.person, names=names, notes=notes)


def _data_rows(grid: Grid, header: Header) -> Iterator[int]:
    """The rows below the header, without those that repeat it."""
    known = {fold(text) for text in header.texts.values()}
    for row in grid.rows:
        texts = [grid.text(row, column) for column in grid.filled(row)]
        if row > header.last_row and not (len(texts) > 1 and repeats_header(texts, known)):
            yield row


def _is_list(area: Area, header: Header, title: int) -> bool:
    """Whether a column holds tasks: its header says so, titles name clusters, or we know some.

    A header that also stands above other lists, such as ‘omschrijving’, needs one beside it that
    only tasks have.
    """
    texts, above = area.texts(title), header.texts.get(title, "")
    if any(stem in fold(above) for stem in words.TASK_STEMS) or title_cluster(above):
        return bool(texts)
    if header.meaning(title) is Meaning.TITLE and _OF_TASKS & set(header.meanings().values()):
        return bool(texts)
    everywhere = replace(area, rows=area.grid.rows)
    clusters = {title_cluster(t) for each in area.columns for t in everywhere.texts(each)} - {None}
    phrases = [text for text in texts if len(text.split()) > 1][:_SAMPLE]
    if len(clusters) > 1 and (header.last_row or len(phrases) >= _LEAST_PHRASES):
        return bool(texts)
    known = part(phrases, is_ours)
    return len(phrases) >= _LEAST_PHRASES and known >= _LEAST_KNOWN


def _list_map(area: Area, header: Header, title: int, doubts: list[Doubt]) -> ListMap:
    grid, roles = area.grid, assign_columns(area, header, title)
    per, hours = _hours(roles)
    doubts += _column_doubts(area, header, roles)
    return ListMap(
        sheet=grid.name,
        first_row=header.last_row + 1 if header.last_row else _first_row(area),
        last_row=grid.last_row,
        title=title,
        header_row=header.first_row or None,
        number=roles.single.get(Meaning.NUMBER),
        cluster=_list_cluster(area, header, title),
        cluster_column=roles.single.get(Meaning.CLUSTER),
        cluster_crosses=roles.cluster_crosses,
        core_column=roles.single.get(Meaning.CORE),
        applies=roles.single.get(Meaning.APPLIES),
        hours=hours,
        hours_per=per,
        priority=roles.single.get(Meaning.PRIORITY),
        level=roles.single.get(Meaning.LEVEL),
        rhythm=roles.single.get(Meaning.RHYTHM),
        school_column=roles.single.get(Meaning.SCHOOL),
        schools=roles.schools,
        calendar=tuple(roles.calendar),
        crosses=dict(sorted(roles.crosses.items())),
        names=roles.names,
        notes=tuple(sorted([*roles.notes, *roles.unclear])),
    )


def _hours(roles: ColumnRoles) -> tuple[Period | None, int | None]:
    """What the hours are counted per and their column; those of a year go first."""
    for meaning, period in _HOURS.items():
        if meaning in roles.single:
            return period, roles.single[meaning]
    return None, None


def _first_row(area: Area) -> int:
    """The first row of a list without headers: not the title of the sheet above it."""
    first, second = area.rows[0], area.rows[1]
    cells = list(area.grid.filled(first).values())
    stands_apart = len(cells) == 1 and second > first + 1
    return second if stands_apart and not title_cluster(cell_text(cells[0])) else first


def _list_cluster(area: Area, header: Header, title: int) -> Cluster | None:
    """The cluster of a whole list: named above it, in its header, or by its sheet."""
    grid = area.grid
    above = [row for row in grid.rows if row < (header.first_row or area.rows[0])]
    titles = [text for row in above for column in area.columns if (text := grid.text(row, column))]
    headers = [text for column, text in header.texts.items() if column <= title]
    named = [title_cluster(text) for text in (*reversed(headers), *reversed(titles))]
    return next((cluster for cluster in named if cluster), None) or title_cluster(grid.name)


def _column_doubts(area: Area, header: Header, roles: ColumnRoles) -> Iterator[Doubt]:
    """The columns of which it is not clear what they are for, or whose they are."""
    row = header.last_row or area.rows[0]
    for column, who in roles.crosses.items() if not header.last_row else ():
        yield Doubt("nameless", area.grid.where(area.rows[0], column), target=who)
    for column in roles.guessed:
        yield Doubt("person-guessed", area.grid.where(row, column), header.texts[column])
    for column in roles.calendar[:1]:
        found = ", ".join(header.texts[each] for each in roles.calendar)
        yield Doubt("calendar", area.grid.where(row, column), found)
    for school, column in {name: each for each, name in roles.schools.items()}.items():
        yield Doubt("school-column", area.grid.where(row, column), school)
    for column in roles.unclear:
        text = header.texts.get(column, "")
        code = "hours-unit" if header.meaning(column) is Meaning.HOURS else "column-as-note"
        found = text or f"{words.COLUMN} {column_letters(column)}"
        yield Doubt(code, area.grid.where(row, column), found)
