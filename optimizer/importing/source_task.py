"""A task as an overview states it, with who has something to do with it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from models.issues import CellRef
from models.vocabulary import Applies, Cluster, PlanRole


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
    """

    who: str
    role: PlanRole | None
    where: CellRef


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
