"""One reason of a plan, with the figures of the checker that it can be held against."""

from collections import Counter
from fractions import Fraction
from math import floor
from typing import cast

from models.eligibility import in_reach, is_banned, levels_short, role_allowed
from models.explanation import Reason
from models.plan import EnvelopeKey
from models.problem import Person, PersonCode
from models.verification import Measure
from models.vocabulary import Funding
from optimizer.explain.answer import Answer


class Claim:
    """One reason, with the figures that it can be held against."""

    def __init__(self, answer: Answer, reason: Reason) -> None:
        self.answer, self.reason, self.facts = answer, reason, reason.facts
        self.key = reason.task
        self.task = answer.tasks[reason.task]
        self.persons = cast("tuple[PersonCode, ...]", reason.facts.get("persons", ()))
        self.chunk = min(floor(answer.instance.settings.min_block), self.task.demand)

    def able(self) -> list[Person]:
        """Everyone who may and can lead the task, by the data alone."""
        data, task = self.answer.instance.data, self.task.task
        return [
            person
            for person in data.persons
            if in_reach(person, self.key.unit)
            and role_allowed(data, task, person)
            and not is_banned(data, self.key, person.code)
            and not levels_short(task, person)
        ]

    def least(self, code: PersonCode) -> int:
        """The least grains that a person can add: one more, or a block."""
        return 1 if self.answer.worked.get((self.key, code)) else self.chunk

    def free(self, code: PersonCode) -> int:
        """Grains that a person has left, travel counted."""
        capacity = self.answer.instance.total_capacity(code)
        return capacity - self.answer.verification.loads[code]

    def paid(self, code: PersonCode, funding: Funding) -> int:
        """Grains left of one funding."""
        spent = sum(
            grains
            for (_, person, payer), grains in self.answer.plan.hours.items()
            if person == code and payer.funding is funding
        )
        return self.answer.instance.capacity.get((code, funding), 0) - spent

    def fits(self, code: PersonCode, payer: EnvelopeKey) -> int:
        """Grains of a person that an envelope still pays, from the checker's figures."""
        use = self.answer.verification.envelope_use[payer]
        if use.amount is None:
            return self.task.demand
        price = Fraction(1)
        settings = self.answer.instance.settings
        if use.measure is Measure.POINTS:
            fulltime = Fraction(settings.fulltime_hours * settings.ict_weeks) / settings.grain
            diploma = self.answer.persons[code].diploma
            price = Fraction(settings.post_prices[diploma]) / fulltime
        return floor((use.amount - use.used) / price)

    def open(self, code: PersonCode) -> list[EnvelopeKey]:
        """The envelopes that may pay a person from a funding with hours left."""
        payers = self.answer.instance.payers[self.key, code]
        return [payer for payer in payers if self.paid(code, payer.funding) > 0]

    def can_be_paid(self, code: PersonCode) -> int:
        """Grains that money and the hours of each funding leave to a person."""
        sums: Counter[Funding] = Counter()
        for payer in self.open(code):
            sums[payer.funding] += self.fits(code, payer)
        return sum(min(self.paid(code, funding), most) for funding, most in sums.items())

    def firm_fits(self) -> int:
        """Grains of a firm that the operating money still pays."""
        cost = Fraction(self.task.task.rate or 0) * self.answer.instance.settings.grain
        payers = self.answer.instance.firm_payers.get(self.key, ())
        uses = [self.answer.verification.envelope_use[payer] for payer in payers]
        return sum(floor(((use.amount or 0) - use.used) / cost) for use in uses)

    def workers(self) -> set[PersonCode]:
        """Who works on the task."""
        return {person for key, person in self.answer.worked if key == self.key}
