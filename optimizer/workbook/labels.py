"""Dutch words for the closed choices: what a cell says, and what it means."""

from collections.abc import Mapping
from fractions import Fraction

from models.norms import BPT_LESSON, BPT_POSTS, bpt_post_hour
from models.settings import Level
from models.vocabulary import (
    Applies,
    Cluster,
    DeviationKind,
    Diploma,
    Driver,
    EducationLevel,
    Funding,
    Mode,
    OnSite,
    PlanRole,
    PointsInput,
    Priority,
    ReachKind,
    Rhythm,
    Role,
    RoleWord,
    TaskLevel,
    WeightClass,
    YearRowKind,
    YearWatch,
)

YES, NO = "ja", "nee"
YES_NO: Mapping[bool, str] = {True: YES, False: NO}
NONE = "–"
PIN_MARK = "x"
STATUS = "status"
GOAL = "doel {name}"
SETTING_USED = "instelling {key}"
"""Rows of the summary that are read back."""
FIRM = "externe firma"
PLAN_HEADING = "Verdeling ICT-taken, schooljaar "
"""Stands above every printed page of the plan; the school year follows."""
PAGE_NUMBER = "Blz. &P van &N"
ANONYMOUS_PERSON = "Persoon {code}"
ANONYMOUS_SCHOOL = "School {code}"
ANONYMOUS_TASK = "Eigen taak {number}"
ASIDE = "{name} (eigen)"
"""What is called like one of ours, while another was named for it."""
OWN_TASK_PREFIX = "X"
OWN_COMPETENCE = "eigen competentie "

CLUSTERS: Mapping[Cluster, str] = {
    Cluster.TECHNICAL: "technisch",
    Cluster.PEDAGOGICAL: "pedagogisch-didactisch",
    Cluster.POLICY: "beleid & visie",
    Cluster.ADMINISTRATIVE: "administratief",
}
FUNDINGS: Mapping[Funding, str] = {
    Funding.ICT: "ICT",
    Funding.BPT: "BPT",
    Funding.OTHER: "ANDERE",
    Funding.OPERATING: "WERKING",
}
DIPLOMAS: Mapping[Diploma, str] = {
    Diploma.HSO: "HSO",
    Diploma.BACHELOR: "bachelor",
    Diploma.MASTER: "master",
}
ROLES: Mapping[Role, str] = {
    Role.TECHNICAL_COORDINATOR: "TICT",
    Role.PEDAGOGICAL_COORDINATOR: "PICT",
    Role.HEAD: "diensthoofd",
    Role.DIRECTOR: "directie",
    Role.TEACHER: "leraar",
    Role.DIGICOACH: "digicoach",
    Role.ANCHOR: "ankerpunt",
    Role.ADMINISTRATION: "administratie",
    Role.TECHNICAL_ADVISER: "TAC",
    Role.SUPPORT: "ondersteunend",
}
ROLE_WORDS: Mapping[RoleWord, str] = {
    RoleWord.OWN: "eigen",
    RoleWord.CAN: "kan",
    RoleWord.RATHER_NOT: "liever niet",
    RoleWord.NEVER: "nooit",
}
ICT_ROLES = (
    Role.TECHNICAL_COORDINATOR,
    Role.PEDAGOGICAL_COORDINATOR,
    Role.HEAD,
    Role.SUPPORT,
)
"""The roles for which the one word `ICT` stands in a list of roles."""
ICT_TEAM = "ICT"
PRIORITIES: Mapping[Priority, str] = {
    Priority.MANDATORY: "verplicht",
    Priority.ESSENTIAL: "essentieel",
    Priority.DESIRED: "gewenst",
    Priority.OPTIONAL: "optioneel",
}
DRIVERS: Mapping[Driver, str] = {
    Driver.PUPILS: "100 leerlingen",
    Driver.DEVICES: "100 toestellen",
    Driver.TEACHERS: "10 leerkrachten",
    Driver.SITES: "vestiging",
    Driver.NONE: NONE,
}
TASK_LEVELS: Mapping[TaskLevel, str] = {
    TaskLevel.SCHOOL: "school",
    TaskLevel.GROUP: "groep",
    TaskLevel.CHOICE: "keuze",
}
APPLIES: Mapping[Applies, str] = {Applies.YES: YES, Applies.LATER: "later", Applies.NO: NO}
ON_SITE: Mapping[OnSite, str] = {OnSite.YES: YES, OnSite.PARTLY: "deels", OnSite.NO: NO}
RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.DAILY: "dagelijks",
    Rhythm.WEEKLY: "wekelijks",
    Rhythm.MONTHLY: "maandelijks",
    Rhythm.YEARLY: "jaarlijks",
    Rhythm.AD_HOC: "ad hoc",
}
MODES: Mapping[Mode, str] = {
    Mode.FULL: "volledig",
    Mode.TECHNICAL_CORE: "technische kern",
    Mode.TECHNICAL_CORE_AND_POLICY: "technische kern + beleid",
}
YEAR_ROWS: Mapping[YearRowKind, str] = {
    YearRowKind.HOLIDAY: "vakantie",
    YearRowKind.FREE_DAY: "vrije dag",
    YearRowKind.PEAK: "piek",
    YearRowKind.MONTH: "maand",
}
YEAR_WATCHES: Mapping[YearWatch, str] = {
    YearWatch.SHOW: "tonen",
    YearWatch.GUARD: "bewaken",
    YearWatch.OFF: "uit",
}
MONTHS: Mapping[int, str] = {
    9: "september",
    10: "oktober",
    11: "november",
    12: "december",
    1: "januari",
    2: "februari",
    3: "maart",
    4: "april",
    5: "mei",
    6: "juni",
    7: "juli",
    8: "augustus",
}
"""The months of the calendar by their number, in the order of a school year."""
BPT_READINGS: Mapping[Fraction, str] = {BPT_LESSON: "lesuur"} | {
    bpt_post_hour(lessons): f"post 36/{lessons}" for lessons in BPT_POSTS
}
"""Words for the usual ways to read a BPT teaching hour in clock hours."""
OR_A_NUMBER = "een getal"
REACHES: Mapping[ReachKind, str] = {ReachKind.OWN: "eigen", ReachKind.ALL: "alle"}
DEVIATION_KINDS: Mapping[DeviationKind, str] = {
    DeviationKind.HOURS: "uren",
    DeviationKind.MINIMUM: "minimum",
    DeviationKind.NOT_APPLICABLE: "niet van toepassing",
    DeviationKind.PRIORITY: "prioriteit",
    DeviationKind.PIN: "vast",
    DeviationKind.BAN: "nooit",
    DeviationKind.PREFERENCE: "voorkeur",
    DeviationKind.LEAD: "verantwoordelijke",
    DeviationKind.BACKUP: "back-up",
    DeviationKind.APART: "niet samen",
}
PLAN_ROLES: Mapping[PlanRole, str] = {
    PlanRole.LEAD: "verantwoordelijke",
    PlanRole.HELPER: "uitvoerder",
    PlanRole.BACKUP: "back-up",
    PlanRole.OUTSOURCED: "uitbesteed",
}
LEVELS: Mapping[Level, str] = {
    Level.CORE: "kern",
    Level.BALANCE: "balans",
    Level.COVERAGE: "dekking",
    Level.SPREAD: "spreiding",
    Level.CONTINUITY: "continuïteit",
    Level.FAIRNESS: "eerlijkheid",
    Level.QUALITY: "kwaliteit",
    Level.UNIQUENESS: "eenduidig",
}
EDUCATION_LEVELS: Mapping[EducationLevel, str] = {
    EducationLevel.PRIMARY: "basis",
    EducationLevel.SECONDARY: "secundair",
    EducationLevel.SPECIAL_PRIMARY: "buitengewoon basis",
    EducationLevel.SPECIAL_SECONDARY: "buitengewoon secundair",
    EducationLevel.ADULT: "volwassenen",
    EducationLevel.ADULT_BASIC: "basiseducatie",
    EducationLevel.ARTS: "dko",
}
WEIGHT_CLASSES: Mapping[WeightClass, str] = {
    WeightClass.PRIMARY: "lln basis",
    WeightClass.GENERAL: "lln A-stroom ASO KSO TSO",
    WeightClass.VOCATIONAL: "lln B-stroom BSO OKAN BuSO",
    WeightClass.ARTS: "lln dko",
    WeightClass.LEARNER_LESSONS: "lesurencursist",
}
POINTS_INPUTS: Mapping[PointsInput, str] = {
    PointsInput.EDUCATION_LEVEL: "onderwijsniveau",
    PointsInput.PUPILS: "leerlingen",
    PointsInput.COEFFICIENT: "punten_coefficient (op het blad Instellingen)",
}
PEAKS: tuple[str, ...] = ("start", "einde", "zomer", "lente", NONE)
GONE = "weg"
NEW, MORE, LESS, SAME = "nieuw", "meer", "minder", NONE
CHANGES: tuple[str, ...] = (NEW, MORE, LESS, GONE, SAME)
WAS = "was {hours} uur"
"""What stands as source of hours that are gone: as a number they would be added to the plan."""
TO_DECIDE = "max"
COMPUTED = "berekend"
COMPETENCES: tuple[str, ...] = (
    "technische kennis",
    "netwerk",
    "servers",
    "hardware",
    "software",
    "leeromgeving",
    "cloud",
    "helpdesk",
    "cybersecurity",
    "pedagogische kennis",
    "onderwijstechnologie",
    "analytisch",
    "overzicht",
    "sociaal",
    "administratief",
)
