"""The change budget: the best plan with so many rows changed against the plan that stood there."""

from collections.abc import Iterator
from decimal import Decimal

from models.changes import SettingChange
from models.problem import ProblemData
from models.worth import Subject, WorthFamily
from optimizer.explain.curves import Question

BUDGETS = (0, 1, 2, 5, 10)
SUBJECT = Subject(WorthFamily.BUDGET, attribute="max_changes")


def budget_questions(data: ProblemData) -> Iterator[Question]:
    """At most 0, 1, 2, 5 and 10 changed rows of people; nothing without a previous plan.

    The plan at hand is the last point: it may change as much as it likes.
    """
    if data.previous:
        for budget in BUDGETS:
            yield Question(SUBJECT, Decimal(budget), (SettingChange("max_changes", budget),))
