"""Fixed appointments while a plan is made by hand: what of the points is kept for whom."""

from models.appointments import Commitments, reserved
from models.plan import EnvelopeKey
from models.problem import PersonCode

Left = dict[EnvelopeKey, int | None]


class Posts:
    """Keeps the points of idle hours apart, so that whoever has them may still work.

    `settle` says from which envelopes; when somebody works from another one, as much is let go of
    where it was kept.
    """

    def __init__(self, found: Commitments) -> None:
        self._crews = found.crews
        self._payers = found.payers
        self._crew_of = {code: n for n, crew in enumerate(found.crews) for code in crew.shares}
        self._worked = dict.fromkeys(range(len(found.crews)), 0)
        self._kept: dict[tuple[int, EnvelopeKey], int] = {}

    def own(self, person: PersonCode, envelope: EnvelopeKey) -> int:
        """What is kept of an envelope for the appointments of this person and others alike."""
        crew = self._crew_of.get(person)
        return 0 if crew is None else self._kept.get((crew, envelope), 0)

    def work(self, left: Left, person: PersonCode, envelope: EnvelopeKey, cost: int) -> None:
        """Write work down: first from what is kept for it, then from what is left."""
        crew = self._crew_of.get(person)
        if crew is None:
            left[envelope] = (left[envelope] or 0) - cost
            return
        self._worked[crew] += cost
        kept = min(cost, self._kept.get((crew, envelope), 0))
        if kept:
            self._kept[crew, envelope] -= kept
        more = cost - kept
        left[envelope] = (left[envelope] or 0) - more
        for key in self._crews[crew].payers:
            freed = min(more, self._kept.get((crew, key), 0))
            if freed:
                self._kept[crew, key] -= freed
                left[key] = (left[key] or 0) + freed
                more -= freed

    def release(self, left: Left) -> None:
        """Let go of all that is kept: to write work down that need not follow it."""
        for (_, key), kept in self._kept.items():
            left[key] = (left[key] or 0) + kept
        self._kept = {}

    def settle(self, left: Left) -> None:
        """Keep apart what the crews do not work yet, as far as there is room for it."""
        if not self._crews:
            return
        room = {key: max(0, left[key] or 0) for key in self._payers}
        self._kept = reserved(self._crews, self._payers, self._worked, room).sent
        for (_, key), kept in self._kept.items():
            left[key] = (left[key] or 0) - kept
