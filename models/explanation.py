"""Why something is as it is, as facts without prose: conflicts, reasons and remedies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.plan import TaskKey


class Family(StrEnum):
    """The families of hard rules; the names that diagnosis prints."""

    DEMAND = "demand"
    CHOICE = "choice"
    CAPACITY = "capacity"
    ENVELOPE = "envelope"
    ELIGIBILITY = "eligibility"
    SPLIT = "split"
    LEAD = "lead"
    BACKUP = "backup"
    OUTSOURCING = "outsourcing"
    FOCUS = "focus"
    TRAVEL = "travel"
    PINS = "pins"
    APART = "apart"
    MONTHS = "months"
    PRESENCE = "presence"
    CHANGES = "changes"


@dataclass(frozen=True, order=True)
class Fact:
    """One rule for one subject, such as the capacity of a person or the pin of a pair.

    `rule` is a stable name within the family; `subject` holds the codes it speaks of.
    """

    family: Family
    rule: str
    subject: tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A set of facts that cannot all hold, minimal when `is_minimal`."""

    facts: tuple[Fact, ...]
    is_minimal: bool


class ReasonKind(StrEnum):
    """Why a task is not fully covered."""

    NO_COMPETENT_PERSON = "no_competent_person"
    NO_ENVELOPE = "no_envelope"
    FIRM_BUDGET_EXHAUSTED = "firm_budget_exhausted"
    ENVELOPE_EXHAUSTED = "envelope_exhausted"
    FUNDING_FULL = "funding_full"
    PEDAGOGICAL_SHARE = "pedagogical_share"
    MAX_TASKS = "max_tasks"
    MAX_SCHOOLS = "max_schools"
    TRAVEL = "travel"
    PINNED = "pinned"
    TOGETHER = "together"
    LEAD_SHARE = "lead_share"
    MONTH_FULL = "month_full"
    MAX_PERSONS = "max_persons"
    PEOPLE_FULL = "people_full"
    MINIMUM_OUT_OF_REACH = "minimum_out_of_reach"
    FLOOR_PROTECTS = "floor_protects"
    DROPPED_BY_PRIORITY = "dropped_by_priority"
    OTHER_GOALS = "other_goals"
    OTHER_RULES = "other_rules"
    NOT_ASKED = "not_asked"
    NOT_PROVEN = "not_proven"
    LATER = "later"
    MODE = "mode"


class FirmLimit(StrEnum):
    """Why a firm does no more of a task, whatever money there is."""

    NOT_OFFERED = "not_offered"
    NO_RATE = "no_rate"
    SHARE = "share"
    NO_WATCHER = "no_watcher"


@dataclass(frozen=True)
class Reason:
    """Why one task at one unit is not fully covered, with what the sentence needs.

    `demand` and `covered` are in grains.
    """

    task: TaskKey
    kind: ReasonKind
    demand: int = 0
    covered: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)
