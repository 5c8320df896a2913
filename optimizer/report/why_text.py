"""Dutch sentences for why and why not: grounds, barriers, prices and rows that move."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from models.agenda import Absence
from models.changes import all_changed
from models.explanation import Conflict
from models.outcome import Certainty, LevelPrice, Move, Outcome, Refusal
from models.problem import ProblemData
from models.settings import Level
from models.vocabulary import Funding, PlanRole, Role
from models.why import Alternative, Barrier, BarrierKind, Ground, GroundKind, Part
from optimizer.report.conflict_text import describe_conflict, no_plan
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.rule_words import told_rules
from optimizer.report.text import describe_issue
from optimizer.report.wording import FUNDING_WORDS, Facts, Wording, cluster_name, counted, plain
from optimizer.workbook import labels

MOST_COMPETENCES = 3
"""Competences that are named of somebody or of a task."""
MOST_MOVES = 20
"""Rows that are told; the rest is counted."""
ABSENCES: Mapping[object, str] = {
    Absence.NOT_APPLICABLE: "de taak is daar niet van toepassing",
    Absence.LATER: "de taak staat op ‘later’",
    Absence.MODE: "de taak valt buiten de gekozen modus",
    Absence.NO_DEMAND: "de taak vraagt daar geen uren",
    None: "de taak staat daar niet op de agenda",
}
GROUNDS: Mapping[GroundKind, Callable[[Wording, Facts], str]] = {
    GroundKind.PINNED: lambda w, f: "staat vast",
    GroundKind.ONLY_ABLE: lambda w, f: "is de enige die dit mag en kan",
    GroundKind.BEST_FIT: lambda w, f: "past hier het best bij, naar rol, sterke kanten en voorkeur",
    GroundKind.PREFERRED: lambda w, f: f"heeft er een voorkeur voor ({plain(f['value'])})",
    GroundKind.DID_IT: lambda w, f: f"deed dit in het vorige plan al ({w.hours(f['grains'])})",
    GroundKind.OTHERS_FULL: lambda w, f: (
        f"wie dit ook kan, heeft er geen uren of middelen meer voor: {w.persons(f)}"
    ),
    GroundKind.LEAST_LOADED: lambda w, f: "is het minst belast van wie dit kan",
    GroundKind.LEARNS: lambda w, f: "komt één niveau te kort en leert naast de verantwoordelijke",
    GroundKind.WATCHES_FIRM: lambda w, f: "volgt de externe firma op",
    GroundKind.OWN_WORK: lambda w, f: f"{cluster_name(f)} is eigen werk van de rol {_role(f)}",
    GroundKind.RATHER_NOT: lambda w, f: (
        f"de rol {_role(f)} doet {cluster_name(f)} werk liever niet"
    ),
    GroundKind.NOT_PREFERRED: lambda w, f: (
        f"de taak is bij voorkeur voor {_roles(f)}, niet voor {_role(f)}"
    ),
    GroundKind.BEST_ELSEWHERE: lambda w, f: (
        f"is het sterkst in {_names(f, 'best')}; deze taak vraagt {_names(f, 'asked')}"
    ),
}
BARRIERS: Mapping[BarrierKind, Callable[[Wording, Facts], str]] = {
    BarrierKind.NOT_PLANNED: lambda w, f: ABSENCES[f["absence"]],
    BarrierKind.REACH: lambda w, f: f"het bereik (thuisschool {f['home']}) omvat deze school niet",
    BarrierKind.ROLE: lambda w, f: f"de taak is voor {_roles(f)}, niet voor {_role(f)}",
    BarrierKind.ROLE_NEVER: lambda w, f: (
        f"voor de rol {_role(f)} staat bij {cluster_name(f)} ‘nooit’"
    ),
    BarrierKind.BANNED: lambda w, f: "een uitzondering zegt ‘nooit’",
    BarrierKind.COMPETENCE: lambda w, f: (
        f"{f['competence']} {f['level']}, en de taak vraagt {f['asked']} "
        "(een helper mag er één te kort komen)"
    ),
    BarrierKind.NO_LEARNERS: lambda w, f: (
        f"{f['competence']} {f['level']}, de taak vraagt {f['asked']}, "
        "en ‘leerling_toegelaten’ is nee"
    ),
    BarrierKind.NO_TEACHER: lambda w, f: (
        f"{f['competence']} {f['level']}, en de taak vraagt {f['asked']}: dat mag alleen naast "
        "iemand die alles beheerst, en die is er niet"
    ),
    BarrierKind.NO_HOURS: lambda w, f: "er zijn geen uren",
    BarrierKind.NO_ENVELOPE: lambda w, f: (
        f"de uren ({_fundings(f)}) komen uit een bron die in {f['unit']} niet mag betalen"
    ),
    BarrierKind.NO_TASKS_ALLOWED: lambda w, f: "‘max taken’ is 0",
    BarrierKind.NO_VISITS_ALLOWED: lambda w, f: (
        "het werk is ter plaatse op een andere school, en ‘max scholen’ is 0"
    ),
    BarrierKind.TOO_FEW_HOURS: lambda w, f: (
        f"er is in totaal {w.hours(f['hours'])}, minder dan het kleinste blok "
        f"({w.hours(f['least'])})"
    ),
    BarrierKind.TOGETHER: lambda w, f: (
        f"kan niet samen met wie daar vaststaat ({w.persons(f, 'workers')}): {told_rules(f)}"
    ),
}


def _role(facts: Facts) -> str:
    return labels.ROLES[cast("Role", facts["role"])]


def _names(facts: Facts, name: str) -> str:
    """A few competences, the last after "en"."""
    *first, last = cast("tuple[str, ...]", facts[name])[:MOST_COMPETENCES]
    return f"{', '.join(first)} en {last}" if first else last


def _roles(facts: Facts) -> str:
    return ", ".join(labels.ROLES[role] for role in cast("tuple[Role, ...]", facts["roles"]))


def _fundings(facts: Facts) -> str:
    return ", ".join(FUNDING_WORDS[f] for f in cast("tuple[Funding, ...]", facts["fundings"]))


def describe_ground(words: Wording, ground: Ground) -> str:
    """One thing that speaks for somebody, with its cell."""
    cell = f" ({ground.where})" if ground.where else ""
    return GROUNDS[ground.kind](words, ground.facts) + cell


def describe_barrier(words: Wording, barrier: Barrier) -> str:
    """One rule against somebody: the cell first."""
    cell = f"{barrier.where}: " if barrier.where else ""
    return f"{cell}{BARRIERS[barrier.kind](words, barrier.facts)}"


def describe_part(words: Wording, part: Part) -> str:
    """Who, in which role, for how many hours."""
    who = words.person(part.person) if part.person else labels.FIRM
    hours = f", {words.hours(part.grains)}" if part.grains else ""
    return f"{who}: {labels.PLAN_ROLES[part.role]}{hours}"


def describe_alternative(words: Wording, alternative: Alternative) -> str:
    """Who would do it instead."""
    if alternative.without is not None:
        return f"zonder {words.person(alternative.without)}"
    return f"{words.person(alternative.lead)} als verantwoordelijke"


def price_lines(levels: LevelWords, outcome: Outcome) -> Iterator[str]:
    """Every level on a line: before, after, the difference and how certain it is."""
    for price in outcome.prices:
        before, after = price.before, price.after
        exact = price.certainty is Certainty.EXACT
        old, new = (
            each.value if exact or each.final is None else each.final for each in (before, after)
        )
        certain = "exact" if exact else f"hoogstens{_gap(price)}"
        told = " → ".join(_shown(levels, price.level, value) for value in (old, new))
        change = _signed(levels, price)
        yield f"{LEVEL_NAMES[price.level]}: {told} ({change}, {certain}{_slack(price)})"


def _shown(levels: LevelWords, level: Level, value: int | None) -> str:
    return "onbekend" if value is None else levels.amount(level, value)


def _signed(levels: LevelWords, price: LevelPrice) -> str:
    if price.difference is None:
        return "onbekend"
    return levels.change(price.level, price.difference) if price.difference else "gelijk"


def _gap(price: LevelPrice) -> str:
    """How far the plan before can be from the best, where something is known of it."""
    gap = price.before.gap
    if gap is None:
        return ", geen grens bekend"
    return f", kloof van het plan {100 * gap:.1f} %".replace(".", ",") if gap else ""


def _slack(price: LevelPrice) -> str:
    inside = price.level is Level.FAIRNESS and price.difference and not price.counted
    return ", binnen de toegelaten speling" if inside else ""


def move_lines(words: Wording, moves: Iterable[Move]) -> Iterator[str]:
    """The rows of the plan that change; the last ones are counted when there are many."""
    rows = list(moves)
    for move in rows[:MOST_MOVES]:
        who = words.person(move.person) if move.person else labels.FIRM
        before = _row(words, move.role_before, move.grains_before)
        after = _row(words, move.role_after, move.grains_after)
        yield f"{words.task(move.task)}, {who}: {before} → {after}"
    if len(rows) > MOST_MOVES:
        yield f"en nog {counted(len(rows) - MOST_MOVES, 'regel', 'regels')}"


def _row(words: Wording, role: PlanRole | None, grains: int | None) -> str:
    if role is None:
        return "niets"
    return labels.PLAN_ROLES[role] + (f" {words.hours(grains)}" if grains else "")


def refusal_lines(data: ProblemData, outcome: Outcome) -> tuple[str, ...]:
    """Why a change has no plan."""
    if outcome.refusal is Refusal.INVALID:
        return tuple(describe_issue(issue) for issue in outcome.issues)
    if outcome.refusal is Refusal.INFEASIBLE:
        conflict: Conflict | None = outcome.conflict
        clash = describe_conflict(all_changed(data, outcome.changes), conflict) if conflict else ()
        return (no_plan(conflict) if conflict else "Bewezen onmogelijk.", *clash)
    if outcome.refusal is Refusal.STOPPED:
        return ("Op uw vraag gestopt, nog niet uitgerekend.",)
    return ("Geen plan gevonden binnen de gezochte omgeving; niet bewezen onmogelijk.",)
