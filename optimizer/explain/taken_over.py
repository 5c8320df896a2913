"""Who does now what somebody did who dropped out, as facts without prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.plan import TaskKey
from models.problem import PersonCode
from optimizer.explain.answer import Answer


@dataclass(frozen=True)
class TakenOver:
    """A task of who dropped out, in grains.

    Attributes
    ----------
    left
        What she had left of it.
    people
        Everybody on the task now, most hours first.
    lead
        Who answers for it now; `None` when nobody does it.
    covered, demand
        What is planned of it, and what it asks.
    """

    task: TaskKey
    left: int
    people: tuple[tuple[PersonCode, int], ...]
    lead: PersonCode | None
    covered: int
    demand: int


def taken_over(answer: Answer, hers: Mapping[TaskKey, int]) -> Iterator[TakenOver]:
    """Her tasks in the order of the list; `hers` has the grains that she had left of each."""
    for key, task in answer.tasks.items():
        if key in hers:
            people = [(code, n) for (k, code), n in answer.worked.items() if k == key]
            yield TakenOver(
                task=key,
                left=hers[key],
                people=tuple(sorted(people, key=lambda part: (-part[1], part[0]))),
                lead=answer.plan.leads.get(key),
                covered=answer.covered[key],
                demand=task.demand,
            )
