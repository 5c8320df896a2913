"""What the columns of a list are for: by their header, else by what stands under it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.vocabulary import Cluster, PlanRole
from optimizer.importing import words
from optimizer.importing.columns import Area, are_clusters, are_names, are_numbers, are_signs
from optimizer.importing.header import Header, meaning_of
from optimizer.importing.people import is_nobody, role_of
from optimizer.importing.source_map import Meaning
from optimizer.importing.titles import hinted_cluster, title_cluster
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.matching import fold

_NAME_ROLES: Mapping[Meaning, PlanRole | None] = {
    Meaning.WHO: None,
    Meaning.LEAD: PlanRole.LEAD,
    Meaning.HELPER: PlanRole.HELPER,
    Meaning.BACKUP: PlanRole.BACKUP,
}
_UNCLEAR = frozenset({Meaning.TITLE, Meaning.HOURS})
"""A second column of texts; hours of which it is not said whether they are a week's or a year's."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass
class ColumnRoles:
    """What each column of a list is for.

    Attributes
    ----------
    single
        The column of each meaning that only one column can have.
    names
        Columns with names, with the role of these people.
    crosses
        Columns with signs, with whose they are.
    cluster_crosses
        Columns in which a cross gives the cluster.
    cluster_hints
        Columns of crosses whose header suggests a cluster; they go with the former, if any.
    notes
        Columns whose header says that they hold remarks.
    unclear
        Other columns in which something stands; they are kept as remarks.
    """

    single: dict[Meaning, int] = field(default_factory=dict)
    names: dict[int, PlanRole | None] = field(default_factory=dict)
    crosses: dict[int, str] = field(default_factory=dict)
    cluster_crosses: dict[int, Cluster] = field(default_factory=dict)
    cluster_hints: dict[int, Cluster] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)


def assign_columns(area: Area, header: Header, title: int) -> ColumnRoles:
    """Find out what every filled column beside the tasks is for."""
    roles = ColumnRoles()
    for column in area.columns:
        if column != title and area.texts(column):
            _assign(roles, area, header, column, before_title=column < title)
    _settle_clusters(roles, header)
    return roles


def _settle_clusters(roles: ColumnRoles, header: Header) -> None:
    """Several headers that name clusters are a choice; a single one is the word for a job."""
    if len(set(roles.cluster_crosses.values())) > 1:
        roles.cluster_crosses |= roles.cluster_hints
        return
    for column in sorted([*roles.cluster_crosses, *roles.cluster_hints]):
        _assign_somebody(roles, header, column)
    roles.cluster_crosses = {}


def _assign(
    roles: ColumnRoles, area: Area, header: Header, column: int, *, before_title: bool
) -> None:
    texts, text = area.texts(column), header.texts.get(column, "")
    meaning = meaning_of(text) or _by_content(area, column, before_title=before_title)
    if are_signs(texts, area.legend.marks) and (meaning is None or meaning in _NAME_ROLES):
        _assign_signs(roles, header, column, text)
    elif meaning is None or meaning in _UNCLEAR or meaning in roles.single:
        roles.unclear.append(column)
    elif meaning in _NAME_ROLES:
        roles.names[column] = _NAME_ROLES[meaning]
    elif meaning is Meaning.NOTE:
        roles.notes.append(column)
    else:
        roles.single[meaning] = column


def _by_content(area: Area, column: int, *, before_title: bool) -> Meaning | None:
    """What a column without a known header holds."""
    texts = area.texts(column)
    if area.legend.core.issuperset(map(fold, texts)):
        return Meaning.CORE
    if are_clusters(texts):
        return Meaning.CLUSTER
    if before_title and are_numbers(texts):
        return Meaning.NUMBER
    return Meaning.WHO if are_names(texts) else None


def _assign_signs(roles: ColumnRoles, header: Header, column: int, text: str) -> None:
    """A column of crosses: somebody's, a cluster's, or about something else."""
    named, hinted = title_cluster(text), hinted_cluster(text)
    if not header.last_row:
        roles.crosses[column] = f"{words.COLUMN} {column_letters(column)}"
    elif named and not header.is_about_people(column):
        roles.cluster_crosses[column] = named
    elif hinted and not header.is_about_people(column) and role_of(text) is None:
        roles.cluster_hints[column] = hinted
    else:
        _assign_somebody(roles, header, column)


def _assign_somebody(roles: ColumnRoles, header: Header, column: int) -> None:
    text = header.texts.get(column, "")
    if _is_somebody(text, asked=header.is_about_people(column)):
        roles.crosses[column] = text
    else:
        roles.unclear.append(column)


def _is_somebody(text: str, *, asked: bool) -> bool:
    """Whether the header of a column of crosses names a person, a role or a firm."""
    if is_nobody(text) or meaning_of(text) or _YEAR.search(text):
        return False
    return asked or fold(text) not in words.NOT_A_PERSON
