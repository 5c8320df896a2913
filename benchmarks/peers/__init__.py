"""The other solvers, each on the arrays of a model, each in a process of its own."""
