"""What happens, told to every window that is open: one stream of events per window."""

import asyncio
import json
import time
from collections.abc import AsyncIterator

BEAT_SECONDS = 15.0
"""A stream says this often that it is alive: a window that was closed is noticed then."""


class Hub:
    """Passes events on; `publish` may be called from any thread."""

    def __init__(self) -> None:
        self._windows: set[asyncio.Queue[str | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._left = time.monotonic()

    def open(self) -> None:
        """Begin, in the loop that serves the windows."""
        self._loop = asyncio.get_running_loop()

    def publish(self, kind: str, **facts: object) -> None:
        """Tell every window."""
        text = f"event: {kind}\ndata: {json.dumps(facts)}\n\n"
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, text)

    def close(self) -> None:
        """End every stream; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._spread, None)

    @property
    def alone_seconds(self) -> float:
        """How long no window has been open."""
        return 0.0 if self._windows else time.monotonic() - self._left

    async def events(self) -> AsyncIterator[str]:
        """The stream of one window."""
        window: asyncio.Queue[str | None] = asyncio.Queue()
        self._windows.add(window)
        try:
            yield "retry: 1000\n\n"
            while (text := await _next(window)) is not None:
                yield text
        finally:
            self._windows.discard(window)
            self._left = time.monotonic()

    def _spread(self, text: str | None) -> None:
        for window in self._windows:
            window.put_nowait(text)


async def _next(window: "asyncio.Queue[str | None]") -> str | None:
    try:
        return await asyncio.wait_for(window.get(), BEAT_SECONDS)
    except TimeoutError:
        return ": nog hier\n\n"
