"""What a size runs: generated instances, populations, and the workbooks of a folder."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from small_school import small_school

from benchmarks.case import Case
from benchmarks.process import run_apart
from benchmarks.sizes import SIZES, entries_of
from models.issues import has_errors
from models.validation import validate
from optimizer.flows.checking import check_workbook
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.files import write_population
from optimizer.series.study.population.flanders import Population


def test_the_standard_size_has_groups_that_we_do_not_tune_on() -> None:
    cases = [entry.case for entry, _ in entries_of("standard")]
    assert [case.size for case in cases if case.kind == "population"] == [3, 6, 10, 15]


@pytest.mark.parametrize("size", SIZES)
def test_every_generated_case_can_be_handed_over(size: str) -> None:
    for entry, _ in entries_of(size):
        assert Case(**entry.case.as_json()) == entry.case  # type: ignore[arg-type]


def test_a_population_is_what_the_program_writes(tmp_path: Path) -> None:
    write_population(tmp_path / "made", Population(3, 1), Draws(2), 50)
    (path,) = (tmp_path / "made").glob("*.xlsx")
    data = Case("population", 3, 2).build()
    assert not has_errors(validate(data))
    written = check_workbook(path).stated()
    assert (written.schools, written.persons) == (data.schools, data.persons)
    assert len(written.tasks) == len(data.tasks)


def test_the_workbooks_of_a_folder_take_part_with_the_peers(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx"):
        small_school(tmp_path / name)
    (tmp_path / "~$a.xlsx").write_bytes(b"")
    (tmp_path / "lijst.csv").write_text("")
    added = entries_of("quick", tmp_path)[len(entries_of("quick")) :]
    assert [(entry.title, peers) for entry, peers in added] == [
        ("workbook a", True),
        ("workbook b", True),
    ]
    left = run_apart("ours", {"case": added[0][0].case.as_json(), "seconds": 5}, 60)
    assert left.answer is not None, left.remark
    assert left.answer["violations"] == 0


def test_a_workbook_with_errors_says_so(tmp_path: Path) -> None:
    def break_it(book: Workbook) -> None:
        book["Personen"]["C4"] = "S9"

    small_school(tmp_path / "a.xlsx", break_it)
    (entry, _), *_ = entries_of("quick", tmp_path)[::-1]
    left = run_apart("ours", {"case": entry.case.as_json(), "seconds": 5}, 60)
    assert left.answer is None
    assert "InvalidProblemError" in left.remark
