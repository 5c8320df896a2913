"""Another solver on the arrays of a model."""

from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from benchmarks.process import Json


def run(arguments: Json) -> Json:
    """Value, bound and seconds of one solver."""
    solver = import_module(f"benchmarks.peers.{arguments['solver']}")
    model, seconds = Path(arguments["model"]), arguments["seconds"]
    return asdict(solver.run(model, seconds, arguments["threads"]))
