"""Why people are not fully used: every reason is what the checker's figures confirm."""

from collections import Counter
from collections.abc import Callable, Mapping
from math import floor
from pathlib import Path

import pytest
from answers import greedy_answer
from factory import EVERYWHERE, deviation, person, problem, school, settings, task
from random_problems import random_group, random_school

from models.agenda import TaskInstance
from models.plan import TaskKey
from models.problem import GROUP, ProblemData
from models.settings import Level
from models.vocabulary import Cluster, DeviationKind, OnSite
from models.why import Idle, IdleKind
from optimizer.explain.answer import Answer
from optimizer.explain.explain_people import find_idle
from optimizer.explain.importance import Importance
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.report.people_text import IDLE_SENTENCES, describe_idle
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions

INPUTS = Path(__file__).parents[2] / "inputs"


class Case:
    """One reason, with the figures that it can be held against."""

    def __init__(self, answer: Answer, idle: Idle) -> None:
        self.answer, self.idle = answer, idle
        self.person = answer.persons[idle.person]
        worked = {key: n for (key, code), n in answer.worked.items() if code == idle.person}
        self.worked: Mapping[TaskKey, int] = worked
        self.tasks = [answer.tasks[key] for key in idle.tasks]

    def open_tasks(self) -> list[TaskInstance]:
        """The tasks that the person may be paid for and that are not fully covered."""
        tasks = self.answer.tasks.values()
        return [t for t in tasks if self.may(t) and self.answer.covered[t.key] < t.demand]

    def may(self, task: TaskInstance) -> bool:
        return (task.key, self.idle.person) in self.answer.instance.payers

    def least(self, task: TaskInstance) -> int:
        block = max(1, floor(self.answer.instance.settings.block))
        return 1 if task.key in self.worked else min(block, task.demand)

    def workers(self, task: TaskInstance) -> set[str]:
        return {code for key, code in self.answer.worked if key == task.key}


def nothing_fits(case: Case) -> bool:
    return not any(map(case.may, case.answer.tasks.values()))


def all_covered(case: Case) -> bool:
    return not case.open_tasks() and any(map(case.may, case.answer.tasks.values()))


def too_little(case: Case) -> bool:
    return all(case.idle.left < case.least(task) for task in case.tasks)


def max_tasks(case: Case) -> bool:
    numbers = {key.task for key in case.worked}
    most = case.answer.instance.max_tasks(case.person)
    return most is not None and all(len(numbers | {t.key.task}) > most for t in case.tasks)


def max_schools(case: Case) -> bool:
    seen = {unit for code, unit in case.answer.verification.trips if code == case.idle.person}
    most = case.person.max_schools
    return most is not None and all(
        task.is_on_site and task.key.unit not in {GROUP, case.person.home}
        and len(seen | {task.key.unit}) > most
        for task in case.tasks
    )  # fmt: skip


def share(case: Case) -> bool:
    clusters = [case.answer.tasks[key].task.cluster for key in case.worked]
    return case.person.min_pedagogical_pct > 0 and all(
        task.task.cluster is not Cluster.PEDAGOGICAL for task in case.tasks
    ) | (Cluster.PEDAGOGICAL not in clusters)


def max_persons(case: Case) -> bool:
    return all(
        case.idle.person not in case.workers(t) and len(case.workers(t)) >= t.max_persons
        for t in case.tasks
    )


def together(case: Case) -> bool:
    return all(case.idle.person not in case.workers(t) and case.workers(t) for t in case.tasks)


def not_done(case: Case) -> bool:
    return all(not case.answer.covered[task.key] for task in case.tasks)


def learns(case: Case) -> bool:
    learners = case.answer.instance.learners
    return not_done(case) and all((t.key, case.idle.person) in learners for t in case.tasks)


def money_is_short(case: Case) -> bool:
    """Every envelope that could pay these tasks has an amount."""
    payers = case.answer.instance.payers
    use = case.answer.verification.envelope_use
    return all(
        any(use[payer].amount is not None for payer in payers[task.key, case.idle.person])
        for task in case.tasks
    )


def funding_is_short(case: Case) -> bool:
    """The sources that may pay these tasks leave less than the person has in all."""
    payers = case.answer.instance.payers
    for each in case.tasks:
        fundings = {payer.funding for payer in payers[each.key, case.idle.person]}
        spent = sum(
            n
            for (_, code, payer), n in case.answer.plan.hours.items()
            if code == case.idle.person and payer.funding in fundings
        )
        capacity = case.answer.instance.capacity
        whole = sum(capacity.get((case.idle.person, funding), 0) for funding in fundings)
        if whole - spent >= case.least(each):
            return False
    return True


def anything(case: Case) -> bool:
    return bool(case.tasks)


def same_goals(case: Case) -> bool:
    """What is told of the goals holds for every task, not for the first one alone."""
    answer = case.answer
    importance = Importance(answer.instance, answer.result, answer.verification)
    asking = {importance.asking(task) for task in case.tasks}
    return asking == {case.idle.facts["asking"]} and case.idle.facts["goals"] != ()


CHECKS: Mapping[IdleKind, Callable[[Case], bool]] = {
    IdleKind.NOTHING_FITS: nothing_fits,
    IdleKind.ALL_COVERED: all_covered,
    IdleKind.LESS_THAN_A_BLOCK: too_little,
    IdleKind.FUNDING_FULL: funding_is_short,
    IdleKind.MAX_TASKS: max_tasks,
    IdleKind.MAX_SCHOOLS: max_schools,
    IdleKind.PEDAGOGICAL_SHARE: share,
    IdleKind.ENVELOPE_EXHAUSTED: money_is_short,
    IdleKind.TRAVEL: anything,
    IdleKind.PINNED: anything,
    IdleKind.TOGETHER: together,
    IdleKind.LEAD_SHARE: anything,
    IdleKind.MONTH_FULL: anything,
    IdleKind.MAX_PERSONS: max_persons,
    IdleKind.NO_LEAD: learns,
    IdleKind.MINIMUM_OUT_OF_REACH: not_done,
    IdleKind.NOT_ASKED: anything,
    IdleKind.OTHER_GOALS: same_goals,
    IdleKind.OTHER_RULES: anything,
    IdleKind.NOT_PROVEN: anything,
}


def check(answer: Answer) -> Counter[IdleKind]:
    """Hold the reason of everybody with hours left against the figures, and word it."""
    found = find_idle(answer.instance, answer.result, answer.verification)
    left = {
        code: answer.instance.total_capacity(code) - answer.verification.loads[code]
        for code, each in answer.persons.items()
        if not each.ict_to_decide
    }
    assert {idle.person: idle.left for idle in found} == {c: n for c, n in left.items() if n > 0}
    for idle in found:
        case = Case(answer, idle)
        assert CHECKS[idle.kind](case), idle
        open_keys = {task.key for task in case.open_tasks()}
        assert set(idle.tasks) <= open_keys
        assert len(idle.tasks) + idle.others == len(open_keys)
        sentence = describe_idle(Wording(answer.instance), idle)
        assert sentence.endswith(".") and "  " not in sentence and ".." not in sentence
    return Counter(idle.kind for idle in found)


def test_every_kind_is_worded_and_checked() -> None:
    assert set(IdleKind) == IDLE_SENTENCES.keys() == CHECKS.keys()


@pytest.mark.parametrize("make", [random_school, random_group])
def test_reasons_of_random_problems(make: Callable[[int], ProblemData]) -> None:
    found: Counter[IdleKind] = Counter()
    for seed in range(60):
        try:
            answer = greedy_answer(make(seed))
        except AssertionError:
            # Greedy plans may miss a pin or a presence: such a plan is never told.
            continue
        found += check(answer)
    assert len(found) > 4


@pytest.mark.parametrize("name", ["voorbeeld_school.xlsx", "voorbeeld_groep.xlsx"])
def test_reasons_of_both_examples(name: str) -> None:
    data = check_workbook(INPUTS / name).data
    assert data is not None
    check(greedy_answer(data))


def kind_of(data: ProblemData, code: str = "P1") -> IdleKind:
    answer = greedy_answer(data)
    check(answer)
    found = find_idle(answer.instance, answer.result, answer.verification)
    return next(idle.kind for idle in found if idle.person == code)


def test_the_kinds_of_small_schools() -> None:
    someone = person("P1", ict=9)
    assert kind_of(problem(persons=[someone], tasks=[])) is IdleKind.NOTHING_FITS
    easy = [task("T01", hours=4)]
    assert kind_of(problem(persons=[someone], tasks=easy)) is IdleKind.ALL_COVERED
    big = [task("T01", hours=30)]
    assert kind_of(problem(persons=[someone], tasks=big)) is IdleKind.MINIMUM_OUT_OF_REACH
    poor = problem(schools=[school(ict_points=4)], persons=[someone], tasks=[task("T01", hours=6)])
    assert kind_of(poor) is IdleKind.ENVELOPE_EXHAUSTED
    few = person("P1", ict=9, max_tasks=1)
    two = [task("T01", hours=4), task("T02", hours=4)]
    assert kind_of(problem(persons=[few], tasks=two)) is IdleKind.MAX_TASKS


def test_hours_that_stay_with_a_limit_on_schools_people_or_blocks() -> None:
    visitor = person("P1", ict=9, reach=EVERYWHERE, max_schools=0)
    away = problem(
        schools=[school("S1"), school("S2", ict_points=9)], persons=[visitor],
        tasks=[task("T01", hours=4, on_site=OnSite.YES)],
    )  # fmt: skip
    assert kind_of(away) is IdleKind.MAX_SCHOOLS
    busy = [person("P1", ict=9), person("P2", ict=12)]
    alone = [task("T01", hours=14, max_persons=1, minimum_pct=50)]
    assert kind_of(problem(persons=busy, tasks=alone)) is IdleKind.MAX_PERSONS
    blocks = settings(min_block=4)
    rest = problem(
        persons=[person("P1", ict=6)], tasks=[task("T01", hours=4), task("T02", hours=4)],
        settings=blocks,
    )  # fmt: skip
    assert kind_of(rest) is IdleKind.LESS_THAN_A_BLOCK
    learner = person("P1", ict=9, levels={"netwerk": 1})
    asked = [task("T01", hours=4, required={"netwerk": 2})]
    assert kind_of(problem(persons=[learner], tasks=asked)) is IdleKind.NO_LEAD


def test_levels_that_do_not_ask_the_work() -> None:
    pin = deviation(DeviationKind.PIN, task="T01", person="P1", value=3)
    pinned = problem(persons=[person("P1", ict=9)], tasks=[task("T01", hours=5)], deviations=[pin])
    assert solved_kind(pinned) is IdleKind.PINNED
    asks_little = settings(levels=(Level.CORE, Level.QUALITY))
    idle = problem(
        persons=[person("P1", ict=9)], tasks=[task("T01", hours=5)], settings=asks_little
    )
    assert solved_kind(idle) is IdleKind.NOT_ASKED


def solved_kind(data: ProblemData) -> IdleKind:
    answer = make_plan(data, SolveOptions(time_limit=1, deterministic=True))
    check(answer)
    (idle,) = find_idle(answer.instance, answer.result, answer.verification)
    return idle.kind
