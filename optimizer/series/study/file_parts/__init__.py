"""The parts of a study file: its population, points, policies, uncertain inputs."""
