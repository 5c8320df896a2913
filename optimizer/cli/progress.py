"""Progress on a terminal: one line that is rewritten a few times a second."""

import time
from typing import TextIO

from models.result import LevelResult
from optimizer.report.console_text import progress_line
from optimizer.run.solve_options import Progress

INTERVAL_SECONDS = 0.25


class ProgressLine:
    """Writes the state of a solve on one line of a terminal."""

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._enabled = enabled
        self._width = 0
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        """Show the state, at most a few times a second."""
        now = time.monotonic()
        if not self._enabled or now < self._next:
            return
        self._next = now + INTERVAL_SECONDS
        state = LevelResult(progress.level, progress.value, progress.bound)
        self._show(progress_line(state, progress.seconds_left))

    def _show(self, line: str) -> None:
        self._stream.write("\r" + line.ljust(self._width))
        self._stream.flush()
        self._width = len(line)

    def __enter__(self) -> "ProgressLine":
        return self

    def __exit__(self, *_error: object) -> None:
        """Wipe the line, so that what follows starts on a clean one."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
