"""Per person: load and capacity per source, clusters, and who covers for whom.

A person with tasks at several units has a row in all and, below it, one per unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from models.funds import HOUR_FUNDINGS
from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, Person, PersonCode, TaskNumber, UnitCode
from models.travel import TravelRules
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer, Row, percent
from optimizer.explain.order import units_in_order
from optimizer.workbook import labels

Paid = Mapping[tuple[TaskKey, EnvelopeKey], int]
"""Grains of one person, by task and payer."""


def person_rows(answer: Answer) -> list[Row]:
    """The rows of every person, in the order of the workbook."""
    people = _People(answer)
    return [row for person in answer.persons.values() for row in people.rows(person)]


class _People:
    """Looks at one plan person by person."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._rules = TravelRules(answer.instance.data)
        self._units = units_in_order(answer.instance.data)
        self._paid: dict[PersonCode, dict[tuple[TaskKey, EnvelopeKey], int]] = defaultdict(dict)
        for (key, person, payer), grains in answer.plan.hours.items():
            self._paid[person][key, payer] = grains
        workers: dict[TaskKey, set[PersonCode]] = defaultdict(set)
        for key, person in answer.worked:
            workers[key].add(person)
        self._keys: dict[PersonCode, list[TaskKey]] = defaultdict(list)
        for key in answer.tasks:
            leads = {answer.plan.leads[key]} if key in answer.plan.leads else set()
            for person in leads | workers[key] | {*answer.plan.backups.get(key, ())}:
                self._keys[person].append(key)

    def rows(self, person: Person) -> Iterator[Row]:
        """The row of a person, and one per unit when there are several."""
        code = person.code
        yield self._whole(person)
        units = {key.unit for key in self._keys[code]}
        for unit in self._units if len(units) > 1 else ():
            if unit in units:
                yield self._part(person, unit)

    def _whole(self, person: Person) -> Row:
        answer, code = self._answer, person.code
        capacity = answer.instance.total_capacity(code)
        load = answer.verification.loads[code]
        schools = {key.unit for key, _ in self._paid[code]} - {GROUP}
        return {
            "person": code,
            "name": person.name,
            "role": labels.ROLES[person.role],
            "home": person.home,
            "unit": None,
            "capacity": answer.hours(capacity),
            "load": answer.hours(load),
            "load_pct": percent(load, capacity),
            **self._capacities(code),
            "travel": answer.hours(answer.verification.travel[code]),
            "schools": len(schools),
            **self._figures(self._paid[code]),
            **self._roles(code, self._keys[code]),
        }

    def _part(self, person: Person, unit: UnitCode) -> Row:
        code = person.code
        paid = {key: grains for key, grains in self._paid[code].items() if key[0].unit == unit}
        travel = self._travel(person, unit)
        keys = [key for key in self._keys[code] if key.unit == unit]
        return {
            "person": code,
            "name": person.name,
            "unit": unit,
            "load": self._answer.hours(sum(paid.values())) + travel,
            "travel": travel or None,
            **{key: figure or None for key, figure in self._figures(paid).items()},
            **self._roles(code, keys),
        }

    def _travel(self, person: Person, unit: UnitCode) -> float:
        """Hours on the road to one school; only their sum over the schools is rounded up."""
        trips = self._answer.verification.trips.get((person.code, unit), 0)
        if not trips:
            return 0
        grains = Fraction(trips * self._rules.trip_time(person, unit), self._rules.travel_size)
        return round(float(grains * self._answer.instance.settings.grain), 2)

    def _capacities(self, code: PersonCode) -> Row:
        capacity = self._answer.instance.capacity
        return {
            f"{funding.value}_capacity": self._answer.hours(capacity.get((code, funding), 0))
            for funding in HOUR_FUNDINGS
        }

    def _figures(self, paid: Paid) -> Row:
        """Hours per source, shares of the clusters, tasks and contexts."""
        tasks = self._answer.tasks
        sources = dict.fromkeys(HOUR_FUNDINGS, 0)
        clusters = dict.fromkeys(Cluster, 0)
        for (key, payer), grains in paid.items():
            sources[payer.funding] += grains
            clusters[tasks[key].task.cluster] += grains
        whole = sum(clusters.values())
        keys = {key for key, _ in paid}
        return {
            **{funding.value: self._answer.hours(grains) for funding, grains in sources.items()},
            **{f"{c.value}_pct": percent(grains, whole) for c, grains in clusters.items()},
            "tasks": len({key.task for key in keys}),
            "contexts": len({(key.unit, tasks[key].task.cluster) for key in keys}),
        }

    def _roles(self, code: PersonCode, keys: Iterable[TaskKey]) -> Row:
        """Leads and back-ups among some tasks, which stand in their order."""
        plan = self._answer.plan
        leads: list[TaskNumber] = []
        covers_for: dict[PersonCode, list[TaskNumber]] = defaultdict(list)
        covered_by: dict[PersonCode, list[TaskNumber]] = defaultdict(list)
        for key in keys:
            lead, backups = plan.leads.get(key), plan.backups.get(key, ())
            if lead == code:
                leads.append(key.task)
                for backup in backups:
                    covered_by[backup].append(key.task)
            elif lead is not None and code in backups:
                covers_for[lead].append(key.task)
        return {
            "leads": _list(leads),
            "covers_for": self._people_list(covers_for),
            "covered_by": self._people_list(covered_by),
        }

    def _people_list(
        self, tasks_by_person: Mapping[PersonCode, Sequence[TaskNumber]]
    ) -> str | None:
        parts = [
            f"{self._answer.person_name(code)}: {_list(numbers)}"
            for code, numbers in sorted(tasks_by_person.items())
        ]
        return "; ".join(parts) or None


def _list(numbers: Sequence[str]) -> str | None:
    """Task numbers once each, in their order."""
    return ", ".join(dict.fromkeys(numbers)) or None
