"""Dutch sentences for the rules that a plan breaks, for whoever changes one by hand."""

from collections.abc import Callable, Mapping
from typing import cast

from models.explanation import Family
from models.instance import Instance
from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, PersonCode
from models.verification import Verification, Violation
from models.vocabulary import Funding
from optimizer.explain.barriers import barriers
from optimizer.report.why_text import describe_barrier
from optimizer.report.wording import FUNDING_WORDS, Facts, Wording, plain
from optimizer.workbook import labels

Sentence = Callable[["_Words", Facts], str]


class _Words:
    """Words for the facts of violations."""

    def __init__(self, instance: Instance) -> None:
        self.plain = Wording(instance)
        self._instance = instance
        self._titles = {task.key: task.task.title for task in instance.tasks}
        self._people = {person.code for person in instance.persons}

    def task(self, facts: Facts) -> str:
        key = cast("TaskKey", facts["task"])
        return f"{key.task} {self._titles.get(key, '')} in {key.unit}"

    def person(self, facts: Facts) -> str:
        code = cast("PersonCode", facts["person"])
        return self.plain.person(code) if code in self._people else str(code)

    def hours(self, facts: Facts, name: str) -> str:
        return self.plain.hours(facts[name])

    def envelope(self, facts: Facts, name: str = "envelope") -> str:
        key = cast("EnvelopeKey", facts[name])
        owner = "de pool" if key.owner == GROUP else key.owner
        return f"de {FUNDING_WORDS[key.funding]} van {owner}"

    def obstacles(self, facts: Facts) -> str:
        """Why somebody may not have the task, with the cells."""
        pair = cast("TaskKey", facts["task"]), cast("PersonCode", facts["person"])
        found = barriers(self._instance, *pair)
        return "; ".join(describe_barrier(self.plain, each) for each in found) or "dat mag niet"

    def month(self, facts: Facts) -> str:
        return labels.MONTHS[cast("int", facts["month"])]

    def funding(self, facts: Facts) -> str:
        return FUNDING_WORDS[cast("Funding", facts["funding"])]


def _clock(hours: object) -> str:
    """Clock hours that were not counted in what is planned at once."""
    return plain(round(float(cast("float", hours)), 1)).replace(".", ",")


def _pinned(words: _Words, facts: Facts) -> str:
    if facts["pinned"] is None:
        return f"{words.person(facts)} staat vast op {words.task(facts)}"
    return (
        f"{words.person(facts)} staat vast op {words.task(facts)} voor "
        f"{words.hours(facts, 'pinned')}, niet voor {words.hours(facts, 'grains')}"
    )


_UNKNOWN = "het plan noemt iets dat niet in het werkboek staat: {0}"
SENTENCES: Mapping[tuple[Family, str], Sentence] = {
    (Family.DEMAND, "above-demand"): lambda w, f: (
        f"{w.task(f)}: {w.hours(f, 'covered')} gepland, meer dan de {w.hours(f, 'demand')} die "
        "gevraagd zijn"
    ),
    (Family.DEMAND, "below-minimum"): lambda w, f: (
        f"{w.task(f)}: {w.hours(f, 'covered')} gepland; onder {w.hours(f, 'minimum')} telt de "
        "taak als niet gedaan"
    ),
    (Family.DEMAND, "mandatory-not-done"): lambda w, f: (
        f"{w.task(f)} is verplicht en wordt niet gedaan"
    ),
    (Family.CAPACITY, "overbooked"): lambda w, f: (
        f"{w.person(f)}: {w.hours(f, 'grains')} uit {w.funding(f)}, en er zijn er "
        f"{w.hours(f, 'capacity')}"
    ),
    (Family.TRAVEL, "no-time-for-trips"): lambda w, f: (
        f"{w.person(f)}: {w.hours(f, 'load')} met {w.hours(f, 'travel')} reistijd, en er is "
        f"{w.hours(f, 'capacity')}"
    ),
    (Family.ENVELOPE, "may-not-pay"): lambda w, f: (
        f"{w.envelope(f)} mogen {w.person(f)} niet betalen voor {w.task(f)}"
    ),
    (Family.ENVELOPE, "overspent"): lambda w, f: f"{w.envelope(f)} zijn op: er is te veel gepland",
    (Family.ENVELOPE, "appointment-unpaid"): lambda w, f: (
        f"de vaste ICT-aanstelling van {w.person(f)} kan niet meer betaald worden: anderen "
        "gebruiken die punten"
    ),
    (Family.ELIGIBILITY, "may-not-work"): lambda w, f: (
        f"{w.person(f)} mag niet werken aan {w.task(f)}: {w.obstacles(f)}"
    ),
    (Family.SPLIT, "below-block"): lambda w, f: (
        f"{w.person(f)}: {w.hours(f, 'grains')} voor {w.task(f)} is minder dan het kleinste blok "
        f"({w.hours(f, 'least')})"
    ),
    (Family.SPLIT, "too-many-people"): lambda w, f: (
        f"{w.task(f)}: {f['people']} uitvoerders, hoogstens {f['allowed']}"
    ),
    (Family.LEAD, "no-lead"): lambda w, f: f"{w.task(f)} heeft geen verantwoordelijke",
    (Family.LEAD, "lead-of-nothing"): lambda w, f: (
        f"{w.person(f)} is verantwoordelijk voor {w.task(f)}, en niemand doet daar iets aan"
    ),
    (Family.LEAD, "may-not-watch"): lambda w, f: (
        f"{w.person(f)} kan de firma niet opvolgen die {w.task(f)} doet: {w.obstacles(f)}"
    ),
    (Family.LEAD, "does-not-work"): lambda w, f: (
        f"{w.person(f)} is verantwoordelijk voor {w.task(f)} maar heeft er geen uren voor"
    ),
    (Family.LEAD, "not-competent"): lambda w, f: (
        f"{w.person(f)} komt een niveau te kort om verantwoordelijk te zijn voor {w.task(f)}"
    ),
    (Family.BACKUP, "backup-of-nothing"): lambda w, f: (
        f"{w.task(f)} heeft een back-up, en niemand doet de taak"
    ),
    (Family.BACKUP, "too-many"): lambda w, f: (
        f"{w.task(f)} heeft {f['backups']} back-ups, hoogstens {f['allowed']}"
    ),
    (Family.BACKUP, "backs-up-too-much"): lambda w, f: (
        f"{w.person(f)} is back-up voor {f['tasks']} taken, hoogstens {f['allowed']}"
    ),
    (Family.BACKUP, "is-the-lead"): lambda w, f: (
        f"{w.person(f)} is verantwoordelijk voor {w.task(f)} en kan niet ook back-up zijn"
    ),
    (Family.BACKUP, "not-asked"): lambda w, f: f"{w.task(f)} vraagt geen back-up",
    (Family.BACKUP, "may-not-back-up"): lambda w, f: (
        f"{w.person(f)} kan geen back-up zijn voor {w.task(f)}: {w.obstacles(f)}"
    ),
    (Family.BACKUP, "named-twice"): lambda w, f: (
        f"{w.person(f)} staat twee keer als back-up bij {w.task(f)}"
    ),
    (Family.BACKUP, "not-a-tuple"): lambda w, f: f"de back-ups van {w.task(f)} zijn geen lijst",
    (Family.OUTSOURCING, "too-much"): lambda w, f: (
        f"{w.task(f)}: {w.hours(f, 'grains')} uitbesteed, hoogstens {w.hours(f, 'allowed')}"
    ),
    (Family.OUTSOURCING, "may-not-buy"): lambda w, f: (
        f"{w.envelope(f, 'purse')} mogen {w.task(f)} niet betalen"
    ),
    (Family.FOCUS, "too-many-tasks"): lambda w, f: (
        f"{w.person(f)}: {f['tasks']} taken, hoogstens {f['allowed']}"
    ),
    (Family.FOCUS, "too-many-schools"): lambda w, f: (
        f"{w.person(f)}: {f['schools']} andere scholen, hoogstens {f['allowed']}"
    ),
    (Family.PINS, "work"): _pinned,
    (Family.PINS, "lead"): lambda w, f: (
        f"{w.person(f)} staat vast als verantwoordelijke van {w.task(f)}"
    ),
    (Family.PINS, "backup"): lambda w, f: f"{w.person(f)} staat vast als back-up van {w.task(f)}",
    (Family.PINS, "outsourced"): lambda w, f: (
        f"{w.task(f)}: het uitbesteden staat vast op {w.hours(f, 'pinned')}"
    ),
    (Family.PINS, "pedagogical-share"): lambda w, f: (
        f"{w.person(f)}: {w.hours(f, 'pedagogical')} van {w.hours(f, 'grains')} is pedagogisch, "
        f"gevraagd is {plain(round(float(cast('float', f['asked_pct'])), 1)).replace('.', ',')} %"
    ),
    (Family.CHOICE, "both-levels"): lambda w, f: (
        f"{w.task(f)} gebeurt ook op groepsniveau: het is het ene of het andere (niveau ‘keuze’)"
    ),
    (Family.APART, "together"): lambda w, f: (
        f"{w.plain.persons(f, 'people')} staan samen op {w.task(f)}, en dat mag niet (‘niet samen’)"
    ),
    (Family.MONTHS, "month-full"): lambda w, f: (
        f"{w.person(f)}: {_clock(f['planned'])} uur werk in {w.month(f)}, en met de rek is er "
        f"{_clock(f['most'])} uur"
    ),
    (Family.PRESENCE, "too-little"): lambda w, f: (
        f"{f['unit']}: {w.hours(f, 'present')} ter plaatse, gevraagd is {w.hours(f, 'asked')}"
    ),
    (Family.CHANGES, "too-many"): lambda w, f: (
        f"{f['rows']} regels wijzigen, hoogstens {f['allowed']}"
    ),
}
"""Every rule that the checker knows by name; what a plan names that does not exist has another."""


def describe_violation(instance: Instance, violation: Violation) -> str:
    """One rule that is broken, with the people, tasks and hours that it is about."""
    found = SENTENCES.get((violation.family, str(violation.facts["breach"])))
    if found is None:
        named = {name: fact for name, fact in violation.facts.items() if name != "breach"}
        return _sentence(_UNKNOWN.format(", ".join(map(str, named.values()))))
    return _sentence(found(_Words(instance), violation.facts))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def violation_lines(instance: Instance, verification: Verification) -> tuple[str, ...]:
    """Every rule that a plan breaks, each once."""
    lines = (describe_violation(instance, each) for each in verification.violations)
    return tuple(dict.fromkeys(lines))
