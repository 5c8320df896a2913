"""What people and pots come to in hours, and whether that can be enough."""

from factory import key, person, plan, problem, school, task

from models.instance import build_instance
from models.vocabulary import Cluster, Diploma, Funding
from optimizer.flows.means import fits, person_hours, pots

INSTANCE = build_instance(
    problem(
        schools=[school(ict_points=12, other_hours=3)],
        persons=[
            person(ict=10, levels={"netwerk": 3}),
            person("P2", other=5, diploma=Diploma.BACHELOR),
        ],
        tasks=[
            task(hours=8, required={"netwerk": 3}),
            task("T02", hours=6, cluster=Cluster.PEDAGOGICAL, required={"pedagogische kennis": 3}),
            task("T03", hours=4, cluster=Cluster.POLICY),
        ],
    )
)
"""Here a point pays an hour of a person with diploma HSO, and a grain is an hour."""


def test_everybody_has_the_hours_of_all_sources() -> None:
    assert person_hours(INSTANCE) == {"P1": 10, "P2": 5}


def test_a_pot_is_told_in_hours_beside_those_of_its_people_and_of_the_plan() -> None:
    made = plan({"T01@S1 P1 ict@S1": 8}, leads={"T01@S1": "P1"})
    found = {pot.key.funding: pot for pot in pots(INSTANCE, made)}
    ict, other = found[Funding.ICT], found[Funding.OTHER]
    assert (ict.hours, ict.people, ict.used, ict.by_appointments) == (12, 10, 8, False)
    assert (other.hours, other.people, other.used) == (3, 5, 0)


def test_without_an_amount_the_appointments_are_the_pot() -> None:
    bare = build_instance(problem(persons=[person(bpt=4)], tasks=[task(hours=8)]))
    (pot,) = pots(bare)
    assert (pot.key.funding, pot.hours, pot.by_appointments) == (Funding.BPT, 4, True)


def test_per_cluster_what_is_asked_who_could_and_what_nobody_can() -> None:
    found = {fit.cluster: fit for fit in fits(INSTANCE)}
    technical, pedagogical = found[Cluster.TECHNICAL], found[Cluster.PEDAGOGICAL]
    assert (technical.demand, technical.able, technical.nobody) == (8, 10, ())
    assert (pedagogical.demand, pedagogical.able) == (6, 0)
    assert pedagogical.nobody == (key("T02@S1"),)
    assert pedagogical.nobody_hours == 6
    assert found[Cluster.POLICY].able == 15
