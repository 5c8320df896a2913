"""The CP-SAT model: variables, constraints, objectives."""
