"""Fixed appointments in the model: what their people do not work is charged to an envelope too."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import mul

from models.appointments import Crew, reserved
from models.plan import EnvelopeKey
from models.problem import PersonCode
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Rule, Var, total, weighted

Uses = list[tuple[Var, int]]
Charges = Callable[[tuple[int, ...]], Mapping[tuple[int, EnvelopeKey], int]]


class Appointments:
    """`Σ_t hours[t,p,e] + idle[p,e]` is the whole appointment, over all e that may pay it.

    People whom the same envelopes may pay are one crew: what they do not work is one amount per
    envelope, in the points of the envelopes. A crew with one envelope is a constant there.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        found = context.instance.commitments
        self._payers = found.payers
        self._alone = [crew for crew in found.crews if len(crew.payers) == 1]
        self._crews = [crew for crew in found.crews if len(crew.payers) > 1]
        self._workers = {code: n for n, crew in enumerate(self._crews) for code in crew.shares}

    def charged(
        self, uses: Mapping[EnvelopeKey, Uses]
    ) -> tuple[dict[EnvelopeKey, Uses], dict[EnvelopeKey, int]]:
        """What every envelope is charged with, and what it is charged with whatever the plan."""
        fixed: dict[EnvelopeKey, int] = dict.fromkeys(uses, 0)
        settled: set[PersonCode] = set()
        for crew in self._alone:
            fixed[crew.payers[0]] += crew.whole
            settled |= crew.shares.keys()
        left = {key: self._without(key, each, settled) for key, each in uses.items()}
        if self._crews:
            self._add_idle(left, fixed)
        return left, fixed

    def _without(self, key: EnvelopeKey, uses: Uses, settled: set[PersonCode]) -> Uses:
        """The uses without the hours of people who are charged whole anyhow."""
        if not settled or key not in self._payers:
            return uses
        paid = {
            var.index for code, var in self._context.variables.paid_from(key) if code in settled
        }
        return [(var, cost) for var, cost in uses if var.index not in paid]

    def _add_idle(self, uses: dict[EnvelopeKey, Uses], fixed: Mapping[EnvelopeKey, int]) -> None:
        """Charge what the crews do not work, wherever that fits."""
        variables, model = self._context.variables, self._context.model
        keys = sorted(self._payers)
        room = {
            key: (self._context.instance.envelopes[key].amount or 0) - fixed[key] for key in keys
        }
        worked = [self._worked(number) for number in range(len(self._crews))]
        spent = [self._spent(key, uses[key]) for key in keys]
        flows = _flows(self._crews, self._payers, keys, room)
        for number, crew in enumerate(self._crews):
            idle: list[Var] = []
            for key in (key for key in crew.payers if key in self._payers):
                name = f"idle[{number},{key}]"
                rule = _part(flows, number, key)
                idle.append(variables.derive(crew.whole, name, [*worked, *spent], rule))
                uses[key].append((idle[-1], 1))
            # More idle than there is would only cost: at least is enough.
            model.add(total([*idle, worked[number]]) >= crew.whole)

    def _worked(self, number: int) -> Var:
        """What a crew works, in points, from whatever envelope."""
        crew, variables = self._crews[number], self._context.variables
        costs = self._costs(crew)
        hours = [
            (var, costs[code])
            for key in crew.payers
            for code, var in variables.paid_from(key)
            if self._workers.get(code) == number
        ]
        return self._sum(f"worked[{number}]", hours, crew.whole)

    def _costs(self, crew: Crew) -> dict[PersonCode, int]:
        envelope = self._context.instance.envelopes[crew.payers[0]]
        persons = {person.code: person for person in self._context.instance.persons}
        return {code: envelope.cost(persons[code]) for code in crew.shares}

    def _spent(self, key: EnvelopeKey, uses: Uses) -> Var:
        """What is worked from an envelope."""
        most = self._context.instance.envelopes[key].amount or 0
        return self._sum(f"spent[{key}]", uses, most)

    def _sum(self, name: str, terms: Uses, most: int) -> Var:
        """A variable for a weighted sum; diagnosis may leave the rules that bound it."""
        variables = self._context.variables
        factors = [factor for _, factor in terms]
        if self._context.guarded:
            most = sum(max(list(var.proto.domain)) * factor for var, factor in terms)
        parts = [var for var, _ in terms]
        summed = variables.derive(most, name, parts, _weighed(factors))
        self._context.model.add(summed == weighted(terms))
        return summed


def _weighed(factors: Sequence[int]) -> Rule:
    return lambda values: sum(map(mul, values, factors))


def _flows(
    crews: Sequence[Crew],
    payers: frozenset[EnvelopeKey],
    keys: Sequence[EnvelopeKey],
    room: Mapping[EnvelopeKey, int],
) -> Charges:
    """How the idle hours are charged, from what the crews work and what the envelopes spend."""

    @lru_cache(maxsize=1)
    def flow(values: tuple[int, ...]) -> Mapping[tuple[int, EnvelopeKey], int]:
        worked, spent = values[: len(crews)], values[len(crews) :]
        left = {key: max(0, room[key] - n) for key, n in zip(keys, spent, strict=True)}
        return reserved(crews, payers, dict(enumerate(worked)), left).sent

    return flow


def _part(flows: Charges, number: int, key: EnvelopeKey) -> Rule:
    return lambda values: flows(tuple(values)).get((number, key), 0)
