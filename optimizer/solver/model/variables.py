"""Decision variables behind questions; they exist only for pairs that are possible."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ortools.sat.python import cp_model

from models.agenda import TaskInstance
from models.choice import central_key
from models.instance import Instance, Pair
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.vocabulary import Funding

Var = cp_model.IntVar
Linear = cp_model.LinearExpr
Values = Callable[[Var], int]
Rule = Callable[[Sequence[int]], int]
"""What a derived variable is worth, from the values of its parts in their order."""


def weighted(terms: Iterable[tuple[Var, int]]) -> Linear:
    """`Σ coefficient·variable`, built in one go; the constant 0 when there are no terms."""
    pairs = list(terms)
    return cp_model.LinearExpr.weighted_sum([v for v, _ in pairs], [c for _, c in pairs])


def total(variables: Iterable[Var]) -> Linear:
    """`Σ variable`; the constant 0 when there are none."""
    return weighted((variable, 1) for variable in variables)


def is_any(values: Sequence[int]) -> int:
    """The rule of a variable that is 1 when any of its parts is not 0."""
    return int(any(values))


def is_first_alone(values: Sequence[int]) -> int:
    """The rule of a variable that is 1 when its first part is not 0 and all others are."""
    return int(values[0] != 0 and not any(values[1:]))


@dataclass(frozen=True)
class Derived:
    """A variable whose value follows from others; all by index."""

    index: int
    parts: tuple[int, ...]
    rule: Rule


class Variables:
    """All variables of one model.

    Decisions follow from a plan; every other variable is *derived*: it carries the rule that gives
    its value from variables made before it, so that any plan becomes a complete hint.
    """

    def __init__(
        self, model: cp_model.CpModel, instance: Instance, *, bounded: bool = True
    ) -> None:
        """Make the decisions and the outcome of every task.

        Without `bounded`, no capacity is hidden in a variable's domain: diagnosis must be able to
        switch each of them off.
        """
        self._bounded = bounded
        self._model = model
        self._instance = instance
        self._hours: dict[tuple[TaskKey, PersonCode, EnvelopeKey], Var] = {}
        self._works: dict[Pair, Var] = {}
        self._leads: dict[Pair, Var] = {}
        self._backups: dict[Pair, Var] = {}
        self._outsourced: dict[tuple[TaskKey, EnvelopeKey], Var] = {}
        self._derived: list[Derived] = []
        self._by_task: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        self._by_person: dict[PersonCode, list[TaskKey]] = defaultdict(list)
        self._by_envelope: dict[EnvelopeKey, list[tuple[TaskKey, PersonCode]]] = defaultdict(list)
        self._by_type: dict[tuple[PersonCode, Funding], list[Var]] = defaultdict(list)
        self._by_firm_envelope: dict[EnvelopeKey, list[tuple[TaskKey, Var]]] = defaultdict(list)
        self._backups_by: dict[PersonCode, list[Var]] = defaultdict(list)
        self._done: dict[TaskKey, Var] = {}
        self._covered: dict[TaskKey, Var] = {}
        self._contracted: dict[TaskKey, Var] = {}
        for task in instance.tasks:
            self._add_pairs(task)
        for task in instance.tasks:
            self._add_outcome(task)

    def _integer(self, upper: int, name: str) -> Var:
        return self._model.new_int_var(0, upper, name)

    def _add_pairs(self, task: TaskInstance) -> None:
        instance, key = self._instance, task.key
        for person in instance.watchers.get(key, ()):
            pair = (key, person)
            payers = instance.payers.get(pair, ())
            for payer in payers:
                self._add_hours(task, person, payer)
            if payers:
                self._works[pair] = self._model.new_bool_var(f"works[{key},{person}]")
                self._by_task[key].append(person)
                self._by_person[person].append(key)
            if (payers and pair not in instance.learners) or self._may_be_contracted(task):
                self._leads[pair] = self._model.new_bool_var(f"lead[{key},{person}]")
            if task.task.needs_backup or pair in instance.pins.backups:
                backup = self._model.new_bool_var(f"backup[{key},{person}]")
                self._backups[pair] = backup
                self._backups_by[person].append(backup)
        for firm_payer in instance.firm_payers.get(key, ()):
            name = f"outsourced[{key},{firm_payer}]"
            bought = self._integer(task.outsource_max, name)
            self._outsourced[key, firm_payer] = bought
            self._by_firm_envelope[firm_payer].append((key, bought))

    def _add_hours(self, task: TaskInstance, person: PersonCode, payer: EnvelopeKey) -> None:
        limit = self._instance.capacity[person, payer.funding]
        upper = min(task.demand, limit) if self._bounded else task.demand
        variable = self._integer(upper, f"hours[{task.key},{person},{payer}]")
        self._hours[task.key, person, payer] = variable
        self._by_envelope[payer].append((task.key, person))
        self._by_type[person, payer.funding].append(variable)

    def _add_outcome(self, task: TaskInstance) -> None:
        key = task.key
        parts = [v for person in self._by_task[key] for v in self.hours_of((key, person))]
        parts += self.outsourced_of(key)
        self._covered[key] = self.derive(task.demand, f"covered[{key}]", parts, sum)
        self._done[key] = self.derive(1, f"done[{key}]", [self._covered[key]], is_any)
        if self._may_be_contracted(task):
            grounds = [self._done[key], *self.workers(key)]
            self._contracted[key] = self.derive(1, f"contracted[{key}]", grounds, is_first_alone)

    def _may_be_contracted(self, task: TaskInstance) -> bool:
        """Whether what may be bought is enough to have the task done by a firm alone."""
        enough = task.outsource_max >= task.minimum or not self._bounded
        return enough and task.key in self._instance.firm_payers

    def derive(self, upper: int, name: str, parts: Iterable[Var], rule: Rule) -> Var:
        """A variable in 0 … `upper` whose value follows from its parts, which were made before."""
        variable = self._integer(upper, name)
        self._derived.append(Derived(variable.index, tuple(part.index for part in parts), rule))
        return variable

    def derived(self) -> Sequence[Derived]:
        """All derived variables; each comes after its parts."""
        return self._derived

    def most(self, task: TaskInstance, person: PersonCode) -> int:
        """Grains that a person could do of a task at the most, as far as the domains say."""
        if not self._bounded:
            return task.demand
        return min(task.demand, self._instance.total_capacity(person))

    def pairs(self) -> Iterable[Pair]:
        """The pairs that may work, in a fixed order."""
        return self._works.keys()

    def hours_of(self, pair: Pair) -> list[Var]:
        """Grains of a pair, one variable per envelope."""
        payers = self._instance.payers.get(pair, ())
        return [self._hours[pair[0], pair[1], payer] for payer in payers]

    def works(self, pair: Pair) -> Var:
        """Whether the pair has hours."""
        return self._works[pair]

    def may_work(self, pair: Pair) -> bool:
        """Whether the pair is eligible to work."""
        return pair in self._works

    def workers(self, key: TaskKey) -> list[Var]:
        """The works variables of a task."""
        return [self._works[key, person] for person in self._by_task[key]]

    def persons_on(self, key: TaskKey) -> list[PersonCode]:
        """People who may work on a task."""
        return self._by_task[key]

    def tasks_of(self, person: PersonCode) -> list[TaskKey]:
        """Tasks that a person may work on."""
        return self._by_person[person]

    def paid_from(self, envelope: EnvelopeKey) -> list[tuple[PersonCode, Var]]:
        """The hours paid from an envelope, each with its person."""
        pairs = self._by_envelope[envelope]
        return [(person, self._hours[key, person, envelope]) for key, person in pairs]

    def paid_by_type(self, person: PersonCode, funding: Funding) -> list[Var]:
        """The hours of a person paid from one funding type."""
        return self._by_type[person, funding]

    def bought_from(self, envelope: EnvelopeKey) -> list[tuple[TaskKey, Var]]:
        """The outsourced grains paid from an envelope, each with its task."""
        return self._by_firm_envelope[envelope]

    def outsourced_of(self, key: TaskKey) -> list[Var]:
        """Outsourced grains of a task, one variable per envelope."""
        payers = self._instance.firm_payers.get(key, ())
        return [self._outsourced[key, payer] for payer in payers]

    def outsourced(self, key: TaskKey, envelope: EnvelopeKey) -> Var | None:
        """Outsourced grains of a task from one envelope, when that is possible."""
        return self._outsourced.get((key, envelope))

    def leads_of(self, key: TaskKey) -> list[tuple[PersonCode, Var]]:
        """Who may lead a task."""
        people = self._instance.watchers.get(key, ())
        return [(p, self._leads[key, p]) for p in people if (key, p) in self._leads]

    def lead(self, pair: Pair) -> Var | None:
        """The lead variable of a pair, when that is possible."""
        return self._leads.get(pair)

    def backups_of(self, key: TaskKey) -> list[tuple[PersonCode, Var]]:
        """Who may be back-up for a task."""
        people = self._instance.watchers.get(key, ())
        return [(p, self._backups[key, p]) for p in people if (key, p) in self._backups]

    def backup(self, pair: Pair) -> Var | None:
        """The back-up variable of a pair, when that is possible."""
        return self._backups.get(pair)

    def backups_by(self, person: PersonCode) -> list[Var]:
        """The back-up variables of a person."""
        return self._backups_by[person]

    def done(self, key: TaskKey) -> Var:
        """Whether a task is done."""
        return self._done[key]

    def covered(self, key: TaskKey) -> Var:
        """Grains done on a task, by own people and firms."""
        return self._covered[key]

    def asked(self, task: TaskInstance) -> tuple[list[tuple[Var, int]], int]:
        """The demand that counts of a task, as terms and a constant.

        That is all of it, or none of it when its level is not the one that is chosen; a task is
        central when it is done at the group.
        """
        if task.is_central:
            return [(self._done[task.key], task.demand)], 0
        if task.is_local:
            return [(self._done[central_key(task)], -task.demand)], task.demand
        return [], task.demand

    def contracted(self, key: TaskKey) -> Var | None:
        """Whether a task is done by a firm alone, when that is possible."""
        return self._contracted.get(key)

    def of_pair(self, pair: Pair) -> list[Var]:
        """The decisions about a person and a task."""
        roles = (self._works, self._leads, self._backups)
        return [*self.hours_of(pair), *(group[pair] for group in roles if pair in group)]

    def roles(self) -> Iterable[Var]:
        """The decisions that are not hours: who works, leads and backs up."""
        return chain(self._works.values(), self._leads.values(), self._backups.values())

    def decisions(self) -> Mapping[str, Var]:
        """The variables that make up a plan, by name, in a fixed order."""
        groups = (self._hours, self._leads, self._backups, self._outsourced)
        return {var.name: var for group in groups for var in group.values()}

    def values_from(self, plan: Plan) -> dict[int, int]:
        """The value of every variable, by index, when `plan` is the answer."""
        values: dict[int, int] = {}
        for hours_key, var in self._hours.items():
            values[var.index] = plan.hours.get(hours_key, 0)
        for firm_key, var in self._outsourced.items():
            values[var.index] = plan.outsourced.get(firm_key, 0)
        for pair, var in self._works.items():
            values[var.index] = int(any(values[v.index] for v in self.hours_of(pair)))
        for (key, person), var in self._leads.items():
            values[var.index] = int(plan.leads.get(key) == person)
        for (key, person), var in self._backups.items():
            values[var.index] = int(person in plan.backups.get(key, ()))
        for derived in self._derived:
            values[derived.index] = derived.rule([values[part] for part in derived.parts])
        return values

    def plan_from(self, value: Values) -> Plan:
        """The plan that a solution holds."""
        backups: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        for (key, person), var in self._backups.items():
            if value(var):
                backups[key].append(person)
        return Plan(
            hours={key: grains for key, var in self._hours.items() if (grains := value(var))},
            leads={key: person for (key, person), var in self._leads.items() if value(var)},
            backups={key: tuple(people) for key, people in backups.items()},
            outsourced={
                key: grains for key, var in self._outsourced.items() if (grains := value(var))
            },
        )
