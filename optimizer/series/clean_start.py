"""Worker processes that begin clean: nothing of the program that starts them runs again in them.

A spawned process imports the main module of its parent once more, which a script pays for when it
does its work outside `if __name__ == "__main__"`: it would begin again in every worker. What our
workers need is importable or travels by value, so here they are not told of a main module at all.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Lock

_STARTING = Lock()
"""The main module is without its file for the moment of one start; two must not mix."""


class CleanProcess(SpawnProcess):
    """A spawned process that does not import the main module."""

    def start(self) -> None:
        """Begin the process."""
        with _STARTING, _main_hidden():
            super().start()


class CleanContext(SpawnContext):
    """The spawning of processes, each of which begins clean."""

    Process = CleanProcess


@contextmanager
def _main_hidden() -> Iterator[None]:
    """For a moment the main module has neither file nor specification, as in a notebook."""
    names: dict[str, object] = sys.modules["__main__"].__dict__
    held: dict[str, object] = {
        name: names[name] for name in ("__file__", "__spec__") if name in names
    }
    names["__spec__"] = None
    names.pop("__file__", None)
    try:
        yield
    finally:
        names.update(held)
