"""Who can still take a task and what a person can still take, with what that means."""

from factory import key, person, plan, problem, school, task

from models.instance import build_instance
from models.problem import PersonCode
from optimizer.explain.openings import Openings, Room

INSTANCE = build_instance(
    problem(
        schools=[school()],
        persons=[
            person(ict=20, levels={"netwerk": 3}),
            person("P2", ict=10, levels={"netwerk": 2}),
            person("P3", ict=10),
            person("P4", ict=4, levels={"netwerk": 3}),
        ],
        tasks=[task(hours=12, required={"netwerk": 3}), task("T02", hours=6), task("T03", hours=4)],
    )
)
PLAN = plan(
    {"T01@S1 P4 ict@S1": 4, "T02@S1 P1 ict@S1": 6},
    leads={"T01@S1": "P4", "T02@S1": "P1"},
)


def test_for_a_task_who_has_room_comes_first_and_who_may_not_is_not_named() -> None:
    found = Openings(INSTANCE, PLAN).for_task(key("T01@S1"))
    assert [(each.person, each.room, each.fits, each.learns) for each in found] == [
        ("P1", 8, Room.ALL, False), ("P2", 8, Room.ALL, True), ("P4", 0, Room.NONE, False),
    ]  # fmt: skip
    assert found[2].grains == 4


def test_what_fits_in_part_is_said_so() -> None:
    fuller = plan(
        {"T01@S1 P4 ict@S1": 4, "T02@S1 P1 ict@S1": 6, "T03@S1 P2 ict@S1": 4},
        leads={"T01@S1": "P4", "T02@S1": "P1", "T03@S1": "P2"},
    )
    found = {each.person: each for each in Openings(INSTANCE, fuller).for_task(key("T01@S1"))}
    assert found[PersonCode("P2")].room == 6
    assert found[PersonCode("P2")].fits is Room.PART


def test_for_a_person_only_what_lacks_hours_is_offered() -> None:
    found = Openings(INSTANCE, PLAN).for_person(PersonCode("P1"))
    assert [(each.task, each.missing) for each in found] == [(key("T01@S1"), 8), (key("T03@S1"), 4)]
    nobody = Openings(INSTANCE, PLAN).for_person(PersonCode("P3"))
    assert [each.task for each in nobody] == [key("T03@S1")]


def test_a_plan_of_before_a_change_is_looked_at_as_far_as_it_is_known() -> None:
    stale = plan({"T01@S1 P3 bpt@S1": 4, "T09@S1 P1 ict@S1": 4}, leads={"T09@S1": "P9"})
    assert Openings(INSTANCE, stale).for_task(key("T01@S1"))[0].missing == 12
