"""What each row of a list is: a task, the title of a cluster, a heading, or neither."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing.grid import Grid
from optimizer.importing.header import repeats_header
from optimizer.importing.people import Sign, read_sign
from optimizer.importing.row_style import measure
from optimizer.importing.row_words import is_footer, is_legend, is_total
from optimizer.importing.source_map import ListMap
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import likeness
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

_RARE = 0.3
_MOST_BOLD_WORDS = 3
_MOST_TITLE_WORDS = 8
_LEAST_SENTENCE = 7
_SHORT = 4
_A_TASK = 85
"""A text that is so much like a task of ours is a task, however it looks."""


class LineKind(StrEnum):
    """What a row is."""

    TASK = "task"
    MORE = "more"
    CLUSTER = "cluster"
    HEADING = "heading"
    TOTAL = "total"
    LEGEND = "legend"
    REMARK = "remark"
    EMPTY = "empty"
    HEADER = "header"


@dataclass(frozen=True)
class OverviewLine:
    """A row of a list, with the text and the cell by which it was judged."""

    kind: LineKind
    row: int
    text: str = ""
    where: CellRef | None = None
    cluster: Cluster | None = None


@dataclass
class ListReader:
    """Reads the rows of one list; `foreign` are the columns of other lists on its sheet."""

    grid: Grid
    map: ListMap
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    foreign: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._named = {fold(title): cluster for title, cluster in self.clusters.items()}
        rows = [row for row in self.grid.rows if self.map.first_row <= row <= self.map.last_row]
        self._rows = rows
        self._headers = self._header_texts()
        self._style = measure(self.grid, self.map.title, rows)

    def lines(self) -> Iterator[OverviewLine]:
        """Every row in which something stands, downwards."""
        in_legend = False
        for row in self._rows:
            line = self._line(row)
            if line.kind in (LineKind.CLUSTER, LineKind.HEADER):
                in_legend = False
            elif line.kind is LineKind.LEGEND:
                in_legend = True
            elif in_legend and not self._has_work(row):
                line = OverviewLine(LineKind.LEGEND, row, line.text, line.where)
            yield line

    def names_clusters(self) -> bool:
        """Whether anything in the list names a cluster outright."""
        stated = self.map.cluster or self.map.cluster_column or self.map.cluster_crosses
        return bool(stated) or any(line.kind is LineKind.CLUSTER for line in self.lines())

    def own(self, row: int) -> dict[int, RawCell]:
        """The filled cells of a row that can belong to this list."""
        cells = self.grid.filled(row)
        return {column: cell for column, cell in cells.items() if column not in self.foreign}

    def _line(self, row: int) -> OverviewLine:
        own = self.own(row)
        texts = {column: text for column, cell in own.items() if (text := cell_text(cell))}
        if self.grid.continues(row, self.map.title):
            return OverviewLine(LineKind.MORE, row)
        if not texts:
            return OverviewLine(LineKind.EMPTY, row)
        column = min(texts)
        first, where = texts[column], own[column].where
        kind, cluster = self._judge(row, texts, column)
        if kind is LineKind.TASK:
            return OverviewLine(kind, row, texts[self.map.title], own[self.map.title].where)
        return OverviewLine(kind, row, first, where, cluster)

    def _judge(
        self, row: int, texts: Mapping[int, str], column: int
    ) -> tuple[LineKind, Cluster | None]:
        judged = texts.get(self.map.title, texts[column])
        cluster = self._cluster_of(row, texts, column)
        if cluster:
            return LineKind.CLUSTER, cluster
        if len(texts) > 1 and repeats_header(texts.values(), self._headers):
            return LineKind.HEADER, None
        if is_total(texts, self.own(row)):
            return LineKind.TOTAL, None
        if is_legend(judged) and not self._has_work(row):
            return LineKind.LEGEND, None
        if self._is_remark(row, judged):
            return LineKind.REMARK, None
        if self.map.title not in texts:
            return self._without_task(row, texts), None
        if not any(map(str.isalpha, texts[self.map.title])):
            return LineKind.TOTAL, None
        return (LineKind.HEADING if self._is_heading(row, texts) else LineKind.TASK), None

    def _without_task(self, row: int, texts: Mapping[int, str]) -> LineKind:
        signs = [read_sign(text, {}).sign for text in texts.values()]
        if all(sign is not Sign.UNKNOWN for sign in signs):
            return LineKind.REMARK if self._has_work(row) else LineKind.EMPTY
        return LineKind.HEADING if len(texts) == 1 else LineKind.REMARK

    def _cluster_of(self, row: int, texts: Mapping[int, str], column: int) -> Cluster | None:
        """The cluster that a title row names; a row with a task beside it is no title row."""
        if self.map.cluster_column is not None and self.map.title in texts:
            return None
        if column != self.map.title and self.map.title in texts and not self._is_number(column):
            return None
        named = texts[self.map.title] if self.map.title in texts else texts[column]
        rest = [text for place, text in texts.items() if text != named]
        if any(len(text) >= _SHORT and fold(text) not in self._headers for text in rest):
            return None
        return title_cluster(named) or self._named.get(fold(named))

    def _is_number(self, column: int) -> bool:
        return column == self.map.number

    def _is_heading(self, row: int, texts: Mapping[int, str]) -> bool:
        """Whether a text in the column of the tasks only introduces the tasks below it."""
        text = texts[self.map.title]
        many = len(text.split())
        alone = not set(texts) - {self.map.title, self.map.number}
        if not alone or many > _MOST_TITLE_WORDS or likeness(text) >= _A_TASK:
            return False
        cell, style = self.grid.cell(row, self.map.title), self._style
        return (
            (cell.bold and style.bold < _RARE and many <= _MOST_BOLD_WORDS)
            or (self.grid.is_wide(row, self.map.title) and style.wide < _RARE)
            or (text.isupper() and style.upper < _RARE and len(text) >= _SHORT)
            or text.endswith(":")
        )

    def _is_remark(self, row: int, text: str) -> bool:
        """Whether a row holds free text: when the overview was made, or a whole sentence."""
        if self._has_work(row):
            return False
        if is_footer(text):
            return True
        is_sentence = text.endswith(".") and len(text.split()) >= _LEAST_SENTENCE
        return is_sentence and self._style.sentence < _RARE

    def _has_work(self, row: int) -> bool:
        """Whether somebody has a cross or a name in a row."""
        signs = (read_sign(self.grid.text(row, each), {}).sign for each in self.map.crosses)
        named = any(self.grid.text(row, column) for column in self.map.names)
        return named or any(sign is Sign.CROSS for sign in signs)

    def _header_texts(self) -> frozenset[str]:
        if self.map.header_row is None:
            return frozenset()
        rows = [row for row in self.grid.rows if self.map.header_row <= row < self.map.first_row]
        cells = (cell for row in rows for cell in self.own(row).values())
        return frozenset(fold(cell_text(cell)) for cell in cells)
