"""What an hour is worth: more of each envelope, and of each person's hours."""

from collections.abc import Iterator
from decimal import Decimal

from models.changes import Change, PersonChange, SchoolChange
from models.points import ict_points
from models.problem import ProblemData, School
from models.settings import Settings
from models.worth import Curve, Subject, WorthFamily
from optimizer.explain.curves import Question, find_break
from optimizer.explain.resolve import Resolver
from optimizer.run.stop import Stop

STEPS = (Decimal(1), Decimal(5), Decimal(10))
"""Points, teaching hours or clock hours a week more."""
EURO_STEPS = (Decimal(100), Decimal(500), Decimal(1000))
ENVELOPES = ("ict_points", "bpt_hours", "other_hours", "operating_euro")
APPOINTMENTS = ("ict_hours", "bpt_hours", "other_hours")


def worth_questions(data: ProblemData) -> Iterator[Question]:
    """More of every envelope that has an amount, and of every source of hours that people have."""
    for school in data.schools:
        for attribute in ENVELOPES:
            if amount_of(data.settings, school, attribute):
                steps = EURO_STEPS if attribute == "operating_euro" else STEPS
                subject = Subject(WorthFamily.ENVELOPE, school.code, attribute)
                yield from (_question(data, subject, step) for step in steps)
    for person in data.persons:
        for attribute in APPOINTMENTS:
            if getattr(person, attribute):
                subject = Subject(WorthFamily.PERSON, person.code, attribute)
                yield from (_question(data, subject, step) for step in STEPS)


def amount_of(settings: Settings, school: School, attribute: str) -> Decimal | None:
    """What a school has of an envelope; `None` when the appointments are the envelope."""
    if attribute == "ict_points":
        return ict_points(settings, school)
    amount: Decimal | None = getattr(school, attribute)
    return amount


def change_for(data: ProblemData, subject: Subject, more: Decimal) -> Change:
    """The edit that gives so much more than there is now."""
    if subject.family is WorthFamily.PERSON:
        person = next(each for each in data.persons if each.code == subject.code)
        amount: Decimal = getattr(person, subject.attribute)
        return PersonChange(person.code, subject.attribute, amount + more)
    school = next(each for each in data.schools if each.code == subject.code)
    now = amount_of(data.settings, school, subject.attribute) or Decimal(0)
    return SchoolChange(school.code, subject.attribute, now + more)


def with_breaks(resolver: Resolver, curves: tuple[Curve, ...], stop: Stop) -> tuple[Curve, ...]:
    """The curves with the least whole amount that gains anything, where it is proven.

    Euros are not halved: a firm is paid by the hour, so that whole euros say nothing.
    """
    data = resolver.base.instance.data

    def broken(curve: Curve) -> Curve:
        subject = curve.subject
        if subject.attribute == "operating_euro":
            return curve
        return find_break(resolver, curve, lambda more: change_for(data, subject, more), stop)

    return tuple(broken(curve) for curve in curves)


def _question(data: ProblemData, subject: Subject, step: Decimal) -> Question:
    return Question(subject, step, (change_for(data, subject, step),))
