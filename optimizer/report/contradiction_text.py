"""Dutch lines for all conflicts of a workbook: what clashes, and the edits that repair it."""

from collections.abc import Iterator
from itertools import count

from models.contradictions import Contradiction, Contradictions, Repair
from models.problem import ProblemData
from optimizer.report.change_text import describe_change
from optimizer.report.conflict_text import describe_conflict, describe_fact
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.workbook import labels

NONE_FOUND = "Geen conflict: er bestaat een plan dat alle regels houdt."
UNDECIDED = "Binnen de tijd is geen plan gevonden, en ook geen conflict. Geef meer tijd met --tijd."
MORE = "Er kunnen nog andere conflicten zijn: de tijd was op. Geef meer tijd met --tijd."
NO_REPAIR = "  Geen wijziging van één cel gevonden die dit conflict oplost."
NOT_ALL_TRIED = "  De tijd was op: misschien bestaan er nog andere, of kleinere."
NOT_TOGETHER = (
    "Geen keuze gevonden van één herstelling per conflict die samen alles oplost: aanvaard er een "
    "en vraag het opnieuw."
)
ACCEPT = (
    "Aanvaarden: ‘taakverdeler verklaar {file} --conflict --aanvaard N -o UIT.xlsx’, met dezelfde "
    "opties. Lees dan na wat er staat: de nummers kunnen bij een volgende berekening anders zijn."
)
EDITED = "deze cel is"
"""What changed in the copy, for its certificate."""
ACCEPTED = "Aanvaard: {change}"


def contradiction_lines(data: ProblemData, found: Contradictions, file: str) -> Iterator[str]:
    """Every conflict with its repairs, numbered through, and what to do next."""
    if not found.found:
        yield NONE_FOUND if found.is_complete else UNDECIDED
        return
    number = 0
    for place, each in enumerate(found.found, start=1):
        yield f"Conflict {place} van {len(found.found)}: deze regels kunnen niet samen."
        yield from (f"  {line}" for line in describe_conflict(data, each.conflict))
        yield from _repair_lines(data, each, number)
        number += len(each.repairs)
    if not found.is_complete:
        yield MORE
    if found.together:
        yield _together(found)
    elif len(found.found) > 1:
        yield NOT_TOGETHER
    if number:
        yield ACCEPT.format(file=file)


def describe_repair(data: ProblemData, repair: Repair) -> str:
    """The edit, in its cell, and what the plan is then worth."""
    return f"{describe_change(data, repair.change)} ({_worth(data, repair)})"


def accepted_line(data: ProblemData, repair: Repair) -> str:
    """That a repair was made."""
    return ACCEPTED.format(change=describe_change(data, repair.change))


def unknown_repair(number: int, most: int) -> str:
    """That there is no repair with this number."""
    if not most:
        return "Er is geen herstelling om te aanvaarden."
    return f"Herstelling {number} bestaat niet; kies een nummer van 1 tot {most}."


def contradictions_json(data: ProblemData, found: Contradictions) -> dict[str, object]:
    """The same as a document; repairs have the numbers that `--aanvaard` takes."""
    numbers, running = _numbers(found), count(1)
    return {
        "complete": found.is_complete,
        "conflicts": [_conflict_json(data, each, running) for each in found.found],
        "together": sorted({numbers[repair] for repair in found.together}),
    }


def _numbers(found: Contradictions) -> dict[Repair, int]:
    """The number of every repair; the first when it repairs several conflicts."""
    numbers: dict[Repair, int] = {}
    for number, repair in enumerate(found.repairs(), start=1):
        numbers.setdefault(repair, number)
    return numbers


def _conflict_json(
    data: ProblemData, each: Contradiction, running: Iterator[int]
) -> dict[str, object]:
    return {
        "minimal": each.conflict.is_minimal,
        "exhaustive": each.is_exhaustive,
        "facts": [describe_fact(data, fact) for fact in each.conflict.facts],
        "repairs": [
            {
                "number": next(running),
                "cell": str(repair.where),
                "text": describe_change(data, repair.change),
                "levels": {labels.LEVELS[level]: n for level, n in repair.levels.items()},
                "proven": [labels.LEVELS[each] for each in repair.levels if each in repair.proven],
            }
            for repair in each.repairs
        ],
    }


def _repair_lines(data: ProblemData, each: Contradiction, before: int) -> Iterator[str]:
    if each.repairs:
        yield "  Dit lost het op, het beste plan eerst:"
    elif each.is_exhaustive:
        yield NO_REPAIR
    for number, repair in enumerate(each.repairs, start=before + 1):
        yield f"  {number:>3}. {describe_repair(data, repair)}"
    if not each.is_exhaustive:
        yield NOT_ALL_TRIED


def _worth(data: ProblemData, repair: Repair) -> str:
    levels = LevelWords(data.settings.grain)
    parts = (
        f"{LEVEL_NAMES[level]} {'' if level in repair.proven else 'hoogstens '}"
        f"{levels.amount(level, value)}"
        for level, value in repair.levels.items()
    )
    return ", ".join(parts)


def _together(found: Contradictions) -> str:
    numbers = _numbers(found)
    chosen = [str(number) for number in sorted({numbers[repair] for repair in found.together})]
    if len(chosen) == 1:
        return f"Herstelling {chosen[0]} volstaat."
    return f"Samen volstaan de herstellingen {', '.join(chosen[:-1])} en {chosen[-1]}."
