"""Tasks under a title that names no cluster outright: which cluster the title means."""

from collections import Counter
from dataclasses import dataclass, field

from models.issues import CellRef
from models.vocabulary import Cluster
from optimizer.importing.lines import LineKind, ListReader
from optimizer.importing.schools import looks_like_school
from optimizer.importing.titles import hinted_cluster, title_cluster
from optimizer.importing.wording import judge

_LEAST_VOTES = 2


@dataclass
class Group:
    """The tasks under one title, or beside one word in the cluster column."""

    title: str
    where: CellRef
    tasks: list[str] = field(default_factory=list)


def unnamed_groups(reader: ListReader) -> list[Group]:
    """The groups of a list whose title does not name a cluster, when nothing else does."""
    if reader.map.cluster_column is not None:
        return _by_column(reader, reader.map.cluster_column)
    return [] if reader.names_clusters() else _by_heading(reader)


def _by_column(reader: ListReader, column: int) -> list[Group]:
    groups: dict[str, Group] = {}
    word = ""
    for line in reader.lines():
        if line.kind is LineKind.TASK:
            cell = reader.grid.shown(line.row, column)
            word = reader.grid.shown_text(line.row, column) or word
            if word and title_cluster(word) is None:
                groups.setdefault(word, Group(word, cell.where)).tasks.append(line.text)
    return list(groups.values())


def _by_heading(reader: ListReader) -> list[Group]:
    groups: list[Group] = []
    for line in reader.lines():
        if line.kind is LineKind.HEADING and line.where and not looks_like_school(line.text):
            groups.append(Group(line.text, line.where))
        elif line.kind is LineKind.TASK and groups:
            groups[-1].tasks.append(line.text)
    return [group for group in groups if group.tasks]


def meant_cluster(group: Group) -> Cluster | None:
    """The cluster that most of its tasks have in our list, else the one that a title suggests."""
    matches = [match for text in group.tasks if (match := judge(text).match)]
    votes = Counter(match.entry.task.cluster for match in matches)
    if not votes:
        return hinted_cluster(group.title)
    cluster, most = votes.most_common(1)[0]
    clear = most >= _LEAST_VOTES and 2 * most > votes.total()
    return cluster if clear else hinted_cluster(group.title)
