"""Dutch sentences for reasons and first remedies; the only place where they are worded."""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from models.explanation import Reason, ReasonKind
from models.instance import Instance
from models.plan import EnvelopeKey
from models.problem import GROUP, PersonCode
from models.vocabulary import Cluster, Funding
from optimizer.workbook import labels

FUNDING_WORDS = {
    Funding.ICT: "ICT-punten",
    Funding.BPT: "BPT-uren",
    Funding.OTHER: "andere uren",
    Funding.OPERATING: "werkingsmiddelen",
}


class Wording:
    """Words for codes and grains of one problem."""

    def __init__(self, instance: Instance) -> None:
        self._names = {person.code: person.name for person in instance.persons}
        self._grain = instance.settings.grain

    def person(self, code: PersonCode) -> str:
        """Name and code; the code alone when there is no name."""
        name = self._names.get(code, "")
        return f"{name} ({code})" if name else code

    def persons(self, facts: Mapping[str, object]) -> str:
        """The people in the facts, at most four by name."""
        codes = cast("tuple[PersonCode, ...]", facts.get("persons", ()))
        words = [self.person(code) for code in codes[:4]]
        if len(codes) > len(words):
            rest = len(codes) - len(words)
            words.append("nog iemand" if rest == 1 else f"{rest} anderen")
        return _and(words)

    def hours(self, grains: object) -> str:
        """Clock hours per year."""
        return f"{cast('int', grains) * self._grain} uur"

    def short(self, facts: Mapping[str, object]) -> str:
        """The competences that lack, with how many levels."""
        short = cast("Mapping[str, int]", facts["short"])
        return _and(
            f"{name} ({levels} {'niveau' if levels == 1 else 'niveaus'} te kort)"
            for name, levels in short.items()
        )

    def envelopes(self, facts: Mapping[str, object]) -> str:
        """The pots of money in the facts."""
        keys = cast("tuple[EnvelopeKey, ...]", facts["envelopes"])
        return _and(
            f"{FUNDING_WORDS[key.funding]} van {'de pool' if key.owner == GROUP else key.owner}"
            for key in keys
        )


def _and(words: Iterable[str]) -> str:
    *front, last = words
    return f"{', '.join(front)} en {last}" if front else last


Sentence = Callable[[Wording, Reason], str]


def _nobody_competent(words: Wording, reason: Reason) -> str:
    nearest = cast("PersonCode", reason.facts["nearest"])
    if not reason.facts["short"]:
        return (
            "Niemand die bekwaam is, mag deze taak doen (rol, bereik of ‘nooit’); "
            f"{words.person(nearest)} heeft wel de competenties."
        )
    return (
        "Niemand met bereik heeft alle gevraagde competenties; het dichtst komt "
        f"{words.person(nearest)}: {words.short(reason.facts)}."
    )


def _train(words: Wording, reason: Reason) -> str:
    nearest = words.person(cast("PersonCode", reason.facts["nearest"]))
    if not reason.facts["short"]:
        return f"Geef {nearest} bereik of de rol voor deze taak, of schrap de ‘nooit’."
    return f"Vorming voor {nearest}: {words.short(reason.facts)}; of de taak uitbesteden."


def _more_hours(words: Wording, reason: Reason) -> str:
    missing = words.hours(reason.demand - reason.covered)
    return f"Nog {missing} per jaar voor {words.persons(reason.facts)}, of een minder belangrijke taak schrappen."


REASON_SENTENCES: Mapping[ReasonKind, Sentence] = {
    ReasonKind.NO_COMPETENT_PERSON: _nobody_competent,
    ReasonKind.NO_ENVELOPE: lambda w, r: (
        f"{w.persons(r.facts)} kan dit, maar geen enkele bron mag deze persoon voor deze taak betalen."
    ),
    ReasonKind.ENVELOPE_EXHAUSTED: lambda w, r: (
        f"{w.persons(r.facts)} heeft nog uren, maar dit is op: {w.envelopes(r.facts)}."
    ),
    ReasonKind.PEOPLE_FULL: lambda w, r: (
        f"Wie dit kan, is volzet: {w.persons(r.facts)}."
    ),
    ReasonKind.MINIMUM_OUT_OF_REACH: lambda w, r: (
        f"Er is nog {w.hours(r.facts['free'])} vrij bij {w.persons(r.facts)}, minder dan de "
        f"{w.hours(r.facts['minimum'])} waaronder de taak als niet gedaan telt."
    ),
    ReasonKind.FLOOR_PROTECTS: lambda w, r: (
        f"Wie dit kan, is volzet ({w.persons(r.facts)}); de vloer beschermt hun werk voor de cluster "
        f"{labels.CLUSTERS[cast('Cluster', r.facts['cluster'])]}."
    ),
    ReasonKind.DROPPED_BY_PRIORITY: lambda w, r: (
        f"Wie dit kan, is volzet met belangrijker werk: {w.persons(r.facts)}."
    ),
    ReasonKind.OTHER_RULES: lambda w, r: (
        f"{w.persons(r.facts)} heeft nog ruimte, maar een andere regel (max taken, max scholen, "
        "max uitvoerders of een vastgezette regel) houdt dit tegen."
    ),
    ReasonKind.NOT_PROVEN: lambda w, r: (
        "Niet bewezen dat dit niet kan: de rekentijd was op voor alles onderzocht was."
    ),
    ReasonKind.LATER: lambda w, r: "Staat op ‘later’ in de takenlijst.",
    ReasonKind.MODE: lambda w, r: "Valt buiten de gekozen modus (Instellingen).",
}  # fmt: skip
REMEDY_SENTENCES: Mapping[ReasonKind, Sentence] = {
    ReasonKind.NO_COMPETENT_PERSON: _train,
    ReasonKind.NO_ENVELOPE: lambda w, r: f"Geef {w.persons(r.facts)} uren uit een bron die hier betaalt.",
    ReasonKind.ENVELOPE_EXHAUSTED: lambda w, r: (
        f"Meer {w.envelopes(r.facts)}: nog {w.hours(r.demand - r.covered)} per jaar."
    ),
    ReasonKind.PEOPLE_FULL: _more_hours,
    ReasonKind.MINIMUM_OUT_OF_REACH: _more_hours,
    ReasonKind.FLOOR_PROTECTS: _more_hours,
    ReasonKind.DROPPED_BY_PRIORITY: _more_hours,
    ReasonKind.OTHER_RULES: lambda w, r: "Kijk de grenzen en vaste regels van deze mensen na.",
    ReasonKind.NOT_PROVEN: lambda w, r: "Reken langer (tijdslimiet in Instellingen).",
    ReasonKind.LATER: lambda w, r: "Zet ‘van toepassing’ op ja als de taak nu moet.",
    ReasonKind.MODE: lambda w, r: "Kies modus ‘volledig’ om ze mee te plannen.",
}  # fmt: skip
REASON_NAMES: Mapping[ReasonKind, str] = {
    ReasonKind.NO_COMPETENT_PERSON: "niemand bekwaam",
    ReasonKind.NO_ENVELOPE: "geen bron die betaalt",
    ReasonKind.ENVELOPE_EXHAUSTED: "de middelen zijn op",
    ReasonKind.PEOPLE_FULL: "wie dit kan, is volzet",
    ReasonKind.MINIMUM_OUT_OF_REACH: "te weinig uren vrij",
    ReasonKind.FLOOR_PROTECTS: "een vloer beschermt ander werk",
    ReasonKind.DROPPED_BY_PRIORITY: "belangrijker werk gaat voor",
    ReasonKind.OTHER_RULES: "een andere regel houdt dit tegen",
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


def describe_remedy(words: Wording, reason: Reason) -> str:
    """The first thing that can help, in one Dutch sentence."""
    return REMEDY_SENTENCES[reason.kind](words, reason)
