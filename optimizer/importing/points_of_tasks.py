"""What stands on the sheet of doubts, in Dutch: about tasks, their clusters and core flags."""

from collections.abc import Mapping

from optimizer.importing import answer_words as words
from optimizer.importing.review_point import CLUSTER, CORE, TASK, ReviewPoint

POINTS_OF_TASKS: Mapping[str, ReviewPoint] = {
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
    "no-core": ReviewPoint(
        CORE,
        "Niets in uw overzicht duidt kerntaken aan, en geen taak lijkt op een kerntaak uit de "
        "takenlijst van het programma: er zijn er geen.",
        "Zet op Taken bij de kerntaken ‘ja’ in de kolom ‘kerntaak’.",
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
        "Is paars hier gewoon de opmaak?",
        (words.CORE_COLOUR, words.PLAIN_LOOK),
    ),
    "core-colour": ReviewPoint(
        CORE,
        "De kleur van deze cel duidt kerntaken aan.",
        "Klopt dat?",
        (words.CORE_COLOUR, words.PLAIN_LOOK),
    ),
    "core-by-ink": ReviewPoint(
        CORE,
        "Kerntaak, omdat de letters paars zijn; andere kerntaken staan in een paarse cel.",
        "Is het een kerntaak?",
        words.YES_NO,
    ),
    "core-beside": ReviewPoint(
        CORE,
        "Kerntaak, omdat het nummer in een paarse cel staat.",
        "Is het een kerntaak?",
        words.YES_NO,
    ),
    "core-unclear": ReviewPoint(
        CORE, "Geen kerntaak.", "Dit is geen ja of nee: is het een kerntaak?",
        words.YES_NO,
    ),
    "cluster-guessed": ReviewPoint(
        CLUSTER,
        "De taken hierbij staan in de cluster {cluster}.",
        "Deze titel noemt geen cluster. Klopt de keuze?",
        words.CLUSTERS,
    ),
    "cluster-by-match": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, zoals de taak waar ze op lijkt.",
        "Uw overzicht noemt hier geen cluster. Klopt de keuze?",
        words.CLUSTERS,
    ),
    "cluster-by-neighbour": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, zoals de taak erboven.",
        "Uw overzicht noemt hier geen cluster. Klopt de keuze?",
        words.CLUSTERS,
    ),
    "cluster-unknown": ReviewPoint(
        CLUSTER,
        "Cluster {cluster}, bij gebrek aan beter.",
        "Uw overzicht noemt hier geen cluster. Kies de juiste.",
        words.CLUSTERS,
    ),
    "no-match": ReviewPoint(
        TASK,
        "Geen taak uit de takenlijst lijkt hierop: er staan geen uren en geen competenties bij.",
        "Kies of typ de taak waar ze bij hoort, of vul de uren en de competenties in: zonder uren "
        "wordt de taak niet gepland.",
        (words.NO_TASK,),
    ),
    "no-match-hours": ReviewPoint(
        TASK,
        "Geen taak uit de takenlijst lijkt hierop: er staan geen competenties bij.",
        "Vul de competenties in als de taak er vraagt.",
        (words.NO_TASK,),
    ),
    "match-offered": ReviewPoint(
        TASK,
        "Geen uren en geen competenties: het is niet zeker welke taak uit de takenlijst dit is.",
        "Kies de taak, of ‘geen van deze’ en vul de uren en de competenties zelf in.",
        (words.NONE_OF_THESE, words.NO_TASK),
    ),
    "task-split": ReviewPoint(
        TASK,
        "Deze tekst noemt {count} taken; elk is een eigen taak geworden en de uren zijn verdeeld.",
        "Is het één taak?",
        (words.ONE_TASK, words.SEVERAL_TASKS),
    ),
    "match-doubtful": ReviewPoint(
        TASK,
        "Uren en competenties van ‘{title}’ (gelijkenis {score} %).",
        "Gaat het om dezelfde taak? Kies anders de juiste.",
        (words.NONE_OF_THESE, words.NO_TASK),
    ),
    "match-shared": ReviewPoint(
        TASK,
        "De uren van ‘{title}’ zijn gelijk verdeeld over {shares} taken die erop lijken.",
        "Verdeel de uren zoals het bij u is.",
    ),
    "task-twice": ReviewPoint(
        TASK,
        "Deze taak staat er twee keer; ook in {first}.",
        "Is het één taak?",
        (words.ONE_TASK, words.SEVERAL_TASKS),
    ),
    "struck": ReviewPoint(
        TASK,
        "Doorstreept: ‘van toepassing’ staat op nee.",
        "Gebeurt deze taak toch? Zet ‘van toepassing’ op ja of later.",
        words.APPLIES,
    ),
    "hidden-row": ReviewPoint(
        TASK,
        "De rij was verborgen; de taak is overgenomen.",
        "Is de taak niet meer van toepassing? Zet ‘van toepassing’ op nee.",
        words.APPLIES,
    ),
    "applies-unclear": ReviewPoint(
        TASK, "‘van toepassing’ staat op ja.", "Dit is geen ja, nee of later: wat is het?",
        words.APPLIES,
    ),
    "hours-unclear": ReviewPoint(
        TASK, "Deze uren zijn niet overgenomen.", "Hoeveel uren per jaar zijn het?",
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
        tuple(words.PERIODS),
    ),
    "applies-by-hours": ReviewPoint(
        TASK,
        "Zonder uren en zonder mensen: ‘van toepassing’ staat op nee.",
        "Gebeurt deze taak bij u?",
        words.APPLIES,
    ),
    "priority-unclear": ReviewPoint(
        TASK,
        "De prioriteit is een voorstel: dit woord is niet bekend.",
        "Welke prioriteit is het?",
        words.PRIORITIES,
    ),
}  # fmt: skip
