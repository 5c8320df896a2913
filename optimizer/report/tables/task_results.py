"""The result columns of the task list: for a group they summarise the units of a task."""

from collections import defaultdict

from models.choice import asked_at_levels
from models.explanation import Reason
from models.problem import PersonCode, Task, TaskNumber
from optimizer.explain.answer import Answer, Row, percent
from optimizer.report.choice_text import chosen_word
from optimizer.report.reason_text import name_reason
from optimizer.report.wording import Wording

FULL = "volledig gedekt"
NOT_PLANNED = "niet van toepassing"
MANY = 3


def task_rows(answer: Answer) -> list[Row]:
    """One row per line of the task list; the column `number` is its key."""
    reasons: dict[TaskNumber, list[Reason]] = defaultdict(list)
    for reason in answer.reasons:
        reasons[reason.task.task].append(reason)
    results = _Results(answer)
    return [results.row(task, reasons[task.number]) for task in answer.instance.data.tasks]


class _Results:
    """Gathers who does what per line of the task list, over all units."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._words = Wording(answer.instance)
        self._asked = asked_at_levels(answer.instance.tasks)
        self._leads: dict[TaskNumber, list[PersonCode]] = defaultdict(list)
        self._helpers: dict[TaskNumber, dict[PersonCode, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        self._backups: dict[TaskNumber, list[PersonCode]] = defaultdict(list)
        self._totals: dict[TaskNumber, list[int]] = defaultdict(lambda: [0, 0, 0])
        for key, task in answer.tasks.items():
            if key in answer.plan.leads:
                self._leads[key.task].append(answer.plan.leads[key])
            self._backups[key.task] += answer.plan.backups.get(key, ())
            totals = self._totals[key.task]
            totals[0] += task.demand
            totals[1] += answer.covered[key]
            totals[2] += answer.bought.get(key, 0)
        for (key, person), grains in sorted(answer.worked.items()):
            if answer.plan.leads.get(key) != person:
                self._helpers[key.task][person] += grains

    def row(self, task: Task, reasons: list[Reason]) -> Row:
        """The result columns of one task."""
        demand, covered, _ = self._totals[task.number]
        is_planned = task.number in self._leads or demand > 0
        return {
            "number": task.number,
            "lead": self._names(self._leads[task.number]),
            "helpers": self._helpers_text(task.number),
            "backup": self._names(self._backups[task.number]),
            "planned_hours": self._answer.hours(covered) if is_planned else None,
            "coverage_pct": percent(covered, demand),
            "remark": self._remark(is_planned, reasons) + self._level(task.number),
        }

    def _level(self, number: TaskNumber) -> str:
        """Which level was chosen and what the other asks, where the plan had to choose."""
        asked = self._asked.get(number)
        if asked is None:
            return ""
        units = {str(key.unit) for key in self._answer.tasks if key.task == number}
        return f"; {chosen_word(self._words, units, asked)}"

    def _name(self, code: PersonCode) -> str:
        return self._answer.person_name(code)

    def _names(self, codes: list[PersonCode]) -> str | None:
        return "; ".join(dict.fromkeys(map(self._name, codes))) or None

    def _helpers_text(self, number: TaskNumber) -> str | None:
        parts = [
            f"{self._name(code)} ({self._words.hours(grains)})"
            for code, grains in self._helpers[number].items()
        ]
        if bought := self._totals[number][2]:
            parts.append(f"externe firma ({self._words.hours(bought)})")
        return "; ".join(parts) or None

    def _remark(self, is_planned: bool, reasons: list[Reason]) -> str:
        if not reasons:
            return FULL if is_planned else NOT_PLANNED
        if len(reasons) == 1:
            return name_reason(reasons[0])
        units = ", ".join(reason.task.unit for reason in reasons[:MANY])
        more = f" en {len(reasons) - MANY} andere" if len(reasons) > MANY else ""
        return f"tekort in {units}{more}; zie Hiaten"
