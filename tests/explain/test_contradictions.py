"""Repairs of a workbook without a plan: each one cell, each of use, all of them together."""

from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from small_school import put, small_school

from models.changes import Change, SchoolChange, all_changed, changed
from models.contradictions import Contradictions, Repair
from models.edits import cell_to_edit
from models.instance import build_instance
from models.problem import ProblemData
from models.result import SolveStatus
from models.verification import verify
from optimizer.cli.main import main
from optimizer.explain.candidates import relaxation
from optimizer.explain.contradictions import MOST_REPAIRS, find_contradictions
from optimizer.flows.checking import check_workbook
from optimizer.report.contradiction_text import contradiction_lines, contradictions_json
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.feasibility import find_plan
from optimizer.workbook.write.edit import write_change

OPTIONS = SolveOptions(time_limit=60)


def plant(book: Workbook) -> None:
    """Three contradictions: a level that nobody has, too few hours, too much presence."""
    put(book, "Taken", 7, {"G": "verplicht", "L": "pedagogische kennis:4"})
    put(book, "Taken", 8, {"G": "verplicht", "H": 400})
    put(book, "Scholen", 4, {"O": 3})


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_school(tmp_path_factory.mktemp("conflict") / "school.xlsx", plant)


@cache
def read(path: Path) -> ProblemData:
    data = check_workbook(path).data
    assert data is not None
    return data


@cache
def found_in(path: Path) -> Contradictions:
    return find_contradictions(read(path), OPTIONS)


def too_much(book: Workbook) -> None:
    """Two tasks that must be done, each more than the one person who can do it has."""
    for row, hours in ((7, 500), (8, 600)):
        put(book, "Taken", row, {"G": "verplicht", "H": hours})


def test_repairs_that_share_a_cell_keep_their_own_numbers(tmp_path: Path) -> None:
    data = read(small_school(tmp_path / "school.xlsx", too_much))
    found = found_in(tmp_path / "school.xlsx")
    shown = contradictions_json(data, found)
    conflicts: list[dict[str, object]] = shown["conflicts"]  # type: ignore[assignment]
    numbers = [
        repair["number"]
        for conflict in conflicts
        for repair in conflict["repairs"]  # type: ignore[attr-defined]
    ]
    assert numbers == list(range(1, len(found.repairs()) + 1))
    together: list[int] = shown["together"]  # type: ignore[assignment]
    assert together == sorted(set(together))
    assert set(together) <= set(numbers)


def has_plan(data: ProblemData) -> bool:
    status, plan = find_plan(build_instance(data), OPTIONS, Stop())
    assert status is not SolveStatus.UNKNOWN
    return plan is not None and verify(data, plan).ok


def others_relaxed(path: Path, repair: Repair) -> tuple[Change, ...]:
    """What takes away all that the conflicts ask that this repair is not for."""
    instance = build_instance(read(path))
    rest = [each for each in found_in(path).found if repair not in each.repairs]
    return tuple({c: None for each in rest for c in relaxation(instance, each.conflict)})


def test_all_three_are_found_with_repairs(planted: Path) -> None:
    found = found_in(planted)
    assert found.is_complete
    assert len(found.found) == 3
    for each in found.found:
        assert each.conflict.is_minimal
        assert 1 <= len(each.repairs) <= MOST_REPAIRS


def test_every_repair_makes_its_conflict_vanish(planted: Path) -> None:
    data = read(planted)
    assert not has_plan(data)
    for repair in found_in(planted).repairs():
        base = others_relaxed(planted, repair)
        assert not has_plan(all_changed(data, base))
        assert has_plan(all_changed(data, (*base, repair.change)))


def test_one_repair_of_each_makes_the_whole_feasible(planted: Path) -> None:
    found = found_in(planted)
    assert len(found.together) == 3
    for each in found.found:
        others = [r.change for r in found.together if r not in each.repairs]
        for repair in each.repairs:
            assert has_plan(all_changed(read(planted), (*others, repair.change)))


def test_the_cheapest_come_first_and_every_edit_is_the_smallest(planted: Path) -> None:
    data = read(planted)
    for each in found_in(planted).found:
        costs = [(tuple(r.levels.values()), r.size, r.where) for r in each.repairs]
        assert costs == sorted(costs)
    (repair,) = (r for r in found_in(planted).repairs() if r.where.cell == "O4")
    assert isinstance(repair.change, SchoolChange)
    more = SchoolChange(repair.change.unit, "presence_min", repair.change.value + 1)  # type: ignore[operator]
    base = others_relaxed(planted, repair)
    assert not has_plan(all_changed(data, (*base, more)))


def test_an_accepted_repair_changes_one_cell(planted: Path, tmp_path: Path) -> None:
    checked = check_workbook(planted)
    data = read(planted)
    for number, repair in enumerate(found_in(planted).repairs()):
        target = tmp_path / f"{number}.xlsx"
        written = write_change(checked.raw, data, repair.change, target, read)
        assert dict(written.certificate.cells) == {repair.where.sheet: 1}
        assert read(target).tasks == changed(data, repair.change).tasks
        assert cell_to_edit(data, repair.change) == repair.where


def test_a_percentage_is_written_as_the_cell_shows_it(tmp_path: Path) -> None:
    def as_share(book: Workbook) -> None:
        plant(book)
        cell = book["Taken"]["K8"]
        cell.value, cell.number_format = 0.9, "0%"

    path = small_school(tmp_path / "school.xlsx", as_share)
    checked, data = check_workbook(path), read(path)
    (repair,) = (r for r in found_in(path).repairs() if r.where.cell == "K8")
    write_change(checked.raw, data, repair.change, tmp_path / "new.xlsx", read)
    value = load_workbook(tmp_path / "new.xlsx")["Taken"]["K8"].value
    assert isinstance(value, float)
    assert 0 <= value < 0.9


def test_a_dash_takes_an_exception_away(tmp_path: Path) -> None:
    row = {"A": "T2", "C": "P3", "D": "nooit"}
    kept = small_school(tmp_path / "a.xlsx", lambda book: put(book, "Uitzonderingen", 4, row))
    gone = small_school(
        tmp_path / "b.xlsx", lambda book: put(book, "Uitzonderingen", 4, {**row, "D": "–"})
    )
    assert len(read(kept).deviations) == 1
    assert not read(gone).deviations


def test_the_command_shows_and_accepts(planted: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    base = ["explain", str(planted), "--conflict", "--tijd", "60"]
    target = tmp_path / "beter.xlsx"
    accepted = runner.invoke(main, [*base, "--aanvaard", "1", "-o", str(target)])
    assert accepted.exit_code == 0, accepted.output
    assert "Aanvaard: " in accepted.output
    assert target.exists()


@pytest.mark.parametrize(
    "options",
    [
        ["--conflict", "--aanvaard", "1"],
        ["--conflict", "-o", "uit.xlsx"],
        ["--aanvaard", "1"],
        ["--conflict", "--taak", "T1"],
    ],
)
def test_options_that_do_not_go_together_are_refused(planted: Path, options: list[str]) -> None:
    assert CliRunner().invoke(main, ["explain", str(planted), *options]).exit_code == 2


def test_without_a_conflict_it_says_so(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    done = CliRunner().invoke(main, ["explain", str(path), "--conflict"])
    assert done.exit_code == 0
    assert "Geen conflict" in done.output


def test_the_lines_name_cells_and_numbers(planted: Path) -> None:
    found, data = found_in(planted), read(planted)
    lines = "\n".join(contradiction_lines(data, found, "school.xlsx"))
    document = contradictions_json(data, found)
    assert "Conflict 3 van 3" in lines
    assert "Taken!G7" in lines
    assert f"{len(found.repairs()):>3}. " in lines
    assert document["complete"] is True
    assert len(document["together"]) == 3  # type: ignore[arg-type]
