"""What people can and want that is otherwise than when a plan was made."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import deviation, person, problem, task

from models.plan import TaskKey
from models.problem import Person, PersonCode, ProblemData, TaskNumber, UnitCode
from models.since import since, touched_people, touches
from models.vocabulary import DeviationKind
from optimizer.report.since_text import since_lines

WISH = deviation(DeviationKind.PREFERENCE, task="T1", unit="S1", person="P1", value=2)
BEFORE = problem(
    persons=[person("P1", name="Noor Voorbeeld", ict=18, levels={"netwerk": 2}), person("P2")],
    tasks=[task("T1", hours=60)],
    deviations=[WISH],
)
NOOR, OTHER = BEFORE.persons


def lines(after: ProblemData) -> list[str]:
    return list(since_lines(since(BEFORE, after)))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (replace(NOOR, ict_hours=Decimal("10.5")), "Noor Voorbeeld: ICT-uren 18 → 10,5"),
        (replace(NOOR, max_tasks=3), "Noor Voorbeeld: max taken leeg → 3"),
        (replace(NOOR, levels={}), "Noor Voorbeeld: netwerk 2 → 0"),
        (replace(NOOR, ict_hours=Decimal(0), ict_to_decide=True),
         "Noor Voorbeeld: ICT-uren 18 → max"),
    ],
)  # fmt: skip
def test_what_somebody_can_give_is_told_before_and_after(after: Person, expected: str) -> None:
    assert lines(replace(BEFORE, persons=(after, OTHER))) == [expected]


def test_who_comes_and_who_goes_is_told() -> None:
    new = person("P3", name="Wim Bedacht")
    assert lines(replace(BEFORE, persons=(NOOR, new))) == [
        "Persoon P2 is er niet meer", "Wim Bedacht is er bijgekomen",
    ]  # fmt: skip


def test_a_wish_that_came_or_went_touches_its_person_and_its_task() -> None:
    ban = deviation(DeviationKind.BAN, task="T1", person="P2")
    after = replace(BEFORE, deviations=(ban,))
    found = since(BEFORE, after)
    assert lines(after) == ["weg: voorkeur: T1 in S1 voor P1 = 2", "nieuw: nooit: T1 voor P2"]
    assert touched_people(found) == {"P1", "P2"}
    key = TaskKey(TaskNumber("T1"), UnitCode("S1"))
    assert touches(found, key, PersonCode("P2"))
    assert not touches(found, TaskKey(TaskNumber("T2"), UnitCode("S1")), PersonCode("P2"))


def test_a_row_that_moved_a_name_or_a_pin_is_no_other_wish() -> None:
    moved = replace(WISH, where=None)
    pin = deviation(DeviationKind.PIN, task="T1", unit="S1", person="P1", value=8)
    renamed = replace(NOOR, name="Noor Anders")
    after = replace(BEFORE, persons=(renamed, OTHER), deviations=(pin, moved))
    assert lines(after) == []
