"""Columns of numbers as SciPy and NumPy take them."""

import numpy as np
import pandas as pd

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


def vector(column: "pd.Series[float]") -> Vector:
    """A column as floats; what is missing is no number."""
    return np.asarray(column.to_numpy(dtype=float, na_value=np.nan), dtype=np.float64)
