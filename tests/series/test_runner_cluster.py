"""The runner on a Dask cluster: a scheduler and workers, processes of their own on this machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from machine import library
from series_work import Threads, marked_square, square

from benchmarks.dask_machines import DaskMachines
from optimizer.run.series_errors import SeriesError
from optimizer.series import executors
from optimizer.series.executors import DaskCluster, workers_for
from optimizer.series.journal import Journal, JournalState, read_entries
from optimizer.series.runner import Counts, Unit, run_units

library("distributed", "the extra ‘cluster’")

NUMBERS = range(40)
PATIENCE_SECONDS = 180.0
PATHS = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[DaskMachines]:
    found = DaskMachines(tmp_path, PATHS)
    yield found
    found.end()


def test_a_worker_is_lost_and_one_is_added(machines: DaskMachines, tmp_path: Path) -> None:
    workers = [machines.start_worker() for _ in range(2)]
    seen: list[int] = []

    def step_in(counts: Counts) -> None:
        seen.append(counts.total)
        if counts.total == 8:
            workers[0].send_signal(signal.SIGKILL)
            machines.start_worker()

    path, here = tmp_path / "verloop.jsonl", tmp_path / "lokaal.jsonl"
    marks = [Unit(str(number), (str(tmp_path), number)) for number in NUMBERS]
    with Journal(path) as journal:
        done = run_units(
            marks, marked_square, workers_for(1, machines.address), journal, on_progress=step_in
        )
    assert done == Counts(done=len(NUMBERS))
    assert seen == list(range(1, len(NUMBERS) + 1))
    entries = list(read_entries(path))
    assert [entry.standing for entry in entries] == [JournalState.DONE] * len(NUMBERS)
    with Journal(here) as journal:
        run_units([Unit(str(n), n) for n in NUMBERS], square, Threads(), journal)
    assert {e.key: e.result for e in entries} == {e.key: e.result for e in read_entries(here)}
    used = {line for file in tmp_path.glob("*.pid") for line in file.read_text().split()}
    assert str(workers[0].pid) in used
    assert str(workers[1].pid) in used
    assert len(used) == 3


def test_a_scheduler_that_starts_again_is_found_again(
    machines: DaskMachines, tmp_path: Path
) -> None:
    machines.start_worker()

    def step_in(counts: Counts) -> None:
        if counts.total == 5:
            machines.restart_scheduler()
            machines.start_worker()

    path = tmp_path / "verloop.jsonl"
    marks = [Unit(str(number), (str(tmp_path), number)) for number in NUMBERS]
    with Journal(path) as journal:
        done = run_units(
            marks, marked_square, DaskCluster(machines.address), journal, on_progress=step_in
        )
    assert done == Counts(done=len(NUMBERS))
    entries = list(read_entries(path))
    assert {e.key: e.result for e in entries} == {str(n): {"square": n * n} for n in NUMBERS}
    assert len(entries) == len(NUMBERS)


def test_no_cluster_at_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_CONNECT_SECONDS", 0.2)
    with (
        Journal(tmp_path / "verloop.jsonl") as journal,
        pytest.raises(SeriesError, match="no-cluster"),
    ):
        run_units([Unit("1", 1)], square, DaskCluster("tcp://127.0.0.1:9"), journal)


def test_without_the_extra_there_is_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SeriesError, match="no-dask"):
        workers_for(1, "tcp://127.0.0.1:8786")


LOST = """
import sys
from pathlib import Path
from optimizer.series import executors
from optimizer.cli.main import run
executors._CONNECT_SECONDS = 3.0
sys.argv = ["taakverdeler", *sys.argv[1:]]
run()
"""
SLOW = """naam = "traag"
herhalingen = 40
tijd = 1
niveaus = ["kern"]
[populatie]
scholen = 4
"""


def test_a_scheduler_that_stays_away_is_told_without_a_traceback(
    machines: DaskMachines, tmp_path: Path
) -> None:
    machines.start_worker()
    study, target = tmp_path / "traag.toml", tmp_path / "uit"
    study.write_text(SLOW, encoding="utf-8")
    command = [sys.executable, "-c", LOST, "simuleer", str(study), "-o", str(target)]
    process = subprocess.Popen(
        [*command, "--cluster", machines.address], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONPATH": PATHS},
    )  # fmt: skip
    began = time.monotonic()
    while len(list(read_entries(target / "verloop.jsonl"))) < 3:
        assert time.monotonic() - began < PATIENCE_SECONDS
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    machines.end()
    out, err = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 2, err
    assert out == ""
    assert "antwoordt niet" in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1, err
