"""The runner: every unit once, whatever happens to its workers, and on again where it stopped."""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from series_work import (
    Result,
    Threads,
    fragile_square,
    patient_square,
    slow_square,
    square,
)

from optimizer.run.series_errors import SeriesError
from optimizer.run.stop import Stop
from optimizer.series.executors import LocalProcesses, Workers
from optimizer.series.journal import Entry, Journal, JournalState, read_entries
from optimizer.series.runner import MOST_DEATHS, MOST_LOSSES, Counts, Unit, run_units

Work = Callable[[int], Result]


def units(*numbers: int) -> list[Unit[int]]:
    return [Unit(f"u{number}", number) for number in numbers]


def run(
    path: Path, work: Work, workers: Workers, *numbers: int, stop: Stop | None = None
) -> Counts:
    with Journal(path) as journal:
        return run_units(units(*numbers), work, workers, journal, stop)


def squares(path: Path) -> dict[str, object]:
    """What the journal holds of the units that are done; none may stand there twice."""
    done = [entry for entry in read_entries(path) if entry.standing is JournalState.DONE]
    assert len({entry.key for entry in done}) == len(done)
    return {entry.key: entry.result["square"] for entry in done}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "verloop.jsonl"


@pytest.mark.parametrize("workers", [LocalProcesses(2), Threads(3)], ids=["processes", "threads"])
def test_every_unit_is_done_once(path: Path, workers: Workers) -> None:
    assert run(path, square, workers, *range(12), 3, 4) == Counts(done=12, skipped=2)
    assert squares(path) == {f"u{number}": number * number for number in range(12)}


def test_the_order_of_the_units_makes_no_difference(tmp_path: Path) -> None:
    forth, back = tmp_path / "heen", tmp_path / "terug"
    run(forth, square, Threads(), *range(10))
    run(back, square, Threads(), *reversed(range(10)))
    assert squares(forth) == squares(back)


def test_a_second_run_does_only_what_is_new(path: Path) -> None:
    run(path, square, Threads(), 1, 2)
    idle = Threads()
    assert run(path, square, idle, 1, 2) == Counts(skipped=2)
    assert idle.opened == 0
    assert run(path, square, Threads(), 1, 2, 3) == Counts(done=1, skipped=2)


def test_a_line_cut_short_is_done_again(path: Path) -> None:
    run(path, square, Threads(), 1, 2)
    whole = path.read_bytes()
    path.write_bytes(whole[:-5])
    assert run(path, square, Threads(), 1, 2) == Counts(done=1, skipped=1)
    assert squares(path) == {"u1": 1, "u2": 4}


def test_failures_stop_nothing_and_are_tried_again(path: Path) -> None:
    assert run(path, fragile_square, LocalProcesses(1), *range(12)) == Counts(done=8, failed=4)
    failed = {e.key: e.result for e in read_entries(path) if e.standing is JournalState.FAILED}
    assert failed["u9"] == {"reason": "try again"}
    assert str(failed["u5"]["error"]).startswith("ValueError (series_work.py:")
    assert str(failed["u7"]["error"]).startswith("ValueError")
    assert failed["u3"] == {"error": "BrokenProcessPool"}
    assert "Noor" not in path.read_text(encoding="utf-8")
    assert run(path, square, Threads(), *range(12)) == Counts(done=4, skipped=8)
    assert squares(path) == {f"u{number}": number * number for number in range(12)}


def test_units_are_taken_only_when_there_is_room(path: Path) -> None:
    taken: list[int] = []
    ahead: list[int] = []

    def stream() -> Iterator[Unit[int]]:
        for number in range(50):
            taken.append(number)
            yield Unit(str(number), number)

    with Journal(path) as journal:
        run_units(
            stream(), square, Threads(3), journal,
            on_progress=lambda counts: ahead.append(len(taken) - counts.total),
        )  # fmt: skip
    assert len(taken) == len(ahead) == 50
    assert max(ahead) <= 3


def test_a_stop_ends_what_runs_and_begins_nothing_more(path: Path) -> None:
    stop, begun = Stop(), path.parent / "0.begun"

    def ask_when_begun() -> None:
        while not begun.exists():
            time.sleep(0.02)
        stop.request()

    marked = [Unit(f"u{number}", (str(path.parent), number)) for number in range(6)]
    asking = threading.Thread(target=ask_when_begun, daemon=True)
    asking.start()
    with Journal(path) as journal:
        counts = run_units(marked, patient_square, LocalProcesses(1), journal, stop)
    asking.join()
    assert counts == Counts(cut_short=1)
    assert [each.name for each in path.parent.glob("*.begun")] == [begun.name]
    assert squares(path) == {}
    assert run(path, square, Threads(), *range(6)) == Counts(done=6)
    assert len(squares(path)) == 6


def test_nothing_begins_after_a_stop(path: Path) -> None:
    stop, idle = Stop(), Threads()
    stop.request()
    assert run(path, square, idle, 1, 2, stop=stop) == Counts()
    assert idle.opened == 0


def test_an_error_of_the_caller_ends_the_workers(path: Path) -> None:
    def refuse(counts: Counts) -> None:
        raise KeyboardInterrupt

    workers = LocalProcesses(2)
    with Journal(path) as journal, pytest.raises(KeyboardInterrupt):
        run_units(units(*range(8)), slow_square, workers, journal, on_progress=refuse)
    assert len(squares(path)) == 1
    assert multiprocessing.active_children() == []


class Losing(Threads):
    """Workers that are lost `times` times, with all that they had in flight."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._times = times

    def open(self) -> Executor:
        executor = super().open()
        return _Lost() if self.opened <= self._times else executor


class _Lost(Executor):
    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":  # noqa: ANN401
        future: Future[Any] = Future()
        future.cancel()
        future.set_running_or_notify_cancel()
        return future


def test_lost_units_go_to_new_workers(path: Path) -> None:
    workers = Losing(MOST_LOSSES)
    assert run(path, square, workers, *range(5)) == Counts(done=5)
    assert workers.opened == MOST_LOSSES + 1
    assert len(squares(path)) == 5


def test_workers_that_stay_away_end_the_series(path: Path) -> None:
    with pytest.raises(SeriesError, match="lost"):
        run(path, square, Losing(MOST_LOSSES + 1), *range(5))


class Deadly(Threads):
    """Workers on which a unit dies: the executor tells, and lives on."""

    def open(self) -> Executor:
        super().open()
        return _Killing()

    def is_death(self, error: BaseException) -> bool:
        return isinstance(error, MemoryError)


class _Killing(Executor):
    deaths = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":  # noqa: ANN401
        future: Future[Any] = Future()
        work, payload = args
        if payload == 1 and self.deaths < MOST_DEATHS - 1:
            self.deaths += 1
            future.set_exception(MemoryError())
        else:
            future.set_result((JournalState.DONE, work(payload)))
        return future


def test_a_unit_survives_fewer_deaths_than_the_most(path: Path) -> None:
    workers = Deadly()
    assert run(path, square, workers, 1, 2, 3) == Counts(done=3)
    assert workers.opened == 1


def test_an_unknown_failure_of_the_executor_is_entered(path: Path) -> None:
    class Odd(Deadly):
        def is_death(self, error: BaseException) -> bool:
            return False

    assert run(path, square, Odd(), 1, 2) == Counts(done=1, failed=1)
    assert {e.key for e in read_entries(path) if e.standing is JournalState.FAILED} == {"u1"}


def test_one_program_at_a_time_has_the_journal(path: Path) -> None:
    with Journal(path), pytest.raises(SeriesError, match="in-use"), Journal(path):
        pass
    with Journal(path):
        pass


def test_a_damaged_line_is_no_torn_end(path: Path) -> None:
    run(path, square, Threads(), 1)
    path.write_bytes(b"{]\n" + path.read_bytes())
    with pytest.raises(SeriesError, match="damaged"), Journal(path):
        pass
    path.unlink()
    with Journal(path) as journal:
        assert list(journal.entries()) == []


def test_what_is_done_is_entered_once_unless_forgotten(path: Path) -> None:
    first, second = (Entry("a", JournalState.DONE, {"take": take}) for take in (1, 2))
    with Journal(path) as journal:
        journal.append(Entry("a", JournalState.CUT_SHORT, {}))
        assert "a" not in journal
        journal.append(first)
        journal.append(second)
        assert "a" in journal
        assert list(journal.entries())[1:] == [first]
        journal.forget("a")
        journal.append(second)
    assert list(read_entries(path))[1:] == [first, second]
    assert list(read_entries(path.with_name("geen"))) == []
