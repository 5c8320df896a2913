"""A study from beginning to end: its runs, its tables, and all that is needed to repeat it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pandas as pd

from optimizer.run.series_errors import SeriesError
from optimizer.run.stop import Stop
from optimizer.run.versions import versions_line
from optimizer.series.executors import workers_for
from optimizer.series.journal import Journal
from optimizer.series.runner import Counts, run_units
from optimizer.series.study.design import Study, sources
from optimizer.series.study.job import units, work, workbook_hashes
from optimizer.series.study.study_file import MOST_BYTES, read_study
from optimizer.series.study.summary import Summary, summarise
from optimizer.series.study.table import MEASURED, run_table
from optimizer.workbook.write.storage import read_file, write_file

JOURNAL = "verloop.jsonl"
STUDY_FILE = "studie.toml"
ORIGIN = "herkomst.json"


@dataclass(frozen=True)
class Simulated:
    """A study that ended, or was stopped.

    Attributes
    ----------
    study
        What was asked.
    runs
        A row per run that ended.
    summary
        Its tables; `None` when no block has a plan at every point.
    origin
        Versions, seed and hashes, as they stand beside the results.
    counts
        What this call did of the runs.
    """

    study: Study
    runs: pd.DataFrame
    summary: Summary | None
    origin: Mapping[str, object]
    counts: Counts

    @property
    def planned(self) -> int:
        """Runs that have a plan."""
        return int(self.runs["status"].isin(MEASURED).sum())

    @property
    def asked(self) -> int:
        """Runs that the study asks."""
        return num_runs(self.study)


def num_runs(study: Study) -> int:
    """How many runs a study asks."""
    return sum(1 for _ in sources(study))


def run_study(
    path: Path,
    folder: Path,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    resume: bool = False,
    stop: Stop | None = None,
    on_progress: Callable[[Counts], None] = lambda counts: None,
) -> Simulated:
    """Do the runs of a study file that are not done yet; what is kept of them is in a folder.

    Parameters
    ----------
    path
        The study file.
    folder
        Where the journal and what the study is made of are kept; made when it is missing.
    jobs, cluster
        Processes on this machine, or the address of a Dask cluster.
    resume
        Whether to go on with the same study, by the same program, in the folder.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the study file cannot be used.
    SeriesError
        When the folder or the workers cannot be; `other-study` when another was begun there.
    """
    study, content = read_study(path), read_file(path, MOST_BYTES)
    origin = _origin(study, content)
    workers = workers_for(jobs, cluster)
    _prepare(folder, origin, content, resume=resume)
    with Journal(folder / JOURNAL) as journal:
        counts = run_units(units(study), work, workers, journal, stop, on_progress)
    runs = run_table(study, folder / JOURNAL)
    return Simulated(study, runs, summarise(study, runs), origin, counts)


def _origin(study: Study, content: bytes) -> dict[str, object]:
    """What the results depend on; the same again gives the same results."""
    hashes = workbook_hashes(study)
    return {
        "study_sha256": sha256(content).hexdigest(),
        "seed": study.seed,
        "versions": versions_line(),
        "workbooks": {str(workbook): found for workbook, found in hashes.items()},
    }


def _prepare(folder: Path, origin: Mapping[str, object], content: bytes, *, resume: bool) -> None:
    """Make the folder, or see that it is of this study."""
    begun = (folder / JOURNAL).exists()
    if begun and not resume:
        raise SeriesError("has-results", folder=folder)
    if begun and _known(folder / ORIGIN) != origin:
        raise SeriesError("other-study", folder=folder)
    if not begun and folder.exists() and any(folder.iterdir()):
        raise SeriesError("not-empty", folder=folder)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise SeriesError("no-folder", folder=folder) from error
    write_file(folder / STUDY_FILE, content)
    write_file(folder / ORIGIN, json.dumps(origin, indent=2, ensure_ascii=False).encode())


def _known(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
