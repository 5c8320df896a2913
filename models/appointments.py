"""Fixed ICT appointments cost their points whether they work or not: who must be paid from what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.flow import Flow
from models.funds import Envelope
from models.plan import EnvelopeKey
from models.problem import Person, PersonCode
from models.vocabulary import Funding


@dataclass(frozen=True)
class Crew:
    """People with fixed appointments that the same envelopes of points may pay.

    `whole` is what their appointments cost, and `shares` what each of them costs, in the scaled
    points of the envelopes; `payers` are all envelopes that may pay them.
    """

    shares: Mapping[PersonCode, int]
    payers: tuple[EnvelopeKey, ...]

    @property
    def whole(self) -> int:
        """What all their appointments cost."""
        return sum(self.shares.values())


@dataclass(frozen=True)
class Commitments:
    """Appointments that are paid whole, and those for which there are too few points.

    Attributes
    ----------
    crews
        Whose idle hours are charged too.
    payers
        The envelopes that can pay all of them; the others are charged worked grains alone.
    lacking
        What the others cost more than there is, in scaled points.
    unpaid, short
        The people whose appointments these points are, and their envelopes.
    """

    crews: tuple[Crew, ...] = ()
    payers: frozenset[EnvelopeKey] = frozenset()
    lacking: int = 0
    unpaid: tuple[PersonCode, ...] = ()
    short: tuple[EnvelopeKey, ...] = ()


def commitments(
    persons: Sequence[Person],
    payers: Mapping[PersonCode, Sequence[EnvelopeKey]],
    capacity: Mapping[tuple[PersonCode, Funding], int],
    envelopes: Mapping[EnvelopeKey, Envelope],
) -> Commitments:
    """Who is paid whole; `payers` are the ICT envelopes that may pay each person anywhere.

    A flow from appointments to envelopes, computed once for a problem. Somebody whom an envelope
    without an amount may pay is bound by no points.
    """
    found = _crews(persons, payers, capacity, envelopes)
    ample = _ample(persons, payers, capacity, envelopes)
    crews = [crew for crew in found if ample.isdisjoint(crew.payers)]
    flow = Flow(
        {number: crew.whole for number, crew in enumerate(crews)},
        {number: crew.payers for number, crew in enumerate(crews)},
        {key: envelope.amount or 0 for key, envelope in envelopes.items()},
    ).fill()
    stuck, short = flow.stuck()
    kept = tuple(crew for number, crew in enumerate(crews) if number not in stuck)
    unpaid = (code for number in stuck for code in crews[number].shares)
    return Commitments(
        crews=kept,
        payers=frozenset(key for crew in kept for key in crew.payers) - short,
        lacking=sum(flow.unsent.values()),
        unpaid=tuple(sorted(unpaid)),
        short=tuple(sorted(short)),
    )


def _crews(
    persons: Sequence[Person],
    payers: Mapping[PersonCode, Sequence[EnvelopeKey]],
    capacity: Mapping[tuple[PersonCode, Funding], int],
    envelopes: Mapping[EnvelopeKey, Envelope],
) -> list[Crew]:
    found: dict[tuple[EnvelopeKey, ...], dict[PersonCode, int]] = defaultdict(dict)
    for person in persons:
        keys = tuple(payers.get(person.code, ()))
        grains = capacity.get((person.code, Funding.ICT), 0)
        limited = [envelopes[key] for key in keys if envelopes[key].amount is not None]
        is_bound = keys and len(limited) == len(keys) and limited[0].prices(person)
        if is_bound and grains and not person.ict_to_decide:
            found[keys][person.code] = grains * envelopes[keys[0]].cost(person)
    return [Crew(shares, keys) for keys, shares in sorted(found.items())]


def _ample(
    persons: Sequence[Person],
    payers: Mapping[PersonCode, Sequence[EnvelopeKey]],
    capacity: Mapping[tuple[PersonCode, Funding], int],
    envelopes: Mapping[EnvelopeKey, Envelope],
) -> set[EnvelopeKey]:
    """The envelopes that nothing can exhaust: whoever they may pay is bound by no points."""
    asked: dict[EnvelopeKey, int] = defaultdict(int)
    for person in persons:
        for key in payers.get(person.code, ()):
            asked[key] += capacity[person.code, Funding.ICT] * envelopes[key].cost(person)
    return {key for key, most in asked.items() if most <= (envelopes[key].amount or 0)}


def reserved(
    crews: Sequence[Crew],
    paid_whole: frozenset[EnvelopeKey],
    worked: Mapping[int, int],
    room: Mapping[EnvelopeKey, int],
) -> Flow[int, EnvelopeKey]:
    """How what the crews do not work is charged, by their number; `worked` is what each works.

    `room` is what every envelope has left beside all that is worked from it.
    """
    return Flow(
        {number: crew.whole - worked.get(number, 0) for number, crew in enumerate(crews)},
        {n: [key for key in crew.payers if key in paid_whole] for n, crew in enumerate(crews)},
        {key: room[key] for key in sorted(paid_whole)},
    ).fill()
