"""Which version of another solver is installed."""

from importlib import import_module

from benchmarks.process import Json


def run(arguments: Json) -> Json:
    """The name and version of one solver."""
    return {"version": import_module(f"benchmarks.peers.{arguments['solver']}").version()}
