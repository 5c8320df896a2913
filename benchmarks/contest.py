"""One generated instance: ours, the greedy plan, and the peers level by level."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.case import Case
from benchmarks.peers.catalogue import Peer
from benchmarks.process import Finished, Json, run_apart
from benchmarks.score import EVERY_LEVEL, GREEDY, OURS, Score

LEAST_SECONDS = 3.0
"""A peer gets this long at least, also where ours was ready at once."""


@dataclass(frozen=True)
class Contestant:
    """An instance in the contest, and what it is called in the tables."""

    title: str
    case: Case
    seconds: float


def play(entry: Contestant, peers: Sequence[Peer]) -> Iterator[Score]:
    """Scores of ours, the greedy plan and the peers, in this order."""
    arguments = {"case": entry.case.as_json(), "seconds": entry.seconds}
    ours = run_apart("ours", arguments, entry.seconds)
    if ours.answer is None:
        yield score_of(ours, entry.title, entry.case.seed, EVERY_LEVEL, OURS)
    else:
        yield from _our_scores(entry, ours.answer, ours.memory)
    yield from _greedy_scores(entry, run_apart("greedy", arguments, entry.seconds))
    if ours.answer is not None and peers:
        yield from _peer_scores(entry, ours.answer, peers)


def _our_scores(entry: Contestant, answer: Json, memory: float) -> Iterator[Score]:
    remark = f"{answer['violations']} rules broken" if answer["violations"] else ""
    seed, seconds = entry.case.seed, level_seconds(answer)
    for found in answer["levels"]:
        level, value, bound = found["level"], found["value"], found["bound"]
        took = seconds[level]
        yield Score(entry.title, seed, level, OURS, value, bound, took, memory, remark)


def _greedy_scores(entry: Contestant, left: Finished) -> Iterator[Score]:
    if left.answer is None:
        yield score_of(left, entry.title, entry.case.seed, EVERY_LEVEL, GREEDY)
        return
    broken = left.answer["violations"]
    remark = f"{broken} rules broken" if broken else ""
    seconds = left.answer["seconds"]
    for level, value in left.answer["values"].items():
        worth = None if broken else value
        seed = entry.case.seed
        yield Score(entry.title, seed, level, GREEDY, worth, None, seconds, left.memory, remark)


def _peer_scores(entry: Contestant, answer: Json, peers: Sequence[Peer]) -> Iterator[Score]:
    with tempfile.TemporaryDirectory() as folder:
        arguments = {"case": entry.case.as_json(), "held": held_values(answer), "folder": folder}
        models = run_apart("export", arguments, entry.seconds)
        if models.answer is None:
            yield score_of(models, entry.title, entry.case.seed, EVERY_LEVEL, "export")
            return
        seconds = level_seconds(answer)
        for level, file in models.answer["files"].items():
            limit = max(LEAST_SECONDS, seconds[level])
            for peer in peers:
                left = ask_peer(peer, file, limit)
                yield score_of(left, entry.title, entry.case.seed, level, peer.title)


def ask_peer(peer: Peer, file: str, seconds: float) -> Finished:
    """Let a peer minimise a model that was exported."""
    threads = os.cpu_count() or 1
    arguments = {"solver": peer.name, "model": file, "seconds": seconds, "threads": threads}
    return run_apart("peer", arguments, seconds)


def score_of(left: Finished, title: str, seed: int, level: str, solver: str) -> Score:
    """The score from what the process of a solver left: an answer, or why there is none."""
    if left.answer is None:
        return Score(title, seed, level, solver, None, None, 0.0, left.memory, left.remark)
    return Score(title, seed, level, solver, **left.answer, memory=left.memory)


def level_seconds(answer: Json) -> Mapping[str, float]:
    """Our seconds per level, all of the run's wall time being shared out over the levels.

    What no level accounts for (building, a first plan, stages that serve several levels) is added
    in proportion, so that the peers never get less time than ours took.
    """
    counted = {found["level"]: found["seconds"] for found in answer["levels"]}
    whole = sum(counted.values())
    factor = max(1.0, answer["seconds"] / whole) if whole else 1.0
    return {level: seconds * factor for level, seconds in counted.items()}


def held_values(answer: Json) -> dict[str, int]:
    """What the peers are held to on each level: what our later levels were held to."""
    held = {}
    for found in answer["levels"]:
        if found["value"] is not None:
            slack = answer["slack"].get(found["level"], 0)
            held[found["level"]] = max(found["final"], found["value"] + slack)
    return held
