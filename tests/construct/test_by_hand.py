"""Changes of a plan by hand: paid as far as it goes, roles follow, the checker says the rest."""

from factory import key, person, plan, problem, school, task

from models.explanation import Family
from models.instance import Instance, build_instance
from models.plan import Plan
from models.problem import PersonCode
from models.verification import verify
from optimizer.construct.by_hand import known_part, moved, with_backup, with_hours, with_lead

T1, T2 = key("T01@S1"), key("T02@S1")
P1, P2, P3 = map(PersonCode, ("P1", "P2", "P3"))


def built(max_persons: int | None = None) -> Instance:
    return build_instance(
        problem(
            schools=[school()],
            persons=[
                person(ict=10, bpt=4, levels={"netwerk": 3}),
                person("P2", ict=10, levels={"netwerk": 2}),
                person("P3", ict=3),
            ],
            tasks=[
                task(hours=12, required={"netwerk": 3}, max_persons=max_persons),
                task("T02", hours=6),
            ],
        )
    )


def broken(instance: Instance, after: Plan) -> list[tuple[Family, object]]:
    found = verify(instance.data, after).violations
    return [(violation.family, violation.facts["breach"]) for violation in found]


def test_hours_are_paid_from_every_pot_that_may_and_the_mandate_follows() -> None:
    instance = built()
    after = with_hours(instance, Plan(), T1, P1, 12)
    assert (
        after == plan({"T01@S1 P1 bpt@S1": 4, "T01@S1 P1 ict@S1": 8}, leads={"T01@S1": "P1"})
        or sum(after.hours.values()) == 12
    )
    assert after.leads == {T1: P1}
    assert broken(instance, after) == []


def test_more_than_there_is_is_booked_and_the_checker_says_so() -> None:
    instance = built()
    after = with_hours(instance, Plan(), T2, P3, 5)
    assert sum(after.hours.values()) == 5
    assert broken(instance, after) == [(Family.CAPACITY, "overbooked")]


def test_who_lacks_a_level_gets_no_mandate() -> None:
    instance = built()
    after = with_hours(instance, Plan(), T1, P2, 4)
    assert T1 not in after.leads
    assert (Family.LEAD, "no-lead") in broken(instance, after)
    both = with_hours(instance, after, T1, P1, 8)
    assert both.leads == {T1: P1}
    assert broken(instance, both) == []


def test_who_may_not_work_is_booked_all_the_same_to_be_told() -> None:
    instance = built()
    after = with_hours(instance, Plan(), T1, P3, 2)
    assert after.hours_by_pair() == {(T1, P3): 2}
    assert (Family.ELIGIBILITY, "may-not-work") in broken(instance, after)


def test_no_hours_take_the_mandate_and_the_back_up_along() -> None:
    instance = built()
    done = with_backup(with_hours(instance, Plan(), T2, P1, 6), T2, P2)
    assert done.backups == {T2: (P2,)}
    assert with_hours(instance, done, T2, P1, 0) == Plan()


def test_when_the_lead_stops_the_mandate_goes_to_who_can_have_it() -> None:
    instance = built()
    shared = with_hours(instance, with_hours(instance, Plan(), T2, P1, 4), T2, P2, 2)
    assert shared.leads == {T2: P1}
    assert with_hours(instance, shared, T2, P1, 0).leads == {T2: P2}


def test_the_lead_is_no_back_up_of_the_own_task() -> None:
    done = with_backup(with_hours(built(), Plan(), T2, P1, 6), T2, P2)
    assert with_lead(done, T2, P2).backups == {}
    assert with_backup(done, T2, None).backups == {}


def test_moving_takes_hours_and_mandate_along_and_adds_to_what_was_there() -> None:
    instance = built()
    shared = with_hours(instance, with_hours(instance, Plan(), T2, P1, 4), T2, P2, 2)
    after = moved(instance, shared, T2, P1, P2)
    assert after.hours_by_pair() == {(T2, P2): 6}
    assert after.leads == {T2: P2}
    assert broken(instance, after) == []


def test_what_the_workbook_no_longer_has_is_left_out() -> None:
    stale = plan(
        {"T01@S1 P1 ict@S1": 4, "T09@S1 P1 ict@S1": 4, "T02@S1 P9 ict@S1": 2},
        leads={"T01@S1": "P1", "T09@S1": "P1"},
        backups={"T01@S1": "P2 P9"},
        outsourced={"T01@S1 operating@S9": 2},
    )
    assert known_part(built(), stale) == plan(
        {"T01@S1 P1 ict@S1": 4}, leads={"T01@S1": "P1"}, backups={"T01@S1": "P2"}
    )
