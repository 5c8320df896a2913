"""Answers to why and why not, as facts without prose: grounds, barriers, alternatives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.change_kinds import TaskChange
from models.issues import CellRef
from models.outcome import Outcome
from models.plan import TaskKey
from models.problem import PersonCode
from models.vocabulary import PlanRole


class GroundKind(StrEnum):
    """Why somebody has a task: what the data say in favour, and at times against."""

    PINNED = "pinned"
    ONLY_ABLE = "only_able"
    BEST_FIT = "best_fit"
    PREFERRED = "preferred"
    DID_IT = "did_it"
    OTHERS_FULL = "others_full"
    LEAST_LOADED = "least_loaded"
    LEARNS = "learns"
    WATCHES_FIRM = "watches_firm"
    OWN_WORK = "own_work"
    RATHER_NOT = "rather_not"
    NOT_PREFERRED = "not_preferred"
    BEST_ELSEWHERE = "best_elsewhere"


@dataclass(frozen=True)
class Ground:
    """One ground, with the cell where it stands and what its sentence needs."""

    kind: GroundKind
    where: CellRef | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


class BarrierKind(StrEnum):
    """Why somebody cannot have a task, whatever the plan."""

    NOT_PLANNED = "not_planned"
    REACH = "reach"
    ROLE = "role"
    ROLE_NEVER = "role_never"
    BANNED = "banned"
    COMPETENCE = "competence"
    NO_LEARNERS = "no_learners"
    NO_TEACHER = "no_teacher"
    NO_HOURS = "no_hours"
    NO_ENVELOPE = "no_envelope"
    NO_TASKS_ALLOWED = "no_tasks_allowed"
    NO_VISITS_ALLOWED = "no_visits_allowed"
    TOO_FEW_HOURS = "too_few_hours"
    TOGETHER = "together"


@dataclass(frozen=True)
class Barrier:
    """One rule that keeps somebody from a task, with the cell to look at."""

    kind: BarrierKind
    where: CellRef | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What one person, or a firm (`None`), does of a task in the plan; grains a year."""

    person: PersonCode | None
    role: PlanRole
    grains: int
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True)
class Alternative:
    """Another way to do a task, with its price.

    `lead` is who would answer for it; with `without`, the best that is found without that person.
    """

    outcome: Outcome
    lead: PersonCode | None = None
    without: PersonCode | None = None


@dataclass(frozen=True)
class OtherLevel:
    """What it comes to when a task whose level the plan chose is done at the other one.

    `asked` and `instead` are the grains that the task asks at the chosen level and at the other.
    `change` is the edit of the task list that asks for the other, `outcome` what it comes to.
    """

    is_central: bool
    asked: int
    instead: int
    change: TaskChange
    outcome: Outcome


@dataclass(frozen=True)
class TaskAnswer:
    """Who does a task and why, and what the alternatives cost.

    Attributes
    ----------
    alternatives
        The cheapest first, five at most.
    refused
        Alternatives for which no plan was found.
    not_asked
        How many people could lead the task too, but were not priced.
    other_level
        Of a task whose level the plan chose: what the other costs.
    """

    task: TaskKey
    demand: int
    covered: int
    parts: tuple[Part, ...]
    alternatives: tuple[Alternative, ...] = ()
    refused: tuple[Alternative, ...] = ()
    not_asked: int = 0
    other_level: OtherLevel | None = None


@dataclass(frozen=True)
class WhyNot:
    """Why somebody does not do a task: the barriers, or else the price and how it suits them."""

    task: TaskKey
    person: PersonCode
    grains: int = 0
    barriers: tuple[Barrier, ...] = ()
    outcome: Outcome | None = None
    suits: tuple[Ground, ...] = ()


class IdleKind(StrEnum):
    """Why somebody has hours left."""

    NOTHING_FITS = "nothing_fits"
    ALL_COVERED = "all_covered"
    LESS_THAN_A_BLOCK = "less_than_a_block"
    PINNED = "pinned"
    FUNDING_FULL = "funding_full"
    MAX_TASKS = "max_tasks"
    MAX_SCHOOLS = "max_schools"
    PEDAGOGICAL_SHARE = "pedagogical_share"
    ENVELOPE_EXHAUSTED = "envelope_exhausted"
    TRAVEL = "travel"
    TOGETHER = "together"
    LEAD_SHARE = "lead_share"
    MONTH_FULL = "month_full"
    MAX_PERSONS = "max_persons"
    NO_LEAD = "no_lead"
    MINIMUM_OUT_OF_REACH = "minimum_out_of_reach"
    NOT_ASKED = "not_asked"
    OTHER_GOALS = "other_goals"
    OTHER_RULES = "other_rules"
    NOT_PROVEN = "not_proven"


@dataclass(frozen=True)
class Idle:
    """Why somebody is not fully used.

    Attributes
    ----------
    left
        Grains that are left, travel counted.
    tasks
        The tasks that are not fully covered, that the person may do, and for which this is why not.
    others
        How many such tasks have another reason.
    """

    person: PersonCode
    kind: IdleKind
    left: int
    tasks: tuple[TaskKey, ...] = ()
    others: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)
