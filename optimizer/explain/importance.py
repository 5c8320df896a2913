"""What the objective levels ask of a finished plan, and what people do that weighs more."""

from collections import defaultdict
from collections.abc import Iterable

from models.agenda import TaskInstance
from models.explanation import ReasonKind
from models.instance import Instance
from models.problem import PersonCode
from models.result import Result
from models.settings import Level
from models.verification import Verification
from models.vocabulary import Cluster

NEVER_IN_THE_WAY = frozenset({Level.CORE, Level.BALANCE, Level.SPREAD})
"""Levels that more work on a task never worsens."""


class Importance:
    """Weighs the tasks of one finished plan."""

    def __init__(self, instance: Instance, result: Result, verification: Verification) -> None:
        self._weight = instance.weight
        self._levels = instance.settings.levels
        self._proven = {level.level for level in result.levels if level.proven}
        self._targets = verification.floor_targets
        self._covered = result.plan.covered()
        self._work: dict[PersonCode, list[TaskInstance]] = defaultdict(list)
        self._spent: dict[tuple[str, Cluster], int] = defaultdict(int)
        tasks = {task.key: task for task in instance.tasks}
        for (key, person), grains in result.plan.hours_by_pair().items():
            self._work[person].append(tasks[key])
            self._spent[key.unit, tasks[key].task.cluster] += grains

    def asking(self, task: TaskInstance) -> Level | None:
        """The first level that would be better with more work on a task, if any would."""
        spot = (task.key.unit, task.task.cluster)
        asks = {
            Level.CORE: task.task.core and task.key not in self._covered,
            Level.BALANCE: self._spent[spot] < self._targets.get(spot, 0),
            Level.COVERAGE: self._weight(task) > 0,
            Level.SPREAD: True,
        }
        return next((level for level in self._levels if asks.get(level)), None)

    def is_proven(self, level: Level) -> bool:
        """Whether no plan is better on a level, given the levels before it."""
        return level in self._proven

    def goals_before(self, level: Level) -> tuple[Level, ...]:
        """The levels that go before this one and that more work can worsen."""
        before = self._levels[: self._levels.index(level)]
        return tuple(goal for goal in before if goal not in NEVER_IN_THE_WAY)

    def instead(
        self, task: TaskInstance, people: tuple[PersonCode, ...]
    ) -> tuple[ReasonKind, dict[str, object]]:
        """Why people without hours left do not do this task: what they do weighs more, or not."""
        facts: dict[str, object] = {"persons": people}
        work = [other for person in people for other in self._work[person]]
        if cluster := self._protected(task, work):
            return ReasonKind.FLOOR_PROTECTS, facts | {"cluster": cluster}
        ranks = [self._rank(other) for other in work]
        own = self._rank(task)
        if task.key not in self._covered and ranks and min(ranks) >= own and max(ranks) > own:
            return ReasonKind.DROPPED_BY_PRIORITY, facts
        return ReasonKind.PEOPLE_FULL, facts

    def _rank(self, task: TaskInstance) -> tuple[bool, int]:
        return (task.task.core, self._weight(task))

    def _protected(self, task: TaskInstance, work: Iterable[TaskInstance]) -> Cluster | None:
        """A cluster at its floor in which this work weighs less than the task.

        Only when the floors go before what asks for the task.
        """
        asking = self.asking(task)
        if asking is None or Level.BALANCE not in self._levels[: self._levels.index(asking)]:
            return None
        for other in work:
            spot = (other.key.unit, other.task.cluster)
            if (
                self._spent[spot] <= self._targets.get(spot, 0)
                and spot != (task.key.unit, task.task.cluster)
                and not other.task.core
                and self._weight(other) < self._weight(task)
            ):
                return other.task.cluster
        return None
