"""Runs a job in a process of its own, and watches its time and its memory.

Solvers are kept apart because the memory of one must not count for another, and because some do not
keep to their time limit.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.memory import tree_memory

Json = dict[str, Any]
ROOT = Path(__file__).parents[1]
POLL_SECONDS = 0.1
GRACE_FACTOR, GRACE_SECONDS = 2.0, 240.0
"""A job may take this many times its limit and so much more, building of models included."""


@dataclass(frozen=True)
class Finished:
    """What a job left: its answer, or why there is none; `memory` is the peak in MiB."""

    answer: Json | None
    memory: float
    remark: str = ""


def run_apart(job: str, arguments: Json, limit: float) -> Finished:
    """Run a job of `benchmarks.jobs`; past its limit and some grace it is ended."""
    with tempfile.TemporaryDirectory() as folder:
        target, told = Path(folder) / "answer.json", Path(folder) / "told.txt"
        command = [sys.executable, "-m", "benchmarks.job", job, json.dumps(arguments), str(target)]
        with told.open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
            memory, in_time = _watch(process, GRACE_FACTOR * limit + GRACE_SECONDS)
        if not in_time:
            return Finished(None, memory, "ended long after its time limit")
        if process.returncode != 0:
            return Finished(None, memory, _last_line(told) or f"exit code {process.returncode}")
        answer: Json = json.loads(target.read_text(encoding="utf-8"))
        return Finished(answer, max(memory, answer.pop("memory")))


def _watch(process: "subprocess.Popen[bytes]", limit: float) -> tuple[float, bool]:
    """The peak memory of a process and its children, and whether it ended by itself."""
    peak, waited = 0.0, 0.0
    try:
        while waited < limit:
            try:
                process.wait(POLL_SECONDS)
            except subprocess.TimeoutExpired:
                waited += POLL_SECONDS
                peak = max(peak, tree_memory(process.pid))
            else:
                return peak, True
        return peak, False
    finally:
        # Also when the benchmark itself is interrupted: its jobs have a session of their own.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _last_line(told: Path) -> str:
    lines = told.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
