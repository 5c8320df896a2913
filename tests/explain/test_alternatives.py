"""Who does a task and why, what else it could be, and why somebody does not do it."""

import pytest
from factory import deviation, key, person, plan_row, problem, reach, school, settings, task

from models.agenda import Absence
from models.instance import build_instance
from models.issues import CellRef
from models.outcome import Certainty
from models.problem import Deviation, PersonCode, ProblemData, RoleProfile
from models.settings import Level
from models.vocabulary import Applies, Cluster, DeviationKind, OnSite, PlanRole, Role, RoleWord
from models.why import BarrierKind, GroundKind
from optimizer.explain.alternatives import explain_task, parts_of, why_not
from optimizer.explain.barriers import barriers
from optimizer.explain.baseline import Baseline
from optimizer.explain.resolve import Resolver
from optimizer.explain.suits import suits
from optimizer.flows.pipeline import make_plan
from optimizer.report.why_text import describe_ground
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OPTIONS = SolveOptions(time_limit=1, deterministic=True)
NETWORK = {"netwerk": 2}
P1, P2, P3 = PersonCode("P1"), PersonCode("P2"), PersonCode("P3")


def team(*deviations: Deviation) -> ProblemData:
    """Ona fits best, Bas is better at something else, Cis still learns."""
    return problem(
        persons=[
            person("P1", name="Ona", ict=8, levels=NETWORK),
            person("P2", name="Bas", ict=8, levels={"netwerk": 2, "overzicht": 4}),
            person("P3", name="Cis", ict=8, levels={"netwerk": 1}),
        ],
        tasks=[task("T01", hours=4, required=NETWORK), task("T02", hours=3)],
        deviations=deviations,
        settings=settings(levels=(Level.COVERAGE, Level.QUALITY)),
    )


def resolver_of(data: ProblemData) -> Resolver:
    answer = make_plan(data, OPTIONS)
    return Resolver(Baseline.of(answer.instance, answer.result), OPTIONS)


def test_a_task_is_told_with_its_people_and_the_cheapest_alternatives_first() -> None:
    answer = explain_task(resolver_of(team()), key("T01@S1"), Stop())
    (lead,) = answer.parts
    assert (lead.person, lead.role, lead.grains) == ("P1", PlanRole.LEAD, 4)
    assert [ground.kind for ground in lead.grounds] == [GroundKind.BEST_FIT]
    (other,) = answer.alternatives
    assert (other.lead, other.without) == ("P2", None)
    quality = other.outcome.price(Level.QUALITY)
    assert quality is not None and quality.certainty is Certainty.EXACT
    # Bas leads one hour, Ona helps with three: cheaper than all four hours of Bas.
    assert quality.difference == 7
    assert (answer.refused, answer.not_asked) == ((), 0)


def test_grounds_of_a_pin_a_wish_last_year_and_a_learner() -> None:
    pin = deviation(DeviationKind.LEAD, task="T01", person="P2", where=CellRef("U", "A4"))
    wish = deviation(DeviationKind.PREFERENCE, task="T02", person="P3", value=2)
    data = team(pin, wish)
    data = problem(
        persons=data.persons, tasks=data.tasks, deviations=data.deviations,
        previous=[plan_row("T02", "P3", hours=2)], settings=data.settings,
    )  # fmt: skip
    answer = make_plan(data, OPTIONS)
    lead = parts_of(answer.instance, answer.plan, key("T01@S1"))[0]
    assert (lead.grounds[0].kind, str(lead.grounds[0].where)) == (GroundKind.PINNED, "U!A4")
    kinds = {g.kind for part in parts_of(answer.instance, answer.plan, key("T02@S1"))
             for g in part.grounds}  # fmt: skip
    assert {GroundKind.PREFERRED, GroundKind.DID_IT} <= kinds


def test_the_only_one_who_can() -> None:
    data = problem(persons=[person("P1", ict=4)], tasks=[task("T01", hours=2)])
    resolver = resolver_of(data)
    answer = explain_task(resolver, key("T01@S1"), Stop())
    assert [g.kind for g in answer.parts[0].grounds] == [GroundKind.ONLY_ABLE]
    assert answer.alternatives == ()


def test_why_not_says_that_one_does_it_or_cannot_or_at_what_price() -> None:
    resolver = resolver_of(team(deviation(DeviationKind.BAN, task="T02", person="P2")))
    does = why_not(resolver, key("T01@S1"), P1, Stop())
    assert (does.grains, does.barriers, does.outcome) == (4, (), None)
    cannot = why_not(resolver, key("T02@S1"), P2, Stop())
    assert [barrier.kind for barrier in cannot.barriers] == [BarrierKind.BANNED]
    can = why_not(resolver, key("T01@S1"), P2, Stop())
    assert can.outcome is not None and can.outcome.is_exact
    assert {move.person for move in can.outcome.moves} >= {"P2"}


def test_after_a_stop_alternatives_are_counted_as_not_asked() -> None:
    stop = Stop()
    stop.request()
    answer = explain_task(resolver_of(team()), key("T01@S1"), stop)
    assert (answer.alternatives, answer.refused, answer.not_asked) == ((), (), 1)


def kinds(data: ProblemData, where: str = "T01@S1", code: PersonCode = P1) -> list[BarrierKind]:
    found = barriers(build_instance(data), key(where), code)
    return [barrier.kind for barrier in found]


def test_every_barrier_is_named() -> None:
    far = problem(
        schools=[school("S1"), school("S2")], persons=[person("P1", ict=4)],
        tasks=[task("T01", hours=2, roles=[Role.TEACHER])],
    )  # fmt: skip
    assert kinds(far, "T01@S2") == [BarrierKind.REACH, BarrierKind.ROLE]
    later = problem(
        persons=[person("P1", ict=4)], tasks=[task("T01", hours=2, applies=Applies.LATER)]
    )
    (barrier,) = barriers(build_instance(later), key("T01@S1"), P1)
    assert barrier.kind is BarrierKind.NOT_PLANNED and barrier.facts["absence"] is Absence.LATER
    asked = [task("T01", hours=2, required=NETWORK)]
    assert kinds(problem(persons=[person("P1", ict=4)], tasks=asked)) == [BarrierKind.COMPETENCE]
    nearly = person("P1", ict=4, levels={"netwerk": 1})
    expert = person("P2", ict=4, levels=NETWORK)
    assert kinds(problem(persons=[nearly, expert], tasks=asked)) == []
    assert kinds(problem(persons=[nearly], tasks=asked)) == [BarrierKind.NO_TEACHER]
    strict = settings(learners_allowed=False)
    found = kinds(problem(persons=[nearly], tasks=asked, settings=strict))
    assert found == [BarrierKind.NO_LEARNERS]


def test_barriers_of_hours_money_and_focus() -> None:
    tasks = [task("T01", hours=4, on_site=OnSite.YES)]
    assert kinds(problem(persons=[person("P1")], tasks=tasks)) == [BarrierKind.NO_HOURS]
    blocks = settings(min_block=3)
    few = problem(persons=[person("P1", ict=2)], tasks=tasks, settings=blocks)
    assert kinds(few) == [BarrierKind.TOO_FEW_HOURS]
    enough = problem(persons=[person("P1", ict=3)], tasks=tasks, settings=blocks)
    assert kinds(enough) == []
    visitor = person("P1", bpt=4, reach=reach("S2"))
    away = problem(schools=[school("S1"), school("S2")], persons=[visitor], tasks=tasks)
    assert kinds(away, "T01@S2") == [BarrierKind.NO_ENVELOPE]
    focused = person("P1", ict=4, max_tasks=0, max_schools=0, reach=reach("S2"))
    both = problem(
        schools=[school("S1"), school("S2", ict_points=9)], persons=[focused], tasks=tasks
    )
    assert kinds(both, "T01@S2") == [BarrierKind.NO_TASKS_ALLOWED, BarrierKind.NO_VISITS_ALLOWED]


def suited(role: Role, levels: dict[str, int], *, preferred: tuple[Role, ...]) -> list[GroundKind]:
    """What is said of somebody for a task of the technical cluster that asks the network."""
    profile = {
        Role.HEAD: RoleProfile({Cluster.TECHNICAL: RoleWord.OWN}),
        Role.TEACHER: RoleProfile({Cluster.TECHNICAL: RoleWord.RATHER_NOT}),
    }
    data = problem(
        persons=[person("P1", role=role, ict=8, levels=levels)],
        tasks=[task("T01", hours=4, required=NETWORK, preferred=preferred)],
        roles=profile,
    )
    instance = build_instance(data)
    found = list(suits(instance, instance.tasks[0], P1))
    words = Wording(instance)
    assert all(describe_ground(words, ground) for ground in found)
    return [ground.kind for ground in found]


@pytest.mark.parametrize(
    ("role", "levels", "preferred", "expected"),
    [
        (Role.HEAD, NETWORK, (), [GroundKind.OWN_WORK]),
        (Role.TEACHER, NETWORK, (), [GroundKind.RATHER_NOT]),
        (Role.TEACHER, NETWORK, (Role.TEACHER,), []),
        (Role.HEAD, NETWORK, (Role.TEACHER,), [GroundKind.NOT_PREFERRED]),
        (Role.SUPPORT, {**NETWORK, "overzicht": 3}, (), []),
        (Role.SUPPORT, {**NETWORK, "overzicht": 4}, (), [GroundKind.BEST_ELSEWHERE]),
        (Role.SUPPORT, {"netwerk": 1, "overzicht": 4}, (), []),
    ],
)
def test_how_a_task_suits_somebody_is_said(
    role: Role, levels: dict[str, int], preferred: tuple[Role, ...], expected: list[GroundKind]
) -> None:
    assert suited(role, levels, preferred=preferred) == expected


def test_strengths_are_named_beside_what_the_task_asks() -> None:
    data = problem(
        persons=[person("P1", ict=8, levels={**NETWORK, "overzicht": 4, "sociaal": 4})],
        tasks=[task("T01", hours=4, required=NETWORK)],
    )
    instance = build_instance(data)
    (ground,) = suits(instance, instance.tasks[0], P1)
    told = describe_ground(Wording(instance), ground)
    assert told == "is het sterkst in overzicht en sociaal; deze taak vraagt netwerk"
