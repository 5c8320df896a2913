"""Per person: load and capacity per source, clusters, and who covers for whom."""

from collections import defaultdict
from collections.abc import Sequence

from models.funds import HOUR_FUNDINGS
from models.plan import TaskKey
from models.problem import GROUP, Person, PersonCode, UnitCode
from models.vocabulary import Cluster, Funding
from optimizer.report.answer import Answer, Row, percent
from optimizer.workbook import labels


def person_rows(answer: Answer) -> list[Row]:
    """One row per person, in the order of the workbook."""
    people = _People(answer)
    return [people.row(person) for person in answer.persons.values()]


class _People:
    """Sums a plan per person once."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._paid: dict[tuple[PersonCode, Funding], int] = defaultdict(int)
        self._clusters: dict[PersonCode, dict[Cluster, int]] = defaultdict(lambda: defaultdict(int))
        self._keys: dict[PersonCode, set[TaskKey]] = defaultdict(set)
        for (key, person, payer), grains in answer.plan.hours.items():
            self._paid[person, payer.funding] += grains
            self._clusters[person][answer.tasks[key].task.cluster] += grains
            self._keys[person].add(key)
        self._covers: dict[PersonCode, dict[PersonCode, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for key in answer.tasks:
            for backup in answer.plan.backups.get(key, ()):
                self._covers[backup][answer.plan.leads[key]].append(key.task)

    def row(self, person: Person) -> Row:
        """All figures of one person."""
        answer, code = self._answer, person.code
        capacity = answer.instance.total_capacity(code)
        load = answer.verification.loads[code]
        return {
            "person": code,
            "name": person.name,
            "role": labels.ROLES[person.role],
            "home": person.home,
            "capacity": answer.hours(capacity),
            "load": answer.hours(load),
            "load_pct": percent(load, capacity),
            **self._sources(code),
            "travel": answer.hours(answer.verification.travel[code]),
            **self._shares(code),
            **self._counts(code),
            **self._roles(code),
        }

    def _sources(self, code: PersonCode) -> Row:
        cells: Row = {}
        for funding in HOUR_FUNDINGS:
            capacity = self._answer.instance.capacity.get((code, funding), 0)
            cells[funding.value] = self._answer.hours(self._paid[code, funding])
            cells[f"{funding.value}_capacity"] = self._answer.hours(capacity)
        return cells

    def _shares(self, code: PersonCode) -> Row:
        whole = sum(self._clusters[code].values())
        return {f"{c.value}_pct": percent(self._clusters[code][c], whole) for c in Cluster}

    def _counts(self, code: PersonCode) -> Row:
        tasks = self._answer.tasks
        units: set[UnitCode] = {key.unit for key in self._keys[code] if key.unit != GROUP}
        contexts = {(key.unit, tasks[key].task.cluster) for key in self._keys[code]}
        return {
            "tasks": len({key.task for key in self._keys[code]}),
            "schools": len(units),
            "contexts": len(contexts),
        }

    def _roles(self, code: PersonCode) -> Row:
        leads = [key.task for key in self._answer.tasks if self._answer.plan.leads.get(key) == code]
        covered_by = {
            backup: numbers[code] for backup, numbers in self._covers.items() if code in numbers
        }
        return {
            "leads": _list(leads),
            "covers_for": self._people_list(self._covers[code]),
            "covered_by": self._people_list(covered_by),
        }

    def _people_list(self, tasks_by_person: dict[PersonCode, list[str]]) -> str | None:
        parts = [
            f"{self._answer.persons[code].name or code}: {_list(numbers)}"
            for code, numbers in sorted(tasks_by_person.items())
        ]
        return "; ".join(parts) or None


def _list(numbers: Sequence[str]) -> str | None:
    """Task numbers once each, in their order."""
    return ", ".join(dict.fromkeys(numbers)) or None
