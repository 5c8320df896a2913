"""The price of protecting pedagogy: the plan at every floor, and what each costs."""

from collections.abc import Iterator
from decimal import Decimal

from models.changes import SettingChange
from models.vocabulary import Cluster
from models.worth import Subject, WorthFamily
from optimizer.explain.curves import Question

FLOORS = tuple(Decimal(floor) for floor in range(0, 45, 5))
"""Per cent of people's own hours."""


def floor_questions(cluster: Cluster = Cluster.PEDAGOGICAL) -> Iterator[Question]:
    """The floor of a cluster at 0, 5, … 40 per cent."""
    path = f"floors.{cluster.value}"
    subject = Subject(WorthFamily.FLOOR, attribute=path)
    for floor in FLOORS:
        yield Question(subject, floor, (SettingChange(path, floor),))
