"""Generalised assignment: the reader, both directions, and the model on a small invented file."""

from itertools import product
from pathlib import Path

import pytest
from ortools.sat.python import cp_model

from benchmarks.gap import GapProblem, gap_files, parse
from benchmarks.gap_model import gap_model

TEXT = """ 2 3
 4 7 2
 5 3 6
 3 2 2
 1 3 2
 5 4
"""
"""Two agents, three items: worth, use, capacities."""


def best(problem: GapProblem) -> int:
    """The least cost over every way to give the items away."""
    agents, costs = range(len(problem.capacity)), problem.costs()
    found = []
    for given in product(agents, repeat=len(problem.worth[0])):
        loads = [
            sum(problem.use[a][item] for item, who in enumerate(given) if who == a) for a in agents
        ]
        if all(load <= most for load, most in zip(loads, problem.capacity, strict=True)):
            found.append(sum(costs[who][item] for item, who in enumerate(given)))
    return min(found)


def solved(problem: GapProblem) -> float:
    solver = cp_model.CpSolver()
    assert solver.solve(gap_model(problem)) == cp_model.OPTIMAL
    return solver.objective_value


def test_a_file_is_read() -> None:
    problem = parse(TEXT, maximise=False)
    assert problem.worth == ((4, 7, 2), (5, 3, 6))
    assert problem.use == ((3, 2, 2), (1, 3, 2))
    assert problem.capacity == (5, 4)
    assert problem.costs() == problem.worth


@pytest.mark.parametrize("text", [TEXT + " 9", TEXT.replace("5 4", "5")])
def test_a_file_of_another_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="14 numbers expected"):
        parse(text, maximise=False)


def test_profits_count_as_what_they_miss() -> None:
    assert parse(TEXT, maximise=True).costs() == ((1, 0, 4), (0, 4, 0))


@pytest.mark.parametrize("maximise", [False, True])
def test_the_model_finds_the_best_of_all(maximise: bool) -> None:
    problem = parse(TEXT, maximise=maximise)
    assert solved(problem) == best(problem)


def test_a_folder_lists_its_files(tmp_path: Path) -> None:
    (tmp_path / "optima.csv").write_text(
        "Path,Format,Dataset,Best known solution value\n"
        "cattrysse1994/gap1-0,orlibrary,cattrysse1994,9\n"
        "chu1997/d05100,orlibrary,chu1997,9\n",
        encoding="utf-8",
    )
    for folder in ("cattrysse1994", "chu1997"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cattrysse1994/gap1-0").write_text(TEXT, encoding="ascii")
    (tmp_path / "chu1997/d05100").write_text(TEXT, encoding="ascii")
    first, second = gap_files(tmp_path)
    assert (first.family, first.best_known, first.read().maximise) == ("gap", None, True)
    assert (second.family, second.best_known, second.read().maximise) == ("D", 9, False)
