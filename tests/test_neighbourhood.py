"""Neighbourhoods: a part that is solved on its own fits back, and is never worse."""

from random import Random

import pytest
from factory import CENTRAL, EVERYWHERE, key, person, plan, problem, school, settings, task
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.problem import PersonCode, UnitCode
from models.settings import Level
from models.verification import verify
from models.vocabulary import Funding, OnSite
from optimizer.cpsat.parameters import SolveOptions
from optimizer.greedy import greedy_plan
from optimizer.local_search import improve
from optimizer.neighbourhood import LEVELS, Neighbourhoods
from optimizer.stop import Stop

OPTIONS = SolveOptions(time_limit=4, deterministic=True)


def worth(instance: Instance, found: Plan) -> list[int]:
    checked = verify(instance.data, found)
    assert checked.violations == ()
    return [checked.levels[level] for level in LEVELS]


@pytest.mark.parametrize("seed", range(30))
def test_search_keeps_every_rule_and_never_loses(seed: int) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    found = improve(instance, start, OPTIONS, Stop(), lambda left: None)
    assert worth(instance, found) <= worth(instance, start)


def test_search_finds_what_greedy_misses() -> None:
    data = problem(
        schools=[school("S1"), school("S2")],
        tasks=[task("T1", hours=4), task("T2", hours=5), task("T3", hours=6)],
        persons=[person("P1", ict=11), person("P2", home="S2", ict=11)],
    )
    instance = build_instance(data)
    start = plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    found = improve(instance, start, OPTIONS, Stop(), lambda left: None)
    assert worth(instance, found)[2] == worth(instance, start)[2] - 3 * (7 + 11)


def test_the_same_seed_gives_the_same_plan() -> None:
    instance = build_instance(random_group(4))
    start = greedy_plan(instance)
    once, again = (improve(instance, start, OPTIONS, Stop(), lambda _: None) for _ in range(2))
    assert once == again


def test_a_stop_ends_the_search() -> None:
    instance = build_instance(random_group(4))
    start, stop = greedy_plan(instance), Stop()
    stop.request()
    assert improve(instance, start, OPTIONS, stop, lambda left: None) == start


def test_what_is_left_is_what_the_rest_does_not_use() -> None:
    data = problem(
        schools=[school("S1"), school("S2"), school("S3")],
        tasks=[task("T1", hours=6, on_site=OnSite.YES)],
        persons=[person("P1", home="S1", ict=20, reach=EVERYWHERE, max_schools=1)],
        settings=settings(travel_between_zones=1, hours_per_visit=2),
    )
    instance = build_instance(data)
    assert (key("T1@S2"), "P1") not in instance.payers
    home = plan({"T1@S1 P1 ict@S1": 6}, leads={"T1@S1": "P1"})
    people, elsewhere = frozenset({PersonCode("P1")}), frozenset({UnitCode("S2")})
    part = Neighbourhoods(instance).cut(home, people, elsewhere)
    assert part.capacity[PersonCode("P1"), Funding.ICT] == 14
    assert [each.key for each in part.tasks] == [key("T1@S2")]
    inside = Neighbourhoods(instance).cut(home, people, frozenset({UnitCode("S1")}))
    assert inside.capacity[PersonCode("P1"), Funding.ICT] == 20


def test_travel_of_the_rest_is_taken_off() -> None:
    data = problem(
        schools=[school("S1", pool_pct=100), school("S2", pool_pct=100)],
        tasks=[task("T1", hours=4, on_site=OnSite.YES), task("T2", hours=3)],
        persons=[person("P1", home=CENTRAL, ict=20, reach=EVERYWHERE)],
        settings=settings(travel_between_zones=1, hours_per_visit=2),
    )
    instance = build_instance(data)
    there = plan({"T1@S1 P1 ict@GROEP": 4}, leads={"T1@S1": "P1"})
    assert verify(data, there).ok
    people = frozenset({PersonCode("P1")})
    part = Neighbourhoods(instance).cut(there, people, frozenset({UnitCode("S2")}))
    assert part.capacity[PersonCode("P1"), Funding.ICT] == 20 - 4 - 2
    assert Level.COVERAGE in part.settings.levels


@pytest.mark.parametrize("seed", range(30))
def test_a_merged_part_is_a_plan_of_the_whole(seed: int) -> None:
    instance = build_instance(random_group(seed))
    start, random = greedy_plan(instance), Random(seed)
    codes = [each.code for each in instance.persons if not each.min_pedagogical_pct]
    people = frozenset(random.sample(codes, min(3, len(codes))))
    units = frozenset({UnitCode("S1"), UnitCode("S2")})
    cutter = Neighbourhoods(instance)
    part = cutter.cut(start, people, units)
    inside = greedy_plan(part)
    merged = cutter.merge(start, part, Plan(inside.hours, inside.leads, {}, inside.outsourced))
    assert verify(instance.data, merged).violations == ()
