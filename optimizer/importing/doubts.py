"""What was uncertain in reading an overview: facts with the cell of the source, no prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.issues import CellRef


@dataclass(frozen=True)
class Doubt:
    """One point for the user to look at.

    Attributes
    ----------
    code
        Stable name; its words are in `optimizer/importing/sentences.py`.
    where
        The cell or sheet of the source; `None` for a point about the result as a whole.
    found
        What stood there.
    target
        The task, person or sheet of the result that it is about.
    facts
        What the sentences need.
    choices
        Answers that this one may have, besides those of all points of its code.
    """

    code: str
    where: CellRef | None = None
    found: str = ""
    target: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
