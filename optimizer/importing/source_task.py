"""A task as an overview states it, with who has something to do with it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from models.issues import CellRef
from models.vocabulary import Applies, Cluster, PlanRole, Priority, Rhythm, TaskLevel


@dataclass(frozen=True)
class Cross:
    """Somebody beside a task.

    Attributes
    ----------
    who
        The name as it is written, with what stands in parentheses behind it.
    role
        What the person does, when the overview says so.
    where
        The cell with the cross or the name.
    school
        The school for which it holds; empty when the overview is about one.
    """

    who: str
    role: PlanRole | None
    where: CellRef
    school: str = ""


class Owner(NamedTuple):
    """Whose a column of crosses is, and the cell that says so."""

    who: str
    where: CellRef


@dataclass(frozen=True)
class SourceTask:
    """One task of the overview.

    Attributes
    ----------
    where
        Its cell.
    title
        Its text, without a bullet or a number in front.
    number
        The overview's own number.
    cluster
        The cluster, when the overview names one.
    hint
        The cluster that a title or the name of the sheet suggests without naming it.
    core
        Whether it is a core task; `None` when nothing in the overview marks core tasks.
    applies
        Whether it is done here.
    hours
        Clock hours a year, when the overview has them.
    notes
        What else stood beside it.
    crosses
        Who has something to do with it.
    priority, level, rhythm, peak
        What the overview says of these; `None` or empty when it says nothing.
    schools
        The schools where it is done, with the hours there as far as they are given; empty when
        the overview is about one school.
    repeats
        Whether a row with the same title may be the same task: on the sheet of another school or
        person, or in another week.
    """

    where: CellRef
    title: str
    number: str
    cluster: Cluster | None
    core: bool | None
    applies: Applies
    hours: Decimal | None
    notes: tuple[str, ...]
    crosses: tuple[Cross, ...]
    hint: Cluster | None = None
    priority: Priority | None = None
    level: TaskLevel | None = None
    rhythm: Rhythm | None = None
    peak: str = ""
    schools: tuple[tuple[str, Decimal | None], ...] = ()
    repeats: bool = False
