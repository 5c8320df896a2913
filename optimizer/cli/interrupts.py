"""Ctrl-C and SIGTERM: the first asks for the best plan so far, the second stops at once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from optimizer.run.stop import Stop

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stopping_on_signals() -> Iterator[Stop]:
    """A stop request that is made by the first signal; the handlers are put back afterwards."""
    stop = Stop()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        if stop.requested:
            raise KeyboardInterrupt
        stop.request()

    previous = {each: signal.signal(each, ask) for each in SIGNALS}
    try:
        yield stop
    finally:
        for each, handler in previous.items():
            signal.signal(each, handler)
