"""What stands on the sheet of doubts, in Dutch, by the code of the doubt."""

from collections.abc import Mapping
from typing import NamedTuple

SHEET, COLUMN, CLUSTER, CORE = "blad", "kolom", "cluster", "kerntaak"
TASK, WHO, LEFT_OUT, TO_FILL = "taak", "wie", "overgeslagen", "aanvullen"


class ReviewPoint(NamedTuple):
    """What a doubt is about, what was made of it, and what to look at."""

    kind: str
    made: str
    check: str


POINTS: Mapping[str, ReviewPoint] = {
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
    "numbers-replaced": ReviewPoint(
        TASK,
        "De taken hebben nieuwe nummers gekregen.",
        "De nummers in uw overzicht waren niet overal ingevuld of kwamen dubbel voor.",
    ),
    "core-proposed": ReviewPoint(
        CORE,
        "Niets in uw overzicht duidt kerntaken aan: {count:taak is|taken zijn} kerntaak omdat de "
        "takenlijst van het programma ze zo noemt.",
        "Overloop de kolom ‘kerntaak’ op Taken.",
    ),
    "clusters-proposed": ReviewPoint(
        CLUSTER,
        "Uw overzicht noemt bij {count:taak|taken} geen cluster: {count:=die staat|die staan} bij "
        "de cluster van de taak "
        "uit de takenlijst.",
        "Overloop de kolom ‘cluster’ op Taken.",
    ),
    "all-core": ReviewPoint(
        CORE,
        "Bijna alle taken zijn paars en dus kerntaak.",
        "Is paars hier gewoon de opmaak? Zet dan ‘kerntaak’ op nee waar nodig.",
    ),
    "core-colour": ReviewPoint(
        CORE,
        "De kleur van deze cel duidt kerntaken aan.",
        "Klopt dat niet, verander dan ‘kerntaak’ in het bestand met kolommen.",
    ),
    "core-by-ink": ReviewPoint(
        CORE,
        "Kerntaak, omdat de letters paars zijn; andere kerntaken staan in een paarse cel.",
        "Is het een kerntaak?",
    ),
    "core-beside": ReviewPoint(
        CORE,
        "Kerntaak, omdat het nummer in een paarse cel staat.",
        "Is het een kerntaak?",
    ),
    "core-unclear": ReviewPoint(
        CORE, "Geen kerntaak.", "Dit is geen ja of nee: is het een kerntaak?"
    ),
    "hidden-sheet": ReviewPoint(
        SHEET,
        "Dit blad is verborgen en is niet gelezen.",
        "Staan er taken op, maak het blad dan zichtbaar en neem het overzicht opnieuw over.",
    ),
    "unread-sheet": ReviewPoint(
        SHEET,
        "Dit blad is beschadigd, of veel groter dan een takenoverzicht, en is niet gelezen.",
        "Staan er taken op, zet ze dan apart op een blad en neem het overzicht opnieuw over.",
    ),
    "unused-sheet": ReviewPoint(
        SHEET,
        "Op dit blad zijn geen taken herkend.",
        "Staan er toch taken op, beschrijf het blad dan in een bestand met kolommen.",
    ),
    "people-list": ReviewPoint(
        SHEET,
        "Een lijst van mensen: namen, rollen en uren staan op Personen.",
        "Kijk op Personen na of de uren in de juiste kolom staan.",
    ),
    "school-heading": ReviewPoint(
        LEFT_OUT,
        "Een school: de taken eronder gelden daar.",
        "Is dit de naam van een school?",
    ),
    "school-sheet": ReviewPoint(
        SHEET,
        "Het blad van één school: {target}.",
        "Is dit een school? Anders gelden de taken overal.",
    ),
    "person-sheet": ReviewPoint(
        SHEET,
        "De taken van één persoon: {target}.",
        "Is dit blad van één persoon?",
    ),
    "column-as-note": ReviewPoint(
        COLUMN,
        "Wat in deze kolom staat, komt bij de taak in ‘uitleg’.",
        "Is het een kolom met mensen, clusters of kerntaken? Beschrijf ze dan in een bestand met "
        "kolommen.",
    ),
    "hours-unit": ReviewPoint(
        COLUMN,
        "Het is niet duidelijk of dit uren per week of per jaar zijn; ze staan in ‘uitleg’.",
        "Zet ‘uren’ en ‘uren_per’ in een bestand met kolommen, of neem de uren zelf over.",
    ),
    "applies-crossed": ReviewPoint(
        COLUMN,
        "In deze kolom staan alleen kruisjes: een lege cel is ‘van toepassing’ nee.",
        "Klopt dat? Overloop ‘van toepassing’ op Taken.",
    ),
    "calendar": ReviewPoint(
        COLUMN,
        "Weken, maanden of andere delen van het jaar: bij de taak staat in ‘uitleg’ wanneer.",
        "Is er toch een kolom van een persoon bij?",
    ),
    "person-guessed": ReviewPoint(
        COLUMN,
        "Een persoon, omdat er kruisjes onder staan zoals bij de andere mensen.",
        "Is dit iemand?",
    ),
    "school-column": ReviewPoint(
        COLUMN,
        "Een school: wat in deze kolom staat, geldt daar.",
        "Is dit een school?",
    ),
    "cluster-guessed": ReviewPoint(
        CLUSTER,
        "De taken hierbij staan in de cluster {cluster}.",
        "Deze titel noemt geen cluster. Klopt de keuze?",
    ),
    "cluster-by-match": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, zoals de taak waar ze op lijkt.",
        "Uw overzicht noemt hier geen cluster. Klopt de keuze?",
    ),
    "cluster-by-neighbour": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, zoals de taak erboven.",
        "Uw overzicht noemt hier geen cluster. Klopt de keuze?",
    ),
    "cluster-unknown": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, bij gebrek aan beter.",
        "Uw overzicht noemt hier geen cluster. Kies de juiste.",
    ),
    "no-match": ReviewPoint(
        TASK,
        "Geen taak uit de takenlijst lijkt hierop: er staan geen uren en geen competenties bij.",
        "Vul de uren en de competenties in. Zonder uren wordt de taak niet gepland.",
    ),
    "no-match-hours": ReviewPoint(
        TASK,
        "Geen taak uit de takenlijst lijkt hierop: er staan geen competenties bij.",
        "Vul de competenties in als de taak er vraagt.",
    ),
    "match-offered": ReviewPoint(
        TASK,
        "Geen uren en geen competenties: het is niet zeker welke taak uit de takenlijst dit is.",
        "Kies de taak, of ‘geen van deze’ en vul de uren en de competenties zelf in.",
    ),
    "task-split": ReviewPoint(
        TASK,
        "Deze tekst noemt {count} taken; elk is een eigen taak geworden en de uren zijn verdeeld.",
        "Is het één taak? Kies dan ‘één taak’.",
    ),
    "match-doubtful": ReviewPoint(
        TASK,
        "Uren en competenties van ‘{title}’ (gelijkenis {score} %).",
        "Gaat het om dezelfde taak? Verbeter anders de uren en de competenties.",
    ),
    "match-shared": ReviewPoint(
        TASK,
        "De uren van ‘{title}’ zijn gelijk verdeeld over {shares} taken die erop lijken.",
        "Verdeel de uren zoals het bij u is.",
    ),
    "task-twice": ReviewPoint(
        TASK,
        "Deze taak staat er twee keer; ook in {first}.",
        "Is het één taak? Zet dan bij één van de twee ‘van toepassing’ op nee.",
    ),
    "struck": ReviewPoint(
        TASK,
        "Doorstreept: ‘van toepassing’ staat op nee.",
        "Gebeurt deze taak toch? Zet ‘van toepassing’ op ja of later.",
    ),
    "hidden-row": ReviewPoint(
        TASK,
        "De rij was verborgen; de taak is overgenomen.",
        "Is de taak niet meer van toepassing? Zet ‘van toepassing’ op nee.",
    ),
    "applies-unclear": ReviewPoint(
        TASK, "‘van toepassing’ staat op ja.", "Dit is geen ja, nee of later: wat is het?"
    ),
    "hours-unclear": ReviewPoint(
        TASK, "Deze uren zijn niet overgenomen.", "Hoeveel uren per jaar zijn het?"
    ),
    "hours-open": ReviewPoint(
        TASK,
        "Er staan geen vaste uren: het voorstel van de takenlijst blijft staan.",
        "Hoeveel uren per jaar zijn het ongeveer?",
    ),
    "hours-assumed": ReviewPoint(
        TASK,
        "Gelezen als uren per {period}.",
        "Er staat niet bij of dit per week of per jaar is. Klopt dit?",
    ),
    "applies-by-hours": ReviewPoint(
        TASK,
        "Zonder uren en zonder mensen: ‘van toepassing’ staat op nee.",
        "Gebeurt deze taak bij u?",
    ),
    "priority-unclear": ReviewPoint(
        TASK,
        "De prioriteit is een voorstel: dit woord is niet bekend.",
        "Welke prioriteit is het?",
    ),
    "sign-assumed": ReviewPoint(
        WHO,
        "Deze letter is gelezen als: {mark}.",
        "Uw overzicht legt ze niet uit. Klopt dit?",
    ),
    "sign-by-legend": ReviewPoint(
        WHO, "Volgens uw legende: {mark}.", "Klopt dit?"
    ),
    "sign-doubtful": ReviewPoint(
        WHO, "Gelezen als een kruisje.", "Doet {target} deze taak?"
    ),
    "sign-unknown": ReviewPoint(
        WHO, "Niet gelezen als een kruisje.", "Doet {target} deze taak? Zet ze dan op Verdeling."
    ),
    "letter-unknown": ReviewPoint(
        WHO,
        "Deze letter is nergens gelezen als een kruisje.",
        "Zet bij ‘tekens’ in een bestand met kolommen wat ze betekent.",
    ),
    "nobody": ReviewPoint(
        WHO, "Niemand in het bijzonder: dit is geen persoon geworden.", "Wie doet de taak?"
    ),
    "name-doubtful": ReviewPoint(
        WHO, "Gelezen als {target}, met een vraagteken.", "Doet {target} deze taak?"
    ),
    "no-name": ReviewPoint(
        WHO, "Dit lijkt geen naam en is geen persoon geworden.", "Wie doet de taak?"
    ),
    "aside": ReviewPoint(
        WHO, "De naam is {target}; wat tussen haakjes staat, is niet gelezen.", "Is dat van belang?"
    ),
    "nameless": ReviewPoint(
        WHO,
        "Kruisjes zonder naam erboven: de persoon heet ‘{target}’.",
        "Typ de echte naam op Personen.",
    ),
    "short-name": ReviewPoint(
        WHO,
        "Gelezen als {other}.",
        "Is het dezelfde persoon? Schrijf anders beide namen voluit in uw overzicht, of beschrijf "
        "ze bij ‘personen’ in een bestand met kolommen.",
    ),
    "names-alike": ReviewPoint(
        WHO,
        "Twee personen: deze en {other}.",
        "Is het dezelfde persoon? Verander dan op Verdeling de code en verwijder de rij op "
        "Personen.",
    ),
    "person": ReviewPoint(
        WHO,
        "{name}, rol {role}. Taken vorig jaar: {count}.",
        "Klopt de rol? Vul uren, diploma en competenties in op Personen.",
    ),
    "several-leads": ReviewPoint(
        WHO,
        "Een taak heeft één verantwoordelijke: {target}; de anderen zijn uitvoerder.",
        "Wie is de verantwoordelijke?",
    ),
    "firm": ReviewPoint(
        WHO,
        "Uitbesteed. Taken vorig jaar: {count}.",
        "Vul op Taken ‘uitbesteden %’ en ‘tarief’ in, en op Scholen de werkingsmiddelen.",
    ),
    "heading": ReviewPoint(
        LEFT_OUT,
        "Een tussentitel, geen taak; bij de taken eronder staat hij in ‘uitleg’.",
        "Is het toch een taak? Voeg ze toe op Taken.",
    ),
    "total-row": ReviewPoint(
        LEFT_OUT, "Een totaal, geen taak.", "Is het toch een taak? Voeg ze toe."
    ),
    "legend-row": ReviewPoint(
        LEFT_OUT, "Een legende, geen taak.", "Is het toch een taak? Voeg ze toe."
    ),
    "remark-row": ReviewPoint(
        LEFT_OUT, "Een opmerking, geen taak.", "Is het toch een taak? Voeg ze toe."
    ),
}  # fmt: skip
"""What stands on the sheet of doubts, by code."""
