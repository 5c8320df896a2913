"""The map of an unknown overview: its lists, what marks core tasks, what its own words mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing import answer_words
from optimizer.importing.answers import Answers
from optimizer.importing.columns import are_letters
from optimizer.importing.core_marks import find_core_colour
from optimizer.importing.doubts import Doubt
from optimizer.importing.extract import list_reader
from optimizer.importing.free_text import names_one, says_who
from optimizer.importing.grid import Grid
from optimizer.importing.groups import meant_cluster, unnamed_groups
from optimizer.importing.layout import find_lists
from optimizer.importing.legend import Legend, find_legend, with_known_letters
from optimizer.importing.lines import LineKind, ListReader
from optimizer.importing.review_point import CORE
from optimizer.importing.sheet_owners import with_owners
from optimizer.importing.size_limits import overseen
from optimizer.importing.source_map import ListMap, SourceMap
from optimizer.importing.stated import (
    stated_clusters,
    stated_names,
    stated_roles,
    with_answers,
)
from optimizer.importing.titles import hinted_cluster
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell, RawSheet, RawWorkbook

_LEAST_TELLING, _TELLING = 2, 0.2
"""So many texts, and so large a part of them, say who does something in a list of free text."""


@dataclass
class Detected:
    """A map that was found, with what was doubtful in finding it."""

    source_map: SourceMap
    doubts: list[Doubt] = field(default_factory=list)


def detect(raw: RawWorkbook, answers: Answers) -> Detected:
    """Find out how an overview is to be read; what the user answered goes first."""
    sheets = [overseen(sheet) for sheet in raw.sheets]
    grids = {sheet.name: Grid(sheet) for sheet in sheets}
    legend = find_legend(grids.values())
    found = find_lists(list(grids.values()), legend, answers)
    legend = with_answers(with_known_letters(legend, _letters(found.lists, grids)), answers)
    plain = SourceMap(
        tuple(found.lists), marks=legend.marks, rosters=tuple(found.rosters),
        people=stated_names(answers), roles=stated_roles(answers), answers=answers,
    )  # fmt: skip
    readers = [list_reader(grids[each.sheet], each, plain) for each in plain.lists]
    plain = replace(plain, lists=tuple(with_owners(readers, answers)))
    readers = [list_reader(grids[each.sheet], each, plain) for each in plain.lists]
    plain = replace(plain, lists=tuple(map(_with_free_text, readers)))
    readers = [list_reader(grids[each.sheet], each, plain) for each in plain.lists]
    doubts = [*_unread_doubts(sheets), *found.doubts, *_sign_doubts(legend, plain, grids)]
    colour = find_core_colour(_task_cells(readers), grids.values(), doubts)
    if any(fold(each.text) == answer_words.PLAIN_LOOK for each in answers.about(CORE)):
        colour = ""
    words, hints = _column_clusters(readers, doubts), _title_hints(readers, doubts)
    stated = stated_clusters(answers, (*words, *hints))
    lists = tuple(
        each if each.core_column is not None else replace(each, core_colour=colour)
        for each in _by_sheet_names(readers, answers, doubts)
    )
    doubts += _owner_doubts(lists)
    return Detected(
        replace(
            plain,
            lists=lists,
            clusters={**words, **stated},
            hints={title: each for title, each in hints.items() if title not in stated},
        ),
        doubts,
    )


def _with_free_text(reader: ListReader) -> ListMap:
    """The list, with whether the texts of its tasks say who does them: where nothing else does."""
    each = reader.map
    if each.crosses or each.names or each.person or each.schools:
        return each
    texts = [line.text for line in reader.lines() if line.kind in (LineKind.TASK, LineKind.HEADING)]
    telling = sum(says_who(text) or names_one(text) for text in texts)
    return replace(each, free=telling >= max(_LEAST_TELLING, _TELLING * len(texts)))


def _unread_doubts(sheets: Iterable[RawSheet]) -> Iterator[Doubt]:
    """The sheets that were passed over: too large, or damaged."""
    for sheet in sheets:
        if sheet.unread:
            yield Doubt("unread-sheet", CellRef(sheet.name), sheet.name)


def _owner_doubts(lists: Iterable[ListMap]) -> Iterator[Doubt]:
    """The sheets that were taken for those of one school or one person each."""
    for sheet in dict.fromkeys(each.sheet for each in lists if each.free):
        yield Doubt("free-text", CellRef(sheet), sheet)
    for sheet, school, person in dict.fromkeys((e.sheet, e.school, e.person) for e in lists):
        if school:
            yield Doubt("school-sheet", CellRef(sheet), sheet, target=school)
        if person:
            yield Doubt("person-sheet", CellRef(sheet), sheet, target=person)


def _letters(lists: Iterable[ListMap], grids: Mapping[str, Grid]) -> Iterator[tuple[str, CellRef]]:
    """The cells of columns of crosses that hold letters alone."""
    for each in lists:
        grid = grids[each.sheet]
        rows = [row for row in grid.rows if each.first_row <= row <= each.last_row]
        for column in each.crosses:
            texts = list(grid.texts(column, rows))
            if are_letters([text for _, text in texts]):
                yield from ((text, grid.where(row, column)) for row, text in texts)


def _sign_doubts(
    legend: Legend, source_map: SourceMap, grids: Mapping[str, Grid]
) -> Iterator[Doubt]:
    """What each sign of the overview's own was taken for, where somebody has it."""
    used = {
        text
        for each in source_map.lists
        for column in each.crosses
        for _, text in grids[each.sheet].texts(column, grids[each.sheet].rows)
    }
    for sign, mark in legend.marks.items():
        if sign in legend.where and any(sign in text for text in used):
            code = "sign-assumed" if sign in legend.assumed else "sign-by-legend"
            yield Doubt(code, legend.where[sign], sign, facts={"mark": mark})


def _task_cells(readers: Iterable[ListReader]) -> list[RawCell]:
    """The cells of the tasks of lists without a column that says which tasks are core.

    A purple number stands for its task.
    """
    cells = []
    for reader in (reader for reader in readers if reader.map.core_column is None):
        for line in reader.lines():
            if line.kind is LineKind.TASK:
                cell = reader.grid.cell(line.row, reader.map.title)
                beside = reader.grid.cell(line.row, reader.map.number)
                cells.append(cell if cell.fill or not is_purple(beside.fill) else beside)
    return cells


def _column_clusters(readers: Iterable[ListReader], doubts: list[Doubt]) -> dict[str, Cluster]:
    """The cluster of each word in a column of clusters that names none outright."""
    return _guesses((r for r in readers if r.map.cluster_column is not None), doubts)


def _title_hints(readers: Iterable[ListReader], doubts: list[Doubt]) -> dict[str, Cluster]:
    """The cluster of each heading that names none outright, as far as it can be guessed."""
    return _guesses((r for r in readers if r.map.cluster_column is None), doubts)


def _guesses(readers: Iterable[ListReader], doubts: list[Doubt]) -> dict[str, Cluster]:
    clusters: dict[str, Cluster] = {}
    for group in (group for reader in readers for group in unnamed_groups(reader)):
        cluster = meant_cluster(group)
        if cluster and group.title not in clusters:
            clusters[group.title] = cluster
            doubts.append(_guessed(group.where, group.title, cluster))
    return clusters


def _by_sheet_names(
    readers: Sequence[ListReader], answers: Answers, doubts: list[Doubt]
) -> Iterator[ListMap]:
    """The lists with the cluster that their sheet's name suggests, when nothing else names one.

    The names of several sheets that suggest different clusters are meant so; a single one such as
    ‘Planning’ says less than the words of a task.
    """
    hinted = {reader.map.sheet: _sheet_hint(reader) for reader in readers}
    system = len(set(hinted.values()) - {None}) > 1
    for reader in readers:
        cluster = hinted[reader.map.sheet]
        if cluster is None:
            yield reader.map
            continue
        doubts.append(_guessed(CellRef(reader.map.sheet), reader.map.sheet, cluster))
        said = answer_words.CLUSTER_OF.get(fold(answers.sheet_cluster(reader.map.sheet)))
        if said:
            yield replace(reader.map, cluster=said)
            continue
        yield replace(reader.map, cluster=cluster) if system else replace(reader.map, hint=cluster)


def _sheet_hint(reader: ListReader) -> Cluster | None:
    if reader.names_clusters() or unnamed_groups(reader):
        return None
    return hinted_cluster(reader.map.sheet)


def _guessed(where: CellRef, found: str, cluster: Cluster) -> Doubt:
    return Doubt("cluster-guessed", where, found, facts={"cluster": cluster})
