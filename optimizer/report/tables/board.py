"""What a board reads of a plan: the hours, each cluster, and the gaps that matter most."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from models.explanation import Reason
from models.floors import available_hours
from models.instance import Instance
from models.naming import Names
from models.problem import TaskNumber
from models.vocabulary import Cluster, Funding
from optimizer.explain.answer import Answer, Row, percent
from optimizer.report.dutch import dutch, task_name
from optimizer.report.reason_text import REASON_NAMES
from optimizer.report.regular_text import undone
from optimizer.report.remedy_text import what_helps
from optimizer.report.wording import Wording
from optimizer.workbook import labels

MOST_GAPS = 5
"""Gaps that are told to a board; all of them stand on the sheet of gaps."""
CLUSTER_ITEM = "dekking "
"""How the row of a cluster begins."""
GAP_ITEM = "hiaat "
"""How the row of a gap begins; its remark says the hours again, in words."""
NEEDED, AVAILABLE, PLANNED = "uren nodig", "uren beschikbaar", "uren gepland"


def board_rows(answer: Answer) -> Iterator[Row]:
    """Hours a year; clusters; regular work without hours; the main gaps, with what would help."""
    yield from _hour_rows(answer)
    yield from _cluster_rows(answer)
    for each in undone(answer):
        yield {"item": each.name.lower(), "value": each.number, "remark": f"{each.tasks}."}
    for place, gap in enumerate(most_important_gaps(answer), start=1):
        yield _gap_row(answer, place, gap)


def coverage(answer: Answer) -> dict[Cluster | None, tuple[int, int]]:
    """Covered and demanded grains per cluster; `None` is all of them."""
    totals: dict[Cluster | None, list[int]] = defaultdict(lambda: [0, 0])
    for key, task in answer.tasks.items():
        for group in (task.task.cluster, None):
            totals[group][0] += answer.covered[key]
            totals[group][1] += task.demand
    return {group: (done, asked) for group, (done, asked) in totals.items()}


def share(done: int, asked: int) -> str:
    """`59,4 %`; a dash where nothing is asked."""
    found = percent(done, asked)
    return "–" if found is None else f"{found} %".replace(".", ",")


def _hour_rows(answer: Answer) -> Iterator[Row]:
    instance = answer.instance
    done, asked = coverage(answer).get(None, (0, 0))
    available = available_hours(instance.persons, instance.capacity, instance.envelopes)
    yield {
        "item": NEEDED,
        "value": answer.hours(asked),
        "remark": "Uren per schooljaar die de taken op de agenda samen vragen.",
    }
    yield {
        "item": AVAILABLE,
        "value": answer.hours(available),
        "remark": _available(instance, available),
    }
    yield {"item": PLANNED, "value": answer.hours(done), "remark": _planned(answer, done, asked)}


def _available(instance: Instance, available: int) -> str:
    """What limits the hours; points pay fewer hours to whoever has a dearer diploma."""
    told = "Uren per schooljaar van de mensen samen"
    if available == sum(instance.capacity.values()):
        return f"{told}."
    told += ", voor zover de middelen ze betalen."
    if any(key.funding is Funding.ICT and e.amount for key, e in instance.envelopes.items()):
        told += " Punten zijn hier gerekend aan het goedkoopste diploma: het kunnen er minder zijn."
    return told


def _planned(answer: Answer, done: int, asked: int) -> str:
    """How much of what is needed is planned, what a firm does of it, and what the road takes."""
    left = answer.hours(asked - done)
    told = f"{share(done, asked)} van wat nodig is; {left} uur blijft liggen."
    if bought := sum(answer.bought.values()):
        told += f" {answer.hours(bought)} uur hiervan doet een externe firma."
    if road := sum(answer.verification.travel.values()):
        told += f" Daar komt {answer.hours(road)} uur reistijd bij."
    return told


def _cluster_rows(answer: Answer) -> Iterator[Row]:
    found = coverage(answer)
    for cluster in Cluster:
        done, asked = found.get(cluster, (0, 0))
        if asked:
            yield {
                "item": f"{CLUSTER_ITEM}{labels.CLUSTERS[cluster]}",
                "value": share(done, asked),
                "remark": f"{answer.hours(done)} van {answer.hours(asked)} uur per jaar gepland.",
            }


class _Gap(NamedTuple):
    """A task that is not fully covered: what lacks over all its units, the largest part first."""

    number: TaskNumber
    missing: int
    demand: int
    reasons: tuple[Reason, ...]


def most_important_gaps(answer: Answer) -> list[_Gap]:
    """The gaps that weigh most: core tasks first, then hours by the weight of their priority."""
    per_task: dict[TaskNumber, list[Reason]] = defaultdict(list)
    for reason in answer.reasons:
        if reason.task in answer.tasks:
            per_task[reason.task.task].append(reason)
    gaps = [_gap(number, reasons) for number, reasons in per_task.items()]
    return sorted(gaps, key=lambda gap: _importance(answer, gap), reverse=True)[:MOST_GAPS]


def _gap(number: TaskNumber, reasons: list[Reason]) -> _Gap:
    largest = sorted(reasons, key=lambda reason: reason.covered - reason.demand)
    missing = sum(reason.demand - reason.covered for reason in reasons)
    return _Gap(number, missing, sum(reason.demand for reason in reasons), tuple(largest))


def _importance(answer: Answer, gap: _Gap) -> tuple[bool, int]:
    weighed = sum(
        answer.instance.weight(answer.tasks[reason.task]) * (reason.demand - reason.covered)
        for reason in gap.reasons
    )
    return answer.task_list[gap.number].core, weighed


def _gap_row(answer: Answer, place: int, gap: _Gap) -> Row:
    words, first = Wording(answer.instance), gap.reasons[0]
    units = (reason.task.unit for reason in gap.reasons)
    task = task_name(Names(answer.instance.data).task_at(gap.number, units))
    hours = f"{dutch(answer.hours(gap.missing))} van {answer.hours(gap.demand)} uur ontbreekt"
    return {
        "item": f"{GAP_ITEM}{place}",
        "value": answer.hours(gap.missing),
        "remark": f"{task}: {hours}; {REASON_NAMES[first.kind]}. {what_helps(words, first)}",
    }
