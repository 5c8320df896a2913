"""What the cluster gave against what this machine gives: every difference is counted."""

from pathlib import Path
from shutil import copytree

import pandas as pd
import pytest
from series_work import Threads

from benchmarks.jobs.study import copies_of_small_school
from benchmarks.study_cluster import STUDY, compared
from optimizer.series.study import simulate
from optimizer.series.study.publish import write_study
from optimizer.series.study.run_file import run_study


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The results of the study of the benchmark, on two workbooks."""
    monkeypatch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())
    copies_of_small_school(tmp_path, 2)
    study = tmp_path / "studie.toml"
    study.write_text(STUDY.format(replications=2), encoding="utf-8")
    write_study(run_study(study, tmp_path / "een"))
    return tmp_path / "een"


def found(text: str) -> list[str]:
    return [line.split("|")[2].strip() for line in text.splitlines()[2:]]


def test_the_same_results_do_not_differ(done: Path, tmp_path: Path) -> None:
    other = copytree(done, tmp_path / "ander")
    runs, doubled, different, same, told = found(compared(done, other, [""]))
    assert (runs, doubled, different, told) == ("8", "0", "0", "0")
    part, whole = same.split(" of ")
    assert part == whole != "0"


def test_what_differs_is_counted(done: Path, tmp_path: Path) -> None:
    other = copytree(done, tmp_path / "ander")
    journal = done / "verloop.jsonl"
    first = journal.read_text(encoding="utf-8").splitlines(keepends=True)[0]
    with journal.open("a", encoding="utf-8") as stream:
        stream.write(first)
    (done / "winnaars.csv").write_text("anders", encoding="utf-8")
    part = next((other / "resultaten").glob("*.parquet"))
    rows = pd.read_parquet(part)
    rows.loc[3, "uren_gepland_alles"] = 1
    rows.to_parquet(part)
    told = ["Traceback (most recent call last):", "De cluster antwoordt niet."]
    _, doubled, different, same, shown = found(compared(done, other, told))
    assert (doubled, different, shown) == ("1", "1", "1")
    alike, whole = map(int, same.split(" of "))
    assert alike == whole - 1
