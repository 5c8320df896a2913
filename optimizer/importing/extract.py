"""The tasks of an overview, read as its map says."""

from dataclasses import dataclass, field, replace

from models.vocabulary import Cluster
from optimizer.importing import answer_words
from optimizer.importing.doubts import Doubt
from optimizer.importing.free_text import free_tasks, names_one
from optimizer.importing.grid import Grid
from optimizer.importing.lines import LineKind, ListReader, OverviewLine
from optimizer.importing.people_list import ListedPerson, read_people
from optimizer.importing.review_point import CLUSTER
from optimizer.importing.same_tasks import at_school
from optimizer.importing.schools import looks_like_school
from optimizer.importing.signs import is_cross
from optimizer.importing.source_map import ListMap, SourceMap
from optimizer.importing.source_task import Owner, SourceTask
from optimizer.importing.task_cells import TaskCells
from optimizer.importing.titles import title_cluster
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook


@dataclass
class Extracted:
    """The tasks of an overview in their order, its people, and what was doubtful.

    `owners` are those of its columns, `people` those of its lists of people.
    """

    tasks: list[SourceTask] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    people: list[ListedPerson] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def extract(raw: RawWorkbook, source_map: SourceMap) -> Extracted:
    """Read every list of the map."""
    grids = {sheet.name: Grid(sheet) for sheet in raw.sheets}
    found = Extracted()
    for roster in source_map.rosters:
        found.people += read_people(grids[roster.sheet], roster)
    for each in source_map.lists:
        reader = list_reader(grids[each.sheet], each, source_map)
        _ListExtractor(reader, source_map, found).run()
    return found


def list_reader(grid: Grid, each: ListMap, source_map: SourceMap) -> ListReader:
    """The reader of one list; columns that only other lists of its sheet use are not its own."""
    used = {c for other in source_map.lists if other.sheet == each.sheet and other != each
            and _overlap(other, each) for c in other.columns()}  # fmt: skip
    return ListReader(grid, each, source_map, frozenset(used - each.columns()))


def _overlap(one: ListMap, other: ListMap) -> bool:
    return one.first_row <= other.last_row and other.first_row <= one.last_row


class _ListExtractor:
    """Walks over the lines of one list."""

    def __init__(self, reader: ListReader, source_map: SourceMap, found: Extracted) -> None:
        self._reader = reader
        self._grid, self._map = reader.grid, reader.map
        self._clusters = {fold(name): cluster for name, cluster in source_map.clusters.items()}
        self._cells = TaskCells(reader.grid, reader.map, source_map, found.doubts)
        self._answers = source_map.answers
        self._found = found
        self._cluster = reader.map.cluster
        self._hint: Cluster | None = reader.map.hint
        self._word = ""
        self._heading = ""
        self._school = ""
        self._person = ""

    def run(self) -> None:
        """Add the tasks of the list, and a doubt for every row that is left out."""
        self._found.owners += self._cells.owners()
        for line in self._reader.lines():
            if line.kind is LineKind.TASK:
                self._add(line)
            elif line.kind is LineKind.MORE:
                self._add_to_last(line)
            elif line.kind is LineKind.CLUSTER:
                self._cluster, self._heading, self._word = line.cluster, "", ""
                self._hint = None
            else:
                self._leave_out(line)

    def _add(self, line: OverviewLine) -> None:
        task = self._cells.read(line.row, self._task_cluster(line.row), self._hint)
        notes = (*((self._heading,) if self._heading else ()), *task.notes)
        placed = at_school(replace(task, notes=notes), self._school)
        tasks = free_tasks(placed, self._person) if self._map.free else (placed,)
        self._found.tasks += tasks

    def _add_to_last(self, line: OverviewLine) -> None:
        """A row under a task whose cell is merged downwards: more people, more notes."""
        if not self._found.tasks:
            return
        last = self._found.tasks[-1]
        crosses = tuple(self._cells.crosses(line.row))
        notes = tuple(self._cells.notes(line.row))
        self._found.tasks[-1] = replace(
            last, crosses=(*last.crosses, *crosses), notes=(*last.notes, *notes)
        )

    def _leave_out(self, line: OverviewLine) -> None:
        if line.kind is LineKind.HEADING:
            self._heading = line.text.rstrip(": ")
            self._hint = line.hint or self._map.hint
            self._person = self._heading if names_one(self._heading) else ""
            self._school = line.text if self._is_school(line) else self._school
        codes = {
            LineKind.HEADING: "heading",
            LineKind.TOTAL: "total-row",
            LineKind.LEGEND: "legend-row",
            LineKind.REMARK: "remark-row",
        }
        if line.kind in codes and line.where and line.hint is None:
            school = line.kind is LineKind.HEADING and self._is_school(line)
            code = "school-heading" if school else codes[line.kind]
            self._found.doubts.append(Doubt(code, line.where, line.text))

    def _is_school(self, line: OverviewLine) -> bool:
        """Whether a heading is the name of a school: as the user said, or as it looks."""
        said = fold(self._answers.left_out(self._grid.name, line.row))
        return said == answer_words.A_SCHOOL or (not said and looks_like_school(line.text))

    def _task_cluster(self, row: int) -> Cluster | None:
        """The cluster of a row: by its column, where an empty cell repeats the one above.

        What the user answered goes first.
        """
        said = self._answers.word(CLUSTER, self._grid.name, row, answer_words.CLUSTER_OF)
        if said:
            return answer_words.CLUSTER_OF[said]
        for crossed, cluster in self._map.cluster_crosses.items():
            if is_cross(self._grid.shown_text(row, crossed)):
                return cluster
        column = self._map.cluster_column
        if column is None:
            return self._cluster
        word = self._grid.shown_text(row, column)
        self._word = word or self._word
        named = title_cluster(self._word) or self._clusters.get(fold(self._word))
        return named or self._cluster
