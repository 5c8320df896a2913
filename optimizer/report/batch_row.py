"""One workbook of a batch in numbers, as the journal keeps it and the overview shows it."""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

from models.agenda import real_schools
from models.result import SolveStatus
from models.vocabulary import Funding
from optimizer.explain.answer import Answer
from optimizer.report.tables.board import coverage

Json = Mapping[str, object]
BATCH_SCHEMA = 1
ALL = "all"
"""The coverage of all clusters together."""


class ItemStatus(StrEnum):
    """How it went with a workbook."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INTERRUPTED = "interrupted"
    INVALID = "invalid"
    REFUSED = "refused"
    INFEASIBLE = "infeasible"
    NOTHING_FOUND = "nothing_found"
    INTERNAL = "internal"
    NOT_DONE = "not_done"


WITH_PLAN = frozenset({ItemStatus.OPTIMAL, ItemStatus.FEASIBLE, ItemStatus.INTERRUPTED})


def answer_facts(answer: Answer) -> dict[str, object]:
    """Status, levels with bounds, hours asked and done per cluster, hours paid per source."""
    done = coverage(answer)
    return {
        "status": _status(answer),
        "schools": [school.name or school.code for school in real_schools(answer.instance.data)],
        "given_previous": answer.given_previous,
        "grain": answer.instance.settings.grain,
        "levels": [
            {"level": each.level, "value": each.value, "bound": each.bound, "final": each.final}
            for each in answer.result.levels
        ],
        "coverage": {
            cluster or ALL: {"planned": answer.hours(planned), "demand": answer.hours(asked)}
            for cluster, (planned, asked) in done.items()
        },
        "hours": _hours(answer),
        "gaps": len({reason.task for reason in answer.reasons}),
    }


def _status(answer: Answer) -> ItemStatus:
    if answer.result.status is SolveStatus.OPTIMAL:
        return ItemStatus.OPTIMAL
    return ItemStatus.INTERRUPTED if answer.result.interrupted else ItemStatus.FEASIBLE


def _hours(answer: Answer) -> dict[Funding, int]:
    """Hours of work per source; those of operating money are bought."""
    grains: dict[Funding, int] = defaultdict(int)
    for (_, _, payer), amount in answer.plan.hours.items():
        grains[payer.funding] += amount
    for (_, payer), amount in answer.plan.outsourced.items():
        grains[payer.funding] += amount
    return {funding: answer.hours(grains[funding]) for funding in Funding}
