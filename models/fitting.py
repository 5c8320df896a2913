"""What one grain of a person on a task costs in quality: fit, wish and role, in whole numbers."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from models.eligibility import levels_short, most_specific, role_word
from models.plan import TaskKey
from models.problem import Person, PersonCode, ProblemData, Task
from models.settings import QualityWeights
from models.units import round_half_up
from models.vocabulary import DeviationKind, Role, RoleWord

SHORT = 3
"""What a level that somebody is short costs against one that lies idle."""
NEUTRAL_WISH = 2
"""What a grain costs of a task about which the person has no wish; −2…+2 is taken off."""


class GrainCost(NamedTuple):
    """The parts of the cost of a grain, before their weights."""

    fit: int = 0
    wish: int = 0
    role: int = 0

    def weighed(self, weights: QualityWeights) -> int:
        """All parts together."""
        return weights.fit * self.fit + weights.wish * self.wish + weights.role * self.role


NEUTRAL = GrainCost(wish=NEUTRAL_WISH, role=1)
"""A grain of somebody who may do the task by role, is good at it and has no wish about it."""
ROLE_COST: Mapping[RoleWord, int] = {
    RoleWord.OWN: 0,
    RoleWord.CAN: 1,
    RoleWord.RATHER_NOT: 4,
    RoleWord.NEVER: 4,
}
"""What a grain costs by the word of the role; `NEVER` where a list of roles or a pin goes first."""


def misfit(task: Task, person: Person) -> int:
    """How far a task is from what a person is best at; nothing when it asks no competence.

    `3·levels short` when any is short; else the mean, over the competences asked, of the person's
    highest level in anything less the level in that one, rounded half up. Who is best at what the
    task asks costs nothing; the smallest surplus would send an expert wherever they are weakest.
    """
    short = levels_short(task, person)
    if short:
        return SHORT * sum(short.values())
    if not task.required:
        return 0
    best = max(person.levels.values(), default=0)
    idle = sum(best - person.levels.get(name, 0) for name in task.required)
    return round_half_up(Fraction(idle, len(task.required)))


def wish_cost(data: ProblemData, key: TaskKey, person: PersonCode) -> int:
    """`2 − preference`, with the preference −2…+2 of the exception that wins, 0 without one."""
    wish = most_specific(data, DeviationKind.PREFERENCE, key, person)
    preference = int(wish.value) if wish is not None and wish.value is not None else 0
    return NEUTRAL_WISH - preference


def role_cost(data: ProblemData, task: Task, role: Role) -> int:
    """What a grain costs by role: 0 own work, 1 may do it, 4 rather not.

    At most 1 for a role that the task prefers; at least 4 for one that it does not name.
    """
    cost = ROLE_COST[role_word(data, role, task.cluster)]
    if not task.preferred:
        return cost
    return min(cost, 1) if role in task.preferred else max(cost, 4)
