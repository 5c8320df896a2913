"""What is done in a process of its own: one module a job, each with `run`."""
