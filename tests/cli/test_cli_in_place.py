"""Writing in the workbook itself: with a backup, whole, and not while somebody else has it open."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import PROGRAM, run
from openpyxl import load_workbook
from small_school import small_school
from written import opened, plan_lines

from models.errors import WorkbookError
from models.settings import Settings
from optimizer.cli.exits import Exit
from optimizer.flows.pipeline import optimize_workbook
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.write.writer import Written


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def test_the_workbook_itself_gets_the_plan_and_a_copy_is_kept(school: Path) -> None:
    before = school.read_bytes()
    done = run("optimaliseer", school, "--in-bestand")
    assert done.code == Exit.DONE, done.text
    (kept,) = school.parent.glob("school.????-??-??_??????.bak.xlsx")
    assert kept.read_bytes() == before
    assert sorted(school.parent.iterdir()) == sorted([school, kept])
    assert kept.name in done.err
    assert plan_lines(opened(school))


def test_every_run_keeps_a_copy_of_its_own(school: Path) -> None:
    contents = []
    for _ in range(3):
        contents.append(school.read_bytes())
        assert run("optimaliseer", school, "--in-bestand").code == Exit.DONE
    kept = school.parent.glob("*.bak.xlsx")
    assert sorted(path.read_bytes() for path in kept) == sorted(contents)


def test_in_place_and_another_target_do_not_go_together(school: Path, tmp_path: Path) -> None:
    refused = run("optimaliseer", school, "--in-bestand", "-o", tmp_path / "plan.xlsx")
    assert refused.code == Exit.USAGE
    assert "niet allebei" in refused.err
    assert list(tmp_path.iterdir()) == [school]


@pytest.mark.parametrize("lock", ["~$school.xlsx", ".~lock.school.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_read_but_not_replaced(
    lock: str, school: Path, tmp_path: Path
) -> None:
    (tmp_path / lock).touch()
    before = school.read_bytes()
    refused = run("optimaliseer", school, "--in-bestand")
    assert (refused.code, refused.out) == (Exit.INTERNAL, "")
    assert "staat open in Excel of LibreOffice" in refused.err
    assert lock in refused.err
    assert school.read_bytes() == before
    done = run("optimaliseer", school)
    assert done.code == Exit.DONE
    assert f"LET OP  Het werkboek staat open in een ander programma (er is een bestand {lock})" in (
        done.err
    )


def test_a_target_that_is_open_elsewhere_is_refused_before_any_work(
    school: Path, tmp_path: Path
) -> None:
    target = tmp_path / "plan.xlsx"
    target.write_bytes(b"plan van vorig jaar")
    (tmp_path / "~$plan.xlsx").touch()
    refused = run("optimaliseer", school, "-o", target)
    assert refused.code == Exit.INTERNAL
    assert "plan.xlsx staat open" in refused.err
    assert target.read_bytes() == b"plan van vorig jaar"


def test_the_mark_of_an_open_workbook_is_no_workbook(tmp_path: Path) -> None:
    lock = tmp_path / "~$school.xlsx"
    lock.write_bytes(b"\x05Lin Peeters")
    for command in ("check", "optimize"):
        refused = run(command, lock)
        assert refused.code == Exit.INVALID
        assert "Kies het werkboek zelf" in refused.err


def options(_settings: Settings) -> SolveOptions:
    return SolveOptions(time_limit=5, deterministic=True)


def saving(path: Path) -> Callable[[Settings], SolveOptions]:
    """Options of a run during which the user saves the workbook."""

    def change(settings: Settings) -> SolveOptions:
        book = load_workbook(path)
        book["Personen"]["B4"] = "Noor Later"
        book.save(path)
        return options(settings)

    return change


def test_a_workbook_that_was_saved_meanwhile_is_not_replaced(school: Path) -> None:
    with pytest.raises(WorkbookError) as refused:
        optimize_workbook(school, school, saving(school))
    assert refused.value.code == "changed-meanwhile"
    assert load_workbook(school)["Personen"]["B4"].value == "Noor Later"
    assert list(school.parent.iterdir()) == [school]


def test_the_plan_in_a_copy_is_that_of_the_workbook_that_was_read(
    school: Path, tmp_path: Path
) -> None:
    target = tmp_path / "plan.xlsx"
    written: Written = optimize_workbook(school, target, saving(school)).written
    assert written.backup is None
    assert load_workbook(target)["Personen"]["B4"].value == "Noor Voorbeeld"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_killed_run_leaves_the_workbook_as_it_was_or_with_its_plan(
    school: Path, tmp_path: Path
) -> None:
    before = school.read_bytes()
    command = [*PROGRAM, "optimaliseer", str(school), "--in-bestand", "--stil"]
    outcomes = set()
    for tenths in (2, 8, 14, 17, 20, 60):
        school.write_bytes(before)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(tenths / 10)
        process.send_signal(signal.SIGKILL)
        process.wait()
        is_old = school.read_bytes() == before
        assert is_old or plan_lines(opened(school))
        assert is_old or any(kept.read_bytes() == before for kept in tmp_path.glob("*.bak.xlsx"))
        outcomes.add(is_old)
    assert True in outcomes
