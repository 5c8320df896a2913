"""The rules as rows of a matrix, for solvers that read one."""
