"""The CP-SAT model of a generalised assignment problem, and what moves together in it."""

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.gap import GapProblem
from optimizer.solver.matrix.landscape import Landscape


def gap_model(problem: GapProblem) -> cp_model.CpModel:
    """Minimise the costs of the problem; rules and objective are linear."""
    model = cp_model.CpModel()
    assign = [[model.new_bool_var("") for _ in row] for row in problem.worth]
    for column in zip(*assign, strict=True):
        model.add(sum(column) == 1)
    for row, use, capacity in zip(assign, problem.use, problem.capacity, strict=True):
        model.add(cp_model.LinearExpr.weighted_sum(row, use) <= capacity)
    literals = [literal for row in assign for literal in row]
    costs = [cost for row in problem.costs() for cost in row]
    model.minimize(cp_model.LinearExpr.weighted_sum(literals, costs))
    return model


def gap_landscape(problem: GapProblem) -> Landscape:
    """Items are the tasks and agents the people, all in one place; columns as in `gap_model`."""
    agents, items = len(problem.capacity), len(problem.worth[0])
    columns, none = np.arange(agents * items), np.zeros(0, dtype=np.int64)
    return Landscape(
        tasks=columns % items,
        persons=columns // items,
        places=np.zeros(items, dtype=np.int64),
        columns=columns,
        owners=columns,
        task_columns=none,
        task_owners=none,
    )
