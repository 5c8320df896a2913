"""Dutch sentences for people who are not fully used: the one place where they are worded."""

from collections.abc import Callable, Mapping

from models.why import Idle, IdleKind
from optimizer.report.wording import Wording, counted, goals_first

MOST_TASKS = 5

IDLE_SENTENCES: Mapping[IdleKind, Callable[[Idle], str]] = {
    IdleKind.NOTHING_FITS: lambda idle: (
        "geen enkele taak op de agenda past bij rol, bereik, competenties en bron van de uren"
    ),
    IdleKind.ALL_COVERED: lambda idle: "alle taken die passen, zijn al volledig gedekt",
    IdleKind.LESS_THAN_A_BLOCK: lambda idle: "dat is te weinig voor wat nog openstaat",
    IdleKind.PINNED: lambda idle: "de eigen uren staan daar vast",
    IdleKind.FUNDING_FULL: lambda idle: "maar niet uit een bron die daar mag betalen",
    IdleKind.MAX_TASKS: lambda idle: "maar ‘max taken’ is bereikt",
    IdleKind.MAX_SCHOOLS: lambda idle: "maar ‘max scholen’ is bereikt",
    IdleKind.PEDAGOGICAL_SHARE: lambda idle: "maar ‘min % pedagogisch’ houdt ander werk tegen",
    IdleKind.ENVELOPE_EXHAUSTED: lambda idle: "maar de middelen die dat betalen zijn op",
    IdleKind.TRAVEL: lambda idle: "maar met de reistijd erbij is het te weinig",
    IdleKind.TOGETHER: lambda idle: "maar niet samen met wie daar al aan werkt",
    IdleKind.LEAD_SHARE: lambda idle: (
        "maar dan deed wie de taak leidt er een te klein deel van (‘lead_min_pct’)"
    ),
    IdleKind.MONTH_FULL: lambda idle: (
        "maar dan is er een maand met te veel werk (‘jaarbewaking’ in Instellingen)"
    ),
    IdleKind.MAX_PERSONS: lambda idle: "maar daar werken al zoveel mensen aan als mag",
    IdleKind.NO_LEAD: lambda idle: (
        "maar alleen als helper, en niemand kan er verantwoordelijk zijn"
    ),
    IdleKind.MINIMUM_OUT_OF_REACH: lambda idle: (
        "maar alleen is dat minder dan het minimum waaronder de taak als niet gedaan telt"
    ),
    IdleKind.NOT_ASKED: lambda idle: "maar de gekozen doelen vragen dat werk niet",
    IdleKind.OTHER_GOALS: lambda idle: f"maar in ‘niveaus’ {goals_first(idle.facts)}",
    IdleKind.OTHER_RULES: lambda idle: (
        "maar de regels samen houden dat tegen (kleinste blok, max uitvoerders, gedeelde middelen)"
    ),
    IdleKind.NOT_PROVEN: lambda idle: (
        "en het is niet bewezen dat dat niet beter kan: de rekentijd was op"
    ),
}


def describe_idle(words: Wording, idle: Idle) -> str:
    """Why somebody has hours left, in one or two sentences."""
    start = f"{words.person(idle.person)} heeft nog {words.hours(idle.left)} over"
    if not idle.tasks:
        return f"{start}: {IDLE_SENTENCES[idle.kind](idle)}."
    named = ", ".join(map(words.task, idle.tasks[:MOST_TASKS]))
    more = len(idle.tasks) - MOST_TASKS
    tail = f" en {more} andere" if more > 0 else ""
    open_tasks = counted(idle.others, "andere open taak", "andere open taken")
    others = f" Bij {open_tasks} is er een andere reden." if idle.others else ""
    return f"{start}, {IDLE_SENTENCES[idle.kind](idle)}: {named}{tail}.{others}"
