"""A request to stop a solve with the best plan so far."""

import threading


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
