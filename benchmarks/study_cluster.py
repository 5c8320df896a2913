"""`python -m benchmarks.study_cluster`: a study on a Dask cluster of which processes are killed.

The same study is done by processes of this machine, and both must give the same tables.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
import pandas as pd

from benchmarks.dask_machines import DaskMachines
from benchmarks.jobs.study import copies_of_small_school
from benchmarks.study_page import PAGE, put_section
from benchmarks.tables import table
from optimizer.series.journal import read_entries

TITLE, COMMAND = "A cluster of which processes die", "python -m benchmarks.study_cluster"
PROGRAM = (sys.executable, "-c", "from optimizer.cli.main import run; run()")
POINTS = 2
STUDY = """\
naam = "cluster"
herhalingen = {replications}
tijd = 1
niveaus = ["kern", "dekking"]
normruis_pct = 20
[populatie]
werkboeken = ["*.xlsx"]
[raster]
ict = [1, 1.7]
"""
READING_GUIDE = """\
Workbooks of one small school, uncertain hours per task, two points. A scheduler and two workers of
one thread, processes of their own on 127.0.0.1, are killed outright (SIGKILL) on the way. A
scheduler that comes back at its address is found again by the program; one that stays away ends it
with one sentence, and `--hervat` on a new cluster goes on from the journal. Afterwards the same
study is done by one process of this machine. All tables must be the same, byte for byte in CSV, but
for the seconds that each run took."""
_LOOK_SECONDS = 0.1
_OWN_SECONDS = "seconden"


@dataclass
class Events:
    """What happened to the cluster, each with the runs that were in the journal."""

    rows: list[tuple[str, str]] = field(default_factory=list)

    def tell(self, what: str, journal: Path) -> None:
        """Remember that something is done now."""
        self.rows.append((what, str(num_entered(journal))))


@click.command()
@click.option("--workbooks", default=20, show_default=True, help="Copies of the small school.")
@click.option("--replications", default=50, show_default=True, help="Of two points each.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=PAGE)
def main(workbooks: int, replications: int, out: Path) -> None:
    """Do the study on a cluster and here, and write what came of it in a section of OUT."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies_of_small_school(folder, workbooks)
        study = folder / "studie.toml"
        study.write_text(STUDY.format(replications=replications), encoding="utf-8")
        runs = POINTS * workbooks * replications
        events, told = on_cluster(study, folder / "cluster", runs)
        here = start(study, folder / "hier", "--werkers", "1")
        told += [words_of(here)]
        facts = compared(folder / "cluster", folder / "hier", told)
    parts = (READING_GUIDE, table(("what", "runs done by then"), events.rows, numbers=1), facts)
    put_section(out, TITLE, COMMAND, *parts)
    click.echo("\n\n".join(parts[1:]))


def on_cluster(study: Path, target: Path, runs: int) -> tuple[Events, list[str]]:
    """Do a study on clusters that are killed; what happened, and the program's words on errors."""
    journal, events = target / "verloop.jsonl", Events()
    first = cluster(study.parent / "logs_1")
    program = start(study, target, "--cluster", first.address)
    after(journal, runs // 4, program)
    first.workers[0].kill()
    events.tell("a worker is killed, another is started", journal)
    first.start_worker()
    after(journal, runs // 2, program)
    first.restart_scheduler()
    events.tell("the scheduler is killed, and started again with two workers", journal)
    for _ in range(2):
        first.start_worker()
    after(journal, 3 * runs // 4, program)
    first.end()
    events.tell("the scheduler and all workers are killed for good", journal)
    told = [program.communicate()[1]]
    ended = f"the program has ended with code {program.returncode}: “{told[0].strip()}”"
    events.tell(ended, journal)
    second = cluster(study.parent / "logs_2")
    again = start(study, target, "--cluster", second.address, "--hervat")
    told.append(words_of(again))
    events.tell("resumed on another cluster: all is done", journal)
    second.end()
    return events, told


def cluster(logs: Path) -> DaskMachines:
    """A scheduler with two workers."""
    logs.mkdir()
    machines = DaskMachines(logs)
    for _ in range(2):
        machines.start_worker()
    return machines


def start(study: Path, target: Path, *options: str) -> "subprocess.Popen[str]":
    """Begin the command as a user gives it."""
    return subprocess.Popen(
        [*PROGRAM, "simuleer", str(study), "-o", str(target), "--csv", "be", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def words_of(program: "subprocess.Popen[str]") -> str:
    """What a program said on its error stream, when it has ended well.

    Raises
    ------
    RuntimeError
        With these words, when it has not.
    """
    told = program.communicate()[1]
    if program.returncode:
        raise RuntimeError(f"ended with code {program.returncode}: {told}")
    return told


def after(journal: Path, runs: int, program: "subprocess.Popen[str]") -> None:
    """Wait until so many runs are in the journal.

    Raises
    ------
    RuntimeError
        When the program ends before that.
    """
    while num_entered(journal) < runs:
        if program.poll() is not None:
            raise RuntimeError(f"ended too early: {program.communicate()}")
        time.sleep(_LOOK_SECONDS)


def num_entered(journal: Path) -> int:
    """How many whole lines a journal has."""
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def compared(one: Path, other: Path, told: Sequence[str]) -> str:
    """What two folders of results of one study have in common, in a table.

    Parameters
    ----------
    one, other
        The folders; the first is that of the cluster.
    told
        All that the program said on its error stream.
    """
    runs, others = runs_of(one), runs_of(other)
    names = sorted(path.name for path in other.glob("*.csv") if path.stem != "resultaten")
    same = [name for name in names if (one / name).read_bytes() == (other / name).read_bytes()]
    keys = [entry.key for entry in read_entries(one / "verloop.jsonl")]
    rows = [
        ("runs in the table", str(len(runs))),
        ("runs that stand twice in the journal", str(len(keys) - len(set(keys)))),
        ("rows that differ from those made here", str(num_different(runs, others))),
        ("other tables that are the same, of", f"{len(same)} of {len(names)}"),
        ("lines of a traceback that a user saw", str(sum("Traceback" in text for text in told))),
    ]
    return table(("", "found"), rows, numbers=1)


def runs_of(folder: Path) -> pd.DataFrame:
    """The table of runs, without how long each took."""
    return pd.read_parquet(folder / "resultaten").drop(columns=_OWN_SECONDS)


def num_different(runs: pd.DataFrame, others: pd.DataFrame) -> int:
    """Rows of which any cell differs; all of them when the tables have other rows."""
    if runs.shape != others.shape:
        return max(len(runs), len(others))
    cells, other_cells = (frame.astype(object).fillna("") for frame in (runs, others))
    return int((cells != other_cells).any(axis=1).sum())


if __name__ == "__main__":
    main()
