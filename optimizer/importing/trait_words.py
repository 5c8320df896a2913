"""The Dutch words that import recognises for priority, level and rhythm, folded."""

import re
from collections.abc import Mapping

from models.vocabulary import Priority, Rhythm, TaskLevel

PRIORITY_WORDS: Mapping[str, Priority] = {
    "a": Priority.ESSENTIAL, "hoog": Priority.ESSENTIAL, "hoge": Priority.ESSENTIAL,
    "must": Priority.ESSENTIAL, "must have": Priority.ESSENTIAL, "m": Priority.ESSENTIAL,
    "essentieel": Priority.ESSENTIAL, "dringend": Priority.ESSENTIAL,
    "urgent": Priority.ESSENTIAL, "kritiek": Priority.ESSENTIAL, "kritisch": Priority.ESSENTIAL,
    "noodzakelijk": Priority.ESSENTIAL, "hoogste": Priority.ESSENTIAL, "1": Priority.ESSENTIAL,
    "zeer belangrijk": Priority.ESSENTIAL, "heel belangrijk": Priority.ESSENTIAL,
    "top": Priority.ESSENTIAL, "p1": Priority.ESSENTIAL, "high": Priority.ESSENTIAL,
    "verplicht": Priority.MANDATORY,
    "b": Priority.DESIRED, "midden": Priority.DESIRED, "middel": Priority.DESIRED,
    "gemiddeld": Priority.DESIRED, "normaal": Priority.DESIRED, "should": Priority.DESIRED,
    "should have": Priority.DESIRED, "s": Priority.DESIRED, "belangrijk": Priority.DESIRED,
    "gewenst": Priority.DESIRED, "wenselijk": Priority.DESIRED, "medium": Priority.DESIRED,
    "gewoon": Priority.DESIRED, "2": Priority.DESIRED, "p2": Priority.DESIRED,
    "matig": Priority.DESIRED,
    "c": Priority.OPTIONAL, "laag": Priority.OPTIONAL, "lage": Priority.OPTIONAL,
    "could": Priority.OPTIONAL, "could have": Priority.OPTIONAL, "nice": Priority.OPTIONAL,
    "nice to have": Priority.OPTIONAL, "optioneel": Priority.OPTIONAL, "3": Priority.OPTIONAL,
    "d": Priority.OPTIONAL, "won't": Priority.OPTIONAL, "wont": Priority.OPTIONAL,
    "minder belangrijk": Priority.OPTIONAL, "extra": Priority.OPTIONAL, "low": Priority.OPTIONAL,
    "kan": Priority.OPTIONAL, "later": Priority.OPTIONAL, "p3": Priority.OPTIONAL,
}  # fmt: skip
LEVEL_WORDS: Mapping[str, TaskLevel] = {
    "school": TaskLevel.SCHOOL, "scholen": TaskLevel.SCHOOL, "s": TaskLevel.SCHOOL,
    "lokaal": TaskLevel.SCHOOL, "schoolniveau": TaskLevel.SCHOOL, "vestiging": TaskLevel.SCHOOL,
    "campus": TaskLevel.SCHOOL, "per school": TaskLevel.SCHOOL, "decentraal": TaskLevel.SCHOOL,
    "sg": TaskLevel.GROUP, "sgr": TaskLevel.GROUP, "sgm": TaskLevel.GROUP,
    "scholengroep": TaskLevel.GROUP, "scholengemeenschap": TaskLevel.GROUP,
    "groep": TaskLevel.GROUP, "centraal": TaskLevel.GROUP, "centrale": TaskLevel.GROUP,
    "bovenschools": TaskLevel.GROUP, "gemeenschap": TaskLevel.GROUP, "g": TaskLevel.GROUP,
    "koepel": TaskLevel.GROUP, "schoolbestuur": TaskLevel.GROUP, "bestuur": TaskLevel.GROUP,
    "groepsniveau": TaskLevel.GROUP, "overkoepelend": TaskLevel.GROUP,
    "beide": TaskLevel.CHOICE, "keuze": TaskLevel.CHOICE, "school/sg": TaskLevel.CHOICE,
    "sg/school": TaskLevel.CHOICE, "allebei": TaskLevel.CHOICE,
    "school of scholengroep": TaskLevel.CHOICE, "gedeeld": TaskLevel.CHOICE,
}  # fmt: skip
RHYTHMS: tuple[tuple[Rhythm, re.Pattern[str]], ...] = (
    (Rhythm.DAILY, re.compile(r"dagelijks|elke (?:school)?dag|per dag|/ ?dag|continu|permanent")),
    (Rhythm.WEEKLY, re.compile(r"(?<!twee)wekelijks|elke week|per week|/ ?w(?:eek|k)?\b|"
                             r"elke (?:maan|dins|woens|donder|vrij)dag|om de 2 weken|tweewek")),
    (Rhythm.MONTHLY, re.compile(r"(?<!twee)(?<!drie)maandelijks|elke maand|per maand|/ ?maand|"
                               r"[3-9]\s?x (?:per|/) ?(?:school)?jaar|[3-9]x/jaar")),
    (Rhythm.YEARLY, re.compile(r"jaarlijks|per (?:school)?jaar|/ ?j(?:aar)?\b|elk (?:school)?jaar|"
                             r"eenmaal|januari|februari|maart|april|\bmei\b|juni|juli|augustus|"
                             r"september|oktober|november|december|zomer|begin|einde|trimest|"
                             r"semest|start")),
    (Rhythm.AD_HOC, re.compile(r"ad hoc|ad-hoc|behoefte|nodig|op vraag|occasioneel|soms|"
                          r"onregelmatig|bij (?:problemen|gelegenheid|vragen)|wanneer gevraagd")),
)  # fmt: skip
"""How often a task comes; the first that fits holds."""
PEAK_MONTHS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "start",
        re.compile(
            r"augustus|\baug\b|september|\bsept?\b|(?:begin|start) (?:van het )?"
            r"(?:school)?jaar|\bstart\b|\bbegin\b|heropening"
        ),
    ),
    ("einde", re.compile(r"\bjuni\b|\bjun\b|(?:einde?) (?:van het )?(?:school)?jaar|\beinde\b")),
    ("zomer", re.compile(r"\bjuli\b|\bjul\b|zomer")),
    ("lente", re.compile(r"maart|\bmrt\b|april|\bapr\b|\bmei\b|lente|voorjaar|paas")),
)
"""The peaks of the task list, by the months and seasons that mean them."""
