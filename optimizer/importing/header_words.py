"""The Dutch words that import recognises in the headers of columns, folded."""

from collections.abc import Mapping

from optimizer.importing.source_map import Meaning
from optimizer.importing.words import word_set

HEADERS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.TITLE: ("taak", "taken", "taakomschrijving", "omschrijving van de taak",
        "omschrijving taak", "opdracht", "opdrachten", "activiteit", "activiteiten", "ict-taak",
        "ict-taken", "wat", "wat moet er gebeuren", "wat moet gebeuren", "takenlijst",
        "takenoverzicht", "werkzaamheden", "omschrijving", "beschrijving", "taaknaam", "task",
        "tasks", "te doen", "klus", "klussen", "werk", "actie", "acties", "actiepunt",
        "actiepunten", "deeltaak", "deeltaken", "taakinhoud", "onderwerp"),
    Meaning.NUMBER: ("nr", "nr.", "nummer", "taaknr", "taak nr", "code", "id", "#", "volgnr",
        "volgnummer", "n°", "no", "no."),
    Meaning.CLUSTER: ("cluster", "domein", "categorie", "luik", "rubriek", "takencluster",
        "soort taak", "soort", "type", "gebied", "thema", "taakgebied", "werkdomein", "pijler"),
    Meaning.CORE: ("kerntaak", "kerntaken", "kern", "core", "is kerntaak", "kerntaak j/n",
        "kerntaak ja/nee", "kt"),
    Meaning.APPLIES: ("van toepassing", "toepassing", "toepasselijk", "relevant", "bij ons",
        "doen we dit", "actief", "van toepassing ja/nee"),
    Meaning.HOURS_YEAR: ("jaaruren", "u/jaar"),
    Meaning.HOURS_WEEK: ("weekuren", "u/week", "u/w", "u/wk"),
    Meaning.HOURS_MONTH: ("u/maand",),
    Meaning.HOURS: ("uren", "uur", "u", "aantal uren", "tijd", "tijdsbesteding", "tijd (uren)",
        "tijdsinvestering", "geschatte tijd", "tijdsduur", "duur", "belasting", "raming",
        "tijdsinschatting", "werkuren", "klokuren", "hoeveel tijd"),
    Meaning.WHO: ("wie", "wie doet het", "wie doet wat", "door", "door wie", "medewerker",
        "medewerkers", "persoon", "personen", "naam", "namen", "team", "collega", "taakverdeling",
        "verdeling", "toegewezen aan", "wie is betrokken", "betrokkenen", "wie kan dit opnemen",
        "teamlid", "teamleden", "ict-team", "opgenomen door", "mensen", "personeelslid", "uitv.",
        "toegewezen"),
    Meaning.LEAD: ("verantwoordelijke", "verantwoordelijken", "trekker", "trekkers", "eigenaar",
        "eindverantwoordelijke", "hoofdverantwoordelijke", "verantwoordelijk", "taakhouder",
        "coordinatie", "leiding", "wie trekt"),
    Meaning.HELPER: ("uitvoerder", "uitvoerders", "uitvoering", "medewerking", "helpt mee", "met",
        "ondersteund door", "ondersteuning door", "samen met", "met hulp van", "helper", "helpers",
        "hulp van", "werkt mee", "deelnemers", "uitgevoerd door", "meewerkend", "ondersteuning"),
    Meaning.BACKUP: ("back-up", "backup", "vervanger", "vervangers", "reserve", "bu", "vervanging",
        "bij afwezigheid", "plaatsvervanger"),
    Meaning.PRIORITY: ("prioriteit", "prio", "prio.", "prioriteiten", "belang", "urgentie",
        "dringendheid", "moscow", "voorrang", "belangrijkheid"),
    Meaning.LEVEL: ("niveau", "op welk niveau", "schoolniveau", "niveau van uitvoering",
        "school of scholengroep", "school/sg", "sg/school", "bestuursniveau"),
    Meaning.RHYTHM: ("frequentie", "freq", "freq.", "ritme", "hoe vaak", "wanneer", "periode",
        "timing", "moment", "periodiciteit", "tijdstip", "maand", "herhaling", "regelmaat",
        "planning", "in welke periode", "piek", "piekperiode", "week", "weken", "wk", "datum",
        "dag", "weeknummer", "weeknr", "trimester"),
    Meaning.STATUS: ("status", "stand van zaken", "stavaza", "afgewerkt", "klaar", "gedaan",
        "voortgang", "in orde", "ok", "opvolging", "uitgevoerd", "% klaar", "vooruitgang"),
    Meaning.SCHOOL: ("school", "scholen", "voor welke school", "vestiging", "campus", "instelling",
        "welke school", "schoolnaam", "per school"),
    Meaning.ROLE: ("rol", "functie", "statuut", "ambt", "hoedanigheid", "profiel", "functietitel"),
    Meaning.NOTE: ("opmerking", "opmerkingen", "nota", "nota's", "notities", "toelichting",
        "uitleg", "commentaar", "info", "extra info", "details", "extra", "deadline", "link",
        "links", "opm", "opm.", "meer info", "bron", "document", "handleiding", "procedure",
        "hoe", "waarom", "materiaal", "tool", "tools", "doel", "resultaat", "waar", "contact"),
}  # fmt: skip
"""Headers, by what their column holds; the first of a meaning is the best."""
HEADER_STEMS: Mapping[str, Meaning] = {
    "taak": Meaning.TITLE, "taken": Meaning.TITLE, "omschr": Meaning.TITLE,
    "activiteit": Meaning.TITLE, "opdracht": Meaning.TITLE, "categ": Meaning.CLUSTER,
    "verantw": Meaning.LEAD, "eindverantw": Meaning.LEAD, "trekke": Meaning.LEAD,
    "uitvoer": Meaning.HELPER, "medewerk": Meaning.WHO, "vervang": Meaning.BACKUP,
    "priori": Meaning.PRIORITY, "urgent": Meaning.PRIORITY, "frequ": Meaning.RHYTHM,
    "opmerk": Meaning.NOTE, "toelicht": Meaning.NOTE, "notit": Meaning.NOTE,
    "status": Meaning.STATUS, "betrokken": Meaning.WHO, "persoon": Meaning.WHO,
    "personen": Meaning.WHO, "voert": Meaning.WHO, "doet": Meaning.WHO, "niveau": Meaning.LEVEL,
    "kerntaak": Meaning.CORE, "periode": Meaning.RHYTHM, "uren": Meaning.HOURS,
}  # fmt: skip
"""How the words of a longer or a shortened header begin."""
HEADER_FILLER = word_set(
    "de het een en of van voor bij aan is zijn in op te ict per ons onze school deze dit wij we "
    "die dat eventuele eventueel huidige korte kort ja nee j n extra andere eerste team lid aantal "
    "concrete concreet welke hun uit mee"
)
"""Words in a header that say nothing about its column."""
HEADER_ORDER = (
    Meaning.NUMBER, Meaning.NOTE, Meaning.STATUS, Meaning.PRIORITY, Meaning.LEVEL, Meaning.RHYTHM,
    Meaning.APPLIES, Meaning.CORE, Meaning.HOURS_YEAR, Meaning.HOURS_WEEK, Meaning.HOURS_MONTH,
    Meaning.HOURS, Meaning.BACKUP, Meaning.LEAD, Meaning.HELPER, Meaning.WHO, Meaning.CLUSTER,
    Meaning.TITLE, Meaning.SCHOOL, Meaning.ROLE,
)  # fmt: skip
"""Which word of a header decides, when its words say different things."""
