"""The contest: time and limits that the peers get, and jobs in processes of their own."""

from pathlib import Path

import pytest
from pytest import MonkeyPatch

from benchmarks import contest
from benchmarks.case import Case
from benchmarks.contest import Contestant, held_values, level_seconds, play
from benchmarks.memory import tree_memory
from benchmarks.peers.catalogue import PEERS
from benchmarks.process import Finished, Json, run_apart
from benchmarks.score import GREEDY, OURS

ENTRY = Contestant("school", Case("school", 8, 1), 1.0)


def answer() -> Json:
    found = [("core", 3, 3, 1.0), ("fairness", 10, 55, 3.0)]
    levels = [
        {"level": level, "value": value, "final": final, "bound": 1, "seconds": seconds}
        for level, value, final, seconds in found
    ]
    return {"levels": levels, "seconds": 8.0, "violations": 0, "slack": {"fairness": 50}}


def test_all_of_our_time_is_shared_out_over_the_levels() -> None:
    assert level_seconds(answer()) == {"core": 2.0, "fairness": 6.0}


def test_peers_are_held_to_what_we_were_held_to() -> None:
    assert held_values(answer()) == {"core": 3, "fairness": 60}


def test_a_level_that_was_skipped_is_not_held() -> None:
    skipped = {"level": "quality", "value": None, "final": None, "bound": None, "seconds": 0.0}
    left = answer()
    left["levels"].append(skipped)
    assert "quality" not in held_values(left)


def test_everybody_plays_on_the_same_models(monkeypatch: MonkeyPatch) -> None:
    asked: list[Json] = []

    def fake(job: str, arguments: Json, limit: float) -> Finished:
        asked.append(arguments)
        if job == "export":
            return Finished({"files": {level: level for level in arguments["held"]}}, 1)
        if job == "greedy":
            return Finished({"values": {"core": 9}, "seconds": 0.1, "violations": 0}, 1)
        if job == "ours":
            return Finished(answer(), 1)
        return Finished(None, 1, "ended long after its time limit")

    monkeypatch.setattr(contest, "run_apart", fake)
    scores = list(play(ENTRY, PEERS[:2]))
    assert [(s.level, s.solver, s.value) for s in scores] == [
        ("core", OURS, 3), ("fairness", OURS, 10), ("core", GREEDY, 9),
        ("core", "CBC", None), ("core", "HiGHS", None),
        ("fairness", "CBC", None), ("fairness", "HiGHS", None),
    ]  # fmt: skip
    assert [each["seconds"] for each in asked if "solver" in each] == [3.0, 3.0, 6.0, 6.0]
    assert scores[-1].remark == "ended long after its time limit"


def test_a_plan_that_breaks_rules_has_no_value(monkeypatch: MonkeyPatch) -> None:
    broken = {"values": {"core": 9}, "seconds": 0.1, "violations": 2}
    monkeypatch.setattr(contest, "run_apart", lambda *_: Finished(broken | answer_of(2), 1))
    scores = list(play(ENTRY, []))
    assert [score.value for score in scores if score.solver == GREEDY] == [None]
    assert {score.remark for score in scores} == {"2 rules broken"}


def answer_of(violations: int) -> Json:
    return answer() | {"violations": violations}


def test_a_run_of_ours_that_fails_is_told(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(contest, "run_apart", lambda *_: Finished(None, 1, "NoSolutionError"))
    scores = list(play(ENTRY, PEERS))
    assert [(s.level, s.solver, s.remark) for s in scores] == [
        ("all", OURS, "NoSolutionError"), ("all", GREEDY, "NoSolutionError"),
    ]  # fmt: skip


def test_jobs_run_apart() -> None:
    left = run_apart("greedy", {"case": ENTRY.case.as_json()}, 60)
    assert left.answer is not None
    assert left.answer["violations"] == 0
    assert left.answer["values"].keys() >= {"core", "coverage", "quality"}
    assert left.memory > 0


def test_ours_and_its_models_go_together(tmp_path: Path) -> None:
    arguments = {"case": ENTRY.case.as_json(), "seconds": 1.0}
    ours = run_apart("ours", arguments, 60).answer
    assert ours is not None
    assert ours["violations"] == 0
    held = held_values(ours)
    models = run_apart("export", arguments | {"held": held, "folder": str(tmp_path)}, 60).answer
    assert models is not None
    assert list(models["files"]) == list(held)


@pytest.mark.parametrize(
    ("job", "said"), [("nothing", "ModuleNotFoundError"), ("greedy", "KeyError")]
)
def test_a_job_that_fails_says_why(job: str, said: str) -> None:
    left = run_apart(job, {}, 60)
    assert left.answer is None
    assert left.remark.startswith(said)


def test_a_job_that_does_not_end_is_ended(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.process.GRACE_SECONDS", 0.3)
    left = run_apart("greedy", {"case": Case("group", 40, 1).as_json()}, 0)
    assert left.answer is None
    assert left.remark == "ended long after its time limit"


def test_a_process_that_is_gone_has_no_memory() -> None:
    assert tree_memory(2**30) == 0.0
