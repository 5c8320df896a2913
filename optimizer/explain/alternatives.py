"""Who does a task and why, what other ways to do it cost, and the price of a name."""

from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from models.changes import DeviationAdded
from models.eligibility import deviations_for, most_specific
from models.instance import Instance, Pair
from models.issues import CellRef
from models.outcome import Outcome, Refusal
from models.plan import Plan, TaskKey
from models.problem import Deviation, PersonCode
from models.vocabulary import DeviationKind, PlanRole
from models.why import Alternative, Ground, GroundKind, Part, TaskAnswer, WhyNot
from optimizer.construct.fits import room
from optimizer.construct.fits.lead import is_able
from optimizer.construct.ledger import Ledger
from optimizer.explain.barriers import barriers
from optimizer.explain.levels import other_level
from optimizer.explain.resolve import Resolver
from optimizer.explain.suits import suits
from optimizer.run.stop import Stop

BEST = 5
"""Alternatives that are told."""
MOST_ASKED = 12
"""Alternatives that are priced on a small problem."""
MOST_ASKED_LARGE = 5
"""Alternatives that are priced on a large one: those of people with the most room go first."""
THREADS = 2


def parts_of(instance: Instance, plan: Plan, key: TaskKey) -> tuple[Part, ...]:
    """Who does a task, the lead first, each with the grounds that the data give."""
    hours = {person: n for (task, person), n in plan.hours_by_pair().items() if task == key}
    lead = plan.leads.get(key)
    people = sorted({*hours, *([lead] if lead else [])}, key=lambda p: (p != lead, p))
    why = _Grounds(instance, plan, key)
    parts = [
        Part(
            person,
            PlanRole.LEAD if person == lead else PlanRole.HELPER,
            hours.get(person, 0),
            tuple(why.of(person, is_lead=person == lead)),
        )
        for person in people
    ]
    backups = plan.backups.get(key, ())
    parts += [Part(person, PlanRole.BACKUP, 0) for person in backups]
    bought = sum(n for (task, _), n in plan.outsourced.items() if task == key)
    return (*parts, *([Part(None, PlanRole.OUTSOURCED, bought)] if bought else []))


def explain_task(resolver: Resolver, key: TaskKey, stop: Stop) -> TaskAnswer:
    """Who does a task, why they, and the best alternatives with their prices.

    Alternatives are every other lead, and the best plan without each helper. After a stop, those
    that were priced are told.
    """
    instance, plan = resolver.base.instance, resolver.base.plan
    task = next(task for task in instance.tasks if task.key == key)
    questions = _questions(instance, plan, key)
    asked = questions[: MOST_ASKED_LARGE if resolver.is_large else MOST_ASKED]
    with resolver.question([_row(kind, key, person) for kind, person in asked]):
        found = _all_priced(resolver, key, asked, stop)
    priced = [each for each in found if each.outcome.refusal is None]
    refused = tuple(each for each in found if each.outcome.refusal not in (None, Refusal.STOPPED))
    return TaskAnswer(
        task=key,
        demand=task.demand,
        covered=plan.covered().get(key, 0),
        parts=parts_of(instance, plan, key),
        alternatives=tuple(sorted(priced, key=_rank)[:BEST]),
        refused=refused,
        not_asked=len(questions) - len(priced) - len(refused),
        other_level=other_level(resolver, key, stop) if task.is_choice else None,
    )


def why_not(resolver: Resolver, key: TaskKey, person: PersonCode, stop: Stop) -> WhyNot:
    """Why somebody does not work on a task: the rules against it, or the price of the name."""
    known = told_at_once(resolver.base.instance, resolver.base.plan, key, person)
    if known is not None:
        return known
    outcome = resolver.resolve(_row(DeviationKind.PIN, key, person), stop)
    instance = resolver.base.instance
    task = next(task for task in instance.tasks if task.key == key)
    return WhyNot(key, person, outcome=outcome, suits=tuple(suits(instance, task, person)))


def told_at_once(instance: Instance, plan: Plan, key: TaskKey, person: PersonCode) -> WhyNot | None:
    """The answer when the plan or the rules give it: the person does it, or cannot."""
    grains = plan.hours_by_pair().get((key, person), 0)
    if grains or plan.leads.get(key) == person:
        return WhyNot(key, person, grains)
    found = barriers(instance, key, person)
    return WhyNot(key, person, barriers=found) if found else None


def _row(kind: DeviationKind, key: TaskKey, person: PersonCode) -> DeviationAdded:
    return DeviationAdded(Deviation(kind, key.task, key.unit, person))


Question = tuple[DeviationKind, PersonCode]


def _questions(instance: Instance, plan: Plan, key: TaskKey) -> list[Question]:
    """Everyone else who could lead, those with the most room first; then who helps now."""
    lead = plan.leads.get(key)
    ledger = Ledger.after(instance, plan)
    able = [
        p for p in instance.watchers.get(key, ()) if p != lead and _may_lead(instance, (key, p))
    ]
    able.sort(key=lambda p: (-room(ledger, (key, p)), instance.grain_cost((key, p)), p))
    working = {person for task, person, _ in plan.hours if task == key}
    helpers = sorted(working - {lead})
    leads = [(DeviationKind.LEAD, person) for person in able]
    return [*((DeviationKind.BAN, person) for person in helpers), *leads]


def _may_lead(instance: Instance, pair: Pair) -> bool:
    return is_able(instance, pair) or pair[0] in instance.firm_payers


def _all_priced(
    resolver: Resolver, key: TaskKey, asked: list[Question], stop: Stop
) -> list[Alternative]:
    """The price of every question, in their order.

    Two go side by side where a search takes one core.
    """
    with ThreadPoolExecutor(THREADS if resolver.takes_one_core else 1) as pool:
        return list(pool.map(lambda question: _priced(resolver, key, question, stop), asked))


def _priced(resolver: Resolver, key: TaskKey, question: Question, stop: Stop) -> Alternative:
    kind, person = question
    outcome = resolver.resolve(_row(kind, key, person), stop)
    if kind is DeviationKind.BAN:
        return Alternative(outcome, without=person)
    return Alternative(outcome, lead=person)


def _rank(alternative: Alternative) -> tuple[tuple[int, ...], int, str]:
    outcome: Outcome = alternative.outcome
    return (outcome.cost, len(outcome.moves), alternative.lead or alternative.without or "")


class _Grounds:
    """What speaks for the people on one task."""

    def __init__(self, instance: Instance, plan: Plan, key: TaskKey) -> None:
        self._instance = instance
        self._plan = plan
        self._key = key
        self._ledger = Ledger.after(instance, plan)
        self._is_other_plan = instance.previous != plan.hours_by_pair()
        self._able = [
            person for person in instance.watchers.get(key, ()) if is_able(instance, (key, person))
        ]

    def _is_bought_whole(self, person: PersonCode) -> bool:
        """Whether somebody has no hours on the task: a firm does what is done of it."""
        return not any(task == self._key and who == person for task, who, _ in self._plan.hours)

    def of(self, person: PersonCode, *, is_lead: bool) -> Iterator[Ground]:
        """The grounds for one person, the most telling first."""
        instance, pair = self._instance, (self._key, person)
        if self._is_pinned(pair):
            yield Ground(GroundKind.PINNED, self._pin_cell(pair))
        if is_lead and self._is_bought_whole(person):
            yield Ground(GroundKind.WATCHES_FIRM)
        if pair in instance.learners:
            yield Ground(GroundKind.LEARNS)
        if self._able == [person]:
            yield Ground(GroundKind.ONLY_ABLE)
        else:
            yield from self._compared(pair)
        yield from suits(instance, self._ledger.tasks[self._key], person)
        wish = most_specific(instance.data, DeviationKind.PREFERENCE, self._key, person)
        if wish is not None and (wish.value or 0) > 0:
            yield Ground(GroundKind.PREFERRED, wish.where, {"value": wish.value})
        if self._is_other_plan and (previous := instance.previous.get(pair)):
            yield Ground(GroundKind.DID_IT, facts={"grains": previous})

    def _compared(self, pair: Pair) -> Iterator[Ground]:
        """Grounds that compare the person with the others who could."""
        cost = self._instance.grain_cost
        others = [other for other in self._able if other != pair[1]]
        if not others or pair not in self._instance.cost:
            return
        if cost(pair) < min(cost((self._key, other)) for other in others):
            yield Ground(GroundKind.BEST_FIT)
        full = [other for other in others if not room(self._ledger, (self._key, other))]
        if len(full) == len(others):
            yield Ground(GroundKind.OTHERS_FULL, facts={"persons": tuple(full)})
        elif all(self._load(pair[1]) < self._load(other) for other in others):
            yield Ground(GroundKind.LEAST_LOADED)

    def _load(self, person: PersonCode) -> float:
        """The part of a person's hours that the plan uses."""
        capacity = self._instance.total_capacity(person)
        return 1 - self._ledger.spare(person) / capacity if capacity else 1.0

    def _is_pinned(self, pair: Pair) -> bool:
        return pair in self._instance.pins.works or pair in self._instance.pins.leads

    def _pin_cell(self, pair: Pair) -> CellRef | None:
        """Where the pin stands: a row of deviations, or of the plan."""
        data, (key, person) = self._instance.data, pair
        for kind in (DeviationKind.LEAD, DeviationKind.PIN):
            for row in deviations_for(data, kind, key, person):
                return row.where
        rows = defaultdict(list)
        for planned in data.previous:
            if planned.pinned:
                rows[planned.task, planned.unit, planned.person].append(planned.where)
        return next(iter(rows[key.task, key.unit, person]), None)
