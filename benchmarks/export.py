"""From CP-SAT models to the arrays that the peers are given."""

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.matrix import Matrix
from optimizer.solver.matrix.as_linear import linear_model


def matrix_of(model: cp_model.CpModel) -> Matrix:
    """The rules and the objective of a model, rows in a form that every solver takes."""
    linear = linear_model(model)
    rows = linear.rows
    return Matrix(
        lower=linear.lower,
        upper=linear.upper,
        cost=linear.cost,
        offset=np.array(linear.offset, dtype=np.int64),
        starts=rows.starts,
        columns=rows.columns,
        factors=rows.factors,
        row_lower=rows.lower,
        row_upper=rows.upper,
    )
