"""Work in a process of its own: its result, its errors, a stop, and its death."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from factory import person, problem, task

from models.errors import WorkbookError
from models.settings import Level
from optimizer.explain.answer import Answer
from optimizer.flows.background import Failed, Worker
from optimizer.flows.planning import PlanWork
from optimizer.run.solve_options import OnProgress, Progress, SolveOptions
from optimizer.run.stop import Stop


@dataclass(frozen=True)
class Counts:
    """Tells how far it is until it is stopped."""

    def __call__(self, stop: Stop, on_progress: OnProgress) -> int:
        count = 0
        while not stop.requested:
            count += 1
            on_progress(Progress(Level.CORE, count, None, 1.0))
            time.sleep(0.01)
        return count


@dataclass(frozen=True)
class Fails:
    """Raises what it is told."""

    kind: str

    def __call__(self, stop: Stop, on_progress: OnProgress) -> int:
        if self.kind == "dies":
            os._exit(1)
        if self.kind == "ours":
            raise WorkbookError("not-found", path="weg.xlsx")
        raise ZeroDivisionError("names of people")


@dataclass(frozen=True)
class Sits:
    """Says in which process it runs."""

    def __call__(self, stop: Stop, on_progress: OnProgress) -> int:
        return os.getpid()


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def ignore(progress: Progress) -> None:
    """Nothing."""


def test_it_runs_elsewhere_and_again_in_the_same_place(worker: Worker) -> None:
    first = worker.run(Sits(), ignore)
    assert first != os.getpid()
    assert worker.run(Sits(), ignore) == first


def test_it_tells_how_far_it_is_and_stops_when_asked(worker: Worker) -> None:
    told: list[Progress] = []
    begun = threading.Event()

    def hear(progress: Progress) -> None:
        told.append(progress)
        begun.set()

    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(worker.run(Counts(), hear)))
    thread.start()
    assert begun.wait(30)
    worker.stop()
    thread.join(30)
    assert results == [told[-1].value]
    assert worker.run(Sits(), ignore), "a stop does not stop what comes after it"


@pytest.mark.parametrize(
    ("kind", "part"), [("ours", "weg.xlsx bestaat niet"), ("theirs", "ZeroDivisionError")]
)
def test_an_error_is_told_in_sentences_without_what_is_not_ours(
    worker: Worker, kind: str, part: str
) -> None:
    done = worker.run(Fails(kind), ignore)
    assert isinstance(done, Failed)
    assert part in done.lines[0]
    assert "names of people" not in done.lines[0]


def test_a_process_that_dies_is_told_too(worker: Worker) -> None:
    done = worker.run(Fails("dies"), ignore)
    assert isinstance(done, Failed)
    assert not worker.is_alive
    assert isinstance(worker.run(Sits(), ignore), Failed)


def test_a_plan_comes_back_whole(worker: Worker) -> None:
    data = problem(persons=[person(ict=20)], tasks=[task(hours=12)])
    done = worker.run(PlanWork(data, SolveOptions(5, deterministic=True)), ignore)
    assert isinstance(done, Answer)
    assert sum(done.plan.hours.values()) == 12
    assert done.instance.data == data
