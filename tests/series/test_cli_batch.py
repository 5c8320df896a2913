"""`taakverdeler batch`: a plan of every workbook, an overview, and on again where it stopped."""

import csv
import errno
import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from command_line import PATIENCE_SECONDS, PROGRAM, Run, run
from openpyxl import load_workbook
from small_school import EXAMPLE, Change, put, small_school
from written import opened, plan_lines, summary

from models.settings import Level
from optimizer.cli.exits import Exit
from optimizer.report.batch_text import SERIES
from optimizer.report.level_text import heading
from optimizer.run.series_errors import SeriesError
from optimizer.series.batch.series import JOURNAL
from optimizer.series.batch.sources import FoundFiles, find_workbooks, plan_names
from optimizer.series.journal import JournalState, read_entries
from optimizer.workbook import labels

GOOD = ("noord", "oost", "zuid")
TIMES = {"seconden"}
Rows = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three good workbooks, a wrong one, no workbook at all, and the mark of an open one."""
    folder = tmp_path_factory.mktemp("scholen")
    for number, name in enumerate(GOOD):
        small_school(folder / f"{name}.xlsx", _asking(60 + 8 * number))
    small_school(folder / "fout.xlsx", lambda book: put(book, "Personen", 4, {"D": "tovenaar"}))
    (folder / "geen.xlsx").write_bytes(b"dit is geen werkboek")
    (folder / "~$noord.xlsx").write_bytes(b"")
    return folder


def _asking(hours: int) -> Change:
    return lambda book: put(book, "Taken", 6, {"H": hours})


def batch(schools: Path, target: Path, *options: str) -> Run:
    """One at a time unless asked: what costs most here is to begin a process."""
    fixed = ("--deterministic", "--jobs", "1")
    return run("batch", str(schools / "*.xlsx"), "-o", target, *fixed, *options)


def overview(folder: Path) -> Rows:
    """The rows of the text overview by workbook."""
    with (folder / "overzicht.csv").open(encoding="utf-8-sig", newline="") as stream:
        return {row["werkboek"]: row for row in csv.DictReader(stream, delimiter=";")}


def without_times(rows: Rows) -> Rows:
    return {
        name: {header: value for header, value in row.items() if header not in TIMES}
        for name, row in rows.items()
    }


def plans(folder: Path) -> dict[str, object]:
    return {path.name: plan_lines(opened(path)) for path in sorted(folder.glob("*_plan.xlsx"))}


@pytest.fixture(scope="module")
def undisturbed(schools: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    folder = tmp_path_factory.mktemp("reeks") / "plannen"
    return folder, batch(schools, folder)


def test_the_good_are_done_and_the_broken_are_reported(
    undisturbed: tuple[Path, Run], schools: Path
) -> None:
    folder, told = undisturbed
    assert told.code == Exit.SOME_FAILED
    assert told.out.startswith("3 van 5 werkboeken met een plan: bewezen optimaal 3, ")
    assert "Personen!D4: " in told.out
    assert "‘tovenaar’" in told.out
    assert (
        told.err
        == f"Overgeslagen: {schools / '~$noord.xlsx'}, het teken dat een werkboek openstaat.\n"
    )
    assert set(plans(folder)) == {f"{name}_plan.xlsx" for name in GOOD}
    assert not list(schools.glob("*_plan*"))


def test_the_overview_says_what_the_plans_say(undisturbed: tuple[Path, Run]) -> None:
    folder, _ = undisturbed
    rows = overview(folder)
    assert list(rows) == ["fout.xlsx", "geen.xlsx", "noord.xlsx", "oost.xlsx", "zuid.xlsx"]
    assert rows["fout.xlsx"]["status"] == "fouten in het werkboek"
    assert rows["fout.xlsx"]["fouten"] == "1"
    assert rows["fout.xlsx"]["eerste fout"].startswith("Personen!D4: ")
    assert rows["fout.xlsx"]["plan"] == rows["fout.xlsx"]["kern (uur)"] == ""
    assert rows["geen.xlsx"]["status"] == "bestand geweigerd"
    for number, name in enumerate(GOOD):
        row, book = rows[f"{name}.xlsx"], opened(folder / f"{name}_plan.xlsx")
        told = {name: line.get("waarde") for name, line in summary(book).items()}
        assert row["status"] == told["status"]
        assert row["uren gevraagd"] == str(240 + 8 * number)
        assert row["uren gevraagd"] == str(told["uren nodig"])
        assert row["uren gepland"] == str(told["uren gepland"])
        remark = str(summary(book)["uren gepland"]["toelichting"])
        assert remark.startswith(row["dekking alle taken %"] + " % van wat nodig is")
        assert row["scholen"]
        for level in Level:
            if level is not Level.UNIQUENESS:
                name = labels.LEVELS[level]
                assert row[heading(level)] == str(told[f"doel {name}"]).replace(".", ",")
                assert row[f"kloof {name} %"] == "0,0"


def test_the_workbook_shows_what_the_text_file_shows(undisturbed: tuple[Path, Run]) -> None:
    folder, _ = undisturbed
    sheet = load_workbook(folder / "overzicht.xlsx")["Overzicht"]
    headers = [cell.value for cell in sheet[3]]
    shown = [
        dict(zip(headers, values, strict=True))
        for values in sheet.iter_rows(min_row=4, values_only=True)
    ]
    for row, cells in zip(overview(folder).values(), shown, strict=True):
        for header, value in cells.items():
            text = row[str(header)]
            if isinstance(value, int | float):
                assert float(text.replace(",", ".")) == value
            else:
                assert text == (value or "")


def test_a_kill_in_the_middle_changes_nothing(
    undisturbed: tuple[Path, Run], schools: Path, tmp_path: Path
) -> None:
    whole, _ = undisturbed
    target = tmp_path / "plannen"
    command = [*PROGRAM, "batch", str(schools / "*.xlsx"), "-o", str(target), "--deterministic"]
    process = subprocess.Popen(
        [*command, "--jobs", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until_entered(target / JOURNAL, 3)
    finally:
        process.kill()
        process.wait()
    before = {entry.key for entry in read_entries(target / JOURNAL)}
    assert batch(schools, target, "--jobs", "2", "--resume").code == Exit.SOME_FAILED
    entries = list(read_entries(target / JOURNAL))
    assert [entry.standing for entry in entries] == [JournalState.DONE] * 5
    assert len({entry.key for entry in entries} - before) == 5 - len(before)
    assert without_times(overview(target)) == without_times(overview(whole))
    assert plans(target) == plans(whole)


def until_entered(journal: Path, number: int) -> None:
    began = time.monotonic()
    while len(list(read_entries(journal))) < number:
        assert time.monotonic() - began < PATIENCE_SECONDS
        time.sleep(0.02)


def test_resume_makes_only_what_changed_or_is_gone(schools: Path, tmp_path: Path) -> None:
    inputs, target = tmp_path / "scholen", tmp_path / "plannen"
    inputs.mkdir()
    for name in GOOD:
        shutil.copy(schools / f"{name}.xlsx", inputs)
    assert batch(inputs, target).code == Exit.DONE
    before = stamps(target)
    assert batch(inputs, target, "--resume").code == Exit.DONE
    assert stamps(target) == before
    shutil.copy(schools / "oost.xlsx", inputs / "noord.xlsx")
    (target / "zuid_plan.xlsx").rename(tmp_path / "weg.xlsx")
    assert batch(inputs, target, "--resume").code == Exit.DONE
    after = stamps(target)
    assert {name for name in before if after[name] != before[name]} == {
        "noord_plan.xlsx", "zuid_plan.xlsx",
    }  # fmt: skip
    assert len(list(target.glob("noord_plan.*.bak.xlsx"))) == 1
    assert len(list(read_entries(target / JOURNAL))) == 3 + 2


def stamps(folder: Path) -> dict[str, int]:
    """When each plan was written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*_plan.xlsx")}


def test_json_tells_all_rows(undisturbed: tuple[Path, Run], schools: Path) -> None:
    folder, _ = undisturbed
    told = batch(schools, folder, "--resume", "--json")
    rows = json.loads(told.out)["workbooks"]
    assert [row["status"] for row in rows] == ["invalid", "refused", *["optimal"] * 3]
    assert rows[2]["coverage"]["all"]["demand"] == 240
    assert batch(schools, folder, "--resume", "--quiet").text == ""


@pytest.mark.parametrize("code", ["has-results", "not-empty", "holds-inputs", "no-folder"])
def test_a_folder_that_cannot_be_used_is_refused(code: str, schools: Path, tmp_path: Path) -> None:
    target = {"holds-inputs": schools, "no-folder": tmp_path / "a" / "b"}.get(code, tmp_path)
    if code == "has-results":
        (tmp_path / JOURNAL).touch()
    if code == "not-empty":
        (tmp_path / "brief.txt").touch()
    before = sorted(target.rglob("*"))
    told = batch(schools, target)
    assert (told.code, told.out) == (Exit.USAGE, "")
    assert told.err.strip() == SERIES[code].format(folder=target)
    assert sorted(target.rglob("*")) == before


def test_every_pattern_without_files_is_named(schools: Path, tmp_path: Path) -> None:
    told = run("batch", "weg*.xlsx", schools / "noord.xlsx", "ook_weg.xlsx", "-o", tmp_path / "p")
    assert told.code == Exit.USAGE
    assert told.err == "Geen enkel bestand voor: weg*.xlsx, ook_weg.xlsx.\n"
    assert not (tmp_path / "p").exists()


def names_of(found: FoundFiles) -> list[str]:
    return [path.name for path in found.workbooks]


def test_files_folders_and_patterns_stand_for_workbooks(schools: Path) -> None:
    names = ["fout.xlsx", "geen.xlsx", "noord.xlsx", "oost.xlsx", "zuid.xlsx"]
    found = find_workbooks([str(schools)])
    assert names_of(found) == names
    assert [path.name for path in found.locks] == ["~$noord.xlsx"]
    assert names_of(find_workbooks([str(schools / "**" / "*.xlsx")])) == names
    twice = [str(schools / "zuid.xlsx"), str(schools / "[nz]*.xlsx")]
    assert names_of(find_workbooks(twice)) == ["zuid.xlsx", "noord.xlsx"]
    with pytest.raises(SeriesError, match="no-match"):
        find_workbooks([str(schools / "~$noord.xlsx")])


def test_folders_below_folders_count_on_request(tmp_path: Path) -> None:
    for place in ("", "noord", "noord/oud"):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "a.xlsx").touch()
    assert len(find_workbooks([str(tmp_path)]).workbooks) == 1
    assert len(find_workbooks([str(tmp_path)], below=True).workbooks) == 3


def test_a_plan_whose_workbook_is_gone_is_mentioned(schools: Path, tmp_path: Path) -> None:
    inputs, target = tmp_path / "scholen", tmp_path / "plannen"
    inputs.mkdir()
    for name in ("noord", "zuid"):
        shutil.copy(schools / f"{name}.xlsx", inputs)
    assert batch(inputs, target).err == ""
    (inputs / "zuid.xlsx").unlink()
    told = batch(inputs, target, "--hervat")
    assert told.err == (
        "Plan zonder werkboek: zuid_plan.xlsx. Het werkboek staat niet meer waar het stond.\n"
    )
    assert list(overview(target)) == ["noord.xlsx"]


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "is vol"), (errno.EROFS, "niet geschreven worden")]
)
def test_a_disk_that_refuses_is_called_what_it_is(
    number: int, words: str, schools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_args: object, **_options: object) -> None:
        raise OSError(number, "geweigerd")

    monkeypatch.setattr(Path, "mkdir", refuse)
    told = batch(schools, tmp_path / "plannen")
    assert told.code == Exit.INTERNAL
    assert words in told.err
    assert "fout van het programma" not in told.err


def test_plans_of_namesakes_get_names_of_their_own() -> None:
    sources = [Path("/a/School.xlsx"), Path("/b/school.xlsx"), Path("/c/school.xlsm")]
    names = plan_names(sources, {})
    assert list(names.values()) == ["School_plan.xlsx", "school_2_plan.xlsx", "school_plan.xlsm"]
    kept = {str(source.resolve()): name for source, name in names.items()}
    first = Path("/0/school.xlsx")
    assert plan_names([first, *sources], kept) == {first: "school_3_plan.xlsx", **names}


def test_ctrl_c_keeps_the_best_plan_and_resume_makes_it_whole(
    schools: Path, tmp_path: Path
) -> None:
    inputs, target = tmp_path / "scholen", tmp_path / "plannen"
    inputs.mkdir()
    shutil.copy(schools / "noord.xlsx", inputs / "a.xlsx")
    shutil.copy(EXAMPLE, inputs / "b.xlsx")
    shutil.copy(schools / "zuid.xlsx", inputs / "c.xlsx")
    command = [*PROGRAM, "batch", str(inputs), "-o", str(target), "--jobs", "1", "--tijd", "600"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until_entered(target / JOURNAL, 1)
    time.sleep(3)
    process.terminate()
    out, err = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == Exit.SOME_FAILED, err
    rows = overview(target)
    assert rows["a.xlsx"]["status"] == "bewezen optimaal"
    assert rows["b.xlsx"]["status"] in {"onderbroken", "niet gedaan"}
    assert rows["c.xlsx"]["status"] == "niet gedaan"
    assert "2 niet klaar" in err
    assert "niet gedaan 1" in out or "niet gedaan 2" in out
