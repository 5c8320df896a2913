"""Many changes priced side by side, in processes of their own, in the order asked."""

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from multiprocessing.synchronize import Event

from models.changes import Change
from models.outcome import Outcome, Refusal
from optimizer.explain.baseline import Baseline
from optimizer.explain.resolve import Resolver
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

POLL_SECONDS = 0.1
Bundle = tuple[Change, ...]
OnOutcome = Callable[[int, int], None]
"""Told after every outcome how many there are and how many were asked."""


def resolve_all(
    resolver: Resolver,
    bundles: Sequence[Bundle],
    jobs: int = 1,
    stop: Stop | None = None,
    on_progress: OnOutcome = lambda done, asked: None,
) -> Iterator[Outcome]:
    """The outcome of every bundle of changes that are made together, as they come, in order.

    With one job all is done in this process. After a stop, what has not begun is refused as
    `STOPPED`, and what runs is ended.
    """
    stop = stop or Stop()
    chosen = [tuple(bundle) for bundle in bundles]
    many = jobs > 1 and len(chosen) > 1
    outcomes = _apart(resolver, chosen, jobs, stop) if many else _here(resolver, chosen, stop)
    for number, outcome in enumerate(outcomes, start=1):
        on_progress(number, len(chosen))
        yield outcome


def _here(resolver: Resolver, bundles: Sequence[Bundle], stop: Stop) -> Iterator[Outcome]:
    for bundle in bundles:
        yield resolver.resolve_together(bundle, stop)


def _apart(
    resolver: Resolver, bundles: Sequence[Bundle], jobs: int, stop: Stop
) -> Iterator[Outcome]:
    """In fresh processes, the same on every system; each gets the plan once."""
    context = multiprocessing.get_context("spawn")
    halt = context.Event()
    pool = ProcessPoolExecutor(
        min(jobs, len(bundles)), context, _prepare, (resolver.base, resolver.options, halt)
    )
    try:
        asked = [(bundle, pool.submit(_resolve, bundle)) for bundle in bundles]
        for bundle, future in asked:
            yield _outcome(bundle, future, stop, halt.set)
    finally:
        halt.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _outcome(
    bundle: Bundle, future: Future[Outcome], stop: Stop, halt: Callable[[], None]
) -> Outcome:
    """The outcome once it is there; a stop is passed on and ends what has not begun."""
    while not future.done():
        if stop.requested:
            halt()
            if future.cancel():
                break
        wait([future], POLL_SECONDS)
    if future.cancelled():
        return Outcome(bundle, refusal=Refusal.STOPPED)
    return future.result()


class _Worker:
    """What a process of its own keeps between two changes."""

    resolver: Resolver
    stop: Stop


def _prepare(base: Baseline, options: SolveOptions, halt: Event) -> None:
    """Make a process ready; Ctrl-C is for the process that asks, which passes it on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Worker.resolver = Resolver(base, options)
    _Worker.stop = Stop()
    threading.Thread(target=_pass_on, args=(halt, _Worker.stop), daemon=True).start()


def _pass_on(halt: Event, stop: Stop) -> None:
    halt.wait()
    stop.request()


def _resolve(bundle: Bundle) -> Outcome:
    return _Worker.resolver.resolve_together(bundle, _Worker.stop)
