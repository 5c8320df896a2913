"""What to do about a gap, by the steps of the guideline, as facts without prose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import cast

from models.agenda import is_single_school
from models.change_kinds import Change
from models.explanation import FirmLimit, Reason, ReasonKind
from models.plan import Plan, TaskKey
from models.problem import Person, PersonCode, ProblemData, Task, UnitCode
from models.settings import Level, Settings
from models.vocabulary import Cluster, Role, TaskLevel

QUARTER = 4
"""Appointments come in quarters of an hour a week."""
TECHNICAL_COMPETENCES = frozenset(
    {"technische kennis", "netwerk", "servers", "hardware", "software", "cloud", "cybersecurity"}
)
"""Names of the competences that are technical alone, as the workbook has them; all others, also
those of the user, are pedagogical, administrative or of policy."""
UNADVISED = frozenset(
    {ReasonKind.LATER, ReasonKind.MODE, ReasonKind.NOT_ASKED, ReasonKind.NOT_PROVEN}
)
"""Gaps that were chosen, or that may be none: they ask for no remedy."""


class AdviceKind(StrEnum):
    """A way to close a gap.

    `RECRUIT`: strategic, and not for a technician alone. `OUTSOURCE`: not strategic, or technical
    alone. `COLLEAGUES`: not strategic, and no firm may do it. `TRAIN`: somebody is one level
    short. `GROUP_LEVEL`: done once for several schools.
    """

    RECRUIT = "recruit"
    OUTSOURCE = "outsource"
    COLLEAGUES = "colleagues"
    TRAIN = "train"
    GROUP_LEVEL = "group_level"


def is_only_technical(task: Task) -> bool:
    """Whether a task asks technical competences and no others."""
    return bool(task.required) and task.required.keys() <= TECHNICAL_COMPETENCES


def advice_on(data: ProblemData, task: Task, reason: Reason) -> tuple[AdviceKind, ...]:
    """The ways to close a gap, the nearest at hand first; none when nothing is to be done.

    A core task is strategic: that is what the guideline marks core tasks for.
    """
    if reason.kind in UNADVISED:
        return ()
    found = [AdviceKind.TRAIN] if is_one_level_short(reason) else []
    if is_single_school(data) and task.level is TaskLevel.GROUP:
        found.append(AdviceKind.GROUP_LEVEL)
    if task.core and not is_only_technical(task):
        return (*found, AdviceKind.RECRUIT)
    if task.outsource_pct > 0 and reason.facts.get("firm") is not FirmLimit.SHARE:
        return (*found, AdviceKind.OUTSOURCE)
    return (*found, AdviceKind.RECRUIT if task.core else AdviceKind.COLLEAGUES)


def is_one_level_short(reason: Reason) -> bool:
    """Whether the nearest person lacks one level of one competence, and nothing else."""
    if reason.kind is not ReasonKind.NO_COMPETENT_PERSON or not reason.facts["allowed"]:
        return False
    short = cast("Mapping[str, int]", reason.facts["short"])
    return list(short.values()) == [1]


@dataclass(frozen=True)
class Gap:
    """A task that is not fully covered, with the ways to close the gap; grains."""

    task: TaskKey
    demand: int
    covered: int
    kinds: tuple[AdviceKind, ...]

    @property
    def shortfall(self) -> int:
        """Grains that lack."""
        return self.demand - self.covered


def gaps_of(data: ProblemData, reasons: Iterable[Reason]) -> tuple[Gap, ...]:
    """The gaps about which something can be done, in the order of the reasons."""
    tasks = {task.number: task for task in data.tasks}
    gaps = (
        Gap(reason.task, reason.demand, reason.covered, kinds)
        for reason in reasons
        if (kinds := advice_on(data, tasks[reason.task.task], reason))
    )
    return tuple(gap for gap in gaps if gap.shortfall > 0)


@dataclass(frozen=True)
class Profile:
    """Somebody to recruit for uncovered tasks.

    Attributes
    ----------
    unit
        Where: a school, or the group.
    role
        Technical or pedagogical coordinator.
    levels
        The level asked of each competence: the most that a task of the post asks.
    core
        The strategic tasks that ask for this person.
    others
        Further uncovered tasks that ask no more than these levels.
    hours
        Clock hours a year of all of them together.
    """

    unit: UnitCode
    role: Role
    levels: Mapping[str, int]
    core: tuple[Gap, ...]
    others: tuple[Gap, ...]
    hours: int

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All tasks of the post."""
        return (*self.core, *self.others)

    def weekly(self, settings: Settings) -> Decimal:
        """Hours a week of the post, rounded up to quarters."""
        exact = Fraction(self.hours) / Fraction(settings.ict_weeks)
        return Decimal(ceil(exact * QUARTER)) / QUARTER


ROLE_OF_CLUSTER: Mapping[Cluster, Role] = {
    Cluster.TECHNICAL: Role.TECHNICAL_COORDINATOR,
    Cluster.PEDAGOGICAL: Role.PEDAGOGICAL_COORDINATOR,
    Cluster.POLICY: Role.PEDAGOGICAL_COORDINATOR,
    Cluster.ADMINISTRATIVE: Role.TECHNICAL_COORDINATOR,
}
"""Which of the two profiles of a coordinator the tasks of a cluster belong to."""


@dataclass(frozen=True)
class Remedy:
    """Something to do, with the effect that it has at least.

    Attributes
    ----------
    kind
        What it is.
    gaps
        The tasks that it is meant for.
    change
        The edit of one cell that states it in the workbook; `None` when it is only a person more.
    hire
        The person that comes in addition.
    before, promised
        The levels of the plan at hand, and of `plan`: a plan with the remedy that the checker
        accepts. The best plan with the remedy is worth no more, the levels taken in their order.
    plan
        That plan.
    exact
        Whether both are proven to be the best, so that the effect is this and no more.
    """

    kind: AdviceKind
    gaps: tuple[Gap, ...]
    change: Change | None
    before: Mapping[Level, int] = field(hash=False)
    promised: Mapping[Level, int] = field(hash=False)
    plan: Plan = field(hash=False, repr=False)
    hire: Person | None = None
    exact: bool = False

    @property
    def person(self) -> PersonCode | None:
        """Who is trained, or comes in addition."""
        return self.hire.code if self.hire else getattr(self.change, "person", None)


class NoPurchase(StrEnum):
    """Why more money for firms buys nothing, the most fundamental first.

    `NOT_OFFERED`: no task may be outsourced. `NO_RATE`: what may be has no price. `NO_WATCHER`:
    nobody is near enough to answer for what a firm does. `ALL_BOUGHT`: firms do all that they may.
    `NO_GAP`: no work is left undone. `MONEY_LEFT`: there is more than enough already.
    """

    NOT_OFFERED = "not_offered"
    NO_RATE = "no_rate"
    NO_WATCHER = "no_watcher"
    ALL_BOUGHT = "all_bought"
    NO_GAP = "no_gap"
    MONEY_LEFT = "money_left"


@dataclass(frozen=True)
class Advice:
    """All advice on one plan: the gaps, whom to recruit, and what has a proven effect.

    `no_purchase` says why money closes none of the gaps that a firm could; `None` when it does,
    or when there are none. `is_complete` is false when time ran out, or a stop was asked, before
    everything was tried.
    """

    gaps: tuple[Gap, ...]
    profiles: tuple[Profile, ...]
    remedies: tuple[Remedy, ...]
    is_complete: bool = True
    no_purchase: NoPurchase | None = None

    def of(self, kind: AdviceKind) -> tuple[Gap, ...]:
        """The gaps for which a way is advised."""
        return tuple(gap for gap in self.gaps if kind in gap.kinds)
