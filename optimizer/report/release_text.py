"""What was let go of a person, in Dutch."""

from collections.abc import Iterator

from models.issues import CellRef
from models.naming import PersonName
from optimizer.report.dutch import tell

NOTHING = "{person} staat nergens vast: er is niets geschreven."
RELEASED = "{person} staat niet meer vast in {cells}."
EDITED = "deze cellen zijn"
"""What changed in the copy, for its certificate."""


def release_lines(person: PersonName, cells: tuple[CellRef, ...]) -> Iterator[str]:
    """Where she was held, with the cells."""
    yield tell(RELEASED if cells else NOTHING, person=person, cells=cells)
