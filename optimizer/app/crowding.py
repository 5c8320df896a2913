"""Who has more work than hours in a trial, and what could move on: the next step of a chain."""

from dataclasses import dataclass

from models.agenda import TaskInstance
from models.instance import Instance
from models.plan import TaskKey
from models.problem import PersonCode
from optimizer.app.board_grid import PERSON
from optimizer.flows.judging import Judged
from optimizer.report.wording import Wording

MOST_TASKS = 6
"""Tasks of one person that are offered, what weighs least first."""


@dataclass(frozen=True)
class Movable:
    """A cell of the board whose work could go to somebody else."""

    row: str
    column: str
    title: str
    hours: int


@dataclass(frozen=True)
class Crowded:
    """Somebody with too much work, by how many hours, and what could move on."""

    name: str
    hours: int
    tasks: list[Movable]


def crowded(board: Judged) -> list[Crowded]:
    """Everybody whose work takes more than their hours."""
    instance, words = board.instance, Wording(board.instance)
    grain = instance.settings.grain
    found = []
    for person in instance.persons:
        load = board.verification.loads.get(person.code, 0)
        over = load - instance.total_capacity(person.code)
        if over > 0:
            tasks = _movable(board, person.code)[:MOST_TASKS]
            found.append(Crowded(words.person(person.code), over * grain, tasks))
    return found


def next_in_chain(
    board: Judged, person: PersonCode, moved: TaskKey
) -> tuple[Crowded, Movable] | None:
    """What a move pushes out: who got too much, and the first other task that could move on."""
    for each in crowded(board):
        for task in each.tasks:
            if task.column == f"{PERSON}{person}" and task.row != str(moved):
                return each, task
    return None


def _movable(board: Judged, person: PersonCode) -> list[Movable]:
    """The cells of a person, the least important work first."""
    instance = board.instance
    tasks = {task.key: task for task in instance.tasks}
    pairs = {key: grains for (key, who), grains in board.plan.hours_by_pair().items()
             if who == person}  # fmt: skip
    ordered = sorted(pairs, key=lambda key: _weight(instance, tasks[key], pairs[key]))
    grain = instance.settings.grain
    return [
        Movable(str(key), f"{PERSON}{person}", tasks[key].task.title, pairs[key] * grain)
        for key in ordered
    ]


def _weight(instance: Instance, task: TaskInstance, grains: int) -> tuple[bool, int, int]:
    """Core work last, then by priority; of two alike the larger first."""
    return task.task.core, instance.settings.priority_weights[task.priority], -grains
