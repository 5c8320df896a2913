"""What the columns of a list are for: by their header, else by what stands under it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.vocabulary import Cluster, PlanRole
from optimizer.importing import answer_words, words
from optimizer.importing.columns import (
    MOSTLY,
    Area,
    are_clusters,
    are_names,
    are_numbers,
    are_signs,
    part,
)
from optimizer.importing.header import Header
from optimizer.importing.header_meaning import meaning_of
from optimizer.importing.people import role_of
from optimizer.importing.schools import looks_like_school
from optimizer.importing.somebody import Somebody, is_calendar, names_somebody
from optimizer.importing.source_map import Meaning
from optimizer.importing.task_hours import usual_period
from optimizer.importing.titles import hinted_cluster, title_cluster
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.matching import fold

_NAME_ROLES: Mapping[Meaning, PlanRole | None] = {
    Meaning.WHO: None,
    Meaning.LEAD: PlanRole.LEAD,
    Meaning.HELPER: PlanRole.HELPER,
    Meaning.BACKUP: PlanRole.BACKUP,
}
_HOURS = frozenset({Meaning.HOURS, Meaning.HOURS_YEAR, Meaning.HOURS_WEEK, Meaning.HOURS_MONTH})
_KEPT = frozenset({Meaning.NOTE, Meaning.STATUS, Meaning.ROLE})
_LEAST_CALENDAR = 2
"""One header such as ‘jan’ or ‘mei’ may be a name; among others it is a month."""


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
    perhaps
        Columns with signs under a word that may be a name; settled last.
    guessed
        Those of them that were taken for people.
    cluster_crosses
        Columns in which a cross gives the cluster.
    cluster_hints
        Columns of crosses whose header suggests a cluster; they go with the former, if any.
    schools
        Columns that are about one school, with its name.
    calendar
        Columns of a week, a month or another part of the year in which signs stand.
    notes
        Columns whose header says that they hold remarks.
    unclear
        Other columns in which something stands; they are kept as remarks.
    """

    single: dict[Meaning, int] = field(default_factory=dict)
    names: dict[int, PlanRole | None] = field(default_factory=dict)
    crosses: dict[int, str] = field(default_factory=dict)
    perhaps: dict[int, str] = field(default_factory=dict)
    guessed: list[int] = field(default_factory=list)
    cluster_crosses: dict[int, Cluster] = field(default_factory=dict)
    cluster_hints: dict[int, Cluster] = field(default_factory=dict)
    schools: dict[int, str] = field(default_factory=dict)
    calendar: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)


def assign_columns(area: Area, header: Header, title: int) -> ColumnRoles:
    """Find out what every filled column beside the tasks is for."""
    return _Assignment(area, header, title).run()


class _Assignment:
    """Gives each column of one list its role."""

    def __init__(self, area: Area, header: Header, title: int) -> None:
        self._area, self._header, self._title = area, header, title
        self._roles = ColumnRoles()
        beside = [column for column in area.columns if column != title]
        self._columns = [column for column in beside if area.texts(column)]
        texts = [header.texts.get(column, "") for column in beside]
        self._in_calendar = sum(map(is_calendar, texts)) >= _LEAST_CALENDAR
        self._names_in_calendar = self._in_calendar and self._calendar_holds_names()
        self._schools = frozenset(
            fold(text) for text in texts if looks_like_school(text) and meaning_of(text) is None
        )
        groups = {header.groups.get(column, "") for column in beside}
        self._groups = frozenset(fold(text) for text in groups if looks_like_school(text))

    def run(self) -> ColumnRoles:
        """The roles of all columns."""
        for column in sorted(self._columns, key=lambda c: c not in self._area.stated):
            self._assign(column)
        self._settle_clusters()
        self._settle_perhaps()
        return self._roles

    def _assign_stated(self, column: int, word: str) -> None:
        """A column of which the user said what it is."""
        roles, text = self._roles, self._header.texts.get(column, "")
        own = text or f"{words.COLUMN} {column_letters(column)}"
        if word in answer_words.SINGLE_COLUMNS:
            roles.single[answer_words.SINGLE_COLUMNS[word]] = column
        elif word in answer_words.NAME_COLUMNS:
            roles.names[column] = answer_words.NAME_COLUMNS[word]
        elif word == answer_words.A_PERSON:
            roles.crosses[column] = own
        elif word == answer_words.A_SCHOOL:
            roles.schools[column] = own
        elif word == answer_words.WHEN:
            roles.calendar.append(column)
        elif word != answer_words.LEAVE_OUT:
            roles.notes.append(column)

    def _assign(self, column: int) -> None:
        roles, text = self._roles, self._header.texts.get(column, "")
        if column in self._area.stated:
            self._assign_stated(column, self._area.stated[column])
            return
        if self._is_school(column, text):
            return
        if self._in_calendar and is_calendar(text):
            self._assign_calendar(column)
            return
        meaning = self._header.meaning(column) or self._by_content(column)
        if self._holds_signs(column, text) and (meaning is None or meaning in _NAME_ROLES):
            self._assign_signs(column, text)
        elif meaning is not None and meaning in _NAME_ROLES:
            roles.names[column] = _NAME_ROLES[meaning]
        elif meaning in _KEPT:
            roles.notes.append(column)
        elif meaning is None or self._is_unclear(column, meaning):
            roles.unclear.append(column)
        else:
            roles.single[meaning] = column

    def _is_unclear(self, column: int, meaning: Meaning) -> bool:
        """Whether a column is a second one of its kind, or hours of which the period is unknown."""
        if meaning is Meaning.HOURS and usual_period(self._area.texts(column)) is None:
            return True
        return meaning is Meaning.TITLE or meaning in self._roles.single

    def _calendar_holds_names(self) -> bool:
        """Whether names or initials stand below the parts of the year."""
        texts = [
            text
            for column in self._columns
            if is_calendar(self._header.texts.get(column, ""))
            for text in self._area.texts(column)
        ]
        return part(texts, lambda text: names_somebody(text) is Somebody.YES) >= MOSTLY

    def _assign_calendar(self, column: int) -> None:
        """A part of the year: what stands in it says when, and names say who as well."""
        self._roles.calendar.append(column)
        if self._names_in_calendar:
            self._roles.names[column] = None

    def _is_school(self, column: int, text: str) -> bool:
        """Whether a column is one school's and says what is done there: not who does it."""
        if len(self._schools) > 1 and fold(text) in self._schools:
            self._roles.schools[column] = text
            return True
        group = self._header.groups.get(column, "")
        if len(self._groups) > 1 and fold(group) in self._groups:
            self._roles.schools[column] = group
            return self._header.meaning(column) in _HOURS
        return False

    def _holds_signs(self, column: int, text: str) -> bool:
        """Whether a column holds crosses; under the name of somebody other signs may stand."""
        texts = self._area.texts(column)
        if are_signs(texts, self._area.legend.marks):
            return True
        return self._somebody(column, text) is Somebody.YES and not are_names(texts)

    def _by_content(self, column: int) -> Meaning | None:
        """What a column without a known header holds."""
        texts = self._area.texts(column)
        if self._area.legend.core.issuperset(map(fold, texts)):
            return Meaning.CORE
        if are_clusters(texts):
            return Meaning.CLUSTER
        if column < self._title and are_numbers(texts):
            return Meaning.NUMBER
        return Meaning.WHO if are_names(texts) else None

    def _assign_signs(self, column: int, text: str) -> None:
        """A column of crosses: somebody's, a cluster's, or about something else."""
        named, hinted = title_cluster(text), hinted_cluster(text)
        asked = self._header.is_about_people(column)
        if not self._header.last_row:
            self._roles.crosses[column] = f"{words.COLUMN} {column_letters(column)}"
        elif named and not asked:
            self._roles.cluster_crosses[column] = named
        elif hinted and not asked and role_of(text) is None:
            self._roles.cluster_hints[column] = hinted
        else:
            self._assign_somebody(column)

    def _assign_somebody(self, column: int) -> None:
        text = self._header.texts.get(column, "")
        likely = self._somebody(column, text)
        if likely is Somebody.YES:
            self._roles.crosses[column] = text
        elif likely is Somebody.PERHAPS:
            self._roles.perhaps[column] = text
        else:
            self._roles.unclear.append(column)

    def _somebody(self, column: int, text: str) -> Somebody:
        """Whether a header names somebody; a header above it that asks who decides a doubt."""
        if self._in_calendar and is_calendar(text):
            return Somebody.NO
        likely = names_somebody(text)
        if self._header.is_about_people(column) and self._may_be_asked(text, likely):
            return Somebody.YES
        return likely

    @staticmethod
    def _may_be_asked(text: str, likely: Somebody) -> bool:
        """Whether a text under ‘wie’ is somebody: all but what is a word for something else."""
        return likely is not Somebody.NO or is_calendar(text)

    def _settle_clusters(self) -> None:
        """Several headers that name clusters are a choice; a single one is the word for a job."""
        roles = self._roles
        if len(set(roles.cluster_crosses.values())) > 1:
            roles.cluster_crosses |= roles.cluster_hints
            return
        for column in sorted([*roles.cluster_crosses, *roles.cluster_hints]):
            self._assign_somebody(column)
        roles.cluster_crosses = {}

    def _settle_perhaps(self) -> None:
        """Words that may be names: people when their signs are those of the people beside them."""
        roles = self._roles
        known = {fold(t) for column in roles.crosses for t in self._area.texts(column)}
        several = len(roles.perhaps) > 1 and not roles.crosses
        for column, text in roles.perhaps.items():
            used = set(map(fold, self._area.texts(column)))
            crosses = used <= words.CROSSES - words.AFFIRMATIONS
            if (crosses and (used & known or several)) or (known and used <= known):
                roles.crosses[column] = text
                roles.guessed.append(column)
            else:
                roles.unclear.append(column)
