"""Lower bounds by weak duality, in whole numbers' reach.

Whatever prices a linear solver finds for the rows, right or wrong, they prove a bound: the rows are
added up with these prices, and every column takes the better of its two ends. So neither a
tolerance nor a bug of the solver can make a bound too high.
"""

from math import ceil

import numpy as np

from optimizer.solver.matrix.linear import FREE, LinearModel, Reals

TOLERANCE = 1e-7
"""Relative error of a sum of floating-point numbers that a bound is lowered by."""


def proven_by(linear: LinearModel, prices: Reals) -> int:
    """The bound that prices of the rows prove, whatever they are."""
    return ceil(worth_at_least(linear, prices))


def worth_at_least(linear: LinearModel, prices: Reals) -> float:
    """The same as it comes, for costs that need not be whole."""
    at_rows = at_prices(linear, prices)
    at_columns = best_ends(linear, reduced_costs(linear, prices))
    bound = float(linear.offset + at_rows.sum() + at_columns.sum())
    error = TOLERANCE * (1 + np.abs(at_rows).max(initial=0) + np.abs(at_columns).max(initial=0))
    return bound - float(error)


def at_prices(linear: LinearModel, prices: Reals) -> Reals:
    """What every row brings at least at its price; a price on an open side counts for nothing."""
    rows, prices = linear.rows, _closed(linear, prices)
    return np.where(prices > 0, prices * rows.lower, prices * rows.upper)


def best_ends(linear: LinearModel, cost: Reals) -> Reals:
    """What every column costs at least, at the better of its two ends."""
    return np.minimum(cost * linear.lower, cost * linear.upper)


def reduced_costs(linear: LinearModel, prices: Reals) -> Reals:
    """What every column costs beyond what the rows pay for it."""
    rows = linear.rows
    weights = rows.factors * _closed(linear, prices)[rows.numbers]
    paid = np.bincount(rows.columns, weights=weights, minlength=len(linear.cost))
    return (linear.cost - paid).astype(np.float64)


def _closed(linear: LinearModel, prices: Reals) -> Reals:
    """The prices, 0 where a row is open on that side: there they prove nothing."""
    rows = linear.rows
    open_side = np.where(prices > 0, rows.lower <= -FREE, rows.upper >= FREE)
    return np.where(open_side, 0.0, prices)
