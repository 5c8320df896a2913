"""What each row of a list is: a task, the title of a cluster, a heading, or neither."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing import answer_words
from optimizer.importing.free_text import says_who
from optimizer.importing.grid import Grid
from optimizer.importing.header import repeats_header
from optimizer.importing.review_point import TASK
from optimizer.importing.row_headings import Headings
from optimizer.importing.row_style import measure
from optimizer.importing.row_words import (
    MOST_LEGEND_WORDS,
    is_footer,
    is_legend,
    is_legend_title,
    is_total,
)
from optimizer.importing.signs import Sign, read_sign
from optimizer.importing.source_map import ListMap, SourceMap
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import is_ours
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

_RARE = 0.3
_LEAST_SENTENCE = 7
_SHORT = 4


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


_STATED = {
    answer_words.A_TASK: LineKind.TASK,
    answer_words.A_HEADING: LineKind.HEADING,
    answer_words.A_SCHOOL: LineKind.HEADING,
    answer_words.LEAVE_OUT: LineKind.REMARK,
}
"""What the user may say that a row is."""


@dataclass(frozen=True)
class OverviewLine:
    """A row of a list, with the text and the cell by which it was judged."""

    kind: LineKind
    row: int
    text: str = ""
    where: CellRef | None = None
    cluster: Cluster | None = None
    hint: Cluster | None = None


@dataclass
class ListReader:
    """Reads the rows of one list; `foreign` are the columns of other lists on its sheet."""

    grid: Grid
    map: ListMap
    source_map: SourceMap
    foreign: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._named = {fold(title): each for title, each in self.source_map.clusters.items()}
        self._hints = {fold(title): each for title, each in self.source_map.hints.items()}
        rows = [row for row in self.grid.rows if self.map.first_row <= row <= self.map.last_row]
        self._rows = rows
        self._headers = self._header_texts()
        self._style = measure(self.grid, self.map.title, rows)
        titled = [row for row in rows if self.grid.text(row, self.map.title)]
        self._headings = Headings(
            self.grid, self.map, {row: self._says_more(row) for row in titled}
        )
        self._last_work = max(filter(self._has_work, rows), default=0)

    def lines(self) -> Iterator[OverviewLine]:
        """Every row in which something stands, downwards."""
        legend: OverviewLine | None = None
        for row in self._rows:
            line = self._line(row)
            if legend and self._goes_on(legend, line):
                line = OverviewLine(LineKind.LEGEND, row, line.text, line.where)
            if line.kind is not LineKind.EMPTY:
                legend = line if line.kind is LineKind.LEGEND else None
            yield line

    def _goes_on(self, legend: OverviewLine, line: OverviewLine) -> bool:
        """Whether a line goes on with the legend right above it.

        Below its title short texts do; below a line such as ‘x = werkt mee’ only what stands under
        the last task of somebody, so that a legend inside a list drops nothing.
        """
        if line.kind not in (LineKind.TASK, LineKind.HEADING, LineKind.REMARK):
            return False
        if self._has_work(line.row) or is_ours(line.text):
            return False
        if 0 < self._last_work < line.row:
            return True
        return is_legend_title(legend.text) and len(line.text.split()) <= MOST_LEGEND_WORDS

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
        hint = self._hints.get(fold(first)) if kind is LineKind.HEADING else None
        return OverviewLine(kind, row, first, where, cluster, hint)

    def _judge(
        self, row: int, texts: Mapping[int, str], column: int
    ) -> tuple[LineKind, Cluster | None]:
        stated = self._stated(row)
        if stated:
            return stated
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
        return (LineKind.HEADING if self._headings.is_heading(row) else LineKind.TASK), None

    def _stated(self, row: int) -> tuple[LineKind, Cluster | None] | None:
        """What the user said that a row is."""
        answers, sheet = self.source_map.answers, self.grid.name
        if answers.word(TASK, sheet, row, {answer_words.NO_TASK: None}):
            return LineKind.REMARK, None
        said = fold(answers.left_out(sheet, row))
        if said in answer_words.CLUSTER_OF:
            return LineKind.CLUSTER, answer_words.CLUSTER_OF[said]
        kind = _STATED.get(said)
        titled = bool(self.grid.text(row, self.map.title))
        return (kind, None) if kind and (titled or kind is not LineKind.TASK) else None

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

    def _is_remark(self, row: int, text: str) -> bool:
        """Whether a row holds free text: when the overview was made, or a whole sentence."""
        if self._has_work(row):
            return False
        if is_footer(text):
            return True
        is_sentence = text.endswith(".") and len(text.split()) >= _LEAST_SENTENCE
        if is_sentence and says_who(text):
            return False
        return is_sentence and self._style.sentence < _RARE

    def _has_work(self, row: int) -> bool:
        """Whether somebody has a cross or a name in a row, or hours are given."""
        marks = self.source_map.marks
        signs = (read_sign(self.grid.text(row, each), marks).sign for each in self.map.crosses)
        stated = (*self.map.names, *self.map.schools, *filter(None, [self.map.hours]))
        named = any(self.grid.text(row, column) for column in stated)
        return named or any(sign is Sign.CROSS for sign in signs)

    def _says_more(self, row: int) -> bool:
        """Whether something stands in a row beside its title and its number."""
        texts = {column for column, cell in self.own(row).items() if cell_text(cell)}
        return bool(texts - {self.map.title, self.map.number, self.map.cluster_column})

    def _header_texts(self) -> frozenset[str]:
        if self.map.header_row is None:
            return frozenset()
        rows = [row for row in self.grid.rows if self.map.header_row <= row < self.map.first_row]
        cells = (cell for row in rows for cell in self.own(row).values())
        return frozenset(fold(cell_text(cell)) for cell in cells)
