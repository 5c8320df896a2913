"""Dutch sentences for the first thing that can help against a gap."""

from collections.abc import Callable, Mapping

from models.explanation import FirmLimit, Reason, ReasonKind
from optimizer.report.rule_words import told_rules
from optimizer.report.wording import (
    Wording,
    envelope_names,
    level_name,
    short_levels,
)

Sentence = Callable[[Wording, Reason], str]


def _train(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    nearest = words.person(facts["nearest"])
    steps = []
    if not facts["allowed"]:
        steps.append(f"geef {nearest} bereik of de rol voor deze taak, of schrap de ‘nooit’")
    if facts["short"]:
        steps.append(f"vorming voor {nearest} in {short_levels(facts)}")
    first = " en ".join(steps)
    return f"{first[0].upper()}{first[1:]}{_or_a_firm(words, reason)}."


def _pay(words: Wording, reason: Reason) -> str:
    hours = f"Uren uit een bron die hier betaalt, voor {_whom(words, reason)}"
    return f"{hours}{_or_a_firm(words, reason)}."


def _or_a_firm(words: Wording, reason: Reason) -> str:
    """What outsourcing would need, when it is more than what is already outsourced."""
    firm = reason.facts["firm"]
    if firm is FirmLimit.SHARE:
        return f"; of verhoog ‘uitbesteden %’ (nu {words.share(reason)})"
    if firm is FirmLimit.NOT_OFFERED:
        return "; uitbesteden mag niet (‘uitbesteden %’ is 0)"
    if firm is FirmLimit.NO_RATE:
        return "; uitbesteden kan pas met een tarief (tarief_standaard op Instellingen)"
    return (
        "; uitbesteden kan pas als iemand het contract kan opvolgen (hoogstens één niveau te kort)"
    )


def _more_hours(words: Wording, reason: Reason) -> str:
    return f"{_extra(words, reason)}; of schrap een minder belangrijke taak."


def _extra(words: Wording, reason: Reason) -> str:
    return f"{words.missing(reason)} extra nodig, bij {_whom(words, reason)}"


def _more_hours_or_priority(words: Wording, reason: Reason) -> str:
    return (
        f"{_extra(words, reason)}; of kies in Taken een hogere ‘prioriteit’, als ander werk voor u "
        "minder telt."
    )


def _whom(words: Wording, reason: Reason) -> str:
    return words.persons(reason.facts, last="of")


def _raise(words: Wording, reason: Reason, limit: str, what: str) -> str:
    return f"{what} ‘{limit}’ van {_whom(words, reason)}."


REMEDY_SENTENCES: Mapping[ReasonKind, Sentence] = {
    ReasonKind.NO_COMPETENT_PERSON: _train,
    ReasonKind.NO_ENVELOPE: _pay,
    ReasonKind.FIRM_BUDGET_EXHAUSTED: lambda w, r: (
        f"Meer werkingsmiddelen, of iemand bekwaam en betaald voor {w.missing(r)} per jaar."
    ),
    ReasonKind.ENVELOPE_EXHAUSTED: lambda w, r: (
        f"Meer {envelope_names(r.facts, 'of')}: {w.missing(r)} extra nodig."
    ),
    ReasonKind.FUNDING_FULL: lambda w, r: (
        f"Geef {w.persons(r.facts)} meer uren uit een bron die hier betaalt."
    ),
    ReasonKind.PEDAGOGICAL_SHARE: lambda w, r: _raise(w, r, "min % pedagogisch", "Verlaag"),
    ReasonKind.MAX_TASKS: lambda w, r: _raise(w, r, "max taken", "Verhoog"),
    ReasonKind.MAX_SCHOOLS: lambda w, r: _raise(w, r, "max scholen", "Verhoog"),
    ReasonKind.TRAVEL: lambda w, r: (
        f"Meer uren voor {w.persons(r.facts)}, of iemand die dichterbij werkt."
    ),
    ReasonKind.PINNED: lambda w, r: (
        "Verander of wis de vastgezette uren (x in Verdeling, of Uitzonderingen)."
    ),
    ReasonKind.TOGETHER: lambda w, r: (
        f"Laat iemand anders de taak doen, of kijk dit na: {told_rules(r.facts)}."
    ),
    ReasonKind.LEAD_SHARE: lambda w, r: (
        "Meer uren voor wie de taak leidt, een andere verantwoordelijke, of een lagere "
        "‘lead_min_pct’ (Instellingen)."
    ),
    ReasonKind.MONTH_FULL: lambda w, r: (
        "Meer ‘rek_pct’ (Instellingen), een andere ‘piek’ van de taak, of iemand die dan nog "
        "uren heeft."
    ),
    ReasonKind.MAX_PERSONS: lambda w, r: "Verhoog ‘max uitvoerders’ van de taak.",
    ReasonKind.PEOPLE_FULL: _more_hours,
    ReasonKind.MINIMUM_OUT_OF_REACH: _more_hours,
    ReasonKind.FLOOR_PROTECTS: _more_hours,
    ReasonKind.DROPPED_BY_PRIORITY: _more_hours_or_priority,
    ReasonKind.OTHER_GOALS: lambda w, r: (
        f"Zet {level_name(r.facts)} vroeger in ‘niveaus’ (Instellingen)."
    ),
    ReasonKind.OTHER_RULES: lambda w, r: (
        "Kijk ‘blok_min’, ‘max uitvoerders’ en de vastgezette regels van deze taak na."
    ),
    ReasonKind.NOT_ASKED: lambda w, r: (
        "Zorg dat ‘dekking’ in ‘niveaus’ staat, met een gewicht boven 0 voor deze prioriteit "
        "(Instellingen)."
    ),
    ReasonKind.NOT_PROVEN: lambda w, r: "Reken langer (tijdslimiet in Instellingen).",
    ReasonKind.LATER: lambda w, r: "Zet ‘van toepassing’ op ja als de taak nu moet.",
    ReasonKind.MODE: lambda w, r: "Kies modus ‘volledig’ om ze mee te plannen.",
}  # fmt: skip


def describe_remedy(words: Wording, reason: Reason) -> str:
    """The first thing that can help, in one Dutch sentence."""
    return REMEDY_SENTENCES[reason.kind](words, reason)


def what_helps(words: Wording, reason: Reason) -> str:
    """The same after an announcement, for where no header says what it is."""
    told = describe_remedy(words, reason)
    return f"Wat kan helpen: {told[:1].lower()}{told[1:]}"
