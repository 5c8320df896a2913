"""A study in a file, run: the file says what `Study` is asked."""

from collections.abc import Callable
from pathlib import Path

from optimizer.run.stop import Stop
from optimizer.series.runner import Counts
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.simulate import run_design
from optimizer.series.study.study_file import MOST_BYTES, read_study
from optimizer.workbook.write.storage import read_file


def run_study(
    path: Path,
    folder: Path,
    *,
    jobs: int = 1,
    cluster: str | None = None,
    resume: bool = False,
    stop: Stop | None = None,
    on_progress: Callable[[Counts], None] | None = None,
) -> StudyResult:
    """Do the runs of a study file that are not done yet; the rest is as in `Study.run`.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the study file cannot be used.
    SeriesError
        When the folder or the workers cannot be; `other-study` when another was begun there.
    """
    study, content = read_study(path), read_file(path, MOST_BYTES)
    return run_design(
        study.design(), folder, content=content,
        jobs=jobs, cluster=cluster, resume=resume, stop=stop, on_progress=on_progress,
    )  # fmt: skip
