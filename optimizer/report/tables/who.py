"""Who does a task, in one short text: the lead first, then who helps, then the back-ups."""

from collections import defaultdict
from collections.abc import Mapping

from models.plan import TaskKey
from models.problem import PersonCode
from models.vocabulary import PlanRole
from optimizer.explain.answer import Answer
from optimizer.report.reason_text import REASON_NAMES
from optimizer.workbook import labels

NOT_PLANNED = "niet gepland"
BACKUP = labels.PLAN_ROLES[PlanRole.BACKUP]


class Who:
    """Looks up the people of one plan per task."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._reasons = {reason.task: reason for reason in answer.reasons}
        self._workers: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
        for (key, person), grains in answer.worked.items():
            self._workers[key][person] = grains

    def does(self, key: TaskKey) -> str | None:
        """`Noor (24 u); Bas (8 u); back-up: Lies`; why not, when nobody does it."""
        parts = [*self._doers(key), *self._backups(key)]
        if not parts and key in self._reasons:
            return f"{NOT_PLANNED}: {REASON_NAMES[self._reasons[key].kind]}"
        return "; ".join(parts) or None

    def visits(self, trips: Mapping[PersonCode, int]) -> str:
        """`Noor (12); Bas (3)`: who comes by how often, the most frequent first."""
        ordered = sorted(trips, key=lambda person: (-trips[person], person))
        return "; ".join(f"{self.name(person)} ({trips[person]})" for person in ordered)

    def name(self, code: PersonCode) -> str:
        """How a person is called, apart from everybody else."""
        return self._answer.person_name(code)

    def _doers(self, key: TaskKey) -> list[str]:
        answer, grains = self._answer, self._workers[key]
        lead = answer.plan.leads.get(key)
        people = {*grains, lead} if lead else {*grains}
        ordered = sorted(
            people, key=lambda person: (person != lead, -grains.get(person, 0), person)
        )
        parts = [f"{self.name(person)}{self._hours(grains.get(person, 0))}" for person in ordered]
        bought = answer.bought.get(key, 0)
        return [*parts, f"{labels.FIRM}{self._hours(bought)}"] if bought else parts

    def _hours(self, grains: int) -> str:
        return f" ({self._answer.hours(grains)} u)" if grains else ""

    def _backups(self, key: TaskKey) -> list[str]:
        names = [self.name(code) for code in self._answer.plan.backups.get(key, ())]
        return [f"{BACKUP}: {', '.join(names)}"] if names else []
