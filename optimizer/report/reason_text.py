"""Dutch sentences for reasons; with `remedy_text` the only place where they are worded."""

from collections.abc import Callable, Mapping

from models.explanation import FirmLimit, Reason, ReasonKind
from optimizer.report.rule_words import told_rules
from optimizer.report.wording import (
    Wording,
    cluster_name,
    codes_of,
    envelope_names,
    goals_first,
    short_levels,
    verb,
)

Sentence = Callable[[Wording, Reason], str]


def _nobody_competent(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    nearest = words.person(facts["nearest"])
    if facts["allowed"]:
        start = "Niemand die dit mag doen, heeft alle gevraagde competenties"
    else:
        start = "Niemand mag deze taak doen (rol, bereik of ‘nooit’)"
    if facts["short"]:
        end = f"{nearest} komt het dichtst in de buurt, maar komt tekort voor {short_levels(facts)}"
    else:
        end = f"{nearest} heeft wel de competenties"
    return f"{start}. {end[0].upper()}{end[1:]}.{_firm_does_its_share(words, reason)}"


def _nobody_paid(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'kan', 'kunnen')} dit, maar "
        f"{verb(facts, 'heeft', 'hebben')} geen uren uit een bron die deze taak mag betalen."
        f"{_firm_does_its_share(words, reason)}"
    )


def _firm_does_its_share(words: Wording, reason: Reason) -> str:
    if reason.facts["firm"] is not FirmLimit.SHARE or not reason.covered:
        return ""
    return f" De firma doet al alles wat ze mag ({words.share(reason)})."


def _firm_budget(words: Wording, reason: Reason) -> str:
    left, asked = reason.facts["left"], reason.facts["asked"]
    if reason.covered:
        return "Alleen een firma kan dit nog doen, en de werkingsmiddelen zijn op."
    return (
        f"Alleen een firma kan dit doen: minstens {words.hours(asked)}, en de werkingsmiddelen "
        f"volstaan nog voor {words.hours(left)}."
    )


def _exhausted(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog uren, maar hiervan is te "
        f"weinig over: {envelope_names(facts)}.{_others(words, reason)}"
    )


def _other_funding(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog uren, maar te weinig uit een "
        f"bron die deze taak mag betalen.{_others(words, reason)}"
    )


def _limited(words: Wording, reason: Reason, limit: str, attribute: str) -> str:
    return (
        f"Aan de grens ‘{limit}’, met nog uren over: {words.limits(reason.facts, attribute)}."
        f"{_others(words, reason)}"
    )


def _travel(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog uren, maar te weinig met de "
        f"reistijd erbij.{_others(words, reason)}"
    )


def _pinned(words: Wording, reason: Reason) -> str:
    if not codes_of(reason.facts):
        return "De uren van de firma staan vast in Verdeling."
    return (
        f"De uren voor deze taak staan vast: {words.persons(reason.facts)}.{_others(words, reason)}"
    )


def _together(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog uren, maar "
        f"{verb(facts, 'kan', 'kunnen')} niet samen met wie dit doet "
        f"({words.persons(facts, 'workers')}): {told_rules(facts)}.{_others(words, reason)}"
    )


def _lead_share(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog uren, maar dan deed wie de "
        f"taak leidt er een te klein deel van (‘lead_min_pct’).{_others(words, reason)}"
    )


def _max_persons(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    most = "mag maar 1 persoon" if facts["most"] == 1 else f"mogen maar {facts['most']} mensen"
    return (
        f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog ruimte, maar aan deze taak "
        f"{most} werken."
    )


def _others(words: Wording, reason: Reason) -> str:
    """What holds for the other people who can do the task."""
    if not codes_of(reason.facts, "others"):
        return ""
    others = words.persons(reason.facts, "others")
    return f" Wie dit ook kan, zit vol of zit aan een andere grens: {others}."


def _room(words: Wording, reason: Reason) -> str:
    facts = reason.facts
    if not codes_of(facts):
        return "Een firma kan nog meer doen"
    return f"{words.persons(facts)} {verb(facts, 'heeft', 'hebben')} nog ruimte"


REASON_SENTENCES: Mapping[ReasonKind, Sentence] = {
    ReasonKind.NO_COMPETENT_PERSON: _nobody_competent,
    ReasonKind.NO_ENVELOPE: _nobody_paid,
    ReasonKind.FIRM_BUDGET_EXHAUSTED: _firm_budget,
    ReasonKind.ENVELOPE_EXHAUSTED: _exhausted,
    ReasonKind.FUNDING_FULL: _other_funding,
    ReasonKind.PEDAGOGICAL_SHARE: lambda w, r: _limited(
        w, r, "min % pedagogisch", "min_pedagogical_pct"
    ),
    ReasonKind.MAX_TASKS: lambda w, r: _limited(w, r, "max taken", "max_tasks"),
    ReasonKind.MAX_SCHOOLS: lambda w, r: _limited(w, r, "max scholen", "max_schools"),
    ReasonKind.TRAVEL: _travel,
    ReasonKind.PINNED: _pinned,
    ReasonKind.TOGETHER: _together,
    ReasonKind.LEAD_SHARE: _lead_share,
    ReasonKind.MONTH_FULL: lambda w, r: (
        f"{w.persons(r.facts)} {verb(r.facts, 'heeft', 'hebben')} nog uren, maar niet in de "
        f"maanden waarin dit werk valt (blad Kalender).{_others(w, r)}"
    ),
    ReasonKind.MAX_PERSONS: _max_persons,
    ReasonKind.PEOPLE_FULL: lambda w, r: f"Wie dit kan, zit vol: {w.persons(r.facts)}.",
    ReasonKind.MINIMUM_OUT_OF_REACH: lambda w, r: (
        f"Er is nog {w.hours(r.facts['free'])} vrij bij {w.persons(r.facts)}, te weinig voor de "
        f"{w.hours(r.facts['minimum'])} waaronder de taak als niet gedaan telt."
    ),
    ReasonKind.FLOOR_PROTECTS: lambda w, r: (
        f"Wie dit kan, zit vol ({w.persons(r.facts)}); de vloer beschermt een deel van dat werk, "
        f"voor de cluster {cluster_name(r.facts)}."
    ),
    ReasonKind.DROPPED_BY_PRIORITY: lambda w, r: (
        "Wie dit kan, zit vol met werk dat even belangrijk of belangrijker is: "
        f"{w.persons(r.facts)}."
    ),
    ReasonKind.OTHER_GOALS: lambda w, r: (
        f"{_room(w, r)}, maar in ‘niveaus’ (Instellingen) {goals_first(r.facts)}."
    ),
    ReasonKind.OTHER_RULES: lambda w, r: (
        f"{_room(w, r)}, maar de regels samen houden dit tegen (kleinste blok, max uitvoerders, "
        "gedeelde middelen of een vastgezette regel)."
    ),
    ReasonKind.NOT_ASKED: lambda w, r: (
        "De gekozen doelen vragen dit niet (‘niveaus’ en gewichten in Instellingen)."
    ),
    ReasonKind.NOT_PROVEN: lambda w, r: (
        "Niet bewezen dat dit niet kan: de rekentijd was op voor alles onderzocht was."
    ),
    ReasonKind.LATER: lambda w, r: "Staat op ‘later’ in de takenlijst.",
    ReasonKind.MODE: lambda w, r: "Valt buiten de gekozen modus (Instellingen).",
}  # fmt: skip
REASON_NAMES: Mapping[ReasonKind, str] = {
    ReasonKind.NO_COMPETENT_PERSON: "niemand bekwaam",
    ReasonKind.NO_ENVELOPE: "geen bron die betaalt",
    ReasonKind.FIRM_BUDGET_EXHAUSTED: "de werkingsmiddelen zijn op",
    ReasonKind.ENVELOPE_EXHAUSTED: "de middelen zijn op",
    ReasonKind.FUNDING_FULL: "geen uren meer uit de juiste bron",
    ReasonKind.PEDAGOGICAL_SHARE: "min % pedagogisch",
    ReasonKind.MAX_TASKS: "max taken bereikt",
    ReasonKind.MAX_SCHOOLS: "max scholen bereikt",
    ReasonKind.TRAVEL: "te veel reistijd",
    ReasonKind.PINNED: "de uren staan vast",
    ReasonKind.TOGETHER: "kan niet samen met wie dit doet",
    ReasonKind.LEAD_SHARE: "wie leidt, doet er te weinig van",
    ReasonKind.MONTH_FULL: "een maand is vol",
    ReasonKind.MAX_PERSONS: "max uitvoerders bereikt",
    ReasonKind.PEOPLE_FULL: "wie dit kan, zit vol",
    ReasonKind.MINIMUM_OUT_OF_REACH: "te weinig uren vrij",
    ReasonKind.FLOOR_PROTECTS: "een vloer beschermt ander werk",
    ReasonKind.DROPPED_BY_PRIORITY: "belangrijker werk gaat voor",
    ReasonKind.OTHER_GOALS: "een ander doel gaat voor",
    ReasonKind.OTHER_RULES: "een andere regel houdt dit tegen",
    ReasonKind.NOT_ASKED: "de doelen vragen dit niet",
    ReasonKind.NOT_PROVEN: "niet bewezen onmogelijk",
    ReasonKind.LATER: "staat op later",
    ReasonKind.MODE: "buiten de gekozen modus",
}


def describe_reason(words: Wording, reason: Reason) -> str:
    """Why a task is not fully covered, in one or two Dutch sentences."""
    return REASON_SENTENCES[reason.kind](words, reason)


def name_reason(reason: Reason) -> str:
    """The reason in a few words, for a narrow column."""
    return f"{REASON_NAMES[reason.kind]}; zie Hiaten"
