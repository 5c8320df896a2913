"""The statement of a person: who decides, who does, who takes over, and on what ground."""

from answers import greedy_answer
from factory import deviation, person, plan_row, problem, settings, task
from two_schools import group

from models.problem import PersonCode, ProblemData
from models.vocabulary import DeviationKind
from optimizer.flows.pipeline import make_plan
from optimizer.report.statement import BasisKind, Mandate, Statements, TaskMandate
from optimizer.report.statement_text import describe_grounds
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}


def duties(data: ProblemData, code: str) -> tuple[TaskMandate, ...]:
    return Statements(make_plan(data, OPTIONS)).duties(PersonCode(code))


def kinds(duty: TaskMandate) -> list[BasisKind]:
    return [ground.kind for ground in duty.grounds]


def test_everything_that_a_plan_says_of_people_is_in_their_statements() -> None:
    answer = group()
    statements = Statements(answer)
    found = {code: statements.duties(code) for code in answer.persons}
    worked = {(d.task.key, code): d.grains for code, each in found.items() for d in each}
    assert {pair: grains for pair, grains in worked.items() if grains} == answer.worked
    leads = {
        d.task.key: code for code, each in found.items() for d in each if d.mandate is Mandate.LEADS
    }
    assert leads == answer.plan.leads
    stand_ins = {
        (d.task.key, code)
        for code, each in found.items()
        for d in each
        if d.mandate is Mandate.STANDS_IN
    }
    backups = {(key, code) for key, people in answer.plan.backups.items() for code in people}
    assert stand_ins == backups
    assert all(d.grounds for each in found.values() for d in each)
    assert all(describe_grounds(d) for each in found.values() for d in each)


def test_the_only_one_who_can_is_said_to_be() -> None:
    data = problem(
        persons=[person(ict=10, levels=NETWORK), person("P2", ict=10)],
        tasks=[task(hours=5, required=NETWORK)],
    )
    (duty,) = duties(data, "P1")
    assert kinds(duty) == [BasisKind.ONLY]
    assert describe_grounds(duty) == "de enige die dit mag, kan en er uren voor heeft"


def test_who_fits_best_is_said_with_how_many_could() -> None:
    data = problem(
        persons=[
            person(ict=10, levels=NETWORK),
            person("P2", ict=10, levels={**NETWORK, "overzicht": 4}),
        ],
        tasks=[task(hours=10, required=NETWORK, max_persons=1, minimum_pct=100)],
        settings=settings(
            levels=tuple(level for level in settings().levels if level != "fairness")
        ),
    )
    (duty,) = duties(data, "P1")
    assert describe_grounds(duty) == "past het best van 2"


def test_pins_wishes_and_last_year_are_grounds() -> None:
    data = problem(
        persons=[person(ict=10), person("P2", ict=10)],
        tasks=[task(hours=10)],
        previous=[plan_row(person="P2", hours=10)],
        deviations=[
            deviation(DeviationKind.PIN, task="T01", person="P2", value=10),
            deviation(DeviationKind.PREFERENCE, task="T01", person="P2", value=2),
        ],
    )
    (duty,) = duties(data, "P2")
    assert kinds(duty) == [
        BasisKind.PINNED,
        BasisKind.FIT,
        BasisKind.KEPT,
        BasisKind.WISH,
    ]
    assert "doet dit graag (voorkeur 2)" in describe_grounds(duty)


def test_a_helper_who_learns_and_a_lead_who_watches_say_so() -> None:
    data = problem(
        persons=[person(ict=6, levels=NETWORK), person("P2", ict=4, levels={"netwerk": 1})],
        tasks=[task(hours=10, required=NETWORK)],
    )
    (duty,) = duties(data, "P2")
    assert (duty.mandate, kinds(duty), duty.decider) == (Mandate.DOES, [BasisKind.LEARNS], "P1")


def test_nobody_has_a_statement_without_a_plan() -> None:
    answer = greedy_answer(problem(persons=[person()], tasks=[task(hours=5)]))
    assert Statements(answer).duties(PersonCode("P1")) == ()


def test_a_stand_in_who_lacks_a_level_is_told_from_one_who_does_not() -> None:
    people = [person(ict=10, levels=NETWORK), person("P2", levels={"netwerk": 1})]
    asked = task(hours=10, required=NETWORK, needs_backup=True)
    (duty,) = duties(problem(persons=people, tasks=[asked]), "P2")
    assert (duty.mandate, kinds(duty)) == (Mandate.STANDS_IN, [BasisKind.NEARLY])
