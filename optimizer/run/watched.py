"""Long work in a thread of its own, so that signals arrive and a stop is obeyed."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

POLL_SECONDS = 0.05
"""How often whoever waits looks around."""
T = TypeVar("T")


def watched(work: Callable[[], T], watch: Callable[[], None], cancel: Callable[[], None]) -> T:
    """Do some work while `watch` is called a few times a second.

    When that raises, or a signal does, `cancel` is called until the work has ended: a thread that
    is left in native code would abort the process when Python ends. What the work raises is raised
    here. `Thread.join` is not for this: interrupted, it takes a running thread for one that has
    ended (CPython 3.11).
    """
    future: Future[T] = Future()
    worker = threading.Thread(target=_fulfil, args=(future, work))
    try:
        worker.start()
        while not future.done():
            wait([future], timeout=POLL_SECONDS)
            watch()
    finally:
        while not future.done() and worker.ident is not None:
            cancel()
            wait([future], timeout=POLL_SECONDS)
    return future.result()


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as failure:  # handed to whoever waits
        future.set_exception(failure)
