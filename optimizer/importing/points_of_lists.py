"""What stands on the sheet of doubts, in Dutch: what to fill in; sheets, columns and rows."""

from collections.abc import Mapping

from optimizer.importing import answer_words as words
from optimizer.importing.review_point import COLUMN, LEFT_OUT, OVERVIEW, SHEET, TO_FILL, ReviewPoint

_SHEETS = (words.TASK_LIST, *words.CLUSTERS, words.PEOPLE_LIST, words.LEAVE_OUT)
"""What a sheet may be: a list of tasks, of one cluster or of several, or of people."""
POINTS_OF_LISTS: Mapping[str, ReviewPoint] = {
    "overview": ReviewPoint(
        OVERVIEW,
        "Dit werkboek is uit dat bestand gemaakt.",
        "Antwoord hieronder in de kolom ‘antwoord’ en doe: taakverdeler importeer --opnieuw met "
        "dit werkboek, of geef in de toepassing op Start het overzicht nog eens. Staat het "
        "overzicht nu ergens anders? Verbeter dan onder ‘wat er stond’ waar.",
    ),
    "fill-persons": ReviewPoint(
        TO_FILL,
        "Er {count:=staat|staan} {count:persoon|mensen} op Personen, zonder uren en zonder "
        "competenties.",
        "Vul per persoon de uren per week in (ICT-uren, BPT-uren of andere uren), het diploma en "
        "de competenties van 0 tot 4. Kijk ook de rol na: waar uw overzicht er geen noemt, is ze "
        "een voorstel.",
    ),
    "fill-no-persons": ReviewPoint(
        TO_FILL,
        "In uw overzicht zijn geen mensen gevonden.",
        "Vul Personen in: één regel per persoon.",
    ),
    "fill-school": ReviewPoint(
        TO_FILL,
        "Scholen op het blad Scholen: {count}, zonder aantallen.",
        "Vul op Scholen de naam, de leerlingen, toestellen, leerkrachten en middelen in. Gaat uw "
        "overzicht over meer scholen, voeg dan rijen toe.",
    ),
    "proposals": ReviewPoint(
        TO_FILL,
        "Uren, competenties en andere gegevens van {count:taak|taken} zijn voorstellen uit de "
        "takenlijst van het programma.",
        "Kijk de uren na: het zijn aannames. In ‘uitleg’ staat op welke taak ze lijken.",
    ),
    "last-year": ReviewPoint(
        TO_FILL,
        "De kruisjes en namen staan als plan van vorig jaar op Verdeling ({count:regel|regels}). "
        "Uren "
        "stonden er niet bij: elke taak is gelijk verdeeld.",
        "Verbeter de uren als u ze kent. Wis de regels als u van nul wilt beginnen.",
    ),
    "hidden-sheet": ReviewPoint(
        SHEET,
        "Dit blad is verborgen en is niet gelezen.",
        "Staan er taken of mensen op? Kies dan wat het is.",
        _SHEETS,
    ),
    "unread-sheet": ReviewPoint(
        SHEET,
        "Dit blad is beschadigd, of veel groter dan een takenoverzicht, en is niet gelezen.",
        "Staan er taken op, zet ze dan apart op een blad en neem het overzicht opnieuw over.",
    ),
    "unused-sheet": ReviewPoint(
        SHEET,
        "Op dit blad zijn geen taken herkend.",
        "Staan er toch taken of mensen op? Kies dan wat het is.",
        _SHEETS,
    ),
    "people-list": ReviewPoint(
        SHEET,
        "Een lijst van mensen: namen, rollen en uren staan op Personen.",
        "Kijk op Personen na of de uren in de juiste kolom staan.",
        _SHEETS,
    ),
    "free-text": ReviewPoint(
        SHEET,
        "In de tekst van de taken staat wie ze doet; elke tekst is zo gelezen.",
        "Overloop de taken en de mensen.",
        (words.TASK_LIST, words.LEAVE_OUT),
    ),
    "school-heading": ReviewPoint(
        LEFT_OUT,
        "Een school: de taken eronder gelden daar.",
        "Is dit de naam van een school?",
        (words.A_SCHOOL, *words.LEFT_OUT),
    ),
    "school-sheet": ReviewPoint(
        SHEET,
        "Het blad van één school: {target}.",
        "Is dit een school? Anders gelden de taken overal.",
        (words.A_SCHOOL, words.NO_SCHOOL),
    ),
    "person-sheet": ReviewPoint(
        SHEET,
        "De taken van één persoon: {target}.",
        "Is dit blad van één persoon?",
        (words.A_PERSON, words.NO_PERSON),
    ),
    "column-as-note": ReviewPoint(
        COLUMN,
        "Wat in deze kolom staat, komt bij de taak in ‘uitleg’.",
        "Is het iets anders? Kies dan wat de kolom is.",
        words.COLUMNS,
    ),
    "hours-unit": ReviewPoint(
        COLUMN,
        "Het is niet duidelijk of dit uren per week of per jaar zijn; ze staan in ‘uitleg’.",
        "Kies per wat ze zijn.",
        (*words.HOURS_COLUMNS, words.NOTE),
    ),
    "applies-crossed": ReviewPoint(
        COLUMN,
        "In deze kolom staan alleen kruisjes: een lege cel is ‘van toepassing’ nee.",
        "Klopt dat? Overloop ‘van toepassing’ op Taken.",
        (words.YES_NO),
    ),
    "calendar": ReviewPoint(
        COLUMN,
        "Weken, maanden of andere delen van het jaar: bij de taak staat in ‘uitleg’ wanneer.",
        "Is er toch een kolom van een persoon bij?",
        (words.WHEN, words.A_PERSON),
    ),
    "person-guessed": ReviewPoint(
        COLUMN,
        "Een persoon, omdat er kruisjes onder staan zoals bij de andere mensen.",
        "Is dit iemand?",
        (words.A_PERSON, words.NOTE),
    ),
    "school-column": ReviewPoint(
        COLUMN,
        "Een school: wat in deze kolom staat, geldt daar.",
        "Is dit een school?",
        (words.A_SCHOOL, words.A_PERSON, words.NOTE),
    ),
    "heading": ReviewPoint(
        LEFT_OUT,
        "Een tussentitel, geen taak; bij de taken eronder staat hij in ‘uitleg’.",
        "Is het toch een taak, of de titel van een cluster?",
        words.LEFT_OUT,
    ),
    "total-row": ReviewPoint(
        LEFT_OUT, "Een totaal, geen taak.", "Is het toch een taak?",
        words.LEFT_OUT,
    ),
    "legend-row": ReviewPoint(
        LEFT_OUT, "Een legende, geen taak.", "Is het toch een taak?",
        words.LEFT_OUT,
    ),
    "remark-row": ReviewPoint(
        LEFT_OUT, "Een opmerking, geen taak.", "Is het toch een taak?",
        words.LEFT_OUT,
    ),
}  # fmt: skip
