"""The Dutch words of the page that stand in no template: titles, captions, headings."""

from collections.abc import Mapping

from models.vocabulary import Funding
from models.worth import WorthFamily

PAGE_TITLE = "Verslag ICT-taken"
FUNDINGS: Mapping[Funding, str] = {
    Funding.ICT: "ICT-punten",
    Funding.BPT: "BPT-uren",
    Funding.OTHER: "andere uren",
    Funding.OPERATING: "werkingsmiddelen",
}
OWN, BOUGHT, MISSING = "eigen mensen", "externe firma", "niet gedaan"
ALL = "alle taken"
TRAVEL = "reistijd"
CAPACITY = "beschikbaar"
USED = "gebruikt"
HOURS_A_YEAR = "uren per schooljaar"
SHARE_OF_DEMAND = "% van de gevraagde uren"
SHARE_OF_AMOUNT = "% van wat er is"
POOL = "de pool"
HOURS_PLANNED = "uren gepland"
TASKS_FULL = "taken helemaal gedekt"
TASKS_UNDONE = "taken niet gedaan"
PEOPLE_AT_WORK = "mensen met taken"

COVERAGE_TITLE = "Hoeveel van het werk gedaan wordt"
COVERAGE_TEXT = "Per cluster het deel van de gevraagde uren dat gepland is, en wat er ontbreekt."
HEAT_TITLE = "Wie aan welke cluster werkt"
HEAT_TEXT = "Per persoon de uren per schooljaar in elke cluster; hoe sterker de kleur, hoe meer."
MONTHS_TITLE = "Hoe vol elke maand is"
MONTHS_TEXT = (
    "Per persoon en maand het geplande werk in procent van de uren die er zijn; boven 100 is te "
    "veel. Wanneer werk valt, is een schatting (‘piek’ op Taken, blad Jaar)."
)
LOAD_TITLE = "Belasting per persoon"
LOAD_TEXT = "Per persoon de geplande uren per bron, met de reistijd, naast de uren die er zijn."
MEANS_TITLE = "Gebruik van de middelen"
MEANS_TEXT = "Per bron het deel dat gebruikt is. Bronnen zonder bedrag staan alleen in de tabel."
PART = "{title} ({number} van {count})"

COVERAGE_COLUMNS = ("cluster", "gevraagd", "gepland", "dekking %", OWN, BOUGHT, "ontbreekt")
LOAD_COLUMNS = (
    "persoon", CAPACITY, "gepland", "belasting %",
    *(FUNDINGS[each] for each in (Funding.ICT, Funding.BPT, Funding.OTHER)), TRAVEL,
)  # fmt: skip
PERSON, TOTAL = "persoon", "samen"
MEANS_COLUMNS = ("bron", "beschikbaar", "gebruikt", "eenheid", "gebruikt %")
LEVELS_CAPTION = "Elk doel met zijn waarde en zijn bewezen grens"
STORED_LEVELS_CAPTION = "Elk doel met zijn waarde, en de grens van toen het plan gemaakt werd"
PROVEN_THEN = "toen het plan gemaakt werd"
GAPS_CAPTION = "Taken die niet of niet helemaal gedaan worden"
SETTINGS_CAPTION = "Instellingen waarmee gerekend is"
SETTINGS_COLUMNS = ("instelling", "waarde")
RUN_CAPTION = "Waarmee dit plan gemaakt is"
STORED_CAPTION = "Waarmee dit verslag gemaakt is"
STORED_STATUS = (
    "Dit plan stond in het werkboek en breekt geen regel. Of er een beter bestaat, is hier niet "
    "nagegaan; met --opnieuw wel. Wat als grens of bewijs vermeld is, staat zo op het blad "
    "Samenvatting, van toen het plan gemaakt werd."
)
ORDER_SENTENCE = "Het plan is gemaakt doel per doel, in deze volgorde."
RUN_COLUMNS = ("onderdeel", "waarde", "toelichting")

TASK, UNIT, WEEK, YEAR, SOURCE = "taak", "school", "uren/week", "uren/jaar", "bron"
DECIDES, ALSO, COVERS, WHY = "beslist en is aanspreekpunt", "voert mee uit", "back-up", "waarom"
FOR_WHOM = "voor wie"
"""Heading of the one that a stand-in takes over from."""

WORTH_TITLES: Mapping[WorthFamily, str] = {
    WorthFamily.ENVELOPE: "Wat meer middelen opleveren",
    WorthFamily.PERSON: "Wat meer uren van iemand opleveren",
}
WORTH_TEXT = (
    "Uren werk die het beste plan meer of minder doet dan dit plan. Een volle punt is bewezen; bij "
    "een holle punt kan een beter plan bestaan. Minder uren kan beter zijn: belangrijk werk weegt "
    "zwaarder."
)
WORTH_COLUMNS = ("waarvan", "hoeveel meer", "uren werk meer", "verschil met dit plan", "bewijs")
HOURS_MORE, HOURS_DONE, HOURS_LOST = "uren werk meer", "uren werk gedaan", "uren werk die vallen"
MORE_OF: Mapping[str, str] = {
    "ict_points": "ICT-punten meer",
    "ict_hours": "ICT-uren per week meer",
    "bpt_hours": "BPT-lesuren per week meer",
    "other_hours": "andere uren per week meer",
    "operating_euro": "euro werkingsmiddelen meer",
}
LEVEL_TITLES: Mapping[WorthFamily, tuple[str, str]] = {
    WorthFamily.FLOOR: (
        "De prijs van een vloer onder pedagogisch werk",
        "De waarde van elk doel bij elke vloer; lager is beter. Een volle punt is bewezen.",
    ),
    WorthFamily.BUDGET: (
        "Het beste plan met weinig wijzigingen",
        "De waarde van elk doel als hoogstens zoveel regels (iemand op een taak) van het vorige "
        "plan mogen wijzigen; lager is beter. Een volle punt is bewezen.",
    ),
}
LEVEL_AXES: Mapping[WorthFamily, str] = {
    WorthFamily.FLOOR: "vloer in %",
    WorthFamily.BUDGET: "regels die mogen wijzigen",
}
LEVEL_VALUE, UNLIMITED, PROOF = "waarde van het doel", "zoveel als nodig", "bewijs"
PROVEN: Mapping[bool, str] = {True: "bewezen", False: "niet bewezen"}
LOSS_TITLE = "Als iemand wegvalt"
LOSS_TEXT = (
    "Per persoon de uren werk die het beste plan zonder die persoon minder doet, welke taken "
    "vallen, en welke ene vorming van een collega daar het meest aan verhelpt."
)
LOSS_COLUMNS = (
    "zonder", "uren werk verschil", "verschil met dit plan", "taken die vallen",
    "vorming die het meest helpt", "bewijs",
)  # fmt: skip
