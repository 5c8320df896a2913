"""Whether the points pay every fixed appointment, worked or idle; by a flow of its own."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import floor, lcm

from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, Person, PersonCode, ProblemData
from models.verification.money import Money
from models.verification.outcome import Measure
from models.vocabulary import Funding

Amounts = Mapping[PersonCode, int]
Payers = Mapping[PersonCode, tuple[EnvelopeKey, ...]]


class Shares:
    """What every person gets from every envelope, with as much given as there can be.

    Attributes
    ----------
    unmet
        What people ask and do not get; empty when all get all.
    """

    def __init__(self, asked: Amounts, payers: Payers, room: Mapping[EnvelopeKey, int]) -> None:
        self._payers = payers
        self._room = dict(room)
        self._given: dict[EnvelopeKey, dict[PersonCode, int]] = {key: {} for key in room}
        self.unmet: dict[PersonCode, int] = {}
        for person, amount in asked.items():
            rest = amount
            while rest > 0 and (moved := self._give(person, rest, set())) > 0:
                rest -= moved
            if rest > 0:
                self.unmet[person] = rest

    def in_need(self) -> tuple[frozenset[PersonCode], frozenset[EnvelopeKey]]:
        """Whoever lacks something or has what they could use, and the envelopes that it is from."""
        people, envelopes = list(self.unmet), set()
        for person in people:
            for key in self._payers[person]:
                if key not in envelopes:
                    envelopes.add(key)
                    people += [p for p, n in self._given[key].items() if n > 0 and p not in people]
        return frozenset(people), frozenset(envelopes)

    def _give(self, person: PersonCode, most: int, seen: set[EnvelopeKey]) -> int:
        """Give from an envelope with room, or by moving somebody else to another one."""
        for key in self._payers[person]:
            if self._room[key] > 0:
                moved = min(most, self._room[key])
                self._room[key] -= moved
                return self._book(person, key, moved)
        for key in self._payers[person]:
            if key not in seen:
                seen.add(key)
                if moved := self._make_room(person, key, most, seen):
                    return self._book(person, key, moved)
        return 0

    def _make_room(
        self, person: PersonCode, key: EnvelopeKey, most: int, seen: set[EnvelopeKey]
    ) -> int:
        for other, has in list(self._given[key].items()):
            if has > 0 and other != person:
                moved = self._give(other, min(most, has), seen)
                if moved > 0:
                    self._given[key][other] -= moved
                    return moved
        return 0

    def _book(self, person: PersonCode, key: EnvelopeKey, amount: int) -> int:
        given = self._given[key]
        given[person] = given.get(person, 0) + amount
        return amount


class Posts:
    """The fixed appointments of a problem that its points pay whole.

    Attributes
    ----------
    asked
        What each of them costs; not those for which the points are too few.
    """

    def __init__(self, data: ProblemData, money: Money) -> None:
        self._money = money
        self._persons = {person.code: person for person in data.persons}
        prices = [Fraction(price) for price in data.settings.post_prices.values()]
        self._scale = lcm(*(price.denominator for price in prices))
        asked: dict[PersonCode, int] = {}
        self._payers: dict[PersonCode, tuple[EnvelopeKey, ...]] = {}
        units = {school.code for school in data.schools} | {GROUP}
        for person in data.persons:
            keys = tuple(money.ict_payers(person, units))
            self._payers[person.code] = keys
            grains = money.capacity[person.code, Funding.ICT]
            if self._is_bound(keys) and grains and not person.ict_to_decide:
                asked[person.code] = self.cost(person, grains)
        room = {key: self._amount(key) for key in self._limited()}
        needy, short = Shares(asked, self._payers, room).in_need()
        self.asked = {code: cost for code, cost in asked.items() if code not in needy}
        self._open = {
            code: tuple(key for key in keys if key not in short)
            for code, keys in self._payers.items()
        }

    def cost(self, person: Person, grains: int) -> int:
        """What so many grains cost, in parts of a point so small that all costs are whole."""
        price = self._money.price(person.diploma) or Fraction(0)
        return int(grains * price * self._scale)

    def unpaid(self, hours: Mapping[tuple[TaskKey, PersonCode, EnvelopeKey], int]) -> Amounts:
        """What lacks for whose appointment when so much is worked from each envelope."""
        room = {key: self._amount(key) for key in self._limited()}
        idle = dict(self.asked)
        for (_, code, key), grains in hours.items():
            if key in room:
                cost = self.cost(self._persons[code], grains)
                room[key] -= cost
                if code in idle:
                    idle[code] -= cost
        left = {key: max(0, amount) for key, amount in room.items()}
        return Shares(idle, self._open, left).unmet

    def _is_bound(self, keys: Iterable[EnvelopeKey]) -> bool:
        limited = self._limited()
        return bool(keys) and all(key in limited for key in keys)

    def _limited(self) -> list[EnvelopeKey]:
        """The envelopes of points."""
        envelopes = self._money.envelopes.values()
        return [each.key for each in envelopes if each.measure is Measure.POINTS]

    def _amount(self, key: EnvelopeKey) -> int:
        points = self._money.envelopes[key].amount or Fraction(0)
        return floor(points * self._money.fulltime * self._scale)
