"""All conflicts of a problem and their cheapest repairs, each one edit of one cell."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.changes import Change, value_before
from models.contradictions import Contradiction, Contradictions, Repair
from models.edits import value_after
from models.explanation import Conflict
from models.fact_sources import asks
from models.instance import Instance, build_instance
from models.issues import CellRef
from models.problem import ProblemData
from optimizer.construct.first_plan import first_plan
from optimizer.explain.candidates import candidates
from optimizer.explain.costing import Cost, Costing, costed_levels
from optimizer.explain.trials import Trial, Trials
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import find_conflicts

MOST_REPAIRS = 5
"""Repairs that are shown for one conflict."""
SHARES = (0.3, 0.4)
"""Parts of the time limit for the conflicts and for trying edits; the rest is for their costs."""


def find_contradictions(
    data: ProblemData, options: SolveOptions, stop: Stop | None = None
) -> Contradictions:
    """Every conflict of a validated problem, each with its cheapest repairs.

    A repair is shown only when a plan was found after it, and accepted by the checker, while the
    other conflicts ask nothing; where it loosens a limit that others run into as well, if possible
    with these still asked. Where a repair of each can be chosen so that they go together, only
    those are shown that go together with that choice for the others.
    """
    stop = stop or Stop()
    instance = build_instance(data)
    if first_plan(instance) is not None:
        return Contradictions((), is_complete=True)
    began = time.monotonic()
    to_find, to_try = (replace(options, time_limit=options.time_limit * part) for part in SHARES)
    diagnosed = find_conflicts(instance, to_find, stop)
    trials = Trials(data, diagnosed.conflicts, to_try, stop)
    working = _working(trials, instance)
    is_exhaustive = not trials.is_late
    rest = max(0.0, options.time_limit - (time.monotonic() - began))
    costs = _costs(trials, working, replace(options, time_limit=rest), stop)
    found = [
        Contradiction(each, _ranked(instance, working[each], costs[each]), is_exhaustive)
        for each in trials.conflicts
    ]
    together = _together(trials, found)
    return Contradictions(_fitting(trials, found, together), diagnosed.is_complete, together)


def _working(trials: Trials, instance: Instance) -> dict[Conflict, tuple[Trial, ...]]:
    """The edits that work per conflict; for all of them, those that take one try go first."""
    choices = [(each, choice) for each in trials.conflicts for choice in candidates(instance, each)]
    found: dict[Conflict, tuple[Trial, ...]] = dict.fromkeys(trials.conflicts, ())
    for conflict, choice in sorted(
        choices, key=lambda entry: (entry[1].steps > 1, not asks(entry[1].fact))
    ):
        found[conflict] += trials.working([choice], conflict)
    return found


def _costs(
    trials: Trials,
    working: Mapping[Conflict, Sequence[Trial]],
    options: SolveOptions,
    stop: Stop,
) -> dict[Conflict, dict[Change, Cost]]:
    """What every edit that works costs per conflict, with nothing asked by the others."""
    number = sum(map(len, working.values()))
    if not number:
        return {conflict: {} for conflict in working}
    costing = Costing(trials.with_nothing_asked(), options, stop, number)
    return {
        conflict: {trial.change: costing.cost(trial.data, trial.plan) for trial in tried}
        for conflict, tried in working.items()
    }


def _ranked(
    instance: Instance, tried: Iterable[Trial], costs: Mapping[Change, Cost]
) -> tuple[Repair, ...]:
    """The repairs, the best plan first, then the smallest edit."""
    levels = costed_levels(instance.settings)

    def rank(repair: Repair) -> tuple[tuple[int, ...], Fraction, CellRef]:
        return tuple(repair.levels[level] for level in levels), repair.size, repair.where

    repairs = [_repair(instance.data, trial, costs[trial.change]) for trial in tried]
    return tuple(sorted(repairs, key=rank))


def _repair(data: ProblemData, trial: Trial, cost: Cost) -> Repair:
    before = value_before(data, trial.change)
    return Repair(
        change=trial.change,
        fact=trial.fact,
        where=trial.where,
        before=before,
        size=_size(before, value_after(trial.change)),
        levels=cost.levels,
        proven=cost.proven,
    )


def _size(before: object, after: object) -> Fraction:
    """How far a number is moved, against what stood there; 1 for any other edit."""
    if isinstance(after, Decimal | int) and isinstance(before, Decimal | int):
        start = Fraction(before)
        return abs(Fraction(after) - start) / max(Fraction(1), abs(start))
    return Fraction(1)


def _together(trials: Trials, found: Sequence[Contradiction]) -> tuple[Repair, ...]:
    """A repair of each, the cheapest that go together; none when there is no such choice."""
    chosen: list[Repair] = []
    for place, each in enumerate(found):
        later = [other.conflict for other in found[place + 1 :]]
        fits = (r for r in each.repairs if trials.fit([c.change for c in (*chosen, r)], later))
        repair = next(fits, None)
        if repair is None:
            return ()
        chosen.append(repair)
    return tuple(chosen)


def _fitting(
    trials: Trials, found: Sequence[Contradiction], together: Sequence[Repair]
) -> tuple[Contradiction, ...]:
    """The conflicts with the repairs that go together with those chosen for all others."""
    kept = []
    for place, each in enumerate(found):
        others = [r.change for r in (*together[:place], *together[place + 1 :])]
        repairs = [
            repair
            for repair in each.repairs
            if not others or repair in together or trials.fit([*others, repair.change])
        ]
        first, more = repairs[:MOST_REPAIRS], repairs[MOST_REPAIRS:]
        shown = [*first, *(repair for repair in more if repair in together)]
        kept.append(replace(each, repairs=tuple(shown)))
    return tuple(kept)
