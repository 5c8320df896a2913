"""The plan that stands in a workbook: values of the checker, bounds as the summary states them."""

from pathlib import Path

import pytest
from command_line import run
from small_school import small_school

from models.errors import InvalidProblemError
from models.result import SolveStatus
from models.settings import Level
from optimizer.flows.standing import read_standing
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=1)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small school with its plan."""
    folder = tmp_path_factory.mktemp("staand")
    target = folder / "plan.xlsx"
    source = small_school(folder / "school.xlsx")
    assert run("optimize", source, "-o", target, "--tijd", "2", "--deterministic").code == 0
    return target


def test_bounds_are_claims_and_the_status_rests_on_none(planned: Path) -> None:
    standing = read_standing(planned)
    assert standing.stored is not None
    base = standing.base(standing.stored)
    assert not base.is_proven
    answer = standing.answer(standing.stored, OPTIONS)
    assert answer.result.levels == base.levels
    stated = [level for level in base.levels if level.value and level.proven]
    assert stated
    assert answer.result.status is SolveStatus.FEASIBLE
    for level in answer.result.levels:
        assert level.final == answer.verification.levels[level.level]
    assert base.level(Level.QUALITY).bound is not None
    assert len(standing.input_hash) == 64


def test_a_workbook_without_a_plan_has_none(tmp_path: Path) -> None:
    assert read_standing(small_school(tmp_path / "school.xlsx")).stored is None


def test_a_workbook_with_errors_is_refused(tmp_path: Path) -> None:
    def broken(book: object) -> None:
        book["Personen"]["F4"] = "veel"  # type: ignore[index]

    with pytest.raises(InvalidProblemError):
        read_standing(small_school(tmp_path / "fout.xlsx", broken))
