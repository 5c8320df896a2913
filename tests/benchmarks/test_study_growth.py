"""Studies of growing size: the small school, what is measured of one, and the page."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from series_work import Threads

from benchmarks import study_growth
from benchmarks.jobs.study import run, small_school
from benchmarks.process import Finished, Json
from models.validation import validate
from models.vocabulary import EducationLevel
from optimizer.series.study import simulate

FOUND: Json = {
    "planned": 10, "work": 2.0, "everything": 5.0, "handing_out": 0.0042, "program": 251.4,
}  # fmt: skip


def test_the_school_is_small_and_valid() -> None:
    data = small_school()
    assert (len(data.tasks), len(data.persons)) == (6, 3)
    assert [school.education_level for school in data.schools] == [EducationLevel.PRIMARY]
    assert not [issue for issue in validate(data) if issue.severity.value == "error"]


def test_a_study_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())
    found = run({"schools": 2, "jobs": 1})
    assert found["planned"] == 2
    assert found["work"] > 0
    assert 0 < found["handing_out"] < found["everything"]
    assert found["program"] > 1


def test_the_cells_of_a_study() -> None:
    assert study_growth.row(10, Finished(FOUND, 480.2)) == (
        "10", "", "10", "0.200", "150.00%", "4.2", "251", "480",
    )  # fmt: skip


def test_a_study_that_failed_says_why() -> None:
    cells = study_growth.row(10, Finished(None, 12.0, "exit code 1"))
    assert cells == ("10", "exit code 1", "–", "–", "–", "–", "–", "12")


def test_the_page_has_a_row_per_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Json] = []

    def answer(job: str, arguments: Json, limit: float) -> Finished:
        asked.append({"job": job, **arguments})
        return Finished(FOUND, 480.2)

    monkeypatch.setattr(study_growth, "run_apart", answer)
    out = tmp_path / "page.md"
    options = ["--schools", "10", "--schools", "20", "--jobs", "2", "--out", str(out)]
    shown = CliRunner().invoke(study_growth.main, options)
    assert shown.exit_code == 0
    assert asked == [{"job": "study", "schools": n, "jobs": 2} for n in (10, 20)]
    text = out.read_text(encoding="utf-8")
    assert text.startswith("# Benchmark of studies\n")
    assert "Written by `python -m benchmarks.study_growth` on " in text
    assert "- runs at a time: 2\n" in text
    assert "peers" not in text
    last = [line.split("|")[1].strip() for line in text.splitlines()[-2:]]
    assert last == ["10", "20"]
    assert text.splitlines()[-1] in shown.output
