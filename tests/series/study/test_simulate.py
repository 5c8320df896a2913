"""Whole studies: every run has its row, pairs are pairs, and the same study gives the same rows."""

import json
import pickle
from collections.abc import Hashable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest
from command_line import run
from easy_books import minimal, save
from pytest import MonkeyPatch
from series_work import Threads

from optimizer.cli import simulate as command
from optimizer.run.series_errors import SeriesError
from optimizer.series.journal import Entry, JournalState, read_entries
from optimizer.series.runner import Counts
from optimizer.series.study import simulate
from optimizer.series.study.design import RunKey
from optimizer.series.study.job import units
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.run_file import run_study
from optimizer.series.study.simulate import JOURNAL, ORIGIN, STUDY_FILE
from optimizer.series.study.summary.summary import summarise

STUDY = """naam = "Proef <b>& co</b>"
herhalingen = 2
tijd = 2
normruis_pct = 30
niveaus = ["kern", "balans", "dekking"]
[populatie]
werkboeken = ["*.xlsx"]
[raster]
ict = [0.5, 1]
normen = [1, 2]
[[scenario]]
naam = "=scenario"
vertrek_pct = 100
"""
RUNS = 2 * 2 * 5
"""Workbooks, replications and points."""
SHORT = """naam = "Kort"
tijd = 2
niveaus = ["kern"]
[populatie]
werkboeken = ["*.xlsx"]
[raster]
normen = [1, 2]
"""
SHORT_RUNS = 2 * 2


@pytest.fixture(autouse=True)
def here(monkeypatch: MonkeyPatch) -> None:
    """Runs are done in this process."""
    monkeypatch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())


def make_study(folder: Path, text: str = STUDY) -> Path:
    folder.mkdir(exist_ok=True)
    for name, hours in (("a", 700), ("b", 900)):
        sheets = minimal()
        sheets["Taken"][1][3] = hours
        sheets["Personen"][0].append("andere uren")
        sheets["Personen"].append(["P2", "Sam Voorbeeld", "S1", "directie", None, 0, 2])
        save(folder / f"{name}.xlsx", sheets)
    path = folder / "studie.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[StudyResult, Path]:
    """A study that was done and written."""
    folder = tmp_path_factory.mktemp("studie")
    path = make_study(folder / "in")
    with MonkeyPatch.context() as patch:
        patch.setattr(simulate, "workers_for", lambda jobs, cluster: Threads())
        found = run_study(path, folder / "uit")
    write_study(found)
    return found, folder / "uit"


def test_every_run_has_its_row_in_the_order_of_the_study(done: tuple[StudyResult, Path]) -> None:
    found, _ = done
    assert found.asked == found.planned == len(found.runs) == RUNS
    assert found.counts == Counts(done=RUNS)
    first = found.runs.iloc[:5]
    assert list(first["point"]) == [
        "basis", "ict=0.5", "ict=0.5 normen=2", "normen=2", "=scenario",
    ]  # fmt: skip
    assert set(first["unit"]) == {"W00001"}
    assert list(first["factor.ict"]) == [1, 0.5, 0.5, 1, 1]
    factors = [str(name) for name in found.runs if str(name).startswith("factor.")]
    assert not found.runs[factors].isna().any(axis=None)
    assert set(first["workbook"]) == {"a.xlsx"}
    assert set(first["school"]) == {"S1"}
    assert set(first["school_name"]) == {"De Linde"}


def test_coverage_and_shortfall_are_the_demand(done: tuple[StudyResult, Path]) -> None:
    runs = done[0].runs
    for cluster in ("technical", "all"):
        whole = runs[f"covered.{cluster}"] + runs[f"shortfall.{cluster}"]
        assert list(whole) == list(runs[f"demand.{cluster}"])
    assert (runs["people_over"] == 0).all()
    assert (runs["hours.ict"] == runs["covered.all"]).all()
    gone = runs[runs["point"] == "=scenario"]
    assert (gone["tasks_unstaffed"] == 1).all()
    assert (gone["schools"] == 1).all()


def test_a_unit_is_small_and_travels_to_another_process(done: tuple[StudyResult, Path]) -> None:
    drawn = replace(done[0].design, population=Population(300, 20))
    for study in (done[0].design, drawn):
        for unit in units(study):
            packed = pickle.dumps(unit)
            assert len(packed) < 1500
            assert pickle.loads(packed) == unit


def test_noise_is_common_to_the_points_of_a_replication(done: tuple[StudyResult, Path]) -> None:
    runs = done[0].runs
    demand = runs.pivot(index=["replication", "unit"], columns="point", values="demand.all")
    assert (demand["basis"] == demand["ict=0.5"]).all()
    assert (demand["basis"] == demand["=scenario"]).all()
    assert (abs(demand["normen=2"] - 2 * demand["basis"]) <= 4).all()
    assert len(set(demand["basis"])) == 4


def test_differences_are_paired(done: tuple[StudyResult, Path]) -> None:
    summary = done[0].tables
    assert summary is not None
    assert summary.left_out == 0
    means = _coverage(summary.means)
    differences = _coverage(summary.differences)
    for point in ("ict=0.5", "normen=2"):
        row = differences[point]
        assert row["mean"] == pytest.approx(means[point]["mean"] - means["basis"]["mean"])
        assert row["low"] <= row["mean"] <= row["high"]
        assert row["replications"] == 2
    assert "basis" not in set(summary.differences["point"])
    proof = summary.proof.set_index("point")
    assert (proof["runs"] == 4).all()
    assert (proof["proven.core"] == 100).all()


def _coverage(table: pd.DataFrame) -> dict[str, dict[Hashable, float]]:
    """The rows of the coverage of all tasks, by point."""
    rows = table[table["measure"] == "coverage.all"].set_index("point")
    numbers = rows[["mean", "low", "high", "replications"]].astype(float)
    return {str(point): dict(row) for point, row in numbers.iterrows()}


def test_all_that_is_needed_to_repeat_it_stands_beside_the_results(
    done: tuple[StudyResult, Path],
) -> None:
    folder = done[1]
    assert (folder / STUDY_FILE).read_text("utf-8") == STUDY
    origin = json.loads((folder / ORIGIN).read_text("utf-8"))
    assert len(origin["study_sha256"]) == 64
    assert set(origin["workbooks"]) == {"a.xlsx", "b.xlsx"}
    assert set(origin["deciding"]) >= {"ortools", "taakverdeler"}
    assert set(origin["libraries"]) >= {"pandas", "scipy", "pyarrow", "SALib"}
    assert origin["platform"]
    assert str(folder.parent) not in (folder / ORIGIN).read_text("utf-8")


def test_tables_are_the_same_in_both_formats(done: tuple[StudyResult, Path]) -> None:
    folder = done[1]
    text = pd.read_csv(folder / "resultaten.csv", sep=";", decimal=",", encoding="utf-8-sig")
    binary = pd.read_parquet(folder / "resultaten")
    assert list(text) == list(binary)
    assert len(text) == len(binary) == RUNS
    numbers = ["waarde_kern", "grens_dekking", "uren_gepland_alles"]
    pd.testing.assert_frame_equal(text[numbers], binary[numbers], check_dtype=False)
    assert set(text["punt"]) - set(binary["punt"]) == {"'=scenario"}


def test_the_page_stands_on_its_own_and_is_escaped(done: tuple[StudyResult, Path]) -> None:
    page = (done[1] / "studie.html").read_text("utf-8")
    assert "Proef &lt;b&gt;&amp; co&lt;/b&gt;" in page
    assert "Proef <b>" not in page
    assert page.count("<svg") == 4
    assert "http://" not in page.replace("http://www.w3.org", "")
    for name in ("dekking", "kern", "verschil", "verdeling"):
        svg = (done[1] / f"{name}.svg").read_text("utf-8")
        assert svg.startswith("<?xml")
        assert "fe0" not in svg


def test_the_same_study_gives_the_same_tables(
    done: tuple[StudyResult, Path], tmp_path: Path
) -> None:
    again = run_study(make_study(tmp_path / "in"), tmp_path / "uit")
    first = done[0].runs.drop(columns="seconds")
    pd.testing.assert_frame_equal(first, again.runs.drop(columns="seconds"))
    write_study(again)
    for name in ("samenvatting.csv", "verschillen.csv", "dekking.svg"):
        assert (done[1] / name).read_bytes() == (tmp_path / "uit" / name).read_bytes()


def test_a_study_goes_on_where_it_was_cut_off(
    done: tuple[StudyResult, Path], tmp_path: Path
) -> None:
    path = make_study(tmp_path / "in")
    run_study(path, tmp_path / "uit")
    journal = tmp_path / "uit" / JOURNAL
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:7]) + lines[7][:20])
    again = run_study(path, tmp_path / "uit", resume=True)
    assert again.counts == Counts(done=RUNS - 7, skipped=7)
    first = done[0].runs.drop(columns="seconds")
    pd.testing.assert_frame_equal(first, again.runs.drop(columns="seconds"))


def test_another_study_does_not_go_on_in_the_same_folder(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", SHORT)
    run_study(path, tmp_path / "uit")
    with pytest.raises(SeriesError, match="has-results"):
        run_study(path, tmp_path / "uit")
    path.write_text(SHORT + "# anders\n", encoding="utf-8")
    with pytest.raises(SeriesError, match="other-study"):
        run_study(path, tmp_path / "uit", resume=True)
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "x").touch()
    with pytest.raises(SeriesError, match="not-empty"):
        run_study(path, tmp_path / "vol")


def test_runs_that_failed_are_rows_and_their_blocks_are_left_out(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in")
    found = run_study(path, tmp_path / "uit")
    journal = tmp_path / "uit" / JOURNAL
    entries = list(read_entries(journal))
    bad = Entry(str(RunKey(2, 1, "W00002", "W00002")), JournalState.FAILED, {"error": "Kapot"})
    kept = [entry for entry in entries if entry.key != bad.key]
    assert len(kept) == RUNS - 1
    lines = [_line(entry) for entry in (*kept, bad)]
    journal.write_text("".join(lines), encoding="utf-8")
    store = fill_store(found.design, journal, tmp_path / "uit")
    table = store.runs.frame()
    row = table[(table["status"] == "failed")].iloc[0]
    assert (row["point"], row["error"], row["replication"]) == ("ict=0.5", "Kapot", 2)
    summary = summarise(found.design, store)
    assert summary is not None
    assert summary.left_out == 1
    journal.write_text("".join(lines[:1]), encoding="utf-8")
    assert summarise(found.design, fill_store(found.design, journal, tmp_path / "uit")) is None


def test_a_block_with_a_run_less_is_left_out(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in")
    found = run_study(path, tmp_path / "uit")
    journal = tmp_path / "uit" / JOURNAL
    last = str(RunKey(2, 1, "W00002", "W00002"))
    kept = [_line(entry) for entry in read_entries(journal) if entry.key != last]
    journal.write_text("".join(kept), encoding="utf-8")
    less = summarise(found.design, fill_store(found.design, journal, tmp_path / "uit"))
    assert less is not None
    assert less.left_out == 1
    runs = less.proof.set_index("point")["runs"]
    assert (runs["basis"], runs["ict=0.5"]) == (4, 3)


def test_the_last_word_on_a_run_counts(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", SHORT)
    found = run_study(path, tmp_path / "uit")
    journal = tmp_path / "uit" / JOURNAL
    first, *others = read_entries(journal)
    failed = Entry(first.key, JournalState.FAILED, {"error": "Kapot"})
    for order in ([failed, first, *others], [*others, failed, failed, first]):
        journal.write_text("".join(map(_line, order)), encoding="utf-8")
        again = fill_store(found.design, journal, tmp_path / "uit").runs.frame()
        pd.testing.assert_frame_equal(again, found.runs)


def _line(entry: Entry) -> str:
    parts = {"key": entry.key, "standing": entry.standing, "result": entry.result}
    return json.dumps(parts) + "\n"


def test_a_workbook_with_errors_is_a_row_with_its_codes(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", SHORT)
    sheets = minimal()
    sheets["Personen"][1][2] = "NERGENS"
    save(tmp_path / "in" / "c.xlsx", sheets)
    found = run_study(path, tmp_path / "uit")
    bad = found.runs[found.runs["block"] == "W00003"]
    assert set(bad["status"]) == {"invalid"}
    assert bad["error"].str.contains("unknown-home|unknown-unit").all()
    assert found.planned == SHORT_RUNS


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", SHORT)
    told = run("simulate", path, "-o", tmp_path / "uit")
    assert told.code in (0, None), told.text
    assert f"{SHORT_RUNS} van {SHORT_RUNS} berekeningen hebben een plan." in told.out
    assert "studie.html" in told.out
    again = run("simulate", path, "-o", tmp_path / "uit")
    assert again.code == 2
    assert "--hervat" in again.err
    assert run("simulate", path, "-o", tmp_path / "uit", "--resume", "--quiet").out == ""


def test_a_run_without_a_plan_gives_its_own_exit_code(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", SHORT)
    sheets = minimal()
    sheets["Personen"][1][2] = "NERGENS"
    save(tmp_path / "in" / "c.xlsx", sheets)
    told = run("simulate", path, "-o", tmp_path / "uit")
    assert told.code == 6
    assert "in de samenvatting: 1." in told.out


def test_a_wrong_study_file_writes_nothing(tmp_path: Path) -> None:
    path = make_study(tmp_path / "in", STUDY + "kleur = 1\n")
    told = run("simulate", path, "-o", tmp_path / "uit")
    assert told.code == 3
    assert "kleur" in told.err
    assert not (tmp_path / "uit").exists()


def test_without_its_libraries_nothing_begins(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    def find(name: str) -> object:
        return None if name == "pyarrow" else find_spec(name)

    monkeypatch.setattr(command, "find_spec", find)
    told = run("simulate", make_study(tmp_path / "in"), "-o", tmp_path / "uit")
    assert told.code == 2
    assert "pyarrow" in told.err
    assert "taakverdeler[study]" in told.err
    assert not (tmp_path / "uit").exists()
