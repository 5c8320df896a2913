"""The Dutch words that import recognises in an overview, folded; what it says is elsewhere."""

from collections.abc import Mapping

from models.vocabulary import Cluster, PlanRole, Role
from optimizer.importing.source_map import Mark
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.synonyms import words_of


def word_set(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
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
TITLE_FILLER = word_set(
    "taken taak cluster luik domein deel en of de het van voor ict coordinatie coordinator rol "
    "categorie onderdeel overige algemeen algemene alle ondersteuning werk aspecten takenpakket "
    "gebied opdracht opdrachten beheer tabblad blad rond in op i ii iii iv v"
)
"""Words that may stand in the title of a cluster beside its name."""

ABBREVIATIONS = word_set(
    "ict it ai so bo bao lo ko ks ls ms tso bso aso kso dbso buso bubao okan cvo dko stem pc wk tv "
    "gok clb mdm sb nvt tbd ok nok nb kb mb gb id nr url dd mm jj bkd sg sgr sgm gdpr avg dpo mfa "
    "sso vlan nas wifi elo lms ss pav tl fte vte sept okt nov dec jan feb mrt apr jun jul aug u h "
    "ja nee opm ref fase gr lj kl ll lln lk lkr st"
)
"""Capitals that are no initials of somebody."""
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
LEGEND_MARKS: Mapping[str, Mark] = {
    "eindverantw": Mark.LEAD, "verantwoordelijk": Mark.LEAD, "verantw": Mark.LEAD,
    "hoofdverantw": Mark.LEAD, "trekker": Mark.LEAD, "trekt": Mark.LEAD, "eigenaar": Mark.LEAD,
    "leidt": Mark.LEAD, "leiding": Mark.LEAD, "coordineert": Mark.LEAD, "coordinat": Mark.LEAD,
    "accountable": Mark.LEAD, "hoofd": Mark.LEAD, "beslist": Mark.LEAD, "beslisser": Mark.LEAD,
    "responsible": Mark.CROSS, "doet": Mark.CROSS, "voert": Mark.HELPER, "uitvoer": Mark.HELPER,
    "helpt": Mark.HELPER, "help": Mark.HELPER, "medewerk": Mark.HELPER, "werkt mee": Mark.HELPER,
    "meewerk": Mark.HELPER, "ondersteun": Mark.HELPER, "support": Mark.HELPER,
    "deelnem": Mark.HELPER, "neemt deel": Mark.HELPER, "assist": Mark.HELPER,
    "betrokken": Mark.HELPER, "mee": Mark.HELPER, "team": Mark.HELPER,
    "back-up": Mark.BACKUP, "backup": Mark.BACKUP, "vervang": Mark.BACKUP,
    "reserve": Mark.BACKUP, "plaatsvervang": Mark.BACKUP, "neemt over": Mark.BACKUP,
    "springt in": Mark.BACKUP, "consult": Mark.NOTHING, "geraadpleegd": Mark.NOTHING,
    "raadple": Mark.NOTHING, "geconsulteerd": Mark.NOTHING, "inform": Mark.NOTHING,
    "geinformeerd": Mark.NOTHING, "op de hoogte": Mark.NOTHING, "krijgt info": Mark.NOTHING,
    "advies": Mark.NOTHING, "adviseert": Mark.NOTHING, "niet": Mark.NOTHING,
    "goedkeur": Mark.NOTHING,
}  # fmt: skip
"""How the explanation of a sign begins in a legend, such as ‘V = verantwoordelijke’."""
YES_WORDS = CROSSES | {"j", "y", "yes", "kern", "kerntaak", "altijd"}
NO_WORDS = NO_CROSSES | {"n", "no", "geen", "geen kerntaak", "nooit", "niet van toepassing"}
LATER_WORDS = frozenset({"later", "nog niet", "volgend jaar", "op termijn", "gepland"})

ROLE_WORDS: Mapping[str, Role] = {
    **{fold(word): role for role, word in labels.ROLES.items()}, **words_of(Role),
    "ict-coordinator": Role.TECHNICAL_COORDINATOR,
    "ict coordinator": Role.TECHNICAL_COORDINATOR, "ict-co": Role.TECHNICAL_COORDINATOR,
    "ict": Role.TECHNICAL_COORDINATOR, "ict-verantwoordelijke": Role.TECHNICAL_COORDINATOR,
    "technische ict-coordinator": Role.TECHNICAL_COORDINATOR,
    "systeembeheerder": Role.TECHNICAL_COORDINATOR,
    "pedagogische ict-coordinator": Role.PEDAGOGICAL_COORDINATOR, "directieteam": Role.DIRECTOR,
    "leraren": Role.TEACHER, "leerkrachten": Role.TEACHER, "vakgroep": Role.TEACHER,
    "i-coach": Role.DIGICOACH, "mediacoach": Role.DIGICOACH, "ta(c)": Role.TECHNICAL_ADVISER,
    "opvoeder": Role.SUPPORT, "onderhoud": Role.SUPPORT, "opvoeders": Role.SUPPORT,
    "dir": Role.DIRECTOR, "dir.": Role.DIRECTOR, "directeurs": Role.DIRECTOR,
    "beleidsmedewerker": Role.DIRECTOR, "secr": Role.ADMINISTRATION,
    "secr.": Role.ADMINISTRATION, "adm": Role.ADMINISTRATION, "admin": Role.ADMINISTRATION,
    "zorgco": Role.TEACHER, "zorgcoordinator": Role.TEACHER, "zorgteam": Role.TEACHER,
    "bpt": Role.TEACHER, "lkr": Role.TEACHER, "lkr.": Role.TEACHER, "leraars": Role.TEACHER,
    "digicoaches": Role.DIGICOACH, "icoach": Role.DIGICOACH, "e-coach": Role.DIGICOACH,
    "preventieadviseur": Role.SUPPORT, "technieker": Role.TECHNICAL_COORDINATOR,
    "klusjesman": Role.SUPPORT, "concierge": Role.SUPPORT, "huismeester": Role.SUPPORT,
    "ict-er": Role.TECHNICAL_COORDINATOR, "ict'er": Role.TECHNICAL_COORDINATOR,
    "ict-medewerker": Role.TECHNICAL_COORDINATOR, "ict-dienst": Role.TECHNICAL_COORDINATOR,
    "netwerkbeheerder": Role.TECHNICAL_COORDINATOR, "ict-co.": Role.TECHNICAL_COORDINATOR,
    "dienst ict": Role.TECHNICAL_COORDINATOR, "hoofd": Role.HEAD, "coordinator": Role.HEAD,
    "ankerpersoon": Role.ANCHOR, "ankerpunten": Role.ANCHOR,
}  # fmt: skip
ROLE_OF_CLUSTER: Mapping[Cluster, Role] = {
    Cluster.TECHNICAL: Role.TECHNICAL_COORDINATOR,
    Cluster.PEDAGOGICAL: Role.PEDAGOGICAL_COORDINATOR,
    Cluster.POLICY: Role.DIRECTOR,
    Cluster.ADMINISTRATIVE: Role.ADMINISTRATION,
}
"""The role that is proposed for somebody who mostly does tasks of a cluster."""
FIRM, MAINTENANCE = "firma", "onderhoud"
FIRM_WORDS = frozenset({"extern", "externe", "externe firma", "externe firma's", "firma", "firma's",
    "leverancier", "externe partner", "ext", "ext.", "externen", "extern bedrijf", "bedrijf",
     "externe partij", "uitbesteed", "uitbesteden",
    "uitbesteding", "onderhoudsfirma"})  # fmt: skip
NOBODY_WORDS = frozenset({"iedereen", "allen", "alle", "alle leerkrachten", "alle leraren", "team",
    "ict-team", "hele team", "?", "te bepalen", "nog te bepalen", "tbd", "niemand", "n.v.t.",
    "nvt", "-", "/", "wie", "personeel", "alle personeel", "n.t.b.", "leerlingen", "lln",
    "ouders", "schoolteam", "alle collega's", "collega's", "x", "vrijwilliger", "vrijwilligers",
    "nog niemand", "vacature", "open", "allemaal", "ieder", "elkeen", "volledig team"})  # fmt: skip
NAME_PARTICLES = word_set("van de den der het ten ter te 't d' el al von")

SCHOOL_WORDS = word_set(
    "bs ls ks vbs gbs sbs bao bubao buso kbo so gibo go! basisschool school lagere kleuterschool "
    "middenschool atheneum ka kta kti vti vtk vts vito bimsem lyceum college instituut humaniora "
    "campus academie cvo internaat technicum leefschool freinetschool steinerschool scholen "
    "methodeschool sgo sint technische hotelschool tuinbouwschool kunstschool"
)
SCHOOL_NETWORK = "go!"
SCHOOL_ENDINGS = ("school", "college", "instituut", "atheneum", "lyceum", "humaniora")
SCHOOL_PARTICLES = word_set("de het van den der 't te ter ten in en aan")
SCHOOL_FILLER = word_set(
    "de het een per alle onze welke elke lagere secundair technisch niveau basis kleuter midden in"
)
"""Words that make no name of a word for schools: ‘Lagere school’, ‘Alle scholen’."""

ONE = "1"
ALL_SCHOOLS = frozenset({"alle", "alle scholen", "allemaal", "beide", "elke school", "iedereen",
    "overal", "scholen", "sg", "scholengroep", "centraal", "groep", "scholengemeenschap", "x",
    "school", "sgr", "alle vestigingen"})  # fmt: skip
"""In a column of schools: the task is done at all of them."""
HEADING_WORDS = word_set(
    "netwerk netwerken infrastructuur hardware software helpdesk ondersteuning algemeen "
    "algemene varia planning organisatie communicatie beheer extra andere overige rest taken "
    "taak toestellen materiaal veiligheid beveiliging cybersecurity projecten aankoop "
    "aankopen administratie administratief administratieve beleid visie digitale digitaal "
    "leeromgeving leerplatform leerkrachten leraren leraar leerkracht leerlingen leerling "
    "personeel directie secretariaat ouders school scholen schooljaar jaar begin einde start "
    "midden loop trimester semester eerste tweede derde vierde laatste januari februari maart "
    "april mei juni juli augustus september oktober november december zomer herfst winter lente "
    "vakantie zomervakantie kerst dagelijks dagelijkse wekelijks wekelijkse maandelijks "
    "maandelijkse jaarlijks jaarlijkse trimestrieel terugkerende terugkerend eenmalige eenmalig "
    "lopende lopend vaste losse nieuwe grote kleine fase deel onderdeel blok groep stap doen "
    "todo week weken maand maanden dag cloud platformen platform systemen systeem technisch "
    "technische techniek pedagogisch pedagogische didactisch didactische didactiek nascholing "
    "vorming professionalisering overleg samenwerking gebruikers onderwijs leren lesgeven klas "
    "klassen lessen zorg data privacy financieel financien logistiek diensten dienst werking "
    "dagelijkse-werking interne externe intern extern contacten belangrijk dringend basis kern "
    "kerntaken prioriteit prioriteiten coordinatie team ict-team ict audiovisueel multimedia "
    "verantwoordelijkheden rollen opdrachten activiteiten hulp begeleiding gebouw lokaal "
    "lokalen campus vestiging veilig website papierwerk evenementen lijst overzicht vervolg "
    "bijlage"
)
"""Words of which headings are made; a text with any other word is no heading by its words."""
TEACHING = "bpt"
"""In a list of people: the hours are teaching hours of the package of lessons."""
GROUPS_OF_PEOPLE = word_set("leerlingen lln ouders vrijwilligers alle iedereen ganse hele heel")
"""How entries begin that name no person but many."""
VERSION_WORDS = word_set("oud oude nieuw nieuwe kopie copy versie v1 v2 v3 concept archief backup")
"""In the name of a sheet: another version of the same list, not another school."""
TOTAL_WORDS = frozenset({"totaal", "totalen", "subtotaal"})
COUNT_WORDS = frozenset({"som", "aantal", "gemiddelde"})
LEGEND_WORDS = frozenset({"legende", "legenda", "verklaring", "kleurcode", "kleurcodes", "codes",
                          "afkortingen", "betekenis"})  # fmt: skip
FOOTER_WORDS = word_set(
    "versie bron opgemaakt bijgewerkt laatst laatste datum auteur gebaseerd "
                         "nota opmerking opgelet tip nb ps contact"
)  # fmt: skip
CORE_WORDS = ("kerntaak", "kerntaken")
COLUMN, HOURS_NOTE, WHEN_NOTE = "kolom", "Uren", "Wanneer"
TASK_STEMS = ("taak", "taken", "opdracht", "activiteit", "werkzaamheden")

STOP_WORDS = word_set(
    "de het een en of van voor in op bij met aan te via naar door uit om tot over als mee zijn "
    "onze hun ons alle andere eventueel ict den der onder rond per ook nog enz etc bv ik je we wij "
    "ze zij er is wordt worden deze die dat dit niet dan wanneer waar hoe wat wie zelf samen even "
    "incl excl ma di wo do vr x 1x 2x 3x keer s o a"
)
"""Words that say nothing about which task is meant."""
COMMON_WORDS = word_set(
    "beheren opvolgen onderhouden bewaken instellen maken organiseren opstellen ondersteunen "
    "begeleiden bijhouden controleren uitvoeren verzorgen technisch beheer onderhoud opvolging "
    "controle geven doen nieuwe school scholen gebruik werken installeren uitwerken afhandelen "
    "coordineren helpen nakijken regelen opzetten voorbereiden aanpassen bekijken zoeken schrijven "
    "bijwerken aanvullen verbeteren houden zorgen contacteren verdelen plannen"
)
"""Words that say little: many tasks have them."""
PURPLE_WORD, NO_COLOUR_WORD = "paars", "geen"
PER_CELL = "cel"
"""In a file of columns: hours are counted per what each cell says."""
MARK_LABELS: Mapping[Mark, str] = {
    Mark.LEAD: "verantwoordelijke", Mark.HELPER: "uitvoerder", Mark.BACKUP: "back-up",
    Mark.CROSS: "kruisje", Mark.NOTHING: "niets",
}  # fmt: skip
"""In a file of columns and among answers: what a sign means."""
ANY_ROLE = "wie"
"""In a file of columns: names without a role of their own."""
