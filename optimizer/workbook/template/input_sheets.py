"""The input sheets: Dutch names and headers, each stated once, with their meaning."""

from models.vocabulary import WeightClass
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template.steps_sheet import STEPS
from optimizer.workbook.template.year_sheet import YEAR

YES_NO = tuple(labels.YES_NO.values())

SETTINGS = Sheet(
    "settings",
    "Instellingen",
    "De afspraken die voor de hele planning gelden. Eén regel per instelling; pas alleen de kolom "
    "‘waarde’ aan.",
    (
        Column("key", "sleutel", "Naam van de instelling. Niet wijzigen.", ColumnKind.CODE,
               synonyms=("instelling",), required=True, width=24),
        Column("value", "waarde", "De waarde die u kiest.", required=True, width=22),
        Column("explanation", "uitleg", "Wat de instelling doet.", synonyms=("toelichting",),
               width=90),
    ),
)  # fmt: skip

_CLASS_COLUMNS = (
    Column("class_counts.primary", labels.WEIGHT_CLASSES[WeightClass.PRIMARY], "Leerlingen in het "
           "(buitengewoon) basisonderwijs.", ColumnKind.COUNT, synonyms=("leerlingen basis",),
           default="in een basisschool alle leerlingen, elders niet geteld", width=9),
    Column("class_counts.general", labels.WEIGHT_CLASSES[WeightClass.GENERAL], "Leerlingen in de "
           "A-stroom van de eerste graad, aso, kso en tso.", ColumnKind.COUNT,
           synonyms=("lln A-stroom",), default="niet geteld", width=9),
    Column("class_counts.vocational", labels.WEIGHT_CLASSES[WeightClass.VOCATIONAL], "Leerlingen "
           "in de B-stroom van de eerste graad, OKAN, bso, dbso, zeevisserij en buso.", ColumnKind.COUNT,
           synonyms=("lln B-stroom",), default="in het buitengewoon secundair alle leerlingen, "
           "elders niet geteld", width=9),
    Column("class_counts.arts", labels.WEIGHT_CLASSES[WeightClass.ARTS], "Leerlingen in het "
           "deeltijds kunstonderwijs.", ColumnKind.COUNT, synonyms=("leerlingen dko",),
           default="in het dko alle leerlingen, elders niet geteld", width=8),
    Column("class_counts.learner_lessons", labels.WEIGHT_CLASSES[WeightClass.LEARNER_LESSONS],
           "Lesurencursist van een centrum voor volwassenenonderwijs of basiseducatie.",
           ColumnKind.COUNT, synonyms=("lesurencursisten",), default="niet geteld", width=12),
)  # fmt: skip

_WORDS = tuple(labels.ROLE_WORDS.values())
ROLES = Sheet(
    "roles",
    "Rollen",
    "Wie welk werk doet, één regel per rol. Per cluster: eigen (eigen werk), kan, liever niet of "
    "nooit. Daarna per competentie het niveau van wie er op ‘Personen’ zelf geen heeft. De niveaus "
    "zijn AANNAMES: pas ze aan.",
    (
        Column("role", "rol", "De rol, zoals op ‘Personen’.", ColumnKind.CHOICE,
               tuple(labels.ROLES.values()), required=True, width=16),
        *(
            Column(cluster, label, f"Hoe {label} werk bij de rol past: eigen (haar eigen werk), "
                   "kan (mag het doen), liever niet, of nooit.", ColumnKind.CHOICE, _WORDS,
                   default="kan", width=15, repeats=True)
            for cluster, label in labels.CLUSTERS.items()
        ),
        Column("max_tasks", "max taken", "Hoogstens zoveel verschillende taken, voor wie er op "
               "‘Personen’ zelf geen grens heeft.", ColumnKind.COUNT, default="geen grens", width=9),
    ),
)  # fmt: skip

SCHOOLS = Sheet(
    "schools",
    "Scholen",
    "Eén regel per school. Een regel met code GROEP geeft de eigen middelen van de pool. De groene "
    "kolommen vult het programma in.",
    (
        Column("code", "code", "Korte unieke code van de school; GROEP voor de pool.", ColumnKind.CODE,
               synonyms=("schoolcode",), required=True, width=10),
        Column("name", "naam", "Naam van de school.", synonyms=("school", "schoolnaam"), width=34),
        Column("education_level", "onderwijsniveau", "Soort onderwijs.", ColumnKind.CHOICE,
               tuple(labels.EDUCATION_LEVELS.values()), width=20),
        Column("pupils", "leerlingen", "Aantal leerlingen.", ColumnKind.COUNT,
               synonyms=("aantal leerlingen",), default="0", width=11),
        Column("devices", "toestellen", "Aantal toestellen in beheer (computers, tablets).",
               ColumnKind.COUNT, synonyms=("aantal toestellen",), default="0", width=11),
        Column("teachers", "leerkrachten", "Aantal leerkrachten.", ColumnKind.COUNT,
               synonyms=("leraren", "aantal leerkrachten"), default="0", width=12),
        Column("sites", "vestigingen", "Aantal vestigingsplaatsen.", ColumnKind.COUNT, default="1",
               width=11),
        Column("ict_points", "ICT-punten", "ICT-punten van de school per schooljaar, of ‘berekend’: "
               "dan telt wat het programma uit de leerlingen rekent. Leeg: de aanstellingen van de "
               "mensen zijn de grens; 0: er zijn geen punten.", ColumnKind.NUMBER,
               default="de aanstellingen zijn de grens", width=11),
        Column("bpt_hours", "BPT-uren", "Lesuren per week die de school voor bijzondere pedagogische "
               "taken (ICT) vrijmaakt. Leeg: de aanstellingen zijn de grens.", ColumnKind.HOURS,
               default="de aanstellingen zijn de grens", width=10),
        Column("lesson_hours", "uren-leraar", "Het volledige pakket uren-leraar (of lestijden) per "
               "week; dient om het BPT-plafond na te rekenen.", ColumnKind.HOURS,
               synonyms=("lestijden",), default="het plafond wordt niet nagerekend", width=11),
        Column("committee_agrees", "akkoord lokaal comité", "Is er een akkoord in het lokaal comité "
               "om boven het BPT-plafond te gaan?", ColumnKind.CHOICE, YES_NO, default="nee", width=12),
        Column("other_hours", "andere uren", "Andere klokuren per week voor ICT (bv. ondersteunend "
               "personeel). Leeg: de aanstellingen zijn de grens.", ColumnKind.HOURS,
               default="de aanstellingen zijn de grens", width=10),
        Column("operating_euro", "werkingsmiddelen", "Euro per schooljaar om ICT-werk uit te "
               "besteden.", ColumnKind.EURO, default="0", width=20),
        Column("pool_pct", "pool %", "Deel van de punten, andere uren en werkingsmiddelen dat naar "
               "de pool van de scholengroep gaat.", ColumnKind.PERCENT, default="0", width=8),
        Column("presence_min", "aanwezigheid min", "Minstens zoveel uur per week moet er iemand ter "
               "plaatse aan ICT werken.", ColumnKind.HOURS, default="0", width=13),
        Column("zone", "reiszone", "Code van de zone; binnen een zone is de reistijd korter.",
               ColumnKind.CODE, default="een eigen zone", width=10),
        *_CLASS_COLUMNS,
        Column("computed_points", "ICT-punten berekend", "Resultaat: gewogen leerlingen × "
               "punten_coefficient, afgerond op 0,01. Leeg zolang er een cijfer ontbreekt.",
               ColumnKind.NUMBER, width=11, result=True),
        Column("points_explanation", "Berekening ICT-punten", "Resultaat: hoe de ICT-punten "
               "berekend zijn, of wat daarvoor nog ontbreekt.", width=90, result=True),
    ),
)  # fmt: skip

PERSONS = Sheet(
    "persons",
    "Personen",
    "Eén regel per persoon, met de uren per bron en per competentie een niveau van 0 tot 4 "
    "(0 = geen, 1 = basis, 2 = zelfstandig, 3 = gevorderd, 4 = expert). U mag kolommen voor eigen "
    "competenties toevoegen.",
    (
        Column("code", "code", "Korte unieke code van de persoon.", ColumnKind.CODE,
               synonyms=("persoonscode",), required=True, width=8),
        Column("name", "naam", "Naam van de persoon.", width=26),
        Column("home", "thuisschool", "Code van de eigen school, of CENTRAAL.", ColumnKind.CODE,
               synonyms=("school",), required=True, width=12),
        Column("role", "rol", "Functie van de persoon.", ColumnKind.CHOICE, tuple(labels.ROLES.values()),
               required=True, width=14),
        Column("diploma", "diploma", "Hoogste diploma; bepaalt wat een betrekking in punten kost.",
               ColumnKind.CHOICE, tuple(labels.DIPLOMAS.values()), default="HSO", width=10),
        Column("ict_hours", "ICT-uren", "Klokuren per week uit ICT-punten, of ‘max’: dan beslist het "
               "plan hoe groot de aanstelling wordt.", ColumnKind.HOURS, default="0", width=9),
        Column("bpt_hours", "BPT-uren", "Lesuren BPT per week voor ICT.", ColumnKind.HOURS, default="0",
               width=9),
        Column("other_hours", "andere uren", "Andere klokuren per week voor ICT.", ColumnKind.HOURS,
               default="0", width=9),
        Column("reach", "bereik", "Waar de persoon kan werken: eigen, alle, of schoolcodes met een "
               "puntkomma ertussen.", default="eigen", width=14),
        Column("max_schools", "max scholen", "Hoogstens zoveel scholen buiten de thuisschool.",
               ColumnKind.COUNT, default="geen grens", width=9),
        Column("max_tasks", "max taken", "Hoogstens zoveel verschillende taken.", ColumnKind.COUNT,
               default="die van de rol", width=9),
        Column("min_pedagogical_pct", "min % pedagogisch", "Minstens dit deel van de geplande uren "
               "is pedagogisch-didactisch.", ColumnKind.PERCENT, default="0", width=12),
        Column("decides", "beslist over", "Clusters waarover deze persoon op de eigen school beslist, "
               "met een puntkomma ertussen; ja is alle. Komt op ‘Afspraken’.",
               default="volgt uit het plan", width=16),
        Column("contact_for", "aanspreekpunt", "Codes van de scholen waarvoor deze persoon het eerste "
               "aanspreekpunt is; ja is de eigen school. Komt op ‘Afspraken’.",
               default="volgt uit het plan", width=14),
        Column("begins", "van", "Eerste dag waarop de persoon werkt, als dat later is dan het begin "
               "van het schooljaar.", ColumnKind.DATE, default="het hele schooljaar", width=12),
        Column("ends", "tot", "Laatste dag waarop de persoon werkt, als dat vroeger is dan het einde "
               "van het schooljaar.", ColumnKind.DATE, default="het hele schooljaar", width=12),
    ),
)  # fmt: skip

TASKS = Sheet(
    "tasks",
    "Taken",
    "De takenlijst, per cluster. De laatste kolommen vult het programma in.",
    (
        Column("number", "nr", "Uniek nummer van de taak.", ColumnKind.CODE,
               synonyms=("nummer", "taaknr", "taak nr", "id"), required=True, width=7),
        Column("cluster", "cluster", "De cluster van de taak; leeg: die van de titelrij erboven.",
               ColumnKind.CHOICE, tuple(labels.CLUSTERS.values()), default="de titelrij erboven",
               width=21),
        Column("title", "taak", "Korte omschrijving. Een paars gekleurde cel betekent kerntaak als "
               "de kolom ‘kerntaak’ leeg is.", synonyms=("omschrijving", "taakomschrijving"),
               required=True, width=54),
        Column("core", "kerntaak", "Hoort deze taak tot de kern van de ICT-coördinatie?",
               ColumnKind.CHOICE, YES_NO, synonyms=("kern",), default="ja als de taak paars is",
               width=9),
        Column("applies", "van toepassing", "ja: plannen; later: nog niet, komt bij Hiaten; nee: "
               "niet bij ons.", ColumnKind.CHOICE, tuple(labels.APPLIES.values()), default="ja",
               width=10),
        Column("level", "niveau", "school: per school; groep: één keer voor alle scholen; keuze: "
               "het plan kiest, voor de scholen die poolen.", ColumnKind.CHOICE, tuple(labels.TASK_LEVELS.values()),
               default="school", width=9),
        Column("priority", "prioriteit", "verplicht: móet gebeuren; essentieel, gewenst, optioneel: "
               "zo veel als kan, in die volgorde.", ColumnKind.CHOICE,
               tuple(labels.PRIORITIES.values()), default="essentieel voor een kerntaak en voor "
               "dagelijks werk, anders gewenst", width=11),
        Column("fixed_hours", "uren vast", "Klokuren per schooljaar die niet van de grootte "
               "afhangen.", ColumnKind.HOURS, default="0", width=8),
        Column("unit_hours", "uren per eenheid", "Klokuren per schooljaar per eenheid.", ColumnKind.HOURS,
               default="0", width=9),
        Column("driver", "eenheid", "Waarmee het werk meegroeit.", ColumnKind.CHOICE,
               tuple(labels.DRIVERS.values()), default="–", width=15),
        Column("minimum_pct", "minimum %", "Onder dit deel van de uren telt de taak als niet "
               "gedaan.", ColumnKind.PERCENT, default="minimum_pct uit Instellingen", width=10),
        Column("required", "competenties", "Wat de taak vraagt, bv. ‘netwerk:3; servers:2’.",
               default="geen", width=34),
        Column("roles", "wie", "Alleen deze rollen mogen de taak doen, met een puntkomma ertussen; "
               "ICT is TICT, PICT, diensthoofd en ondersteunend samen.",
               default="alle rollen waarvoor op ‘Rollen’ niet ‘nooit’ staat", width=16),
        Column("max_persons", "max uitvoerders", "Hoogstens zoveel mensen delen de taak.",
               ColumnKind.COUNT, default="max_uitvoerders uit Instellingen", width=11),
        Column("needs_backup", "back-up nodig", "Moet iemand de taak kunnen overnemen?",
               ColumnKind.CHOICE, YES_NO, default="nee", width=9),
        Column("outsource_pct", "uitbesteden %", "Deel dat een externe firma mag doen.",
               ColumnKind.PERCENT, default="0", width=11),
        Column("rate", "tarief", "Euro per uur van een externe firma, als dat voor deze taak "
               "anders is.", ColumnKind.EURO, synonyms=("tarief €/u", "tarief (€/u)",
               "tarief (€/h)"), default="tarief_standaard uit Instellingen", width=9),
        Column("on_site", "ter plaatse", "Moet het werk op school zelf gebeuren?", ColumnKind.CHOICE,
               tuple(labels.ON_SITE.values()), default="nee", width=10),
        Column("rhythm", "ritme", "Hoe vaak het werk terugkomt. Blijft dagelijks of wekelijks werk "
               "liggen, dan staat dat vooraan bij Hiaten.", ColumnKind.CHOICE,
               tuple(labels.RHYTHMS.values()), synonyms=("frequentie",), default="onbekend",
               width=11),
        Column("peak", "piek", "Drukste tijd van het jaar: een naam van een piek op het blad Jaar, of "
               "meer met + ertussen. Daaruit volgt hoeveel van het werk in elke maand valt.",
               ColumnKind.TEXT, labels.PEAKS, default="gelijk over de schooldagen", width=12),
        Column("preferred", "bij voorkeur", "Rollen waarvoor de taak geschikt is, met een puntkomma "
               "ertussen: een wens, geen verplichting.", default="geen voorkeur", width=24),
        Column("explanation", "uitleg", "Vrije uitleg; het programma leest ze niet.", width=60),
        Column("lead", "Verantwoordelijke", "Resultaat: wie het mandaat heeft.", width=24,
               result=True),
        Column("helpers", "Uitvoerders", "Resultaat: wie meewerkt, met de uren per jaar.",
               width=44, result=True),
        Column("backup", "Back-up", "Resultaat: wie kan overnemen.", width=22, result=True),
        Column("planned_hours", "Uren gepland", "Resultaat: uren per jaar in het plan.",
               ColumnKind.HOURS, width=10, result=True),
        Column("coverage_pct", "Dekking %", "Resultaat: gepland ten opzichte van gevraagd.",
               ColumnKind.PERCENT, width=10, result=True),
        Column("remark", "Toelichting", "Resultaat: waarom de taak niet (volledig) gedekt is.",
               width=50, result=True),
    ),
)  # fmt: skip

DEVIATIONS = Sheet(
    "deviations",
    "Uitzonderingen",
    "Alles wat afwijkt van de regel, één regel per uitzondering. In taak, school en persoon mag een "
    "lijst staan (T27; T28) of een patroon (P*); de regel geldt dan voor elk van hen.",
    (
        Column("task", "taak", "Nummer van de taak, of * voor alle taken; ook een cluster (technisch).",
               ColumnKind.CODE,
               synonyms=("nr", "taak nr"), required=True, default="*", width=9),
        Column("unit", "school", "Code of naam van de school (GROEP voor groepstaken), of * voor alle.",
               ColumnKind.CODE, default="*", width=9),
        Column("person", "persoon", "Code of naam van de persoon, waar de soort dat vraagt; twee met "
               "een puntkomma ertussen waar ze twee mensen vraagt.", ColumnKind.CODE,
               default="geen", width=9),
        Column("kind", "soort", "Soort uitzondering; – is een regel die niet meer telt.", ColumnKind.CHOICE,
               tuple(labels.DEVIATION_KINDS.values()), required=True, width=20),
        Column("value", "waarde", "uren of vast: uren per jaar; minimum: %; prioriteit: het woord; "
               "voorkeur: van -2 (liever niet) tot 2 (heel graag).", width=12),
        Column("remark", "opmerking", "Waarom; het programma leest dit niet.", width=60),
    ),
)  # fmt: skip

INPUT_SHEETS: tuple[Sheet, ...] = (
    STEPS, SETTINGS, ROLES, SCHOOLS, PERSONS, TASKS, DEVIATIONS, YEAR,
)  # fmt: skip
