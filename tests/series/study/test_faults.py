"""What once misled a reader of a study: each test failed before what it is about was put right."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from command_line import run
from easy_books import minimal, save
from pytest import MonkeyPatch
from series_work import Threads

from benchmarks.invented_runs import invented, write_journal
from optimizer.report.batch_text import describe_series
from optimizer.run.series_errors import SeriesError
from optimizer.series.runner import Counts
from optimizer.series.study import simulate
from optimizer.series.study.design import Design, RunKey, WithoutPlan
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.run_file import run_study
from optimizer.series.study.simulate import JOURNAL
from optimizer.series.study.study import Population, Scenario, Study, Workbooks
from optimizer.series.study.summary.summary import Summary, summarise

STUDY = """naam = "Fouten"
tijd = 2
niveaus = ["kern", "balans", "dekking"]
[populatie]
werkboeken = ["*.xlsx"]
"""
REPLICATIONS = 6


@pytest.fixture(autouse=True)
def here(monkeypatch: MonkeyPatch) -> None:
    """Runs are done in this process."""
    monkeypatch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())


def books(folder: Path, names: str, people: int = 1) -> Path:
    """Copies of one small template, each with so many people alike; the folder."""
    folder.mkdir(exist_ok=True)
    sheets = minimal()
    extra = [[f"P{n}", f"Persoon {n}", "S1", "TICT", 1, 3] for n in range(2, people + 1)]
    sheets["Personen"] += extra
    for name in names:
        save(folder / f"{name}.xlsx", sheets)
    return folder


def tables_of(folder: Path, design: Design, of: object = invented) -> Summary:
    """The tables of a study whose runs were invented."""
    assert callable(of)
    folder.mkdir(exist_ok=True)
    write_journal(folder / JOURNAL, design, of)
    found = summarise(design, fill_store(design, folder / JOURNAL, folder))
    assert found is not None
    return found


def row(table: pd.DataFrame, point: str, measure: str) -> Any:  # noqa: ANN401
    chosen = table[(table["point"] == point) & (table["measure"] == measure)]
    assert len(chosen) == 1
    return chosen.iloc[0]


def test_copies_of_one_workbook_are_independent(tmp_path: Path) -> None:
    folder = books(tmp_path / "in", "abcdef", people=12)
    study = Study(
        Workbooks.matching(folder, ["*.xlsx"]),
        scenarios=[Scenario("vertrek", {"vertrek_pct": 50})],
        replications=2, seconds=2, levels=(),
    )  # fmt: skip
    found = study.run(tmp_path / "uit")
    left = found.runs[found.runs["point"] == "vertrek"]
    per_replication = left.groupby("replication")["people"].nunique()
    assert (per_replication > 1).all()


def test_what_draws_nothing_is_run_once_and_has_no_interval(tmp_path: Path) -> None:
    folder = books(tmp_path / "in", "ab", people=3)
    (folder / "studie.toml").write_text(
        f"herhalingen = {REPLICATIONS}\n{STUDY}[raster]\nict = [1, 0.5]\n[[scenario]]\n"
        'naam = "iedereen weg"\nvertrek_pct = 100\n[[scenario]]\nnaam = "vertrek"\n'
        "vertrek_pct = 50\n",
        encoding="utf-8",
    )
    found = run_study(folder / "studie.toml", tmp_path / "uit")
    runs = found.runs.groupby("point").size()
    assert runs["basis"] == runs["ict=0.5"] == runs["iedereen weg"] == 2
    assert runs["vertrek"] == 2 * REPLICATIONS
    for table, point in ((found.summary, "basis"), (found.differences, "ict=0.5")):
        told = row(table, point, "coverage.all")
        assert np.isnan(told["low"])
        assert told["no_interval"] == "nothing_drawn"
    apart = row(found.differences, "vertrek", "coverage.all")
    mean = row(found.summary, "vertrek", "coverage.all")["mean"]
    assert apart["replications"] == REPLICATIONS
    assert apart["mean"] == pytest.approx(
        mean - row(found.summary, "basis", "coverage.all")["mean"]
    )
    write_study(found)
    page = (tmp_path / "uit" / "studie.html").read_text("utf-8")
    assert "niets wordt getrokken" in page


def test_an_interval_of_no_width_is_not_shown(tmp_path: Path) -> None:
    design = Study(Population(2), replications=3).design()
    tables = tables_of(tmp_path, design, lambda key: invented(key._replace(replication=1)))
    told = row(tables.means, "basis", "coverage.all")
    assert (told["no_interval"], told["replications"]) == ("same_every_time", 3)
    assert np.isnan(told["low"])


def test_plans_that_are_not_proven_are_seen_and_widen_a_difference(tmp_path: Path) -> None:
    design = Study(Population(4), {"ict": [1, 2]}, replications=3).design()
    proven = tables_of(tmp_path / "a", design)
    loose = tables_of(tmp_path / "b", design, lambda key: invented(key, gap=0.5 * key.point))
    for measure in ("core_done", "coverage_weighted"):
        sure, open_ = (row(each.differences, "ict=2", measure) for each in (proven, loose))
        assert (sure["proven"], open_["proven"]) == (100, 0)
        assert sure["gap_low"] == pytest.approx(sure["mean"])
        assert sure["gap_high"] == pytest.approx(sure["mean"])
        assert open_["mean"] == pytest.approx(sure["mean"])
        assert open_["gap_low"] == pytest.approx(sure["mean"])
        assert open_["gap_high"] > sure["mean"] + 1
        assert open_["wide_low"] == pytest.approx(sure["low"])
        assert open_["wide_high"] > sure["high"] + 1
    assert row(loose.means, "ict=2", "core_done")["proven"] == 0


def test_a_school_without_people_counts_as_no_hours(tmp_path: Path) -> None:
    folder = books(tmp_path / "in", "ab")
    scenario = Scenario("weg", {"vertrek_pct": 100})
    study = Study(Workbooks.matching(folder, ["*.xlsx"]), scenarios=[scenario], seconds=2)
    found = study.run(tmp_path / "uit")
    gone = found.runs[found.runs["point"] == "weg"]
    assert set(gone["status"]) == {"invalid"}
    assert list(gone["covered.all"]) == [0, 0]
    assert (gone["demand.all"] > 0).all()
    assert row(found.summary, "weg", "coverage.all")["mean"] == 0
    assert row(found.summary, "weg", "coverage_weighted")["mean"] == 0
    assert row(found.summary, "weg", "without_plan")["mean"] == 100
    assert row(found.differences, "weg", "coverage.all")["mean"] < 0
    left_out = replace(study, without_plan=WithoutPlan.LEFT_OUT)
    assert left_out.run(tmp_path / "weglaten").tables is None


def test_leaving_out_is_called_a_bias(tmp_path: Path) -> None:
    for choice, word in (("geen uren", "telt mee als"), ("weglaten", "Vertekening")):
        folder = books(tmp_path / choice, "ab")
        path = folder / "studie.toml"
        path.write_text(f'zonder_plan = "{choice}"\n{STUDY}', encoding="utf-8")
        write_study(run_study(path, folder / "uit"))
        assert word in (folder / "uit" / "studie.html").read_text("utf-8")


def test_runs_and_population_name_the_same_schools(tmp_path: Path) -> None:
    run("populatie", "--scholen", "3", "--groepen", "1", "-o", tmp_path / "p")
    listed = pd.read_csv(tmp_path / "p" / "populatie.csv", sep=";", encoding="utf-8-sig")
    design = Study(Population(3, 1), {"pool_pct": [0, 50]}, seed=1).design()
    codes = list(listed["school"])

    def of(key: RunKey) -> dict[str, object]:
        found = invented(key)
        pooled = key.unit.startswith("G")
        rows = [[code, *row[1:]] for code in codes for row in _rows(found)] if pooled else []
        single = [[codes[int(key.unit[1:]) - 1], *row[1:]] for row in _rows(found)]
        return {**found, "per_school": rows or single}

    write_journal(tmp_path / JOURNAL, design, of)
    store = fill_store(design, tmp_path / JOURNAL, tmp_path)
    schools = store.schools.frame()
    for _, mine in schools.groupby("point"):
        pairs = mine[["workbook", "school"]].drop_duplicates()
        assert set(pairs.itertuples(index=False, name=None)) == set(
            listed[["werkboek", "school"]].itertuples(index=False, name=None)
        )
    assert set(store.runs.frame()["workbook"]) == {"G0001.xlsx"}


def _rows(found: dict[str, object]) -> list[list[object]]:
    rows = found["per_school"]
    assert isinstance(rows, list)
    return rows


def test_a_drawn_school_is_named_in_its_run(tmp_path: Path) -> None:
    found = Study(Population(1), seconds=1, levels=()).run(tmp_path / "uit").runs
    run("populatie", "--scholen", "1", "-o", tmp_path / "p")
    listed = pd.read_csv(tmp_path / "p" / "populatie.csv", sep=";", encoding="utf-8-sig")
    assert list(found["school"]) == list(listed["school"])
    assert list(found["workbook"]) == list(listed["werkboek"])
    assert list(found["pupils"]) == list(listed["leerlingen"])
    assert list(found["level"]) == list(listed["onderwijsniveau"])


def test_a_moved_study_goes_on(tmp_path: Path) -> None:
    folder = books(tmp_path / "hier", "ab")
    (folder / "studie.toml").write_text(STUDY, encoding="utf-8")
    run_study(folder / "studie.toml", folder / "uit")
    moved = tmp_path / "daar"
    shutil.move(folder, moved)
    again = run_study(moved / "studie.toml", moved / "uit", resume=True)
    assert again.counts == Counts(skipped=2)
    save(moved / "a.xlsx", minimal() | {"Extra": [["x"]]})
    with pytest.raises(SeriesError, match="other-study"):
        run_study(moved / "studie.toml", moved / "uit", resume=True)


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [(errno.ENOSPC, "disk-full", "is vol"), (errno.EROFS, "read-only", "niet geschreven"),
     (errno.EIO, "disk", "werkt niet mee")],
)  # fmt: skip
def test_a_disk_that_refuses_is_called_what_it_is(
    number: int, code: str, words: str, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    folder = books(tmp_path / "in", "ab")
    (folder / "studie.toml").write_text(STUDY, encoding="utf-8")
    synced: list[int] = []

    def refuse(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) > 1:
            raise OSError(number, "geweigerd")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(SeriesError, match=code) as refusal:
            run_study(folder / "studie.toml", tmp_path / "uit")
    assert words in describe_series(refusal.value.code, refusal.value.facts)
    again = run_study(folder / "studie.toml", tmp_path / "uit", resume=True)
    assert again.counts.skipped >= 1
    assert again.planned == 2


def test_a_full_disk_at_the_end_keeps_the_runs(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    folder = books(tmp_path / "in", "ab")
    (folder / "studie.toml").write_text(STUDY, encoding="utf-8")
    done: StudyResult = run_study(folder / "studie.toml", tmp_path / "uit")

    def refuse(self: Path, *_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(SeriesError, match="disk-full"):
            write_study(done)
    assert run_study(folder / "studie.toml", tmp_path / "uit", resume=True).counts.skipped == 2


@pytest.mark.parametrize("begun", [False, True])
def test_a_disk_that_fills_up_at_the_start_costs_nothing(
    begun: bool, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    folder = books(tmp_path / "in", "ab")
    (folder / "studie.toml").write_text(STUDY, encoding="utf-8")
    if begun:
        run_study(folder / "studie.toml", tmp_path / "uit")

    def cut_short(self: Path, content: bytes | str, *_args: object, **_options: object) -> None:
        with self.open("wb") as stream:
            stream.write(content[:10] if isinstance(content, bytes) else content[:10].encode())
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", cut_short)
        patch.setattr(Path, "write_bytes", cut_short)
        with pytest.raises(SeriesError, match="disk-full"):
            run_study(folder / "studie.toml", tmp_path / "uit", resume=begun)
    again = run_study(folder / "studie.toml", tmp_path / "uit", resume=True)
    assert again.counts == (Counts(skipped=2) if begun else Counts(done=2))
    assert again.planned == 2


def test_where_all_schools_are_alike_it_is_not_put_on_replications(tmp_path: Path) -> None:
    design = Study(Population(3), {"ict": [1, 2]}, replications=1).design()
    tables = tables_of(tmp_path, design, lambda key: invented(key, 0.9 if key.point else 0.1))
    found = tables.winners[tables.winners["outcome"] == "won"].set_index(["by", "group"])
    assert found.loc[("all", ""), "mean"] == 100
    assert found.loc[("all", ""), "no_interval"] == "same_everywhere"
    alone = found[found["schools"] == 1]
    assert set(alone["no_interval"]) == {"one_school"}
    once = Study(Population(3), {"ict": [1, 2]}, replications=3).design()
    tables = tables_of(tmp_path / "b", once, lambda key: invented(key, 0.9 if key.point else 0.1))
    assert "same_every_time" in set(tables.winners["no_interval"])
