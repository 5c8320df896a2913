"""Units of work that tests give to workers: importable by name in other processes."""

import os
import signal
import time
from collections.abc import Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from optimizer.series.executors import stop_request
from optimizer.series.runner import UnfinishedError

Result = Mapping[str, object]


def square(number: int) -> Result:
    """The easiest work there is."""
    return {"square": number * number}


def slow_square(number: int) -> Result:
    """The same, in a time in which somebody can step in."""
    time.sleep(0.05)
    return square(number)


def fragile_square(number: int) -> Result:
    """Fails in all the ways there are: a dead process, an error, no JSON, or by its own word."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 5:
        raise ValueError("Noor Voorbeeld cannot be squared")
    if number == 7:
        return {"square": float("nan")}
    if number == 9:
        raise UnfinishedError({"reason": "try again"})
    return square(number)


def patient_square(mark: tuple[str, int]) -> Result:
    """Says that it began, and goes on until it is asked to stop."""
    folder, number = mark
    (Path(folder) / f"{number}.begun").touch()
    while not stop_request().requested:
        time.sleep(0.01)
    return square(number)


def marked_square(mark: tuple[str, int]) -> Result:
    """Leaves its process number behind, one line per attempt, then takes its time."""
    folder, number = mark
    with (Path(folder) / f"{number}.pid").open("a", encoding="ascii") as stream:
        stream.write(f"{os.getpid()}\n")
    time.sleep(0.2)
    return square(number)


class Threads:
    """Workers in this process, by the same standard interface; counts how often it was opened."""

    def __init__(self, room: int = 2) -> None:
        self.room = room
        self.opened = 0

    def open(self) -> Executor:
        self.opened += 1
        return ThreadPoolExecutor(self.room)

    def is_death(self, error: BaseException) -> bool:
        return False

    def ask_stop(self) -> None:
        """Nothing to tell: the tests that stop use processes."""

    def close(self, *, at_once: bool) -> None:
        """The threads end by themselves."""
