"""The most that can flow from sources to sinks along allowed pairs, in whole numbers."""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
T = TypeVar("T", bound=Hashable)


class Flow(Generic[S, T]):
    """A maximum flow by shortest augmenting paths (Edmonds & Karp, 1972); order decides ties.

    Attributes
    ----------
    sent
        What flows per source and sink; absent means nothing.
    unsent
        What each source cannot send.
    """

    def __init__(
        self, supply: Mapping[S, int], sinks: Mapping[S, Sequence[T]], room: Mapping[T, int]
    ) -> None:
        self.sent: dict[tuple[S, T], int] = {}
        self.unsent: dict[S, int] = dict(supply)
        self._sinks = sinks
        self._room = dict(room)

    def fill(self) -> "Flow[S, T]":
        """Send as much as can be sent."""
        for source in self.unsent:
            while self.unsent[source] > 0 and self._send(source):
                pass
        return self

    def stuck(self) -> tuple[set[S], set[T]]:
        """The sources that share their sinks with one that cannot send all, and these sinks."""
        sources: set[S] = {source for source, rest in self.unsent.items() if rest > 0}
        sinks: set[T] = set()
        waiting = deque(sources)
        while waiting:
            for sink in self._sinks[waiting.popleft()]:
                if sink not in sinks:
                    sinks.add(sink)
                    senders = {s for (s, t), n in self.sent.items() if t == sink and n > 0}
                    waiting.extend(sorted(senders - sources, key=str))
                    sources |= senders
        return sources, sinks

    def _send(self, source: S) -> bool:
        """Send along one shortest path, back over what others sent where that helps."""
        came: dict[T, tuple[S, T | None]] = {}
        waiting: deque[tuple[S, T | None]] = deque([(source, None)])
        asked = {source}
        while waiting:
            sender, through = waiting.popleft()
            for sink in self._sinks[sender]:
                if sink in came:
                    continue
                came[sink] = (sender, through)
                if self._room.get(sink, 0) > 0:
                    self._push(source, sink, came)
                    return True
                for (other, to), amount in self.sent.items():
                    if to == sink and amount > 0 and other not in asked:
                        asked.add(other)
                        waiting.append((other, sink))
        return False

    def _push(self, source: S, last: T, came: Mapping[T, tuple[S, T | None]]) -> None:
        path: list[tuple[S, T, T | None]] = []
        sink: T | None = last
        while sink is not None:
            sender, through = came[sink]
            path.append((sender, sink, through))
            sink = through
        back = [self.sent[sender, through] for sender, _, through in path if through is not None]
        amount = min([self.unsent[source], self._room[last], *back])
        self.unsent[source] -= amount
        self._room[last] -= amount
        for sender, to, through in path:
            self.sent[sender, to] = self.sent.get((sender, to), 0) + amount
            if through is not None:
                self.sent[sender, through] -= amount
