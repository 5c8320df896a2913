"""Dutch sentences for a conflict: which rules of the workbook clash, and where they stand."""

from collections.abc import Iterator, Mapping

from models.explanation import Conflict, Fact, Family
from models.fact_sources import TASK_RULES, cell_of_fact, task_of
from models.instance import build_instance
from models.problem import ProblemData

SENTENCES: Mapping[Family, Mapping[str, str]] = {
    Family.DEMAND: {
        "mandatory": "taak {0} in {1} is verplicht",
        "minimum": "taak {0} in {1} vraagt een minimum aan uren",
    },
    Family.CAPACITY: {
        "ict": "{0} heeft een grens aan ICT-uren",
        "bpt": "{0} heeft een grens aan BPT-uren",
        "other": "{0} heeft een grens aan andere uren",
        "load": "{0} heeft een grens aan uren, reistijd meegerekend",
    },
    Family.ENVELOPE: {
        "ict": "de ICT-punten van {0} zijn beperkt",
        "bpt": "de BPT-uren van {0} zijn beperkt",
        "other": "de andere uren van {0} zijn beperkt",
        "operating": "de werkingsmiddelen van {0} zijn beperkt",
    },
    Family.ELIGIBILITY: {},
    Family.SPLIT: {"max_persons": "taak {0} in {1} heeft een maximum aan uitvoerders"},
    Family.LEAD: {},
    Family.BACKUP: {"max_backups": "{0} mag voor hoogstens max_backups taken back-up zijn"},
    Family.OUTSOURCING: {},
    Family.FOCUS: {
        "max_tasks": "{0} heeft een maximum aantal taken",
        "max_schools": "{0} heeft een maximum aantal scholen",
    },
    Family.TRAVEL: {},
    Family.PINS: {
        "pin": "{2} is vastgezet op taak {0} in {1}",
        "pin_hours": "de uren van {2} op taak {0} in {1} zijn vastgezet",
        "pin_lead": "{2} is vastgezet als verantwoordelijke van taak {0} in {1}",
        "pin_backup": "{2} is vastgezet als back-up van taak {0} in {1}",
        "pin_outsourced": (
            "het uitbesteden van taak {0} in {1} met werkingsmiddelen van {2} is vastgezet"
        ),
        "min_pedagogical_pct": "{0} heeft een minimum % pedagogisch werk",
    },
    Family.PRESENCE: {"presence_min": "{0} vraagt een minimum aan aanwezigheid"},
    Family.CHANGES: {"max_changes": "er mogen maar zoveel regels van het vorige plan wijzigen"},
}
"""Per family and rule of a fact; a family without facts holds in every model and never clashes."""

ALL_CONFLICTS = "Alle conflicten, en wat ze oplost: ‘taakverdeler verklaar WERKBOEK --conflict’."


def describe_conflict(data: ProblemData, conflict: Conflict) -> tuple[str, ...]:
    """One line per fact that clashes, with the cell where it stands when it has one.

    Then the tasks that nobody can do at all, and whether the set could be smaller.
    """
    lines = [describe_fact(data, fact) for fact in conflict.facts]
    if not conflict.is_minimal:
        lines.append("De tijd was op: misschien botst een deel van deze regels al op zichzelf.")
    return (*lines, *_hopeless(data, conflict))


def _hopeless(data: ProblemData, conflict: Conflict) -> Iterator[str]:
    instance = build_instance(data)
    asked = {task_of(fact) for fact in conflict.facts if fact.rule in TASK_RULES}
    possible = {key for key, _ in instance.payers} | set(instance.firm_payers)
    for key in sorted(asked - possible):
        yield (
            f"Niemand kan taak {key.task} in {key.unit} doen; "
            "‘taakverdeler controleer’ zegt waarom."
        )


def describe_fact(data: ProblemData, fact: Fact) -> str:
    """One fact, after its cell when it has one."""
    sentence = SENTENCES[fact.family][fact.rule].format(*fact.subject)
    cell = cell_of_fact(data, fact)
    return f"{cell}: {sentence}." if cell else f"{sentence[0].upper()}{sentence[1:]}."
