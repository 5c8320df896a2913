"""A program that is killed outright: its workers end with it, and the next run goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from series_work import marked_square

from optimizer.series.executors import LocalProcesses
from optimizer.series.journal import Journal, JournalState, read_entries
from optimizer.series.runner import Unit, run_units

NUMBERS = range(12)
PATIENCE_SECONDS = 120.0
SCRIPT = """
import sys
from pathlib import Path
from test_runner_killed import work_through
if __name__ == "__main__":
    work_through(Path(sys.argv[1]))
"""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of a POSIX system")


def work_through(folder: Path) -> None:
    """All units, by two processes."""
    units = [Unit(str(number), (str(folder), number)) for number in NUMBERS]
    with Journal(folder / "verloop.jsonl") as journal:
        run_units(units, marked_square, LocalProcesses(2), journal)


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    except FileNotFoundError:
        return False
    return state.split()[0] != "Z"


def wait_until(condition: object) -> None:
    """Until a condition holds, or too long has passed."""
    began = time.monotonic()
    assert callable(condition)
    while not condition():
        assert time.monotonic() - began < PATIENCE_SECONDS
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at /proc")
def test_a_kill_loses_only_what_was_under_way(tmp_path: Path) -> None:
    script, journal = tmp_path / "reeks.py", tmp_path / "verloop.jsonl"
    script.write_text(SCRIPT, encoding="utf-8")
    paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], env=os.environ | {"PYTHONPATH": paths}
    )
    try:
        wait_until(lambda: len(list(read_entries(journal))) >= 4)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    workers = {
        int(line) for file in tmp_path.glob("*.pid") for line in file.read_text().splitlines()
    }
    assert len(workers) == 2
    wait_until(lambda: not any(map(is_running, workers)))
    done = {entry.key for entry in read_entries(journal)}
    assert done < set(map(str, NUMBERS))

    work_through(tmp_path)
    entries = list(read_entries(journal))
    assert [entry.standing for entry in entries] == [JournalState.DONE] * len(NUMBERS)
    assert {e.key: e.result for e in entries} == {str(n): {"square": n * n} for n in NUMBERS}
    attempts = {int(f.stem): len(f.read_text().splitlines()) for f in tmp_path.glob("*.pid")}
    assert all(attempts[int(key)] == 1 for key in done)
    # Under way, or ended and not yet in the journal: no more than was in flight.
    assert sum(attempts.values()) <= len(NUMBERS) + LocalProcesses(2).room
