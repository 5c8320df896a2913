"""Per school: hours per cluster against demand and floor, envelopes, visits, and who does what.

The rows of a school stand together, the sums above what they sum up: the school itself, its
envelopes and visits, then each cluster with its tasks. Only rows of tasks have a task number.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, PersonCode, UnitCode
from models.verification import EnvelopeUse, Measure
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer, Row, percent
from optimizer.explain.order import units_in_order
from optimizer.report.tables.who import Who
from optimizer.workbook import labels

MEASURES = {Measure.POINTS: "punten", Measure.GRAINS: "uren", Measure.EURO: "euro"}
VISITS = "bezoeken"


def school_rows(answer: Answer) -> list[Row]:
    """The rows of every school, then of the pool: its tasks and envelopes, if any."""
    schools = _Schools(answer)
    units = units_in_order(answer.instance.data)
    return [{"unit": unit, **row} for unit in units for row in schools.rows(unit)]


class _Schools:
    """Looks at one plan school by school."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._who = Who(answer)
        self._names = {school.code: school.name for school in answer.instance.data.schools}
        self._keys: dict[UnitCode, dict[Cluster, list[TaskKey]]] = defaultdict(
            lambda: {cluster: [] for cluster in Cluster}
        )
        for key, task in answer.tasks.items():
            self._keys[key.unit][task.task.cluster].append(key)

    def rows(self, unit: UnitCode) -> list[Row]:
        """The block of one unit; nothing for a group without tasks and money."""
        has_work = unit != GROUP or unit in self._keys
        means = [*self._envelope_rows(unit), *self._visit_rows(unit)]
        if not (has_work or means):
            return []
        heading: Row = {"item": self._names.get(unit) or unit}
        if not has_work:
            return [heading, *means]
        clusters = self._keys[unit]
        whole = [key for keys in clusters.values() for key in keys]
        return [heading | self._work(whole), *means, *self._cluster_rows(unit)]

    def _cluster_rows(self, unit: UnitCode) -> Iterator[Row]:
        for cluster, keys in self._keys[unit].items():
            row = {"item": labels.CLUSTERS[cluster], **self._work(keys)}
            floor = self._answer.verification.floor_targets.get((unit, cluster))
            if floor is not None:
                done = sum(self._own(key) for key in keys)
                row["floor"] = self._answer.hours(floor)
                row["floor_short"] = self._answer.hours(max(0, floor - done))
            yield row
            yield from map(self._task_row, keys)

    def _task_row(self, key: TaskKey) -> Row:
        return {
            "task": key.task,
            "item": self._answer.task_list[key.task].title,
            **self._coverage([key]),
            "people": self._who.does(key),
        }

    def _work(self, keys: list[TaskKey]) -> Row:
        """Demanded and planned hours of some tasks together, and who does them."""
        own = sum(self._own(key) for key in keys)
        bought = sum(self._answer.bought.get(key, 0) for key in keys)
        return {
            **self._coverage(keys),
            "own_hours": self._answer.hours(own),
            "outsourced": self._answer.hours(bought),
            "measure": MEASURES[Measure.GRAINS],
        }

    def _coverage(self, keys: list[TaskKey]) -> Row:
        answer = self._answer
        demand = sum(answer.tasks[key].demand for key in keys)
        planned = sum(answer.covered[key] for key in keys)
        return {
            "demand": answer.hours(demand),
            "planned": answer.hours(planned),
            "coverage_pct": percent(planned, demand),
        }

    def _own(self, key: TaskKey) -> int:
        """Grains that own people do."""
        return self._answer.covered[key] - self._answer.bought.get(key, 0)

    def _envelope_rows(self, unit: UnitCode) -> Iterator[Row]:
        for key, use in self._answer.verification.envelope_use.items():
            if key.owner == unit and (use.amount or use.used):
                yield _envelope_row(self._answer, key, use)

    def _visit_rows(self, unit: UnitCode) -> Iterator[Row]:
        trips: Mapping[PersonCode, int] = {
            person: trips
            for (person, school), trips in self._answer.verification.trips.items()
            if school == unit and trips
        }
        if trips:
            people = self._who.visits(trips)
            yield {
                "item": VISITS,
                "planned": sum(trips.values()),
                "measure": VISITS,
                "people": people,
            }


def _envelope_row(answer: Answer, key: EnvelopeKey, use: EnvelopeUse) -> Row:
    factor = answer.instance.settings.grain if use.measure is Measure.GRAINS else 1
    used, amount = use.used * factor, None if use.amount is None else use.amount * factor
    return {
        "item": f"bron {labels.FUNDINGS[key.funding]}",
        "demand": _rounded(amount),
        "planned": _rounded(used),
        "coverage_pct": percent(float(used), float(amount)) if amount else None,
        "measure": MEASURES[use.measure],
    }


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 2)
