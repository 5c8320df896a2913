"""Plans that are as good and different: a team chooses."""

from pathlib import Path

import pytest
from command_line import run
from factory import person, problem, task
from small_school import small_school

from models.instance import build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from models.vocabulary import Role
from optimizer.cli.exits import Exit
from optimizer.explain.comparison import moved_share
from optimizer.explain.distinctions import Distinction, Trait, distinctions
from optimizer.flows.alternatives import NEAR, make_alternatives
from optimizer.report.alternative_text import OTHER_PEOPLE, alternative_name
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.alternatives import find_alternatives
from optimizer.solver.solver import solve

OPTIONS = SolveOptions(time_limit=5, deterministic=True)


def overlap(first: Plan, second: Plan) -> int:
    hours, other = first.hours_by_pair(), second.hours_by_pair()
    return sum(min(grains, other.get(pair, 0)) for pair, grains in hours.items())


def test_two_equal_people_can_change_places() -> None:
    data = problem(
        persons=[person("P1", ict=10), person("P2", ict=10)],
        tasks=[task("T01", hours=10), task("T02", hours=10)],
    )
    instance = build_instance(data)
    best = solve(instance, OPTIONS)
    (other,) = find_alternatives(instance, best.plan, best.levels, 1, 0.0, OPTIONS)
    assert overlap(best.plan, other) == 0
    found = verify(data, other)
    assert found.ok
    assert found.levels == verify(data, best.plan).levels


def test_who_is_alone_has_no_alternative() -> None:
    instance = build_instance(problem(persons=[person("P1", ict=10)], tasks=[task("T01", hours=8)]))
    best = solve(instance, OPTIONS)
    assert list(find_alternatives(instance, best.plan, best.levels, 3, 0.0, OPTIONS)) == []


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plannen")
    source, target = small_school(folder / "school.xlsx"), folder / "plan.xlsx"
    assert run("optimaliseer", source, "-o", target, "--herhaalbaar", "--stil").code == Exit.DONE
    return target


def test_every_level_but_the_last_keeps_its_value(planned: Path, tmp_path: Path) -> None:
    made = make_alternatives(planned, tmp_path, 2, lambda settings: OPTIONS)
    before = made.answer.verification.levels
    for each in made.found:
        after = each.answer.verification.levels
        assert each.path.exists()
        assert moved_share(each.comparison) > 0
        for level, value in before.items():
            slack = {Level.QUALITY: NEAR * value, Level.FAIRNESS: 50}.get(level, 0)
            assert after[level] <= value + slack, level


def test_a_folder_with_files_is_left_alone(planned: Path, tmp_path: Path) -> None:
    (tmp_path / "oud.txt").write_text("blijft")
    assert run("alternatieven", planned, "-o", tmp_path).code == Exit.USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["oud.txt"]


def test_a_name_says_what_differs_most() -> None:
    more, fewer = Distinction(Role.TEACHER, 10, 40), Distinction(Trait.PEOPLE_PER_TASK, 2.0, 1.5)
    assert alternative_name([more, fewer]) == "meer bij leraar, minder mensen per taak"
    assert alternative_name([]) == OTHER_PEOPLE


def test_a_plan_does_not_differ_from_itself(planned: Path, tmp_path: Path) -> None:
    made = make_alternatives(planned, tmp_path / "x", 1, lambda settings: OPTIONS)
    assert distinctions(made.answer, made.answer) == ()
