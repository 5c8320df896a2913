"""What envelopes have left while a plan is made by hand, and what of the points is kept apart."""

from collections.abc import Mapping
from copy import copy

from models.appointments import Commitments, reserved
from models.plan import EnvelopeKey
from models.problem import PersonCode


class Accounts:
    """Keeps the points of idle hours of fixed appointments apart, so that these people may work.

    `settle` says from which envelopes; when somebody works from another one, as much is let go of
    where it was kept, and others who are kept there may be moved to it.
    """

    def __init__(self, amounts: Mapping[EnvelopeKey, int | None], found: Commitments) -> None:
        """`amounts` are those of every envelope, in its own unit; `None` for one without an end."""
        self._left = dict(amounts)
        self._crews = found.crews
        self._payers = found.payers
        self._crew_of = {code: n for n, crew in enumerate(found.crews) for code in crew.shares}
        self._worked = dict.fromkeys(range(len(found.crews)), 0)
        self._kept: dict[EnvelopeKey, dict[int, int]] = {key: {} for key in self._left}

    def copied(self) -> "Accounts":
        """Accounts to try something on."""
        twin = copy(self)
        twin._left = dict(self._left)
        twin._worked = dict(self._worked)
        twin._kept = {key: dict(kept) for key, kept in self._kept.items()}
        return twin

    def left(self, envelope: EnvelopeKey) -> int | None:
        """What nobody has of an envelope; `None` when only appointments bind."""
        return self._left[envelope]

    def left_for(self, person: PersonCode, envelope: EnvelopeKey, wanted: int) -> int | None:
        """What somebody may be paid from an envelope: what is left and what is kept for them.

        When that is less than what is wanted, what others can be moved for counts too.
        """
        left, crew = self._left[envelope], self._crew_of.get(person)
        if left is None or crew is None:
            return left
        found = left + self._kept[envelope].get(crew, 0)
        if found < wanted:
            found += sum(amount for *_, amount in self._moves(crew, envelope, wanted - found))
        return found

    def work(self, person: PersonCode, envelope: EnvelopeKey, cost: int) -> None:
        """Write work down: from what is kept for it, from what is left, then by moving others."""
        left, crew = self._left[envelope], self._crew_of.get(person)
        if left is None or crew is None:
            self._take(envelope, cost)
            return
        self._worked[crew] += cost
        own = self._kept[envelope]
        kept = min(cost, own.get(crew, 0))
        own[crew] = own.get(crew, 0) - kept
        more = cost - kept
        for other, to, amount in self._moves(crew, envelope, max(0, more - max(0, left))):
            own[other] -= amount
            self._kept[to][other] = self._kept[to].get(other, 0) + amount
            self._kept[to][crew] -= amount
            more -= amount
        self._take(envelope, more)
        self._let_go(crew, more)

    def buy(self, envelope: EnvelopeKey, cost: int) -> None:
        """Write down what a firm is paid."""
        self._left[envelope] = (self._left[envelope] or 0) - cost

    def _take(self, envelope: EnvelopeKey, cost: int) -> None:
        left = self._left[envelope]
        self._left[envelope] = None if left is None else left - cost

    def _let_go(self, crew: int, most: int) -> None:
        """Let go of what is kept for a crew elsewhere."""
        for key in self._crews[crew].payers:
            freed = min(most, self._kept[key].get(crew, 0))
            if freed:
                self._kept[key][crew] -= freed
                self._left[key] = (self._left[key] or 0) + freed
                most -= freed

    def _moves(
        self, crew: int, envelope: EnvelopeKey, most: int
    ) -> list[tuple[int, EnvelopeKey, int]]:
        """Which others can be moved, whereto and how much, for a crew that works from an envelope.

        They go where something is kept for that crew, which it no longer needs there.
        """
        kept = {key: self._kept[key].get(crew, 0) for key in self._crews[crew].payers}
        places = {key: amount for key, amount in kept.items() if amount and key != envelope}
        found = []
        for other, there in self._kept[envelope].items():
            for key in self._crews[other].payers if there and other != crew else ():
                amount = min(most, there, places.get(key, 0))
                if amount and key in self._payers:
                    found.append((other, key, amount))
                    most, there = most - amount, there - amount
                    places[key] -= amount
        return found

    def release(self) -> None:
        """Let go of all that is kept: to write work down that need not follow it."""
        for key, kept in self._kept.items():
            if kept:
                self._left[key] = (self._left[key] or 0) + sum(kept.values())
                kept.clear()

    def settle(self) -> None:
        """Keep apart what the crews do not work yet, as far as there is room for it."""
        if not self._crews:
            return
        room = {key: max(0, self._left[key] or 0) for key in self._payers}
        found = reserved(self._crews, self._payers, self._worked, room)
        for (crew, key), kept in found.sent.items():
            self._kept[key][crew] = kept
            self._left[key] = (self._left[key] or 0) - kept
