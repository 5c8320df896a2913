"""Dutch words for how good a plan is."""

from collections.abc import Mapping

from models.result import LevelResult, Opinion, Result, SolveStatus
from models.settings import Level

LEVEL_MEANINGS: Mapping[Level, str] = {
    Level.CORE: "Korrels werk van kerntaken die niet gedaan worden.",
    Level.BALANCE: "Korrels die aan de vloeren van de clusters ontbreken.",
    Level.COVERAGE: "Ontbrekende korrels, gewogen naar prioriteit.",
    Level.SPREAD: "Hoe scheef de tekorten over de clusters liggen: meer als één cluster diep zakt.",
    Level.CONTINUITY: "Korrels van taken die een back-up vragen en er geen hebben.",
    Level.FAIRNESS: "Verschil tussen de hoogste en de laagste belasting, in promille.",
    Level.QUALITY: "Gewogen som: past het werk, uitbesteding, versnippering, wijzigingen.",
    Level.UNIQUENESS: "Keuze tussen gelijkwaardige plannen; alleen als de rest bewezen is.",
}

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


def level_meaning(level: LevelResult) -> str:
    """What a level counts, and what the plan is worth where that differs from the best."""
    meaning = LEVEL_MEANINGS[level.level]
    if level.final == level.value:
        return meaning
    return f"{meaning} In dit plan {level.final}: binnen de toegelaten speling."


def status_word(result: Result) -> str:
    """One word for the status; "optimal" only when every level's value equals its bound."""
    if result.status is SolveStatus.OPTIMAL:
        return "bewezen optimaal"
    return "onderbroken" if result.interrupted else "goed plan, niet alles bewezen"


def status_sentence(result: Result) -> str:
    """What the status means for who reads the plan."""
    if result.status is SolveStatus.OPTIMAL:
        unique = result.level(Level.UNIQUENESS)
        proof = "Elk doelniveau is bewezen: een beter plan bestaat niet."
        if unique is not None and unique.proven:
            return proof
        return f"{proof} Een ander plan dat even goed is, kan wel bestaan."
    if result.interrupted:
        return "Op uw vraag gestopt: dit is het beste plan tot dan toe."
    return (
        "Bij de niveaus met een kloof kan een beter plan bestaan, hoogstens zoveel beter als de "
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
