"""Levels as MPS files: read back, another solver comes to the values that ours proves."""

from pathlib import Path

import highspy
import pytest
from click.testing import CliRunner
from small_school import EXAMPLE, small_school

from benchmarks.__main__ import main
from benchmarks.levels import export_levels
from models.result import Result
from optimizer.flows.pipeline import optimize_workbook
from optimizer.run.solve_options import SolveOptions

NAMES = (
    "1_kern", "2_balans", "3_dekking", "4_spreiding", "5_continuiteit", "6_eerlijkheid",
    "7_kwaliteit",
)  # fmt: skip


def planned(folder: Path) -> tuple[Path, Result]:
    """The small school with its plan, and what is proven of it."""
    target = folder / "plan.xlsx"
    source = small_school(folder / "school.xlsx")
    done = optimize_workbook(source, target, lambda _: SolveOptions(20, deterministic=True))
    assert all(level.proven for level in done.answer.result.levels)
    return target, done.answer.result


def read(path: Path) -> highspy.Highs:
    highs = highspy.Highs()
    highs.silent()
    assert highs.readModel(str(path)) == highspy.HighsStatus.kOk
    return highs


def test_each_level_is_worth_what_is_proven_of_it(tmp_path: Path) -> None:
    workbook, result = planned(tmp_path)
    files = list(export_levels(workbook, tmp_path / "levels"))
    assert [path.stem for path in files] == list(NAMES)
    for path, level in zip(files, result.levels, strict=False):
        highs = read(path)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.run()
        assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        assert round(highs.getObjectiveValue()) == level.value


def test_rows_and_columns_say_what_they_are(tmp_path: Path) -> None:
    workbook, _ = planned(tmp_path)
    *_, last = export_levels(workbook, tmp_path)
    program = read(last).getLp()
    assert {"hours[T1@S1,P1,ict@S1]", "works[T1@S1,P1]", "done[T1@S1]"} <= set(program.col_names_)
    rows = program.row_names_
    assert {"capacity.ict[P1]", "split[T1@S1,P1,ict@S1]", "held[core]", "held[fairness]"} <= set(
        rows
    )
    assert len(set(rows)) == len(rows)


def test_without_a_plan_there_is_but_the_first_level(tmp_path: Path) -> None:
    workbook = small_school(tmp_path / "school.xlsx")
    target = tmp_path / "new" / "levels"
    shown = CliRunner().invoke(main, ["export", str(workbook), "-o", str(target)])
    assert shown.exit_code == 0, shown.output
    assert [path.name for path in target.iterdir()] == ["1_kern.mps"]
    assert str(target / "1_kern.mps") in shown.output


def test_a_workbook_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "school.xlsx"
    broken.write_bytes(EXAMPLE.read_bytes()[:100])
    shown = CliRunner().invoke(main, ["export", str(broken), "-o", str(tmp_path)])
    assert shown.exit_code == 1
    assert "school.xlsx" in shown.output


@pytest.mark.parametrize("arguments", [[], ["--size", "quick"]])
def test_a_benchmark_needs_a_page(arguments: list[str]) -> None:
    shown = CliRunner().invoke(main, arguments)
    assert shown.exit_code == 2
    assert "--out" in shown.output
