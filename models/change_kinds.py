"""The kinds of change: one edit of one cell of the input, as the problem sees it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.problem import Deviation, PersonCode, PlanRow, Reach, TaskNumber, UnitCode
from models.settings import Level
from models.vocabulary import Role

Value = Decimal | int | str | bool | StrEnum | Reach | frozenset[Role] | tuple[Level, ...] | None
"""What a cell can hold, in the type of the field that it fills."""


@dataclass(frozen=True)
class SchoolChange:
    """A field of a school, or of the pool, gets another value.

    `attribute` is a field of `School`, such as `ict_points`, `bpt_hours`, `other_hours`,
    `operating_euro`, `pool_pct` or `presence_min`; the value is in that field's unit. Points that
    are given replace points that were computed.
    """

    unit: UnitCode
    attribute: str
    value: Value


@dataclass(frozen=True)
class PersonChange:
    """A field of a person gets another value.

    `attribute` is a field of `Person`, such as `ict_hours`, `bpt_hours`, `other_hours` (hours per
    week), `reach`, `max_tasks` or `min_pedagogical_pct`. ICT hours that are given replace an
    appointment that was to be decided.
    """

    person: PersonCode
    attribute: str
    value: Value


@dataclass(frozen=True)
class CompetenceChange:
    """A person has another level, 0 to 4, of one competence."""

    person: PersonCode
    competence: str
    level: int


@dataclass(frozen=True)
class PersonGone:
    """A person is no longer there, nor are the rows of deviations and plan about that person."""

    person: PersonCode


@dataclass(frozen=True)
class TaskChange:
    """A field of a task gets another value.

    `attribute` is a field of `Task`, such as `fixed_hours`, `unit_hours`, `priority`,
    `outsource_pct`, `rate`, `max_persons`, `minimum_pct` or `needs_backup`.
    """

    task: TaskNumber
    attribute: str
    value: Value


@dataclass(frozen=True)
class RequirementChange:
    """A task asks another level of one competence; `None` when it asks it no more."""

    task: TaskNumber
    competence: str
    level: int | None


@dataclass(frozen=True)
class SettingChange:
    """A setting gets another value.

    `path` is a field of `Settings`; a dotted path names an entry of a group, such as
    `floors.pedagogical`, `post_prices.bachelor`, `priority_weights.desired` or `quality.fit`.
    """

    path: str
    value: Value


@dataclass(frozen=True)
class DeviationAdded:
    """A row more on the sheet of deviations: a ban, a pin, a preference, other hours."""

    deviation: Deviation


@dataclass(frozen=True)
class DeviationRemoved:
    """A row of the sheet of deviations is taken away, with every deviation that stands in it."""

    deviation: Deviation


@dataclass(frozen=True)
class PinRemoved:
    """A row of the plan that stands there is no longer pinned; the row itself stays."""

    row: PlanRow


Change = (
    SchoolChange
    | PersonChange
    | CompetenceChange
    | PersonGone
    | TaskChange
    | RequirementChange
    | SettingChange
    | DeviationAdded
    | DeviationRemoved
    | PinRemoved
)
