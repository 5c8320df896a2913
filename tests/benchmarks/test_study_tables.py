"""A hundred thousand runs in little memory; the tables of a study do not grow with its runs."""

from benchmarks.process import run_apart
from benchmarks.study_tables import result_table

RUNS = 100_000
MOST_MIB = 500
MOST_GROWTH_MIB = 120
"""Of tables over the program with its libraries: twice what was measured for 100 000 runs."""


def test_the_tables_of_many_runs_take_little_memory() -> None:
    found = run_apart("study_tables", {"runs": RUNS}, 600)
    assert found.answer is not None, found.remark
    assert found.answer["runs"] == RUNS
    assert found.answer["page"] > 10_000
    assert found.answer["program"] < MOST_MIB
    assert found.answer["program"] - found.answer["before"] < MOST_GROWTH_MIB


def test_the_table_has_a_row_per_size() -> None:
    shown = result_table((40, 80)).splitlines()
    assert [line.split("|")[1].strip() for line in shown[-2:]] == ["40", "80"]
    assert "–" not in shown[-1]
