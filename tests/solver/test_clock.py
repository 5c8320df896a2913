"""The clock of a run: work or seconds, whichever end first, and a stop."""

from optimizer.run.clock import Clock
from optimizer.run.stop import Stop


def test_work_is_spent_here_and_in_the_whole() -> None:
    whole = Clock(Stop(), work=10)
    part = whole.part(0.5)
    assert part.left == 5
    part.spend(4)
    assert (part.left, whole.left) == (1, 6)
    assert not part.is_over
    part.spend(1)
    assert part.is_over
    assert not whole.is_over
    assert not whole.has_braked


def test_seconds_beside_work_are_a_brake_for_every_part() -> None:
    whole = Clock(Stop(), work=10, seconds=1e-9)
    assert whole.part(0.5).is_over
    assert whole.has_braked


def test_without_work_the_seconds_are_shared() -> None:
    part = Clock(Stop(), seconds=10).part(0.5)
    assert 4 < part.left <= 5
    part.spend(100)
    assert part.left > 4
    assert not part.has_braked


def test_a_stop_ends_every_part() -> None:
    stop = Stop()
    part = Clock(stop, work=10).part(0.5)
    stop.request()
    assert part.is_over


def test_a_part_leaves_seconds_for_the_parts_after_it() -> None:
    whole = Clock(Stop(), work=10, seconds=100)
    part = whole.part(0.2)
    assert part.left == 2
    assert 39 < part.seconds_left <= 40
    assert whole.part(0.5).seconds_left > 99


def test_seconds_that_end_a_part_are_known_in_the_whole() -> None:
    whole = Clock(Stop(), work=10, seconds=1e-3)
    part = whole.part(0.2).part(0.2)
    while not part.is_over:
        continue
    assert whole.has_braked
