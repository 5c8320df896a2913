"""Where the facts of a conflict stand in the workbook, and which of them ask for something."""

from collections.abc import Mapping

from models.eligibility import matches, most_specific
from models.explanation import Fact, Family
from models.issues import CellRef
from models.plan import TaskKey
from models.problem import Deviation, PlanRow, ProblemData, TaskNumber, UnitCode
from models.vocabulary import DeviationKind, PlanRole, Priority

FIELDS: Mapping[Family, Mapping[str, tuple[str, str]]] = {
    Family.DEMAND: {"mandatory": ("task", "priority"), "minimum": ("task", "fixed_hours")},
    Family.CHOICE: {"level": ("task", "level")},
    Family.CAPACITY: {
        "ict": ("person", "ict_hours"),
        "bpt": ("person", "bpt_hours"),
        "other": ("person", "other_hours"),
        "load": ("person", ""),
    },
    Family.ENVELOPE: {
        "ict": ("school", "ict_points"),
        "bpt": ("school", "bpt_hours"),
        "other": ("school", "other_hours"),
        "operating": ("school", "operating_euro"),
    },
    Family.ELIGIBILITY: {},
    Family.SPLIT: {"max_persons": ("task", "max_persons")},
    Family.LEAD: {"lead_min_pct": ("setting", "lead_min_pct")},
    Family.BACKUP: {"max_backups": ("setting", "max_backups")},
    Family.OUTSOURCING: {},
    Family.FOCUS: {"max_tasks": ("person", "max_tasks"), "max_schools": ("person", "max_schools")},
    Family.TRAVEL: {},
    Family.PINS: {"min_pedagogical_pct": ("person", "min_pedagogical_pct")},
    Family.APART: {},
    Family.MONTHS: {"month": ("person", "")},
    Family.PRESENCE: {"presence_min": ("school", "presence_min")},
    Family.CHANGES: {},
}
"""Record and field that a fact is about, by family and rule.

The subject of the fact begins with the record's code; a setting is its own code. What a row of
deviations or of the plan states has no field here: see `ROW_RULES`.
"""
ROW_RULES: Mapping[str, tuple[DeviationKind | None, frozenset[PlanRole]]] = {
    "pin": (DeviationKind.PIN, frozenset({PlanRole.LEAD, PlanRole.HELPER})),
    "pin_hours": (DeviationKind.PIN, frozenset({PlanRole.LEAD, PlanRole.HELPER})),
    "pin_lead": (DeviationKind.LEAD, frozenset({PlanRole.LEAD})),
    "pin_backup": (DeviationKind.BACKUP, frozenset({PlanRole.BACKUP})),
    "pin_outsourced": (None, frozenset({PlanRole.OUTSOURCED})),
    "apart": (DeviationKind.APART, frozenset()),
}
"""Facts that rows state: the kind of deviation, and the roles of a pinned row of the plan.

The subject is a task, a unit and those whom the row names.
"""
PIN_RULES = frozenset({"pin", "pin_hours", "pin_lead", "pin_backup", "pin_outsourced"})
"""Those of them that fix something, so that they ask for it."""
TASK_RULES = frozenset({"mandatory", *PIN_RULES})
"""Rules whose subject begins with a task and a unit, and that force the task to be done."""
ASKING_RULES = frozenset({*TASK_RULES, "min_pedagogical_pct", "presence_min", "max_changes"})
"""Rules that ask for something; without any of them the empty plan keeps all others."""


def asks(fact: Fact) -> bool:
    """Whether the fact asks for something; the others limit what there is."""
    return fact.rule in ASKING_RULES


def task_of(fact: Fact) -> TaskKey:
    """The task that a fact of `TASK_RULES`, or about the task itself, speaks of."""
    return TaskKey(TaskNumber(fact.subject[0]), UnitCode(fact.subject[1]))


def cell_of_fact(data: ProblemData, fact: Fact) -> CellRef | None:
    """Where a fact stands in the workbook; `None` when no single cell states it."""
    if fact.rule in ROW_RULES:
        return next((row.where for row in stating_rows(data, fact)), None)
    if fact.rule == "mandatory":
        row = mandatory_row(data, task_of(fact))
        if row is not None:
            return row.where
    place = FIELDS[fact.family].get(fact.rule)
    if place is None:
        return None
    record, attribute = place
    return data.where(record, attribute if record == "setting" else fact.subject[0], attribute)


def mandatory_row(data: ProblemData, key: TaskKey) -> Deviation | None:
    """The row of the deviations that makes a task mandatory, when it is not the task itself."""
    row = most_specific(data, DeviationKind.PRIORITY, key)
    return row if row is not None and row.priority is Priority.MANDATORY else None


def stating_rows(data: ProblemData, fact: Fact) -> tuple[Deviation | PlanRow, ...]:
    """Every row that states a fact: deviations first, then pinned rows of the plan."""
    kind, roles = ROW_RULES[fact.rule]
    key, who = task_of(fact), set(fact.subject[2:])
    deviations = [
        each
        for each in data.deviations
        if each.kind is kind and set(each.people) == who and matches(each, key)
    ]
    rows = [
        row
        for row in data.previous
        if row.pinned
        and row.role in roles
        and (row.task, row.unit) == key
        and who == {row.person or row.owner}
    ]
    return (*deviations, *rows)
