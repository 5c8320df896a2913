"""A Dask cluster on this machine whose processes can be ended one by one, outright."""

import os
import subprocess
import sys
import time
from pathlib import Path

_LOOK_SECONDS = 0.05


class DaskMachines:
    """A scheduler and its workers, each a process of its own on 127.0.0.1."""

    def __init__(self, folder: Path, paths: str = "") -> None:
        """Start a scheduler; `folder` takes the logs, `paths` is where workers find modules."""
        self._folder = folder
        self._environment = os.environ | {"PYTHONPATH": paths or os.pathsep.join(sys.path)}
        self._number = 0
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start_scheduler(0)
        self.address = self._told_address()
        self.workers: list[subprocess.Popen[bytes]] = []

    def restart_scheduler(self) -> None:
        """End the scheduler and start another at the same address."""
        self.scheduler.kill()
        self.scheduler.wait()
        self.scheduler = self._start_scheduler(int(self.address.rpartition(":")[2]))

    def start_worker(self) -> "subprocess.Popen[bytes]":
        """Add a worker of one thread."""
        self._number += 1
        worker = self._start(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", str(self._folder), "--name", f"w{self._number}",
        )  # fmt: skip
        self.workers.append(worker)
        return worker

    def end(self) -> None:
        """End everything that is still there."""
        for process in self.processes:
            process.kill()
            process.wait()

    def _start_scheduler(self, port: int) -> "subprocess.Popen[bytes]":
        return self._start(
            "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"
        )

    def _told_address(self) -> str:
        """The address, as the scheduler logs it when it listens."""
        while True:
            log = (self._folder / "scheduler.log").read_text(encoding="utf-8")
            told = log.partition("Scheduler at:")[2].split()
            if told:
                return told[0]
            time.sleep(_LOOK_SECONDS)

    def _start(self, kind: str, *arguments: str) -> "subprocess.Popen[bytes]":
        with (self._folder / f"{kind}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", kind, *arguments],
                stdout=log, stderr=log, env=self._environment,
            )  # fmt: skip
        self.processes.append(process)
        return process
