"""A request to stop a solve with the best plan so far."""

import threading
from collections.abc import Callable


class Stop:
    """A request to stop, from a signal handler or another thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def request(self) -> None:
        """Ask for the best plan so far, as soon as possible."""
        self._event.set()

    @property
    def requested(self) -> bool:
        """Whether anybody asked."""
        return self._event.is_set()


class Until(Stop):
    """A request that is also made when a condition holds."""

    def __init__(self, stop: Stop, condition: Callable[[], bool]) -> None:
        super().__init__()
        self._stop = stop
        self._condition = condition

    @property
    def requested(self) -> bool:
        """Whether anybody asked, here or there, or the condition holds."""
        return super().requested or self._stop.requested or self._condition()
