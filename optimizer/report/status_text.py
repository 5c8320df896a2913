"""Dutch words for how good a plan is."""

from collections.abc import Mapping

from models.result import LevelResult, Opinion, Result, SolveStatus
from models.settings import Level
from optimizer.explain.answer import Answer
from optimizer.report.level_text import LevelWords

LEVEL_MEANINGS: Mapping[Level, str] = {
    Level.CORE: "Uren van kerntaken die niet gedaan worden.",
    Level.BALANCE: "Uren die aan de vloeren van de clusters ontbreken.",
    Level.COVERAGE: "Ontbrekende uren; die van belangrijk werk tellen zwaarder.",
    Level.SPREAD: "Hoe scheef de tekorten over de clusters liggen: wat diep zakt, telt zwaarder.",
    Level.CONTINUITY: "Uren van taken die een back-up vragen en er geen hebben.",
    Level.FAIRNESS: "Verschil tussen wie het meest en wie het minst belast is, in procentpunt.",
    Level.QUALITY: "Gewogen som: past het werk, uitbesteding, versnippering, wijzigingen.",
    Level.UNIQUENESS: "Keuze tussen gelijkwaardige plannen; alleen als de rest bewezen is.",
}
GIVEN_PREVIOUS = "Bewezen gegeven het vorige plan: wat daarvan wijzigt, telt mee als nadeel."
WITHOUT_PREVIOUS = (
    " Van {0} komt {1} van die wijzigingen: zonder het vorige plan is {2} of lager mogelijk, en "
    "lager is beter."
)
PROVEN, PROVEN_GIVEN = "bewezen optimaal", "bewezen, gegeven het vorige plan"
FEASIBLE, INTERRUPTED = "goed plan, niet alles bewezen", "onderbroken"
STATUS_WORDS = (PROVEN, PROVEN_GIVEN, FEASIBLE, INTERRUPTED)

PROVEN_SENTENCE = "Elk doel is bewezen: een beter plan bestaat niet."
GIVEN_SENTENCE = (
    "Elk doel is bewezen, het laatste gegeven het vorige plan: wijzigen telt daar als nadeel. "
    "Zonder dat plan kan een plan met meer wijzigingen beter passen."
)

OPINIONS: Mapping[Opinion, str] = {
    Opinion.CONFIRMED: "bevestigd",
    Opinion.UNCONFIRMED: "niet bevestigd binnen de tijd",
    Opinion.NOT_ASKED: "niet gevraagd",
}
OPINION_MEANINGS: Mapping[Opinion, str] = {
    Opinion.CONFIRMED: "Ook volgens een tweede rekenmethode bestaat hier geen beter plan.",
    Opinion.UNCONFIRMED: "De tweede rekenmethode vond geen beter plan, maar was niet klaar.",
    Opinion.NOT_ASKED: "Te groot voor de tweede rekenmethode; het eerste bewijs blijft gelden.",
}


def level_meaning(answer: Answer, words: LevelWords, level: LevelResult) -> str:
    """What a level counts, and what else there is to know of it in this plan."""
    meaning = LEVEL_MEANINGS[level.level]
    if level.final is not None and level.final != level.value:
        final = words.amount(level.level, level.final)
        meaning += f" In dit plan {final}: binnen de toegelaten speling."
    if level.level is Level.QUALITY and answer.given_previous:
        meaning += _given_previous(answer, words, level)
    return meaning


def _given_previous(answer: Answer, words: LevelWords, level: LevelResult) -> str:
    """That changes count, and what the quality comes to at most when they do not.

    The plan itself keeps every rule and every earlier level without the previous one too, so that
    the best then is no worse than its value without the term of stability.
    """
    told = f" {GIVEN_PREVIOUS}" if level.proven else ""
    value, lost = level.value if level.final is None else level.final, _cost_of_changes(answer)
    if value is None or not lost:
        return told
    shown = (words.amount(level.level, each) for each in (value, lost, value - lost))
    return told + WITHOUT_PREVIOUS.format(*shown)


def _cost_of_changes(answer: Answer) -> int:
    """The term of stability: hours that people had on tasks and have no longer, weighed."""
    hours, instance = answer.result.plan.hours_by_pair(), answer.instance
    lost = (max(0, before - hours.get(pair, 0)) for pair, before in instance.previous.items())
    return instance.settings.quality.stability * sum(lost)


def status_word(answer: Answer) -> str:
    """The status in a few words: what the workbook states of a plan that stood there.

    "Optimal" only when every level's value equals its bound.
    """
    if answer.stated_status:
        return answer.stated_status
    if answer.result.status is SolveStatus.OPTIMAL:
        return PROVEN_GIVEN if answer.given_previous else PROVEN
    return INTERRUPTED if answer.result.interrupted else FEASIBLE


def status_sentence(answer: Answer) -> str:
    """What the status means for who reads the plan."""
    result = answer.result
    if result.status is SolveStatus.OPTIMAL:
        unique = result.level(Level.UNIQUENESS)
        proof = GIVEN_SENTENCE if answer.given_previous else PROVEN_SENTENCE
        if unique is not None and unique.proven:
            return proof
        return f"{proof} Een ander plan dat even goed is, kan wel bestaan."
    if result.interrupted:
        return "Op uw vraag gestopt: dit is het beste plan tot dan toe."
    return (
        "Bij de doelen met een kloof kan een beter plan bestaan, hoogstens zoveel beter als de "
        f"kloof zegt. {_again(result)}"
    )


def _again(result: Result) -> str:
    """What another run on the same workbook gives."""
    if result.repeatable:
        return "Opnieuw berekenen geeft hetzelfde plan."
    return (
        "De klok beëindigde het zoeken: opnieuw berekenen kan een ander plan geven, tenzij met "
        "--herhaalbaar."
    )
