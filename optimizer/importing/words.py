"""The Dutch words that import recognises in an overview, folded; what it says is elsewhere."""

from collections.abc import Mapping

from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing.source_map import Meaning


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CLUSTER_WORDS: Mapping[Cluster, frozenset[str]] = {
    Cluster.TECHNICAL: frozenset({"technisch", "technische", "techniek"}),
    Cluster.PEDAGOGICAL: frozenset(
        {"pedagogisch", "pedagogische", "pedagogiek", "didactisch", "didactische", "didactiek"}
    ),
    Cluster.POLICY: frozenset({"beleid", "beleids", "beleidsmatig", "beleidsmatige", "visie",
                               "beleidstaken", "beleidsvoering"}),
    Cluster.ADMINISTRATIVE: frozenset({"administratief", "administratieve", "administratie"}),
}  # fmt: skip
"""Words that name a cluster outright."""
CLUSTER_HINTS: Mapping[Cluster, frozenset[str]] = {
    Cluster.TECHNICAL: frozenset({"infrastructuur", "hardware", "software", "netwerk", "netwerken",
        "servers", "systeembeheer", "toestellen", "helpdesk", "support", "cybersecurity",
        "techno", "tech", "techn", "tict", "apparatuur", "materiaal", "herstellingen"}),
    Cluster.PEDAGOGICAL: frozenset({"onderwijs", "leren", "lesgeven", "klas", "klaspraktijk",
        "nascholing", "vorming", "professionalisering", "begeleiding", "leerkrachten", "leraren",
        "mediawijsheid", "ped", "did", "pict", "leerlijn", "lessen"}),
    Cluster.POLICY: frozenset({"strategie", "strategisch", "strategische", "overleg", "planning",
        "organisatie", "budget", "samenwerking", "leiding", "bestuur", "vergaderingen"}),
    Cluster.ADMINISTRATIVE: frozenset({"secretariaat", "admin", "accounts", "aankoop", "aankopen",
        "bestellingen", "inventaris", "licenties", "gebruikersbeheer", "facturatie",
        "registratie", "logistiek", "papierwerk"}),
}  # fmt: skip
"""Words that suggest a cluster, where no title names one."""
TITLE_FILLER = _set(
    "taken taak cluster luik domein deel en of de het van voor ict coordinatie coordinator rol "
    "categorie onderdeel overige algemeen algemene alle ondersteuning werk aspecten takenpakket "
    "gebied opdracht opdrachten beheer tabblad blad rond in op i ii iii iv v"
)
"""Words that may stand in the title of a cluster beside its name."""

HEADERS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.TITLE: ("taak", "taken", "taakomschrijving", "omschrijving van de taak",
        "omschrijving taak", "opdracht", "opdrachten", "activiteit", "activiteiten", "ict-taak",
        "ict-taken", "wat", "wat moet er gebeuren", "takenlijst", "takenoverzicht",
        "werkzaamheden", "omschrijving", "beschrijving"),
    Meaning.NUMBER: ("nr", "nr.", "nummer", "taaknr", "taak nr", "code", "id", "#", "volgnr",
        "volgnummer"),
    Meaning.CLUSTER: ("cluster", "domein", "categorie", "luik", "rubriek", "takencluster",
        "soort taak", "soort", "type", "gebied", "thema"),
    Meaning.CORE: ("kerntaak", "kerntaken", "kern", "core", "is kerntaak", "kerntaak j/n"),
    Meaning.APPLIES: ("van toepassing", "toepassing", "toepasselijk", "relevant", "bij ons",
        "doen we dit", "actief"),
    Meaning.HOURS_YEAR: ("uren/jaar", "uren per jaar", "uren/schooljaar", "uren per schooljaar",
        "jaaruren", "uur/jaar", "uur per jaar", "u/jaar"),
    Meaning.HOURS_WEEK: ("uren/week", "uren per week", "weekuren", "uur/week", "uur per week",
        "u/week"),
    Meaning.HOURS: ("uren", "uur", "aantal uren", "tijd", "tijdsbesteding", "tijd (uren)"),
    Meaning.WHO: ("wie", "wie doet het", "wie doet wat", "door", "door wie", "medewerker",
        "medewerkers", "persoon", "personen", "naam", "namen", "team", "collega", "taakverdeling",
        "verdeling", "toegewezen aan", "wie is betrokken", "betrokkenen", "wie kan dit opnemen"),
    Meaning.LEAD: ("verantwoordelijke", "verantwoordelijken", "trekker", "trekkers", "eigenaar",
        "eindverantwoordelijke", "hoofdverantwoordelijke", "verantwoordelijk"),
    Meaning.HELPER: ("uitvoerder", "uitvoerders", "uitvoering", "medewerking", "helpt mee", "met"),
    Meaning.BACKUP: ("back-up", "backup", "vervanger", "vervangers", "reserve"),
    Meaning.NOTE: ("opmerking", "opmerkingen", "nota", "nota's", "notities", "toelichting",
        "uitleg", "commentaar", "info", "extra info", "details", "extra", "frequentie", "wanneer",
        "periode", "timing", "deadline", "hoe vaak", "status", "prioriteit", "link", "actie"),
}  # fmt: skip
"""Headers, by what their column holds; the first of a meaning is the best."""
NOT_A_PERSON = _set(
    "dagelijks wekelijks maandelijks trimestrieel jaarlijks permanent continu klaar gedaan ok af "
    "status school scholen scholengroep scholengemeenschap groep centraal lokaal prioriteit "
    "start einde zomer lente herfst winter januari februari maart april mei juni juli augustus "
    "september oktober november december belangrijk dringend nieuw bestaand totaal aantal "
    "uitbesteedbaar hoog laag gemiddeld ja nee"
) | {"ad hoc", "back-up nodig", "begin schooljaar", "einde schooljaar", "ter plaatse", "op afstand"}
"""Headers above crosses that say something about the task, not who does it."""

CROSSES = frozenset({"x", "xx", "×", "✓", "✔", "✗", "✘", "☑", "☒", "√", "v", "ja", "1", "•", "●",
                     "*", "true", "waar", "o", "ok"})  # fmt: skip
AFFIRMATIONS = frozenset({"ja", "true", "waar", "ok"})
"""Crosses that are words: beside them an empty cell says nothing."""
DOUBTFUL_CROSSES = frozenset({"(x)", "x?", "?", "(v)", "(✓)", "v?", "x (?)", "deels", "soms"})
NO_CROSSES = frozenset({"", "-", "nee", "neen", "0", "/", "☐", "false", "onwaar", "n.v.t.", "nvt"})
ROLE_MARKS: Mapping[str, PlanRole] = {
    "b": PlanRole.BACKUP, "bu": PlanRole.BACKUP, "back-up": PlanRole.BACKUP,
    "backup": PlanRole.BACKUP, "reserve": PlanRole.BACKUP,
    "verantwoordelijke": PlanRole.LEAD, "verantw": PlanRole.LEAD, "verantw.": PlanRole.LEAD,
    "trekker": PlanRole.LEAD, "uitvoerder": PlanRole.HELPER,
}  # fmt: skip
LEGEND_ROLES: Mapping[str, PlanRole] = {
    "verantwoordelijk": PlanRole.LEAD, "trekker": PlanRole.LEAD, "uitvoer": PlanRole.HELPER,
    "helpt": PlanRole.HELPER, "medewerk": PlanRole.HELPER, "back-up": PlanRole.BACKUP,
    "backup": PlanRole.BACKUP, "vervang": PlanRole.BACKUP, "reserve": PlanRole.BACKUP,
}  # fmt: skip
"""How the explanation of a sign begins in a legend, such as ‘V = verantwoordelijke’."""
YES_WORDS = CROSSES | {"j", "y", "yes", "kern", "kerntaak", "altijd"}
NO_WORDS = NO_CROSSES | {"n", "no", "geen", "geen kerntaak", "nooit", "niet van toepassing"}
LATER_WORDS = frozenset({"later", "nog niet", "volgend jaar", "op termijn", "gepland"})

ROLE_WORDS: Mapping[str, Role] = {
    "tict": Role.TECHNICAL_COORDINATOR, "ict-coordinator": Role.TECHNICAL_COORDINATOR,
    "ict coordinator": Role.TECHNICAL_COORDINATOR, "ict-co": Role.TECHNICAL_COORDINATOR,
    "ict": Role.TECHNICAL_COORDINATOR, "ict-verantwoordelijke": Role.TECHNICAL_COORDINATOR,
    "technisch ict-coordinator": Role.TECHNICAL_COORDINATOR,
    "technische ict-coordinator": Role.TECHNICAL_COORDINATOR,
    "systeembeheerder": Role.TECHNICAL_COORDINATOR,
    "pict": Role.PEDAGOGICAL_COORDINATOR,
    "pedagogisch ict-coordinator": Role.PEDAGOGICAL_COORDINATOR,
    "pedagogische ict-coordinator": Role.PEDAGOGICAL_COORDINATOR,
    "diensthoofd": Role.HEAD, "hoofd ict": Role.HEAD,
    "directie": Role.DIRECTOR, "directeur": Role.DIRECTOR, "directrice": Role.DIRECTOR,
    "adjunct-directeur": Role.DIRECTOR, "directieteam": Role.DIRECTOR,
    "leraar": Role.TEACHER, "leraren": Role.TEACHER, "leerkracht": Role.TEACHER,
    "leerkrachten": Role.TEACHER, "vakleerkracht": Role.TEACHER, "vakgroep": Role.TEACHER,
    "digicoach": Role.DIGICOACH, "i-coach": Role.DIGICOACH, "mediacoach": Role.DIGICOACH,
    "ankerpunt": Role.ANCHOR, "ankerleerkracht": Role.ANCHOR,
    "administratie": Role.ADMINISTRATION, "secretariaat": Role.ADMINISTRATION,
    "boekhouding": Role.ADMINISTRATION, "administratief medewerker": Role.ADMINISTRATION,
    "tac": Role.TECHNICAL_ADVISER, "ta(c)": Role.TECHNICAL_ADVISER,
    "technisch adviseur": Role.TECHNICAL_ADVISER,
    "ondersteunend": Role.SUPPORT, "ondersteunend personeel": Role.SUPPORT,
    "opvoeder": Role.SUPPORT, "onderhoud": Role.SUPPORT,
}  # fmt: skip
ROLE_OF_CLUSTER: Mapping[Cluster, Role] = {
    Cluster.TECHNICAL: Role.TECHNICAL_COORDINATOR,
    Cluster.PEDAGOGICAL: Role.PEDAGOGICAL_COORDINATOR,
    Cluster.POLICY: Role.DIRECTOR,
    Cluster.ADMINISTRATIVE: Role.ADMINISTRATION,
}
"""The role that is proposed for somebody who mostly does tasks of a cluster."""
FIRM_WORDS = frozenset({"extern", "externe", "externe firma", "externe firma's", "firma", "firma's",
    "leverancier", "externe partner", "externe partij", "uitbesteed", "uitbesteden",
    "uitbesteding", "onderhoudsfirma"})  # fmt: skip
NOBODY_WORDS = frozenset({"iedereen", "allen", "alle", "alle leerkrachten", "alle leraren", "team",
    "ict-team", "hele team", "?", "te bepalen", "nog te bepalen", "tbd", "niemand", "n.v.t.",
    "nvt", "-", "/", "wie", "personeel", "alle personeel", "n.t.b."})  # fmt: skip
NAME_PARTICLES = _set("van de den der het ten ter te 't d' el al von")

TOTAL_WORDS = frozenset({"totaal", "totalen", "subtotaal"})
COUNT_WORDS = frozenset({"som", "aantal", "gemiddelde"})
LEGEND_WORDS = frozenset({"legende", "legenda", "verklaring", "kleurcode", "kleurcodes", "codes",
                          "afkortingen", "betekenis"})  # fmt: skip
FOOTER_WORDS = _set(
    "versie bron opgemaakt bijgewerkt laatst laatste datum auteur gebaseerd "
                         "nota opmerking opgelet tip nb ps contact"
)  # fmt: skip
CORE_WORDS = ("kerntaak", "kerntaken")
COLUMN = "kolom"
TASK_STEMS = ("taak", "taken", "opdracht", "activiteit", "werkzaamheden")

STOP_WORDS = _set(
    "de het een en of van voor in op bij met aan te via naar door uit om tot over als mee zijn "
    "onze hun ons alle andere eventueel ict den der onder rond per ook nog enz etc bv ik je we wij "
    "ze zij er is wordt worden deze die dat dit niet dan wanneer waar hoe wat wie zelf samen even "
    "incl excl ma di wo do vr x 1x 2x 3x keer s o a"
)
"""Words that say nothing about which task is meant."""
COMMON_WORDS = _set(
    "beheren opvolgen onderhouden bewaken instellen maken organiseren opstellen ondersteunen "
    "begeleiden bijhouden controleren uitvoeren verzorgen technisch beheer onderhoud opvolging "
    "controle geven doen nieuwe school scholen gebruik werken installeren uitwerken afhandelen "
    "coordineren helpen nakijken regelen opzetten voorbereiden aanpassen bekijken zoeken schrijven "
    "bijwerken aanvullen verbeteren houden zorgen contacteren verdelen plannen"
)
"""Words that say little: many tasks have them."""
PURPLE_WORD, NO_COLOUR_WORD = "paars", "geen"
PER_YEAR, PER_WEEK = "jaar", "week"
ANY_ROLE = "wie"
"""In a file of columns: names without a role of their own."""
