"""A study from beginning to end: its runs, its tables, and all that is needed to repeat it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from optimizer.run.series_errors import SeriesError
from optimizer.run.stop import Stop
from optimizer.series.executors import workers_for
from optimizer.series.folder import prepare_folder, writing
from optimizer.series.journal import Journal
from optimizer.series.runner import Counts, run_units
from optimizer.series.study.design import Design
from optimizer.series.study.job import units, work
from optimizer.series.study.notebook import notebook_progress
from optimizer.series.study.origin import is_same_study, origin_of
from optimizer.series.study.outcome import StudyResult, num_runs
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.summary.summary import summarise

JOURNAL = "verloop.jsonl"
STUDY_FILE = "studie.toml"
ORIGIN = "herkomst.json"


def run_design(
    design: Design,
    folder: Path | None,
    *,
    content: bytes | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    resume: bool = False,
    stop: Stop | None = None,
    on_progress: Callable[[Counts], None] | None = None,
) -> StudyResult:
    """Do the runs of a study that are not done yet; what is kept of them is in a folder.

    `content` is that of the study file, when there is one; the rest is as in `Study.run`.

    Raises
    ------
    SeriesError
        When the folder or the workers cannot be used; `other-study` when another was begun there.
    """
    workers = workers_for(jobs, cluster)
    temporary = TemporaryDirectory(prefix="studie-") if folder is None else None
    place = Path(temporary.name) if temporary else folder or Path()
    told = on_progress or notebook_progress(num_runs(design))
    with writing(place):
        origin = origin_of(design, content)
        prepare_folder(place, JOURNAL, resume=resume)
        with Journal(place / JOURNAL) as journal:
            _claim(place, origin, content)
            counts = run_units(units(design), work, workers, journal, stop, told)
        store = fill_store(design, place / JOURNAL, place)
        tables = summarise(design, store)
    return StudyResult(design, place, store, tables, origin, counts, temporary)


def _claim(folder: Path, origin: Mapping[str, object], content: bytes | None) -> None:
    """See that the runs in the journal are of this study, and write what it is beside them.

    The journal is there first, so that a disk that is full from the start leaves a folder that can
    be resumed; as long as nothing is in it, any study may begin there.
    """
    has_runs = (folder / JOURNAL).stat().st_size > 0
    if has_runs and not is_same_study(_known(folder / ORIGIN), origin):
        raise SeriesError("other-study", folder=folder)
    if content is not None:
        _write_whole(folder / STUDY_FILE, content)
    text = json.dumps(origin, indent=2, ensure_ascii=False)
    _write_whole(folder / ORIGIN, text.encode("utf-8"))


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and move into place: without its origin a study cannot go on."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_bytes(content)
    beside.replace(path)


def _known(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
