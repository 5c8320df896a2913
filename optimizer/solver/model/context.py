"""What every rule and level needs: problem, model, variables, and guards for diagnosis."""

from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from models.explanation import Fact, Family
from models.funds import HOUR_FUNDINGS
from models.instance import Instance
from models.problem import PersonCode
from optimizer.solver.model.journeys import Journeys
from optimizer.solver.model.numbers import Numbers
from optimizer.solver.model.variables import Var, Variables, total


@dataclass
class Context:
    """One model under construction.

    With `guarded`, every rule that is added under a fact holds only while the guard of that fact
    is true, so that diagnosis can ask which facts clash. With `named`, every rule has a name.
    """

    instance: Instance
    model: cp_model.CpModel
    variables: Variables
    journeys: Journeys
    numbers: Numbers
    guarded: bool = False
    named: bool = False
    guards: dict[Fact, cp_model.IntVar] = field(default_factory=dict)
    _loads: dict[PersonCode, Var] = field(default_factory=dict)

    def load(self, person: PersonCode) -> Var:
        """Grains of a person in all: work and travel.

        One variable, as many rules look at it: the hours of somebody with a thousand tasks would
        stand in each of them.
        """
        if person not in self._loads:
            parts = self._load_parts(person)
            most = sum(max(list(part.proto.domain)) for part in parts)
            if not self.guarded:
                most = min(most, self.instance.total_capacity(person))
            load = self.variables.derive(most, f"load[{person}]", parts, sum)
            self.model.add(load == total(parts))
            self._loads[person] = load
        return self._loads[person]

    def _load_parts(self, person: PersonCode) -> list[Var]:
        """The variables that sum to a person's load: work and travel."""
        parts = [v for f in HOUR_FUNDINGS for v in self.variables.paid_by_type(person, f)]
        travel = self.journeys.travel(person)
        return parts if travel is None else [*parts, travel]

    def guard(self, fact: Fact) -> cp_model.IntVar:
        """The on/off literal of a fact."""
        if fact not in self.guards:
            self.guards[fact] = self.model.new_bool_var(f"guard[{fact.rule},{fact.subject}]")
        return self.guards[fact]

    def require(
        self, rule: cp_model.BoundedLinearExpression | bool, family: Family, name: str, *who: str
    ) -> None:
        """Add a rule that belongs to a fact: the rule of the family with this name, for `who`."""
        constraint = self.model.add(rule)
        if self.named:
            constraint.with_name(f"{family}.{name}[{','.join(who)}]")
        if self.guarded:
            constraint.only_enforce_if(self.guard(Fact(family, name, who)))

    def name_others(self, part: str) -> None:
        """Name the rules that have no name yet by the part of the model that they are of."""
        if self.named:
            for constraint in self.model.proto.constraints:
                constraint.name = constraint.name or part
