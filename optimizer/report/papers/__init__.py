"""Papers to hand out: a sheet per person and per school, and a page for the board."""
