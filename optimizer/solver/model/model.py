"""Builds the CP-SAT model of an instance: variables, then every family of rules, in order."""

from ortools.sat.python import cp_model

from models.instance import Instance
from optimizer.solver.model.constraints import CONSTRAINTS
from optimizer.solver.model.context import Context
from optimizer.solver.model.journeys import Journeys
from optimizer.solver.model.numbers import Numbers
from optimizer.solver.model.variables import Variables


def build_model(instance: Instance, guarded: bool = False, named: bool = False) -> Context:
    """The model with all hard rules and no objective.

    With `guarded`, each rule that could be part of a conflict holds only under its guard. With
    `named`, every rule has a name, for whoever reads the model elsewhere.
    """
    model = cp_model.CpModel()
    variables = Variables(model, instance, bounded=not guarded)
    journeys = Journeys(variables, instance)
    numbers = Numbers(model, variables)
    context = Context(instance, model, variables, journeys, numbers, guarded, named)
    for family, add in CONSTRAINTS.items():
        if add is not None:
            add(context)
            context.name_others(family)
    return context
