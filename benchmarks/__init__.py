"""Measures the program against other solvers on the same instances; not part of the wheel."""
