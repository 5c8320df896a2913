"""What a point on the sheet of doubts consists of."""

from typing import NamedTuple

SHEET, COLUMN, CLUSTER, CORE = "blad", "kolom", "cluster", "kerntaak"
TASK, WHO, LEFT_OUT, TO_FILL = "taak", "wie", "overgeslagen", "aanvullen"
OVERVIEW = "overzicht"


class ReviewPoint(NamedTuple):
    """What a doubt is about, what was made of it, what to look at, and what may be answered."""

    kind: str
    made: str
    check: str
    choices: tuple[str, ...] = ()
