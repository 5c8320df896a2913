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
    Place(2, "/stappen", "Stappenplan"),
    Place(3, "/mensen", "Mensen"),
    Place(4, "/taken", "Taken"),
    Place(5, "/middelen", "Middelen"),
    Place(6, "/controle", "Controle"),
    Place(7, "/plan", "Plan"),
    Place(8, "/wat-als", "Wat als"),
    Place(9, "/jaar", "Jaar"),
    Place(10, "/papieren", "Papieren"),
)
"""In the order of the numbers."""

NOT_UNDERSTOOD = "De toepassing begreep de vraag niet. Herlaad het venster."
GONE = "Dit bestaat niet meer. Herlaad het venster."
SAVED = "Bewaard in {path}."
SAVED_WITH_BACKUP = "Bewaard in {path}. De vorige versie staat in {backup}."
SAVED_WITHOUT_PLAN = (
    "De cellen zijn bewaard in {path}. Het plan niet: het klopt niet meer met uw wijzigingen. "
    "Reken opnieuw."
)
ODD_HOURS = (
    "Dit begrijpt het bord niet: {texts}. Typ uren per jaar, V voor de verantwoordelijke of B voor "
    "de back-up; bv. 12, V 12 of B."
)
PUSHED_OUT = "{name} heeft nu {hours} uur te veel. Kies wie ‘{task}’ kan overnemen."
APPLIED = "De proef is het plan geworden."
TAKEN_BACK = "Eén verschil terugzetten"
FIRST_MEND = "Dit plan breekt een regel. Los dat eerst op, of gooi de proef weg."
NOW = "het plan nu"
STANDING = "het plan in het werkboek"
NEW_PLAN = "het nieuwe plan"
NEWCOMER = "Nieuwe collega"
HIRED = "{name} ({code}) komt erbij"
NO_NUMBER = "Vul een getal in."
FIRST_PLAN = "Maak eerst een plan; scenario's worden daarmee vergeleken."
NOTHING_CHANGED = "Er verandert nog niets. Voeg eerst een wijziging toe."
FULL = "Er staan al vier scenario's naast elkaar. Haal er eerst een weg."
ADOPTED = "{name} is overgenomen."
NOT_ADOPTED = (
    "Het werkboek is intussen gewijzigd; dit plan past er niet meer in. Reken het scenario opnieuw."
)
ROW_OF_MORE = (
    "De uitzondering in {cell} gaat ook over andere taken of mensen. Pas ze aan op het scherm "
    "Uitzonderingen."
)
NO_WISH = "‘{text}’ is geen wens. Kies ++, +, -, -- of nooit, of laat de cel leeg."
WISH_ELSEWHERE = "staat in {cell}, samen met andere taken, mensen of scholen: wijzig het daar"
TOO_MUCH = "{hours} uur meer dan er zijn"
PEAK = "een piek"
COMPUTED = "Deze uren worden berekend. Verander het plan, de mensen, of de pieken."
NOT_ONESELF = "Wie uitvalt, kan niet zelf in de plaats komen."
NO_DAY = "Kies de eerste dag zonder die persoon."
FIRST_SAVE = "Bewaar eerst uw wijzigingen."
NO_NAME = "Vul in wie het plan vaststelt."
FIRST_APPLY = "Er is nog een proef op het bord. Pas ze eerst toe, of gooi ze weg."
ADOPTED_NOW = "Het plan is vastgesteld. Bewaar het werkboek, dan staat het er ook in."
NO_PLAN = "Er is geen plan dat klopt met het werkboek zoals het nu is. Reken eerst."
LACKING = (
    "Voor het verslag ontbreekt {names}. Installeer het programma met zijn verslag: "
    "pip install 'taakverdeler[report]'."
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


def unsaved(cells: int, has_plan: bool, has_trial: bool) -> str:
    """How much is not saved, in words."""
    parts = []
    if cells:
        parts.append("1 cel" if cells == 1 else f"{cells} cellen")
    if has_plan:
        parts.append("het plan")
    if has_trial:
        parts.append("een proef op het bord")
    return " en ".join(parts)


def counted(errors: int, doubts: int) -> str:
    """How many problems there are, in a sentence."""
    if not errors and not doubts:
        return "Geen fouten en geen waarschuwingen."
    return (
        f"{'1 fout' if errors == 1 else f'{errors} fouten'} en "
        f"{'1 waarschuwing' if doubts == 1 else f'{doubts} waarschuwingen'}."
    )
