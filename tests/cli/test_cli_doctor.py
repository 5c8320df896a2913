"""`taakverdeler versies --controle`: what is there, what lacks, and a plan as proof."""

import json

import pytest
from command_line import run

from models.instance import build_instance
from models.validation import validate
from optimizer.cli.exits import Exit
from optimizer.flows import doctor
from optimizer.flows.doctor import SMALL_TASKS, small_problem
from optimizer.report.doctor_text import doctor_lines
from optimizer.run.checkup import EXTRAS, Checkup, Lack


def test_a_machine_on_which_all_works_says_so() -> None:
    told = run("versies", "--controle")
    assert told.code == Exit.DONE
    assert "Proefplan van tien taken: gemaakt" in told.out
    assert "taakverdeler " in told.out and "systeem: " in told.out


def test_the_document_says_the_same() -> None:
    found = json.loads(run("versies", "--controle", "--json").out)
    assert found["planned"] is True
    assert set(found["missing"]) <= set(EXTRAS)


def test_a_plan_that_cannot_be_made_is_named_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OSError

    monkeypatch.setattr(doctor, "small_problem", broken)
    told = run("versies", "--controle")
    assert told.code == Exit.INTERNAL
    assert "MISLUKT (OSError)" in told.out


@pytest.mark.parametrize(("bundled", "way"), [(False, "pip install"), (True, "met uv of pipx")])
def test_what_lacks_comes_with_a_way_that_works_there(
    bundled: bool, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", bundled, raising=False)
    lack = Lack("vacature", ("vacature",), ("docx",))
    found = Checkup({}, "", {}, (lack,), planned=True)
    (told,) = (line for line in doctor_lines(found) if "docx" in line)
    assert way in told


def test_the_problem_of_the_check_is_sound() -> None:
    data = small_problem()
    assert len(build_instance(data).tasks) == SMALL_TASKS
    assert not [issue for issue in validate(data) if issue.severity == "error"]
