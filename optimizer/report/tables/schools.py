"""Per school: hours per cluster against demand and floor, envelopes used, visits."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from models.agenda import real_schools
from models.plan import EnvelopeKey
from models.problem import GROUP, UnitCode
from models.verification import EnvelopeUse, Measure
from models.vocabulary import Cluster
from optimizer.report.answer import Answer, Row, percent
from optimizer.workbook import labels

MEASURES = {Measure.POINTS: "punten", Measure.GRAINS: "uren", Measure.EURO: "euro"}
TOTAL = "alle clusters"


def school_rows(answer: Answer) -> list[Row]:
    """The rows of every school, then of the pool: its tasks and envelopes, if any."""
    units = [school.code for school in real_schools(answer.instance.data)]
    names = {school.code: school.name for school in answer.instance.data.schools}
    sums = _Sums(answer)
    return [
        {"unit": unit, "name": names.get(unit, ""), **row}
        for unit in [*units, GROUP]
        for row in _unit_rows(answer, sums, unit)
    ]


class _Sums:
    """Grains per unit and cluster."""

    def __init__(self, answer: Answer) -> None:
        self.demand: dict[tuple[UnitCode, Cluster], int] = defaultdict(int)
        self.own: dict[tuple[UnitCode, Cluster], int] = defaultdict(int)
        self.bought: dict[tuple[UnitCode, Cluster], int] = defaultdict(int)
        for key, task in answer.tasks.items():
            spot = (key.unit, task.task.cluster)
            self.demand[spot] += task.demand
            self.bought[spot] += answer.bought.get(key, 0)
            self.own[spot] += answer.covered[key] - answer.bought.get(key, 0)


def _unit_rows(answer: Answer, sums: _Sums, unit: UnitCode) -> Iterator[Row]:
    if unit != GROUP or any(key.unit == GROUP for key in answer.tasks):
        yield from _cluster_rows(answer, sums, unit)
    for key, use in answer.verification.envelope_use.items():
        if key.owner == unit and (use.amount or use.used):
            yield _envelope_row(answer, key, use)
    trips = sum(n for (_, school), n in answer.verification.trips.items() if school == unit)
    if trips:
        yield {"item": "bezoeken", "planned": trips, "measure": "bezoeken"}


def _cluster_rows(answer: Answer, sums: _Sums, unit: UnitCode) -> Iterator[Row]:
    for cluster in Cluster:
        spot = (unit, cluster)
        floor = answer.verification.floor_targets.get(spot)
        row = _work_row(answer, sums.demand[spot], sums.own[spot], sums.bought[spot])
        if floor is not None:
            row["floor"] = answer.hours(floor)
            row["floor_short"] = answer.hours(max(0, floor - sums.own[spot]))
        yield {"item": labels.CLUSTERS[cluster], **row}
    whole = [sum(table[unit, c] for c in Cluster) for table in (sums.demand, sums.own, sums.bought)]
    yield {"item": TOTAL, **_work_row(answer, *whole)}


def _work_row(answer: Answer, demand: int, own: int, bought: int) -> Row:
    return {
        "demand": answer.hours(demand),
        "planned": answer.hours(own + bought),
        "own_hours": answer.hours(own),
        "outsourced": answer.hours(bought),
        "coverage_pct": percent(own + bought, demand),
        "measure": "uren",
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
