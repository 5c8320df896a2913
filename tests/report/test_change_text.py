"""Changes in Dutch: the cell, whose field, and both values."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import deviation, person, plan_row, problem, task

from models.changes import (
    Change,
    CompetenceChange,
    DeviationAdded,
    DeviationRemoved,
    PersonChange,
    PersonGone,
    PinRemoved,
    RequirementChange,
    SchoolChange,
    SettingChange,
    TaskChange,
)
from models.issues import CellRef
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.vocabulary import DeviationKind, Priority
from optimizer.report.change_text import describe_change

BAN = deviation(DeviationKind.BAN, task="T01", unit="S1", person="P1", where=CellRef("U", "D4"))
RAISED = deviation(DeviationKind.PRIORITY, task="T01", priority=Priority.MANDATORY)
PINNED = plan_row("T01", "P1", hours=2, pinned=True, where=CellRef("Verdeling", "K2"))


def data() -> ProblemData:
    found = problem(
        persons=[person("P1", levels={"netwerk": 1})], tasks=[task(required={"netwerk": 2})],
        deviations=[BAN], previous=[PINNED],
    )  # fmt: skip
    return replace(found, sources={("school", "S1", "ict_points"): CellRef("Scholen", "H4")})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (SchoolChange(UnitCode("S1"), "ict_points", Decimal("60.5")),
         "Scholen!H4: ICT-punten van S1: leeg → 60,5"),
        (SchoolChange(UnitCode("S1"), "committee_agrees", True),
         "akkoord lokaal comité van S1: nee → ja"),
        (PersonChange(PersonCode("P1"), "max_tasks", 3), "max taken van P1: leeg → 3"),
        (CompetenceChange(PersonCode("P1"), "netwerk", 2), "netwerk van P1: 1 → 2"),
        (PersonGone(PersonCode("P1")), "P1 is er niet meer"),
        (TaskChange(TaskNumber("T01"), "priority", Priority.OPTIONAL),
         "prioriteit van T01: gewenst → optioneel"),
        (RequirementChange(TaskNumber("T01"), "netwerk", None),
         "competenties netwerk van T01: 2 → leeg"),
        (SettingChange("floors.pedagogical", Decimal(10)), "vloer_pedagogisch: 0 → 10"),
        (DeviationAdded(RAISED), "extra uitzondering ‘prioriteit: T01 = verplicht’"),
        (DeviationRemoved(BAN), "U!D4: uitzondering ‘nooit: T01 in S1 voor P1’ weg"),
        (PinRemoved(PINNED), "Verdeling!K2: T01 in S1, P1 (verantwoordelijke) niet meer vast"),
    ],
)  # fmt: skip
def test_a_change_is_told_with_both_values(change: Change, sentence: str) -> None:
    assert describe_change(data(), change) == sentence
