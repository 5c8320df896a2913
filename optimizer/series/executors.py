"""Where units are worked on: processes of this machine, or a Dask cluster that is there already.

Both hand out a standard `concurrent.futures.Executor`; the runner knows no other difference.
"""

import logging
import os
import signal
import threading
import time
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import suppress
from ctypes import c_byte
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

from optimizer.run.native_output import keep_native_output_out
from optimizer.run.series_errors import SeriesError
from optimizer.run.stop import Stop
from optimizer.series.clean_start import CleanContext

if TYPE_CHECKING:
    from distributed import Client

_READY = 2
"""Units in flight per worker: the next one lies ready when one ends."""
_LOOK_SECONDS = 2.0
"""Between two looks at how large a cluster is."""
_CONNECT_SECONDS = 60.0
"""How long a cluster may be away, as when its scheduler starts again."""


class Workers(Protocol):
    """A place where units are worked on."""

    def open(self) -> Executor:
        """A new executor; one that was open before is given up.

        Raises
        ------
        SeriesError
            When there is none to be had.
        """

    @property
    def room(self) -> int:
        """How many units may be in flight now; it may change while they are."""

    def is_death(self, error: BaseException) -> bool:
        """Whether a unit failed because the process that worked on it died."""

    def ask_stop(self) -> None:
        """Ask the units that are being worked on to end with the best they have."""

    def close(self, *, at_once: bool) -> None:
        """Let go of the executor, at once or when its units have ended; may be called twice."""


def workers_for(jobs: int, cluster: str | None) -> Workers:
    """Processes of this machine, or the cluster at an address such as `tcp://10.0.0.5:8786`.

    Raises
    ------
    SeriesError
        `no-dask` when a cluster is asked and the library for it is not installed.
    """
    return LocalProcesses(jobs) if cluster is None else DaskCluster(cluster)


def stop_request() -> Stop:
    """The request to stop that concerns the unit being worked on in this process."""
    return _WORKER.stop


class LocalProcesses:
    """Worker processes of this machine; they end when the program that began them ends."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._context = CleanContext()
        self._asked = self._context.RawValue(c_byte, 0)
        self._executor: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None

    def open(self) -> Executor:
        """A pool of as many processes as there are jobs, begun when they are needed."""
        self.close(at_once=True)
        held, self._lifeline = self._context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(
            self._jobs, self._context, _enter_worker, (self._asked, held)
        )
        return self._executor

    @property
    def room(self) -> int:
        """Each process has one unit at hand and one ready."""
        return _READY * self._jobs

    def is_death(self, error: BaseException) -> bool:
        """A pool is broken as a whole: which of its units did it is not known."""
        return isinstance(error, BrokenExecutor)

    def ask_stop(self) -> None:
        """Seen by all processes, also by those that begin later."""
        self._asked.value = 1

    def close(self, *, at_once: bool) -> None:
        """Workers hold the other end of the lifeline: they end as soon as it is cut."""
        if self._executor is None or self._lifeline is None:
            return
        if at_once:
            self._lifeline.close()
        self._executor.shutdown(cancel_futures=True)
        self._lifeline.close()
        self._executor = self._lifeline = None


class DaskCluster:
    """An existing Dask cluster; it gives the units of a lost worker to another by itself."""

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError as error:
            raise SeriesError("no-dask") from error
        _hush()
        self._library = distributed
        self._address = address
        self._client: Client | None = None
        self._threads = 1
        self._next_look = 0.0

    def open(self) -> Executor:
        """Connect; a scheduler that is starting is waited for."""
        self.close(at_once=True)
        try:
            self._client = self._library.Client(
                self._address, timeout=_CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise SeriesError("no-cluster", address=self._address) from error
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    @property
    def room(self) -> int:
        """Each thread that the cluster has at this moment has one unit at hand and one ready."""
        if self._client is not None and time.monotonic() >= self._next_look:
            self._next_look = time.monotonic() + _LOOK_SECONDS
            # A scheduler that cannot be asked now has lost the units too: that shows by itself.
            with suppress(OSError):
                self._threads = max(1, sum(self._client.nthreads().values()))
        return _READY * self._threads

    def is_death(self, error: BaseException) -> bool:
        """The cluster tried the unit on several workers, and all died."""
        return isinstance(error, self._library.KilledWorker)

    def ask_stop(self) -> None:
        """Nothing reaches a unit on another machine: it is dropped."""

    def close(self, *, at_once: bool) -> None:
        """Disconnect; the cluster itself stays."""
        if self._client is not None:
            self._client.close()
            self._client = None


def _hush() -> None:
    """Keep the library's own words off the screen: what is lost, the runner finds and tells.

    It logs a traceback for every connection that breaks, which a user takes for a crash.
    """
    known = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    for name in (*known, "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _SharedStop(Stop):
    """A request to stop that another process makes."""

    def __init__(self, asked: c_byte) -> None:
        super().__init__()
        self._asked = asked

    @property
    def requested(self) -> bool:
        return bool(self._asked.value) or super().requested


class _Worker:
    """What a worker process knows of the program that began it."""

    stop: Stop = Stop()


_WORKER = _Worker()


def _enter_worker(asked: c_byte, lifeline: Connection) -> None:
    """Runs first in every worker process."""
    # Ctrl-C reaches a whole group of processes: what it means is for the program to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_native_output_out()
    _WORKER.stop = _SharedStop(asked)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End this process, whatever it is doing, when the program at the other end is gone."""
    try:
        lifeline.poll(None)
    finally:
        os._exit(1)
