"""The map of an unknown overview: its lists, what marks core tasks, what its own words mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing.core_marks import find_core_colour
from optimizer.importing.doubts import Doubt
from optimizer.importing.extract import list_reader
from optimizer.importing.grid import Grid
from optimizer.importing.groups import meant_cluster, unnamed_groups
from optimizer.importing.layout import find_lists
from optimizer.importing.legend import find_legend
from optimizer.importing.lines import LineKind, ListReader
from optimizer.importing.source_map import ListMap, SourceMap
from optimizer.importing.titles import hinted_cluster
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.reader import RawCell, RawWorkbook


@dataclass
class Detected:
    """A map that was found, with what was doubtful in finding it."""

    source_map: SourceMap
    doubts: list[Doubt] = field(default_factory=list)


def detect(raw: RawWorkbook) -> Detected:
    """Find out how an overview is to be read."""
    grids = {sheet.name: Grid(sheet) for sheet in raw.sheets}
    legend = find_legend(grids.values())
    found = find_lists(list(grids.values()), legend)
    plain = SourceMap(tuple(found.lists), marks=legend.marks)
    readers = [list_reader(grids[each.sheet], each, plain) for each in plain.lists]
    doubts = found.doubts
    colour = find_core_colour(_task_cells(readers), grids.values(), doubts)
    clusters = _title_clusters(readers, doubts)
    named = [_by_sheet_name(reader, doubts) for reader in readers]
    lists = tuple(
        each if each.core_column is not None else replace(each, core_colour=colour)
        for each in named
    )
    return Detected(replace(plain, lists=lists, clusters=clusters), doubts)


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


def _title_clusters(readers: Iterable[ListReader], doubts: list[Doubt]) -> dict[str, Cluster]:
    """The cluster of each title that names none outright, as far as it can be guessed."""
    clusters: dict[str, Cluster] = {}
    for group in (group for reader in readers for group in unnamed_groups(reader)):
        cluster = meant_cluster(group)
        if cluster and group.title not in clusters:
            clusters[group.title] = cluster
            doubts.append(_guessed(group.where, group.title, cluster))
    return clusters


def _by_sheet_name(reader: ListReader, doubts: list[Doubt]) -> ListMap:
    """The list with the cluster that its sheet's name suggests, when nothing else names one."""
    name, hinted = reader.map.sheet, hinted_cluster(reader.map.sheet)
    if hinted is None or reader.names_clusters() or unnamed_groups(reader):
        return reader.map
    doubts.append(_guessed(CellRef(name), name, hinted))
    return replace(reader.map, cluster=hinted)


def _guessed(where: CellRef, found: str, cluster: Cluster) -> Doubt:
    return Doubt("cluster-guessed", where, found, facts={"cluster": cluster})
