"""Warm starts: any plan becomes a complete hint, and tells what each level would be worth."""

from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from models.plan import Plan
from optimizer.cpsat.context import Context


@dataclass(frozen=True)
class Measure:
    """A linear objective taken out of its model: what it is worth for given values."""

    offset: int
    terms: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, model: cp_model.CpModel) -> "Measure":
        """The present objective of a model."""
        objective = model.proto.objective
        terms = zip(objective.vars, objective.coeffs, strict=True)
        return cls(int(objective.offset), tuple((int(var), int(factor)) for var, factor in terms))

    def value(self, values: Mapping[int, int]) -> int:
        """The objective's value, from the value of every variable by index."""
        return self.offset + sum(values[index] * factor for index, factor in self.terms)


def set_hint(context: Context, plan: Plan) -> None:
    """Hint the value of every variable, so that the solver starts from `plan`."""
    hint = context.model.proto.solution_hint
    hint.vars.clear()
    hint.values.clear()
    for index, value in context.variables.values_from(plan).items():
        hint.vars.append(index)
        hint.values.append(value)
