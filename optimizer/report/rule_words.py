"""Every hard rule in Dutch: in a few words, and the sentences of its facts in a conflict."""

from collections.abc import Mapping
from typing import NamedTuple, cast

from models.explanation import Family


class RuleWords(NamedTuple):
    """The rule in a few words, and per fact a sentence.

    In a sentence `{0}` … are the parts of its subject as a person reads them, and `{task}` is the
    task with which that begins.

    A family without facts holds in every model, so that it never clashes as a fact of its own.
    """

    short: str
    facts: Mapping[str, str] = {}


RULE_WORDS: Mapping[Family, RuleWords] = {
    Family.DEMAND: RuleWords(
        "het minimum van een taak",
        {
            "mandatory": "{task} is verplicht",
            "minimum": "{task} vraagt een minimum aan uren",
        },
    ),
    Family.CHOICE: RuleWords(
        "niveau ‘keuze’",
        {"level": "taak {0} wordt op groepsniveau gedaan of in {1}, niet allebei"},
    ),
    Family.CAPACITY: RuleWords(
        "de uren van mensen",
        {
            "ict": "{0} heeft een grens aan ICT-uren",
            "bpt": "{0} heeft een grens aan BPT-uren",
            "other": "{0} heeft een grens aan andere uren",
            "load": "{0} heeft een grens aan uren, reistijd meegerekend",
        },
    ),
    Family.ENVELOPE: RuleWords(
        "de middelen",
        {
            "ict": "de ICT-punten van {0} zijn beperkt",
            "bpt": "de BPT-uren van {0} zijn beperkt",
            "other": "de andere uren van {0} zijn beperkt",
            "operating": "de werkingsmiddelen van {0} zijn beperkt",
        },
    ),
    Family.ELIGIBILITY: RuleWords("wie een taak mag en kan doen"),
    Family.SPLIT: RuleWords(
        "‘max uitvoerders’ en ‘blok_min’",
        {"max_persons": "{task} heeft een maximum aan uitvoerders"},
    ),
    Family.LEAD: RuleWords(
        "wie een taak leidt",
        {
            "lead_min_pct": (
                "wie {task} leidt, doet van wat eigen mensen doen minstens zoveel als "
                "‘lead_min_pct’ zegt"
            )
        },
    ),
    Family.BACKUP: RuleWords(
        "de back-ups",
        {"max_backups": "{0} mag maar voor zoveel taken back-up zijn als ‘max_backups’ zegt"},
    ),
    Family.OUTSOURCING: RuleWords("‘uitbesteden %’"),
    Family.FOCUS: RuleWords(
        "‘max taken’ en ‘max scholen’",
        {
            "max_tasks": "{0} heeft een maximum aantal taken",
            "max_schools": "{0} heeft een maximum aantal scholen",
        },
    ),
    Family.TRAVEL: RuleWords("de reistijd"),
    Family.PINS: RuleWords(
        "wat vaststaat",
        {
            "pin": "{2} is vastgezet op {task}",
            "pin_hours": "de uren van {2} op {task} zijn vastgezet",
            "pin_lead": "{2} is vastgezet als verantwoordelijke van {task}",
            "pin_backup": "{2} is vastgezet als back-up van {task}",
            "pin_outsourced": (
                "het uitbesteden van {task} met werkingsmiddelen van {2} is vastgezet"
            ),
            "min_pedagogical_pct": "{0} heeft een minimum % pedagogisch werk",
        },
    ),
    Family.APART: RuleWords(
        "een uitzondering ‘niet samen’",
        {"apart": "{2} en {3} mogen niet samen aan {task} werken"},
    ),
    Family.MONTHS: RuleWords(
        "de uren per maand (‘jaarbewaking’)",
        {"month": "{0} heeft per maand maar een deel van de uren van het jaar"},
    ),
    Family.PRESENCE: RuleWords(
        "‘aanwezigheid min’", {"presence_min": "{0} vraagt een minimum aan aanwezigheid"}
    ),
    Family.CHANGES: RuleWords(
        "hoeveel er mag wijzigen",
        {"max_changes": "er mogen maar zoveel regels van het vorige plan wijzigen"},
    ),
}


def told_rules(facts: Mapping[str, object]) -> str:
    """The rules among some facts, in a few words each."""
    return ", ".join(RULE_WORDS[rule].short for rule in cast("tuple[Family, ...]", facts["rules"]))
