"""Dutch sentences for a conflict: which rules of the workbook clash, and where they stand."""

from collections.abc import Iterator, Mapping

from models.explanation import Conflict, Fact, Family
from models.instance import build_instance
from models.issues import CellRef
from models.plan import TaskKey
from models.problem import ANY, ProblemData, TaskNumber, UnitCode
from models.vocabulary import DeviationKind, PlanRole

SENTENCES: Mapping[tuple[Family, str], str] = {
    (Family.DEMAND, "mandatory"): "taak {0} in {1} is verplicht",
    (Family.DEMAND, "minimum"): "taak {0} in {1} vraagt een minimum aan uren",
    (Family.CAPACITY, "ict"): "{0} heeft een grens aan ICT-uren",
    (Family.CAPACITY, "bpt"): "{0} heeft een grens aan BPT-uren",
    (Family.CAPACITY, "other"): "{0} heeft een grens aan andere uren",
    (Family.CAPACITY, "load"): "{0} heeft een grens aan uren, reistijd meegerekend",
    (Family.ENVELOPE, "ict"): "de ICT-punten van {0} zijn beperkt",
    (Family.ENVELOPE, "bpt"): "de BPT-uren van {0} zijn beperkt",
    (Family.ENVELOPE, "other"): "de andere uren van {0} zijn beperkt",
    (Family.ENVELOPE, "operating"): "de werkingsmiddelen van {0} zijn beperkt",
    (Family.SPLIT, "max_persons"): "taak {0} in {1} heeft een maximum aan uitvoerders",
    (Family.BACKUP, "max_backups"): "{0} mag voor hoogstens max_backups taken back-up zijn",
    (Family.FOCUS, "max_tasks"): "{0} heeft een maximum aantal taken",
    (Family.FOCUS, "max_schools"): "{0} heeft een maximum aantal scholen",
    (Family.PINS, "pin"): "{2} is vastgezet op taak {0} in {1}",
    (Family.PINS, "pin_hours"): "de uren van {2} op taak {0} in {1} zijn vastgezet",
    (Family.PINS, "pin_lead"): "{2} is vastgezet als verantwoordelijke van taak {0} in {1}",
    (Family.PINS, "pin_backup"): "{2} is vastgezet als back-up van taak {0} in {1}",
    (Family.PINS, "pin_outsourced"): (
        "het uitbesteden van taak {0} in {1} met werkingsmiddelen van {2} is vastgezet"
    ),
    (Family.PINS, "min_pedagogical_pct"): "{0} heeft een minimum % pedagogisch werk",
    (Family.PRESENCE, "presence_min"): "{0} vraagt een minimum aan aanwezigheid",
}
FIELDS: Mapping[tuple[Family, str], tuple[str, str]] = {
    (Family.DEMAND, "mandatory"): ("task", "priority"),
    (Family.DEMAND, "minimum"): ("task", "fixed_hours"),
    (Family.CAPACITY, "ict"): ("person", "ict_hours"),
    (Family.CAPACITY, "bpt"): ("person", "bpt_hours"),
    (Family.CAPACITY, "other"): ("person", "other_hours"),
    (Family.CAPACITY, "load"): ("person", ""),
    (Family.ENVELOPE, "ict"): ("school", "ict_points"),
    (Family.ENVELOPE, "bpt"): ("school", "bpt_hours"),
    (Family.ENVELOPE, "other"): ("school", "other_hours"),
    (Family.ENVELOPE, "operating"): ("school", "operating_euro"),
    (Family.SPLIT, "max_persons"): ("task", "max_persons"),
    (Family.FOCUS, "max_tasks"): ("person", "max_tasks"),
    (Family.FOCUS, "max_schools"): ("person", "max_schools"),
    (Family.PINS, "min_pedagogical_pct"): ("person", "min_pedagogical_pct"),
    (Family.PRESENCE, "presence_min"): ("school", "presence_min"),
}
PIN_KINDS: Mapping[str, tuple[DeviationKind | None, frozenset[PlanRole]]] = {
    "pin": (DeviationKind.PIN, frozenset({PlanRole.LEAD, PlanRole.HELPER})),
    "pin_hours": (DeviationKind.PIN, frozenset({PlanRole.LEAD, PlanRole.HELPER})),
    "pin_lead": (DeviationKind.LEAD, frozenset({PlanRole.LEAD})),
    "pin_backup": (DeviationKind.BACKUP, frozenset({PlanRole.BACKUP})),
    "pin_outsourced": (None, frozenset({PlanRole.OUTSOURCED})),
}


TASK_RULES = frozenset({"mandatory", *PIN_KINDS})
"""Rules whose subject begins with a task and a unit, and that force the task to be done."""


def describe_conflict(data: ProblemData, conflict: Conflict) -> tuple[str, ...]:
    """One line per fact that clashes, with the cell where it stands when it has one.

    Then the tasks that nobody can do at all, and whether the set could be smaller.
    """
    lines = [_line(data, fact) for fact in conflict.facts]
    if not conflict.is_minimal:
        lines.append("De tijd was op: misschien botst een deel van deze regels al op zichzelf.")
    return (*lines, *_hopeless(data, conflict))


def _hopeless(data: ProblemData, conflict: Conflict) -> Iterator[str]:
    instance = build_instance(data)
    asked = {
        TaskKey(TaskNumber(fact.subject[0]), UnitCode(fact.subject[1]))
        for fact in conflict.facts
        if fact.rule in TASK_RULES
    }
    possible = {key for key, _ in instance.payers} | set(instance.firm_payers)
    for key in sorted(asked - possible):
        yield (f"Niemand kan taak {key.task} in {key.unit} doen; ‘taakverdeler check’ zegt waarom.")


def _line(data: ProblemData, fact: Fact) -> str:
    sentence = SENTENCES[fact.family, fact.rule].format(*fact.subject)
    cell = _cell(data, fact)
    return f"{cell}: {sentence}." if cell else f"{sentence[0].upper()}{sentence[1:]}."


def _cell(data: ProblemData, fact: Fact) -> CellRef | None:
    """Where the fact stands in the workbook."""
    if fact.rule in PIN_KINDS:
        return _pin_cell(data, fact)
    if fact.rule == "max_backups":
        return data.where("setting", "max_backups")
    record, attribute = FIELDS[fact.family, fact.rule]
    return data.where(record, fact.subject[0], attribute)


def _pin_cell(data: ProblemData, fact: Fact) -> CellRef | None:
    kind, roles = PIN_KINDS[fact.rule]
    task, unit, who = fact.subject
    for deviation in data.deviations:
        named = deviation.task in (ANY, task) and deviation.unit in (ANY, unit)
        if deviation.kind is kind and named and deviation.person == who:
            return deviation.where
    for row in data.previous:
        same = (row.task, row.unit) == (task, unit) and who in (row.person, row.owner)
        if row.pinned and row.role in roles and same:
            return row.where
    return None
