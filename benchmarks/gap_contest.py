"""One generalised assignment instance: our solver layer and the peers on the same model."""

import tempfile
from collections.abc import Iterator, Sequence

from benchmarks.contest import ask_peer, score_of
from benchmarks.gap import GapFile
from benchmarks.peers.catalogue import Peer
from benchmarks.process import run_apart
from benchmarks.score import OURS, Score

LEVEL = "cost"


def play_gap(file: GapFile, seconds: float, peers: Sequence[Peer]) -> Iterator[Score]:
    """Scores of ours and the peers; what is maximised in the file is turned into costs."""
    arguments = {"file": str(file.path.resolve()), "seconds": seconds}
    title = gap_title(file)
    yield score_of(run_apart("gap_ours", arguments, seconds), title, 0, LEVEL, OURS)
    if not peers:
        return
    with tempfile.TemporaryDirectory() as folder:
        model = run_apart("gap_export", arguments | {"folder": folder}, seconds)
        if model.answer is None:
            yield score_of(model, title, 0, LEVEL, "export")
            return
        for peer in peers:
            left = ask_peer(peer, model.answer["files"]["gap"], seconds)
            yield score_of(left, title, 0, LEVEL, peer.title)


def gap_title(file: GapFile) -> str:
    """What the tables call an instance."""
    return f"GAP {file.name}"
