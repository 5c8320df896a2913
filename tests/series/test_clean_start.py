"""A script without `if __name__ == "__main__"` works through a series once, not once per worker."""

import os
import subprocess
import sys
from pathlib import Path

from optimizer.series.journal import read_entries

PATIENCE_SECONDS = 180
SCRIPT = """
from pathlib import Path
from series_work import square
from optimizer.series.executors import LocalProcesses
from optimizer.series.journal import Journal
from optimizer.series.runner import Unit, run_units
print("begun")
with Journal(Path("verloop.jsonl")) as journal:
    run_units([Unit(str(n), n) for n in range(6)], square, LocalProcesses(2), journal)
print(Path(__file__).name, __spec__)
"""


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "reeks.py"
    script.write_text(SCRIPT, encoding="utf-8")
    paths = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path, env=os.environ | {"PYTHONPATH": paths},
        capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["begun", "reeks.py None"], done.stderr
    assert (done.returncode, done.stderr) == (0, "")
    entries = list(read_entries(tmp_path / "verloop.jsonl"))
    assert {e.key: e.result["square"] for e in entries} == {str(n): n * n for n in range(6)}


STUDY = """
from models.settings import Level
from optimizer.series.study.study import Population, Study
found = Study(Population(1), seconds=1, levels=(Level.CORE,)).run()
print(len(found.runs), *found.runs["status"])
"""


def test_what_libraries_print_in_a_worker_is_not_seen(tmp_path: Path) -> None:
    script = tmp_path / "studie.py"
    script.write_text(STUDY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("1 optimal\n", "", 0)
