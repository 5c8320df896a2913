"""Advice on a finished plan: what its gaps ask for, and the remedies with the effect of each."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.advice import Advice, AdviceKind, Gap, NoPurchase, Remedy, gaps_of
from models.changes import CompetenceChange
from models.eligibility import levels_short, may_touch
from models.explanation import Reason
from models.instance import Instance
from models.outcome import Certainty, Outcome
from models.problem import PersonCode
from models.verification import verify
from optimizer.explain.baseline import Baseline, counted_levels
from optimizer.explain.profiles import find_profiles
from optimizer.explain.purchase import cannot_buy
from optimizer.explain.remedies import Remedies, closes
from optimizer.explain.resolve import Resolver
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

MOST_TRAININGS = 6
"""Trainings that are tried by solving again; those that could unlock most go first."""
OnAdvice = Callable[[int, int], None]
"""Told how many trainings were tried, and of how many."""


def advise(
    base: Baseline,
    reasons: tuple[Reason, ...],
    options: SolveOptions,
    stop: Stop | None = None,
    on_progress: OnAdvice = lambda done, asked: None,
) -> Advice:
    """What to do about the gaps of a plan; `options.time_limit` is that of one training."""
    stop = stop or Stop()
    gaps = gaps_of(base.instance.data, reasons)
    profiles = find_profiles(base.instance, gaps)
    remedies = list(Remedies(base, gaps).all(profiles))
    resolver = Resolver(base, options)
    bare = Advice(gaps, profiles, (), no_purchase=_no_purchase(base, gaps))
    chosen = trainings(base.instance, gaps)[:MOST_TRAININGS]
    for number, (change, unlocked) in enumerate(chosen, start=1):
        if stop.requested:
            return replace(bare, remedies=_ranked(base, remedies), is_complete=False)
        remedies += _training(base, resolver.resolve(change, stop), change, unlocked)
        on_progress(number, len(chosen))
    is_complete = not stop.requested
    return replace(bare, remedies=_ranked(base, remedies), is_complete=is_complete)


def _no_purchase(base: Baseline, gaps: tuple[Gap, ...]) -> NoPurchase | None:
    """Why money closes none of the gaps for which a firm is advised."""
    keys = {gap.task for gap in gaps if AdviceKind.OUTSOURCE in gap.kinds}
    tasks = [task for task in base.instance.tasks if task.key in keys]
    return cannot_buy(base.instance, base.plan, tasks) if tasks else None


def trainings(
    instance: Instance, gaps: tuple[Gap, ...]
) -> list[tuple[CompetenceChange, tuple[Gap, ...]]]:
    """Every level more for somebody that opens a gap to them, the most weighty first."""
    tasks = {task.key: task for task in instance.tasks}
    opened: dict[tuple[PersonCode, str], list[Gap]] = {}
    for gap in gaps:
        task = tasks[gap.task]
        for person in instance.persons:
            short = levels_short(task.task, person)
            is_near = list(short.values()) == [1]
            if is_near and may_touch(instance.data, task.task, task.key, person):
                opened.setdefault((person.code, next(iter(short))), []).append(gap)

    def weight(unlocked: list[Gap]) -> tuple[int, int]:
        core = sum(gap.demand for gap in unlocked if tasks[gap.task].task.core)
        return core, sum(instance.weight(tasks[gap.task]) * gap.shortfall for gap in unlocked)

    ranked = sorted(opened.items(), key=lambda entry: (*(-n for n in weight(entry[1])), entry[0]))
    levels = {person.code: person.levels for person in instance.persons}
    return [
        (CompetenceChange(code, name, levels[code].get(name, 0) + 1), tuple(unlocked))
        for (code, name), unlocked in ranked
    ]


def _training(
    base: Baseline, outcome: Outcome, change: CompetenceChange, unlocked: tuple[Gap, ...]
) -> Iterator[Remedy]:
    """The training as a remedy, when the plan that was found with it is better."""
    if outcome.plan is None or not closes(unlocked, outcome.plan):
        return
    data = base.instance.data
    before = verify(data, base.plan).levels
    after = {price.level: price.after.final or 0 for price in outcome.prices}
    order = counted_levels(base.instance)
    if [after[level] for level in order] < [before[level] for level in order]:
        exact = all(price.certainty is Certainty.EXACT for price in outcome.prices)
        remedy = Remedy(AdviceKind.TRAIN, unlocked, change, before, after, outcome.plan)
        yield replace(remedy, exact=exact)


def _ranked(base: Baseline, remedies: list[Remedy]) -> tuple[Remedy, ...]:
    """The remedies of each kind, the most effective first."""
    order, kinds = counted_levels(base.instance), list(AdviceKind)

    def rank(remedy: Remedy) -> tuple[int, tuple[int, ...]]:
        return kinds.index(remedy.kind), tuple(remedy.promised[level] for level in order)

    return tuple(sorted(remedies, key=rank))
