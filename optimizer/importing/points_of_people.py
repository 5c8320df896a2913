"""What stands on the sheet of doubts, in Dutch: about people, names and signs."""

from collections.abc import Mapping

from optimizer.importing import answer_words as words
from optimizer.importing.review_point import WHO, ReviewPoint

POINTS_OF_PEOPLE: Mapping[str, ReviewPoint] = {
    "sign-assumed": ReviewPoint(
        WHO,
        "Deze letter is gelezen als: {mark}.",
        "Uw overzicht legt ze niet uit. Klopt dit?",
        tuple(words.MARKS),
    ),
    "sign-by-legend": ReviewPoint(
        WHO, "Volgens uw legende: {mark}.", "Klopt dit?",
        tuple(words.MARKS),
    ),
    "sign-doubtful": ReviewPoint(
        WHO, "Gelezen als een kruisje.", "Doet {target} deze taak?",
        words.YES_NO,
    ),
    "sign-unknown": ReviewPoint(
        WHO, "Niet gelezen als een kruisje.", "Doet {target} deze taak?",
        (*words.YES_NO, *words.MARKS),
    ),
    "letter-unknown": ReviewPoint(
        WHO,
        "Deze letter is nergens gelezen als een kruisje.",
        "Wat betekent ze?",
        tuple(words.MARKS),
    ),
    "nobody": ReviewPoint(
        WHO, "Niemand in het bijzonder: dit is geen persoon geworden.",
        "Wie doet de taak? Kies of typ een naam.",
        (words.NOBODY,),
    ),
    "name-doubtful": ReviewPoint(
        WHO, "Gelezen als {target}, met een vraagteken.", "Doet {target} deze taak?",
        words.YES_NO,
    ),
    "no-name": ReviewPoint(
        WHO, "Dit lijkt geen naam en is geen persoon geworden.",
        "Wie doet de taak? Kies of typ een naam.",
        (words.NOBODY,),
    ),
    "aside": ReviewPoint(
        WHO, "De naam is {target}; wat tussen haakjes staat, is niet gelezen.",
        "Is het iemand anders die meedoet?",
        tuple(words.MARKS),
    ),
    "nameless": ReviewPoint(
        WHO,
        "Kruisjes zonder naam erboven: de persoon heet ‘{target}’.",
        "Typ de echte naam.",
        (words.NO_PERSON,),
    ),
    "short-name": ReviewPoint(
        WHO,
        "Gelezen als {other}.",
        "Is het dezelfde persoon? Kies of typ anders wie het is.",
        (words.SOMEBODY_ELSE, words.NO_PERSON),
    ),
    "names-alike": ReviewPoint(
        WHO,
        "Twee personen: deze en {other}.",
        "Is het dezelfde persoon? Kies of typ dan wie het is.",
        (words.SOMEBODY_ELSE, words.NO_PERSON),
    ),
    "person": ReviewPoint(
        WHO,
        "{name}, rol {role}. Taken vorig jaar: {count}.",
        "Klopt de rol? Vul uren, diploma en competenties in op Personen.",
        (*words.ROLES, words.A_FIRM, words.NO_PERSON),
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
        (words.A_FIRM, words.A_PERSON),
    ),
}  # fmt: skip
