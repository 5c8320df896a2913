"""The output sheets: Dutch names and headers, each stated once, with their meaning."""

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template.agreements_sheet import AGREEMENTS
from optimizer.workbook.template.calendar_sheet import CALENDAR

ALLOCATION = Sheet(
    "allocation",
    "Verdeling",
    "Het plan in detail: één regel per taak, school, persoon, rol en bron. Zet een x in ‘vast’ om een "
    "regel vast te houden bij de volgende berekening.",
    (
        Column("task", "taak nr", "Nummer van de taak.", ColumnKind.CODE, required=True, width=8),
        Column("title", "taak", "Omschrijving.", width=54),
        Column("cluster", "cluster", "Cluster van de taak.", width=22),
        Column("unit", "school", "School, of GROEP.", ColumnKind.CODE, required=True, width=9),
        Column("person", "persoon", "Code van de persoon.", ColumnKind.CODE, required=True, width=9),
        Column("name", "naam", "Naam van de persoon.", width=24),
        Column("role", "rol", "verantwoordelijke, uitvoerder, back-up of uitbesteed.", ColumnKind.CHOICE,
               tuple(labels.PLAN_ROLES.values()), required=True, width=17),
        Column("source", "bron", "Waaruit de uren betaald worden: ICT, BPT, ANDERE of WERKING, met de "
               "school of de pool.", width=15),
        Column("hours_year", "uren/jaar", "Uren per schooljaar.", ColumnKind.HOURS, required=True, width=10),
        Column("hours_week", "uren/week", "Uren per lesweek (uren per jaar gedeeld door weken_school).",
               ColumnKind.HOURS, width=10),
        Column("pinned", "vast", "Zet hier een x om de regel vast te houden.", width=7),
        Column("change", "wijziging", "Ten opzichte van het vorige plan: nieuw, meer of minder; weg is wat er "
               "stond en niet meer gepland is (onderaan).",
               ColumnKind.CHOICE, labels.CHANGES, width=10),
    ),
    output=True,
)  # fmt: skip

PER_PERSON = Sheet(
    "per_person",
    "Per persoon",
    "Belasting van elke persoon, en per school waar die werkt: uren per bron, verdeling over de "
    "clusters en wie voor wie back-up is.",
    (
        Column("person", "persoon", "Code van de persoon.", ColumnKind.CODE, required=True, width=9),
        Column("name", "naam", "Naam.", width=24),
        Column("role", "rol", "Functie.", width=14),
        Column("home", "thuisschool", "Eigen school of CENTRAAL.", width=12),
        Column("unit", "school", "Leeg: alles samen. Wie op meer plaatsen werkt, heeft daaronder een "
               "regel per school (of GROEP).", ColumnKind.CODE, width=9),
        Column("capacity", "uren beschikbaar", "Beschikbare uren per jaar, alle bronnen samen.",
               ColumnKind.HOURS, width=8),
        Column("load", "uren gepland", "Geplande uren per jaar, met reistijd.", ColumnKind.HOURS, width=8),
        Column("load_pct", "belasting %", "Gepland ten opzichte van beschikbaar.", ColumnKind.PERCENT,
               width=7),
        Column("ict", "ICT", "Uren per jaar uit ICT-punten.", ColumnKind.HOURS, width=8),
        Column("ict_capacity", "ICT beschikbaar", "Beschikbare uren uit ICT-punten.", ColumnKind.HOURS,
               width=8),
        Column("bpt", "BPT", "Klokuren per jaar uit BPT.", ColumnKind.HOURS, width=8),
        Column("bpt_capacity", "BPT beschikbaar", "Beschikbare klokuren uit BPT.", ColumnKind.HOURS,
               width=8),
        Column("other", "ANDERE", "Uren per jaar uit andere uren.", ColumnKind.HOURS, width=8),
        Column("other_capacity", "ANDERE beschikbaar", "Beschikbare andere uren.", ColumnKind.HOURS,
               width=8),
        Column("travel", "reistijd", "Reisuren per jaar.", ColumnKind.HOURS, width=8),
        Column("technical_pct", "% technisch", "Aandeel van de cluster in de geplande uren.",
               ColumnKind.PERCENT, width=7),
        Column("pedagogical_pct", "% pedagogisch", "Aandeel van deze cluster.",
               ColumnKind.PERCENT, synonyms=("% pedagogisch-didactisch",), width=7),
        Column("policy_pct", "% beleid & visie", "Aandeel van deze cluster.", ColumnKind.PERCENT, width=7),
        Column("administrative_pct", "% administratief", "Aandeel van deze cluster.", ColumnKind.PERCENT, width=7),
        Column("tasks", "taken", "Aantal verschillende taken.", ColumnKind.COUNT, width=6),
        Column("schools", "scholen", "Aantal scholen waar de persoon werkt.", ColumnKind.COUNT, width=6),
        Column("contexts", "werkterreinen", "Aantal verschillende combinaties van school en cluster.",
               ColumnKind.COUNT, synonyms=("contexten",), width=6),
        Column("leads", "verantwoordelijk voor", "Taken waarvoor de persoon het mandaat heeft.",
               width=34),
        Column("covers_for", "is back-up voor", "Voor wie de persoon back-up is, met de taken.",
               synonyms=("vervangt",), width=32),
        Column("covered_by", "heeft als back-up", "Wie back-up is voor deze persoon, met de taken.",
               synonyms=("wordt vervangen door",), width=32),
    ),
    output=True,
)  # fmt: skip

PER_SCHOOL = Sheet(
    "per_school",
    "Per school",
    "Een blad per school om af te drukken: uren per cluster en de vloer, het gebruik van de "
    "middelen, bezoeken, en wie welke taak doet.",
    (
        Column("unit", "school", "School, of GROEP.", ColumnKind.CODE, required=True, width=8),
        Column("task", "taak nr", "Nummer van de taak; leeg in een regel met een som.", ColumnKind.CODE,
               width=6),
        Column("item", "onderdeel", "De school zelf, een bron van middelen, bezoeken, een cluster, "
               "of een taak.", required=True, width=44),
        Column("demand", "gevraagd", "Gevraagde uren per jaar; bij een bron: wat beschikbaar is.",
               ColumnKind.HOURS, width=10),
        Column("planned", "gepland", "Geplande uren per jaar; bij een bron: wat gebruikt is.",
               ColumnKind.HOURS, width=10),
        Column("own_hours", "eigen mensen", "Uren door eigen mensen.", ColumnKind.HOURS, width=9),
        Column("outsourced", "uitbesteed", "Uren door een externe firma.", ColumnKind.HOURS, width=9),
        Column("coverage_pct", "dekking %", "Gepland ten opzichte van gevraagd.", ColumnKind.PERCENT,
               width=8),
        Column("floor", "vloer", "Uren die de vloer van de cluster vraagt.", ColumnKind.HOURS, width=8),
        Column("floor_short", "tekort op vloer", "Uren die aan de vloer ontbreken.", ColumnKind.HOURS,
               width=8),
        Column("measure", "eenheid", "uren, punten, euro of bezoeken.", width=9),
        Column("people", "wie", "Wie de taak doet, de verantwoordelijke eerst, met de uren per jaar, "
               "en wie kan overnemen; bij bezoeken: wie hoeveel keer langskomt.", width=50),
    ),
    output=True,
)  # fmt: skip

GAPS = Sheet(
    "gaps",
    "Hiaten",
    "Elke taak die niet volledig gedekt is, met de reden en wat kan helpen. Eerst het dagelijkse en "
    "wekelijkse werk dat geen enkel uur krijgt.",
    (
        Column("task", "taak nr", "Nummer van de taak.", ColumnKind.CODE, required=True, width=8),
        Column("title", "taak", "Omschrijving.", width=54),
        Column("cluster", "cluster", "Cluster van de taak.", width=22),
        Column("core", "kerntaak", "Kerntaak of niet.", width=9),
        Column("priority", "prioriteit", "Prioriteit van de taak.", width=11),
        Column("rhythm", "ritme", "Hoe vaak het werk terugkomt.", width=11),
        Column("unit", "school", "School, of GROEP.", ColumnKind.CODE, required=True, width=9),
        Column("demand", "uren gevraagd", "Gevraagde uren per jaar.", ColumnKind.HOURS, width=10),
        Column("planned", "uren gepland", "Geplande uren per jaar.", ColumnKind.HOURS, width=10),
        Column("shortfall", "tekort", "Uren die ontbreken.", ColumnKind.HOURS, width=9),
        Column("reason", "reden", "Waarom de taak niet (volledig) gedekt is.", width=90),
        Column("remedy", "wat kan helpen", "De goedkoopste eerste stap.", width=56),
        Column("advice", "advies", "Hoe het stappenplan zo'n leemte invult: vorming, op groepsniveau, "
               "aanwerven, uitbesteden of andere collega's. ‘taakverdeler advies’ rekent het na.",
               width=26),
    ),
    output=True,
)  # fmt: skip

SUMMARY = Sheet(
    "summary",
    "Samenvatting",
    "Hoe goed het plan is, met het bewijs: per doelniveau de waarde, de bewezen grens en de kloof.",
    (
        Column("item", "onderdeel", "Waarover de regel gaat.", required=True, width=34),
        Column("value", "waarde", "De bereikte waarde.", width=22),
        Column("bound", "grens", "Bewezen: beter dan dit bestaat niet.", width=14),
        Column("gap", "kloof %", "Afstand tussen waarde en grens.", ColumnKind.PERCENT, width=10),
        Column("proven", "bewezen", "ja als waarde en grens gelijk zijn.", width=10),
        Column("seconds", "seconden", "Rekentijd.", ColumnKind.NUMBER, width=10),
        Column("remark", "toelichting", "Wat de regel betekent.", width=70),
    ),
    output=True,
)  # fmt: skip

OUTPUT_SHEETS: tuple[Sheet, ...] = (
    ALLOCATION, PER_PERSON, PER_SCHOOL, AGREEMENTS, GAPS, CALENDAR, SUMMARY,
)  # fmt: skip
README_SHEET = "Leesmij"
