"""The bus factor: what falls when somebody is gone, and which one training insures most."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.agenda import TaskInstance
from models.changes import CompetenceChange, PersonGone
from models.eligibility import levels_short, may_touch
from models.instance import Instance
from models.outcome import Outcome, Refusal
from models.plan import TaskKey
from models.problem import PersonCode
from models.worth import Loss, Training
from optimizer.explain.baseline import Baseline
from optimizer.explain.parallel import OnOutcome, resolve_all
from optimizer.explain.resolve import Resolver
from optimizer.run.stop import Stop

MOST_TRAININGS = 3
"""Trainings that are tried per person who is gone: those that open most of what falls."""


def losses(
    resolver: Resolver, jobs: int, stop: Stop, on_progress: OnOutcome = lambda done, asked: None
) -> tuple[Loss, ...]:
    """The loss of everybody who has work, worst first; people who were not reached are left out."""
    base = resolver.base
    people = sorted({person for _, person in base.plan.hours_by_pair()})
    outcomes = resolve_all(resolver, [(PersonGone(p),) for p in people], jobs, stop, on_progress)
    found = [
        Loss(person, outcome, _fallen(base, outcome))
        for person, outcome in zip(people, outcomes, strict=True)
        if outcome.refusal is not Refusal.STOPPED
    ]
    return tuple(sorted(found, key=lambda loss: (*(-cost for cost in loss.outcome.cost),)))


def with_training(
    resolver: Resolver,
    found: Sequence[Loss],
    jobs: int,
    stop: Stop,
    on_progress: OnOutcome = lambda done, asked: None,
) -> tuple[Loss, ...]:
    """Every loss with the training that helps most against it."""
    chosen = [(loss, change) for loss in found for change in _trainings(resolver.base, loss)]
    bundles = [(PersonGone(loss.person), change) for loss, change in chosen]
    outcomes = list(resolve_all(resolver, bundles, jobs, stop, on_progress))
    tried: dict[PersonCode, list[Training]] = defaultdict(list)
    for (loss, change), outcome in zip(chosen, outcomes, strict=True):
        training = Training(change.person, change.competence, change.level, outcome)
        tried[loss.person].append(training)
    return tuple(_insured(loss, tried[loss.person]) for loss in found)


def _insured(loss: Loss, trainings: Sequence[Training]) -> Loss:
    """The loss with the best of its trainings; a stop before the last leaves it as it is."""
    if any(each.outcome.refusal is Refusal.STOPPED for each in trainings):
        return loss
    helping = [t for t in trainings if t.outcome.plan and t.outcome.cost < loss.outcome.cost]
    best = min(helping, key=lambda each: each.outcome.cost, default=None)
    return replace(loss, training=best, tried=len(trainings))


def _fallen(base: Baseline, outcome: Outcome) -> tuple[TaskKey, ...]:
    if outcome.plan is None:
        return ()
    after = outcome.plan.covered()
    return tuple(key for key in sorted(base.plan.covered()) if key not in after)


def _trainings(base: Baseline, loss: Loss) -> list[CompetenceChange]:
    """Single trainings that let somebody else do what falls, those that open most hours first."""
    opened: dict[CompetenceChange, int] = defaultdict(int)
    tasks = {task.key: task for task in base.instance.tasks}
    for key in loss.fallen:
        for change in _openers(base.instance, tasks[key], loss.person):
            opened[change] += tasks[key].demand
    ranked = sorted(opened, key=lambda each: (-opened[each], each.person, each.competence))
    return ranked[:MOST_TRAININGS]


def _openers(
    instance: Instance, task: TaskInstance, gone: PersonCode
) -> Iterable[CompetenceChange]:
    """Trainings after which a person who may do a task lacks nothing more for it."""
    for person in instance.persons:
        short = levels_short(task.task, person)
        allowed = may_touch(instance.data, task.task, task.key, person)
        if person.code != gone and allowed and len(short) == 1:
            ((name, _),) = short.items()
            yield CompetenceChange(person.code, name, task.task.required[name])
