"""How an overview is to be read: where its lists stand and what their columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing.answers import Answers
from optimizer.importing.hours_text import Period

PURPLE = "purple"
"""Core tasks are marked with any purple, in the fill or in the text of the task."""


class Meaning(StrEnum):
    """What the header of a column says about its cells."""

    TITLE = "title"
    NUMBER = "number"
    CLUSTER = "cluster"
    CORE = "core"
    APPLIES = "applies"
    HOURS_YEAR = "hours_year"
    HOURS_WEEK = "hours_week"
    HOURS_MONTH = "hours_month"
    HOURS = "hours"
    PRIORITY = "priority"
    LEVEL = "level"
    RHYTHM = "rhythm"
    STATUS = "status"
    SCHOOL = "school"
    ROLE = "role"
    WHO = "who"
    LEAD = "lead"
    HELPER = "helper"
    BACKUP = "backup"
    NOTE = "note"


class Mark(StrEnum):
    """What a sign in somebody's column says that this person does."""

    LEAD = "lead"
    HELPER = "helper"
    BACKUP = "backup"
    CROSS = "cross"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ListMap:
    """One list of tasks on one sheet; columns and rows are numbers, counted from 1.

    Attributes
    ----------
    sheet
        Name of the sheet.
    first_row, last_row
        The rows that are read, both included.
    title
        Column of the tasks.
    header_row
        Row of the headers that notes are introduced with.
    number
        Column of the source's own numbers.
    cluster
        The cluster of the whole list; tasks above the first title row have it too.
    hint
        The cluster that the name of the sheet suggests; the wording of a task goes before it.
    cluster_column
        Column of the clusters; without one, title rows name them.
    cluster_crosses
        Columns in which a cross gives the task its cluster.
    core_column
        Column of core flags.
    core_colour
        `PURPLE`, RRGGBB, or empty when colour says nothing; not used with a core column.
    applies
        Column that says whether a task applies.
    hours
        Column of hours.
    hours_per
        What these are counted per where a cell does not say it; `None` when nothing does.
    priority, level, rhythm
        Columns that say how much a task matters, at which level it is done, and how often.
    school_column
        Column with the school of each task.
    schools
        Columns that are about one school, with its name.
    school
        The school of the whole list; empty when it is the only one.
    calendar
        Columns of parts of the year in which a sign says when a task is done.
    person
        Whose tasks these are, when the whole list is one person's.
    free
        Whether the texts of the tasks say who does them.
    crosses
        Columns with signs, each with whose they are.
    names
        Columns with names, each with the role that these people have.
    notes
        Columns whose text is kept beside the task.
    """

    sheet: str
    first_row: int
    last_row: int
    title: int
    header_row: int | None = None
    number: int | None = None
    cluster: Cluster | None = None
    hint: Cluster | None = None
    cluster_column: int | None = None
    cluster_crosses: Mapping[int, Cluster] = field(default_factory=dict)
    core_column: int | None = None
    core_colour: str = PURPLE
    applies: int | None = None
    hours: int | None = None
    hours_per: Period | None = None
    priority: int | None = None
    level: int | None = None
    rhythm: int | None = None
    school_column: int | None = None
    schools: Mapping[int, str] = field(default_factory=dict)
    school: str = ""
    calendar: tuple[int, ...] = ()
    person: str = ""
    free: bool = False
    crosses: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, PlanRole | None] = field(default_factory=dict)
    notes: tuple[int, ...] = ()

    def columns(self) -> frozenset[int]:
        """Every column that is read."""
        single = (
            self.title,
            self.number,
            self.cluster_column,
            self.core_column,
            self.applies,
            self.hours,
            self.priority,
            self.level,
            self.rhythm,
            self.school_column,
        )
        several = (
            *self.cluster_crosses,
            *self.crosses,
            *self.names,
            *self.notes,
            *self.schools,
            *self.calendar,
        )
        return frozenset(column for column in (*single, *several) if column is not None)


@dataclass(frozen=True)
class PeopleMap:
    """One list of people on one sheet; columns and rows are numbers, counted from 1.

    Attributes
    ----------
    sheet
        Name of the sheet.
    first_row, last_row
        The rows that are read, both included.
    name
        Column of the names.
    role
        Column that says what somebody is.
    hours
        Column of the hours of somebody.
    hours_per
        What these are counted per where a cell does not say it.
    """

    sheet: str
    first_row: int
    last_row: int
    name: int
    role: int | None = None
    hours: int | None = None
    hours_per: Period = Period.WEEK


@dataclass(frozen=True)
class SourceMap:
    """Every list of an overview, and what its own words mean.

    Attributes
    ----------
    lists
        In the order in which they are read.
    clusters
        The cluster that a title or a word in the cluster column stands for, as written.
    hints
        The cluster that a heading suggests; the wording of a task goes before it.
    marks
        What a sign in a column of crosses says, beside the usual ones.
    people
        Whose name it is, per way of writing.
    roles
        The role of a person, per name.
    rosters
        The lists of people.
    answers
        What the user answered on the sheet of doubts; not part of a file of columns.
    """

    lists: tuple[ListMap, ...]
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    hints: Mapping[str, Cluster] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    rosters: tuple[PeopleMap, ...] = ()
    answers: Answers = field(default_factory=Answers)
