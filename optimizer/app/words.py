"""Dutch words of the screens themselves; sentences about a plan are those of the reports."""

from collections.abc import Mapping
from typing import NamedTuple


class Place(NamedTuple):
    """A screen: its number in the order of work, its address and what it is called."""

    number: int
    path: str
    name: str


PLACES: tuple[Place, ...] = (
    Place(1, "/", "Start"),
    Place(3, "/mensen", "Mensen"),
    Place(4, "/taken", "Taken"),
    Place(5, "/middelen", "Middelen"),
    Place(6, "/controle", "Controle"),
    Place(7, "/plan", "Plan"),
    Place(8, "/wat-als", "Wat als"),
    Place(10, "/papieren", "Papieren"),
)
"""In the order of the numbers; 2 (the steps of the guideline) and 9 (the year) fit in between."""

NOT_UNDERSTOOD = "De toepassing begreep de vraag niet. Herlaad het venster."
GONE = "Dit bestaat niet meer. Herlaad het venster."
SAVED = "Bewaard in {path}."
SAVED_WITH_BACKUP = "Bewaard in {path}. De vorige versie staat in {backup}."
SAVED_WITHOUT_PLAN = (
    "De cellen zijn bewaard in {path}. Het plan niet: het klopt niet meer met uw wijzigingen. "
    "Reken opnieuw."
)
PHASES: Mapping[str, str] = {
    "running": "Bezig met rekenen",
    "done": "Het plan is klaar",
    "failed": "Er is geen plan",
    "waiting": "Er ligt een plan klaar",
}
BUSY = "Er wordt nog een plan gerekend. Wacht tot het klaar is, of stop het."
NEW_NAME = "mijn school"
IMPORTED = "{tasks:taak|taken} ingelezen."
NO_FILE = "Open eerst een werkboek."
LEVEL_STATES: Mapping[str, str] = {"search": "zoekt een eerste plan", "none": "nog niet"}
COPY_NAME = "{stem} kopie"


def unsaved(cells: int, has_plan: bool) -> str:
    """How much is not saved, in words."""
    parts = []
    if cells:
        parts.append("1 cel" if cells == 1 else f"{cells} cellen")
    if has_plan:
        parts.append("het plan")
    return " en ".join(parts)


def counted(errors: int, doubts: int) -> str:
    """How many problems there are, in a sentence."""
    if not errors and not doubts:
        return "Geen fouten en geen waarschuwingen."
    return (
        f"{'1 fout' if errors == 1 else f'{errors} fouten'} en "
        f"{'1 waarschuwing' if doubts == 1 else f'{doubts} waarschuwingen'}."
    )
