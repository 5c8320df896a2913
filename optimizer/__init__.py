"""Everything that does something with the problem: read, solve, explain, write."""
