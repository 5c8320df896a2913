"""Warm starts: any plan becomes a complete hint, and tells what each level would be worth."""

from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model


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


def set_hint(model: cp_model.CpModel, values: Mapping[int, int]) -> None:
    """Hint the value of every variable, by index, so that the solver starts there."""
    hint = model.proto.solution_hint
    hint.vars.clear()
    hint.values.clear()
    hint.vars.extend(values.keys())
    hint.values.extend(values.values())
