"""A change edits one field of the problem, and knows the cell where that is done."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import deviation, key, person, plan, plan_row, problem, school, settings, task

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
    all_changed,
    cell_of,
    changed,
    value_before,
)
from models.issues import CellRef
from models.moves import moves_between
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.vocabulary import Cluster, DeviationKind, Diploma, PlanRole, Priority

S1, P1, T01 = UnitCode("S1"), PersonCode("P1"), TaskNumber("T01")
BAN = deviation(DeviationKind.BAN, task="T01", person="P1", where=CellRef("Uitzonderingen", "D4"))
PINNED = plan_row("T01", "P1", hours=4, pinned=True, where=CellRef("Verdeling", "K2"))


def data() -> ProblemData:
    found = problem(
        schools=[school(points_computed=True)],
        persons=[person("P1", ict_to_decide=True, levels={"netwerk": 1}), person("P2", ict=3)],
        tasks=[task("T01", hours=4, required={"netwerk": 2})],
        deviations=[BAN, deviation(DeviationKind.PREFERENCE, person="P2", value=1)],
        previous=[PINNED, plan_row("T01", "P2", hours=2)],
        settings=settings(),
    )
    cells = {
        ("school", "S1", "ict_points"): CellRef("Scholen", "H4"),
        ("person", "P1", ""): CellRef("Personen", "A4"),
        ("person", "P1", "level:netwerk"): CellRef("Personen", "N4"),
        ("setting", "floors.pedagogical", ""): CellRef("Instellingen", "B25"),
    }
    return replace(found, sources=cells)


FIELDS: tuple[tuple[Change, object, object], ...] = (
    (SchoolChange(S1, "ict_points", Decimal(9)), None, "school.ict_points"),
    (SchoolChange(S1, "pool_pct", Decimal(50)), 0, "school.pool_pct"),
    (PersonChange(P1, "ict_hours", Decimal(8)), 0, "person.ict_hours"),
    (PersonChange(P1, "max_tasks", 2), None, "person.max_tasks"),
    (CompetenceChange(P1, "netwerk", 3), 1, "person.levels"),
    (TaskChange(T01, "priority", Priority.MANDATORY), Priority.DESIRED, "task.priority"),
    (TaskChange(T01, "max_persons", 1), None, "task.max_persons"),
    (RequirementChange(T01, "netwerk", 1), 2, "task.required"),
    (RequirementChange(T01, "servers", 1), None, "task.required"),
)


@pytest.mark.parametrize(("change", "before", "field"), FIELDS)
def test_a_field_gets_the_new_value_and_nothing_else_changes(
    change: Change, before: object, field: str
) -> None:
    found = data()
    assert value_before(found, change) == before
    after = changed(found, change)
    record, attribute = field.split(".")
    edited = {"school": after.schools, "person": after.persons, "task": after.tasks}[record][0]
    wanted = getattr(change, "value", None) or getattr(change, "level", None)
    stands = getattr(edited, attribute)
    assert wanted in (stands.values() if isinstance(stands, dict) else (stands,))
    same = replace(
        after, schools=found.schools, persons=(found.persons[0], *after.persons[1:]),
        tasks=found.tasks,
    )  # fmt: skip
    assert same == found


def test_given_amounts_replace_what_was_computed_or_to_be_decided() -> None:
    after = all_changed(
        data(),
        [SchoolChange(S1, "ict_points", Decimal(9)), PersonChange(P1, "ict_hours", Decimal(8))],
    )
    assert not after.schools[0].ict_points_computed
    assert not after.persons[0].ict_to_decide


def test_a_requirement_can_go() -> None:
    after = changed(data(), RequirementChange(T01, "netwerk", None))
    assert after.tasks[0].required == {}


@pytest.mark.parametrize(
    ("path", "value", "read"),
    [
        ("max_persons", 2, lambda s: s.max_persons),
        ("floors.pedagogical", Decimal(10), lambda s: s.floors[Cluster.PEDAGOGICAL]),
        ("post_prices.bachelor", Decimal(70), lambda s: s.post_prices[Diploma.BACHELOR]),
        ("priority_weights.desired", 4, lambda s: s.priority_weights[Priority.DESIRED]),
        ("quality.fit", 7, lambda s: s.quality.fit),
    ],
)
def test_settings_and_their_groups(path: str, value: int, read: object) -> None:
    change = SettingChange(path, value)
    after = changed(data(), change)
    assert callable(read)
    assert read(after.settings) == value
    assert value_before(after, change) == value


def test_a_price_that_is_emptied_is_absent() -> None:
    after = changed(data(), SettingChange("post_prices.bachelor", None))
    assert Diploma.BACHELOR not in after.settings.post_prices


def test_a_person_who_is_gone_leaves_no_rows() -> None:
    after = changed(data(), PersonGone(P1))
    assert [each.code for each in after.persons] == ["P2"]
    assert BAN not in after.deviations and len(after.deviations) == 1
    assert [row.person for row in after.previous] == ["P2"]


def test_rows_come_and_go() -> None:
    found = data()
    assert changed(found, DeviationRemoved(BAN)).deviations == found.deviations[1:]
    added = replace(BAN, where=None)
    twice = changed(changed(found, DeviationAdded(added)), DeviationAdded(added))
    assert twice.deviations == (*found.deviations, added, added)
    assert changed(twice, DeviationRemoved(added)).deviations == (*found.deviations, added)
    free = changed(found, PinRemoved(PINNED))
    assert [row.pinned for row in free.previous] == [False, False]


def test_a_row_that_names_several_tasks_goes_as_a_whole() -> None:
    found = data()
    other = replace(BAN, task="T02")
    listed = replace(found, deviations=(BAN, *found.deviations[1:], other))
    assert changed(listed, DeviationRemoved(other)).deviations == found.deviations[1:]


@pytest.mark.parametrize(
    "change",
    [
        SchoolChange(UnitCode("S9"), "ict_points", None),
        SchoolChange(S1, "colour", None),
        PersonGone(PersonCode("P9")),
        SettingChange("colour", 1),
        SettingChange("quality.colour", 1),
        DeviationRemoved(deviation(DeviationKind.BAN, person="P2")),
        PinRemoved(plan_row("T01", "P2", hours=2)),
    ],
)
def test_what_is_not_there_cannot_change(change: Change) -> None:
    with pytest.raises(LookupError):
        changed(data(), change)


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        (SchoolChange(S1, "ict_points", None), "Scholen!H4"),
        (CompetenceChange(P1, "netwerk", 3), "Personen!N4"),
        (PersonGone(P1), "Personen!A4"),
        (PersonChange(P1, "max_tasks", 2), "Personen!A4"),
        (SettingChange("floors.pedagogical", Decimal(0)), "Instellingen!B25"),
        (DeviationRemoved(BAN), "Uitzonderingen!D4"),
        (PinRemoved(PINNED), "Verdeling!K2"),
        (DeviationAdded(BAN), "None"),
        (TaskChange(T01, "rate", None), "None"),
    ],
)
def test_the_cell_to_edit(change: Change, cell: str) -> None:
    assert str(cell_of(data(), change)) == cell


def test_moves_tell_every_row_that_differs() -> None:
    before = plan(
        {"T01@S1 P1 ict@S1": 4, "T01@S1 P2 ict@S1": 2}, leads={"T01@S1": "P1"},
        backups={"T01@S1": "P2"}, outsourced={"T02@S1 operating@S1": 3},
    )  # fmt: skip
    after = plan(
        {"T01@S1 P1 ict@S1": 4, "T01@S1 P2 bpt@S1": 2}, leads={"T01@S1": "P2"},
        outsourced={"T02@S1 operating@S1": 5},
    )  # fmt: skip
    rows = [(m.task, m.person, m.role_before, m.role_after, m.grains_before, m.grains_after)
            for m in moves_between(before, after)]  # fmt: skip
    lead, helper, backup = PlanRole.LEAD, PlanRole.HELPER, PlanRole.BACKUP
    assert rows == [
        (key("T01@S1"), "P1", lead, helper, 4, 4),
        (key("T01@S1"), "P2", helper, lead, 2, 2),
        (key("T01@S1"), "P2", backup, None, 0, None),
        (key("T02@S1"), None, PlanRole.OUTSOURCED, PlanRole.OUTSOURCED, 3, 5),
    ]
    assert moves_between(after, after) == ()
