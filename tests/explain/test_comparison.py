"""Two plans side by side: what came, went and moved."""

from collections.abc import Mapping

from answers import answer_of_plan
from factory import key, person, plan, problem, task

from models.problem import PersonCode
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer
from optimizer.explain.comparison import compare, kept_share, moved_share

P1, P2 = PersonCode("P1"), PersonCode("P2")
T1, T2 = key("T1@S1"), key("T2@S1")


def answer(hours: Mapping[str, int], leads: Mapping[str, str]) -> Answer:
    data = problem(
        persons=[person("P1", ict=20), person("P2", ict=20)],
        tasks=[task("T1", hours=10), task("T2", hours=10, cluster=Cluster.ADMINISTRATIVE)],
    )
    return answer_of_plan(data, plan(hours, leads))


BEFORE = answer(
    {"T1@S1 P1 ict@S1": 10, "T2@S1 P1 ict@S1": 4, "T2@S1 P2 ict@S1": 2},
    {"T1@S1": "P1", "T2@S1": "P1"},
)
AFTER = answer(
    {"T1@S1 P1 ict@S1": 6, "T1@S1 P2 ict@S1": 4, "T2@S1 P2 ict@S1": 10},
    {"T1@S1": "P1", "T2@S1": "P2"},
)


def test_a_plan_beside_itself_differs_in_nothing() -> None:
    found = compare(BEFORE, BEFORE)
    assert found.moved == 0 and found.shared == 16
    assert not any(each.tasks or each.leads_gained or each.leads_lost for each in found.persons)
    assert all(each.before == each.after for each in found.levels)


def test_hours_that_stay_with_who_did_them_are_shared_and_the_rest_moved() -> None:
    found = compare(BEFORE, AFTER)
    assert (found.shared, found.moved) == (6 + 2, 4 + 8)
    assert moved_share(found) == 60
    assert found.covered.change == 4


def test_each_person_has_what_came_and_what_went() -> None:
    first, second = compare(BEFORE, AFTER).persons
    assert {k: (a.before, a.after) for k, a in first.tasks.items()} == {T1: (10, 6), T2: (4, 0)}
    assert {k: (a.before, a.after) for k, a in second.tasks.items()} == {T1: (0, 4), T2: (2, 10)}
    assert (first.leads_lost, second.leads_gained) == ((T2,), (T2,))
    assert first.leads_gained == second.leads_lost == ()


def test_clusters_and_units_add_up_to_the_whole() -> None:
    found = compare(BEFORE, AFTER)
    assert found.clusters[Cluster.ADMINISTRATIVE].change == 4
    for parts in (found.clusters.values(), found.units.values()):
        assert sum(each.after for each in parts) == found.covered.after


def test_what_people_keep_is_counted_of_their_own_first_hours() -> None:
    found = compare(BEFORE, AFTER)
    assert kept_share(found, [P2]) == 100
    assert 14 * kept_share(found, [P1]) == 600
