"""Neighbourhood search for large instances: a few people and units at a time, again and again."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from models.agenda import real_schools
from models.instance import Instance
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.settings import Level
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.restriction import plan_within
from optimizer.cpsat.solver import solve
from optimizer.neighbourhood import Neighbourhoods, People, Units
from optimizer.stop import Stop

NUM_PEOPLE = 8
NUM_UNITS = 5
SECONDS = 3.0
"""What one neighbourhood may take."""
KEPT = {Level.CORE: 2**31, Level.BALANCE: 2**31}
"""Levels that are kept as they are: any value counts as good enough to go on."""


def improve(
    instance: Instance,
    plan: Plan,
    options: SolveOptions,
    stop: Stop,
    on_round: Callable[[float], None],
) -> Plan:
    """A plan that covers more, with the first levels kept; back-ups may have to be chosen again.

    `options.time_limit` bounds the whole search; with `deterministic` it is a number of rounds.
    """
    cutter = Neighbourhoods(instance)
    for people, units in _rounds(instance, options, stop, on_round):
        part = cutter.cut(plan, people, units)
        if part.payers:
            own = replace(plan_within(part, plan), backups={})
            limited = replace(options, time_limit=SECONDS)
            found = solve(part, limited, own, stop, bounds=KEPT)
            plan = cutter.merge(plan, part, found.plan)
    return plan


def _rounds(
    instance: Instance, options: SolveOptions, stop: Stop, on_round: Callable[[float], None]
) -> Iterator[tuple[People, Units]]:
    """Neighbourhoods to try until the time is up; the same ones for the same seed."""
    chooser = _Chooser(instance, Random(options.seed))
    started, number = time.monotonic(), 0
    while not stop.requested:
        used = float(number) if options.deterministic else time.monotonic() - started
        if used >= options.time_limit:
            return
        on_round(options.time_limit - used)
        number += 1
        yield chooser.choose()


class _Chooser:
    """Picks people who compete for the same tasks at a few units."""

    def __init__(self, instance: Instance, random: Random) -> None:
        self._random = random
        present = {s.code for s in real_schools(instance.data) if s.presence_min > 0}
        sharing = {p.code for p in instance.persons if p.min_pedagogical_pct > 0}
        self._tasks: dict[PersonCode, set[TaskKey]] = defaultdict(set)
        for key, person in instance.payers:
            if key.unit not in present and person not in sharing:
                self._tasks[person].add(key)
        self._people = sorted(self._tasks)

    def choose(self) -> tuple[People, Units]:
        """A person, some units in reach, and the people who share most tasks there."""
        if not self._people:
            return frozenset(), frozenset()
        person = self._random.choice(self._people)
        reach = sorted({key.unit for key in self._tasks[person]})
        units = frozenset(self._random.sample(reach, min(NUM_UNITS, len(reach))))
        own = {key for key in self._tasks[person] if key.unit in units}
        shared = {
            other: len(own & self._tasks[other]) * self._random.random() for other in self._people
        }
        others = sorted((p for p in shared if shared[p] and p != person), key=lambda p: -shared[p])
        return frozenset([person, *others[: NUM_PEOPLE - 1]]), units
