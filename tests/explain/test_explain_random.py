"""Every reason of random plans says what the checker's figures and the plan confirm."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

import pytest
from random_problems import random_group, random_school, with_people_apart
from reason_claims import Claim

from models.explanation import FirmLimit, ReasonKind
from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, ProblemData
from models.settings import Level
from models.vocabulary import Cluster
from optimizer.flows.pipeline import make_plan
from optimizer.report.reason_text import describe_reason
from optimizer.report.remedy_text import describe_remedy
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=0.2, deterministic=True)
CHUNK = 20


def nobody_competent(claim: Claim) -> None:
    assert claim.able() == []
    check_firm_limit(claim)


def nobody_paid(claim: Claim) -> None:
    assert {person.code for person in claim.able()} == set(claim.persons)
    assert not any((claim.key, code) in claim.answer.instance.payers for code in claim.persons)
    check_firm_limit(claim)


def check_firm_limit(claim: Claim) -> None:
    task, done = claim.task.task, claim.answer.bought.get(claim.key, 0)
    asked = 1 if claim.reason.covered else claim.task.minimum
    offered, priced = task.outsource_pct > 0, bool(claim.task.rate)
    share = claim.task.outsource_max - done
    match claim.facts["firm"]:
        case FirmLimit.NOT_OFFERED:
            assert not offered
        case FirmLimit.NO_RATE:
            assert offered and not priced
        case FirmLimit.SHARE:
            assert offered and priced and share < asked
            assert claim.answer.instance.watchers.get(claim.key)
        case FirmLimit.NO_WATCHER:
            assert offered and priced and not claim.answer.instance.watchers.get(claim.key)


def firm_budget(claim: Claim) -> None:
    asked = 1 if claim.reason.covered else claim.task.minimum
    assert (claim.facts["left"], claim.facts["asked"]) == (claim.firm_fits(), asked)
    assert claim.firm_fits() < asked
    assert claim.task.outsource_max - claim.answer.bought.get(claim.key, 0) >= asked
    payers = claim.answer.instance.payers
    assert not any((claim.key, person.code) in payers for person in claim.able())


def envelope_exhausted(claim: Claim) -> None:
    """The named envelopes pay less than the people have hours, or less than all need together."""
    named = set(cast("tuple[EnvelopeKey, ...]", claim.facts["envelopes"]))
    assert named
    assert all(claim.free(code) >= claim.least(code) for code in claim.persons)
    together = {
        payer: max(claim.fits(code, payer) for code in claim.persons if payer in claim.open(code))
        for payer in named
    }
    asked = 1 if claim.reason.covered else claim.task.minimum
    is_short = all(claim.can_be_paid(code) < claim.free(code) for code in claim.persons)
    assert is_short or sum(together.values()) + claim.firm_fits() < asked
    for code in claim.persons:
        for payer in set(claim.open(code)) - named:
            assert claim.answer.verification.envelope_use[payer].amount is None


def funding_full(claim: Claim) -> None:
    for code in claim.persons:
        payers = claim.answer.instance.payers[claim.key, code]
        usable = sum(claim.paid(code, funding) for funding in {key.funding for key in payers})
        assert usable < claim.free(code)


def pedagogical_share(claim: Claim) -> None:
    """One more step of this work would bring the share below what was asked."""
    assert claim.task.task.cluster is not Cluster.PEDAGOGICAL
    for code in claim.persons:
        clusters: Counter[Cluster] = Counter()
        for (key, person), grains in claim.answer.worked.items():
            if person == code:
                clusters[claim.answer.tasks[key].task.cluster] += grains
        share = claim.answer.persons[code].min_pedagogical_pct
        more = clusters.total() + max(claim.least(code), claim.free(code))
        assert 100 * clusters[Cluster.PEDAGOGICAL] < share * more


def max_tasks(claim: Claim) -> None:
    for code in claim.persons:
        numbers = {key.task for key, person in claim.answer.worked if person == code}
        most = claim.answer.instance.max_tasks(claim.answer.persons[code])
        assert most is not None and len(numbers | {claim.key.task}) > most


def max_schools(claim: Claim) -> None:
    for code in claim.persons:
        visits = {unit for person, unit in claim.answer.verification.trips if person == code}
        most = claim.answer.persons[code].max_schools
        assert claim.key.unit not in visits
        assert most is not None and len(visits) >= most


def travel(claim: Claim) -> None:
    assert claim.task.is_on_site
    for code in claim.persons:
        assert claim.answer.persons[code].home != claim.key.unit != GROUP


def together(claim: Claim) -> None:
    """Everybody told of has hours left, and is not on the task beside those named."""
    assert all(claim.free(code) > 0 for code in claim.persons)
    assert not claim.workers() & set(claim.persons)
    assert claim.facts["workers"] == tuple(sorted(claim.workers()))
    assert claim.facts["rules"]


def lead_share(claim: Claim) -> None:
    """Everybody told of has hours left and does not lead; the lead is at the edge of the share."""
    hours = {code: n for (key, code), n in claim.answer.worked.items() if key == claim.key}
    lead = claim.answer.plan.leads[claim.key]
    assert lead not in claim.persons
    assert all(claim.free(code) > 0 for code in claim.persons)
    more = min(claim.least(code) for code in claim.persons)
    percent = claim.answer.instance.settings.lead_min_pct
    assert 100 * hours[lead] < percent * (sum(hours.values()) + more)


def max_persons(claim: Claim) -> None:
    assert sum(map(claim.free, claim.persons)) > 0
    joined = claim.workers() | set(claim.persons)
    assert len(joined) > claim.task.max_persons == claim.facts["most"]


def people_full(claim: Claim) -> None:
    """Nobody who can be paid for it has a block of hours left."""
    payers = claim.answer.instance.payers
    payable = {p.code for p in claim.able() if (claim.key, p.code) in payers}
    assert payable and payable <= set(claim.persons)
    for code in claim.persons:
        assert claim.free(code) < claim.least(code)


def minimum_out_of_reach(claim: Claim) -> None:
    assert claim.reason.covered == 0
    free = sum(map(claim.free, claim.persons))
    assert free == claim.facts["free"]
    assert 0 < free < claim.task.minimum == claim.facts["minimum"]


def floor_protects(claim: Claim) -> None:
    people_full(claim)
    spent: Counter[tuple[str, Cluster]] = Counter()
    for (key, _), grains in claim.answer.worked.items():
        spent[key.unit, claim.answer.tasks[key].task.cluster] += grains
    targets = claim.answer.verification.floor_targets
    at_floor = {spot for spot, target in targets.items() if spent[spot] <= target}
    their_work = {
        (key.unit, claim.facts["cluster"])
        for key, person in claim.answer.worked
        if person in claim.persons
    }
    assert at_floor & their_work


def dropped_by_priority(claim: Claim) -> None:
    people_full(claim)
    assert claim.reason.covered == 0
    assert ranks_of(claim)
    assert min(ranks_of(claim)) >= rank_of(claim, claim.key) < max(ranks_of(claim))


def rank_of(claim: Claim, key: TaskKey) -> tuple[bool, int]:
    task = claim.answer.tasks[key]
    return task.task.core, claim.answer.instance.weight(task)


def ranks_of(claim: Claim) -> list[tuple[bool, int]]:
    return [rank_of(claim, key) for key, code in claim.answer.worked if code in claim.persons]


def room_is_left(claim: Claim) -> None:
    can = [code for code in claim.persons if claim.free(code) >= claim.least(code)]
    assert tuple(can) == claim.persons
    assert can or claim.firm_fits() > 0


def other_goals(claim: Claim) -> None:
    room_is_left(claim)
    levels = claim.answer.instance.settings.levels
    asking = cast("Level", claim.facts["asking"])
    goals = cast("tuple[Level, ...]", claim.facts["goals"])
    assert goals and all(levels.index(goal) < levels.index(asking) for goal in goals)


def other_rules(claim: Claim) -> None:
    """No step of one person would better a proven plan."""
    room_is_left(claim)
    result = claim.answer.result.level(Level.COVERAGE)
    if result is not None and result.proven and claim.reason.covered:
        assert not set(claim.persons) & claim.workers()


def not_asked(claim: Claim) -> None:
    settings = claim.answer.instance.settings
    weight = claim.answer.instance.weight(claim.task)
    assert Level.COVERAGE not in settings.levels or weight == 0
    assert Level.CORE not in settings.levels or claim.reason.covered or not claim.task.task.core


def not_proven(claim: Claim) -> None:
    levels = claim.answer.result.levels
    assert any(not level.proven for level in levels)
    assert {level.level for level in levels} & {Level.CORE, Level.BALANCE, Level.COVERAGE}


CHECKS: Mapping[ReasonKind, Callable[[Claim], None]] = {
    ReasonKind.NO_COMPETENT_PERSON: nobody_competent,
    ReasonKind.NO_ENVELOPE: nobody_paid,
    ReasonKind.FIRM_BUDGET_EXHAUSTED: firm_budget,
    ReasonKind.ENVELOPE_EXHAUSTED: envelope_exhausted,
    ReasonKind.FUNDING_FULL: funding_full,
    ReasonKind.PEDAGOGICAL_SHARE: pedagogical_share,
    ReasonKind.MAX_TASKS: max_tasks,
    ReasonKind.MAX_SCHOOLS: max_schools,
    ReasonKind.TRAVEL: travel,
    ReasonKind.TOGETHER: together,
    ReasonKind.LEAD_SHARE: lead_share,
    ReasonKind.MAX_PERSONS: max_persons,
    ReasonKind.PEOPLE_FULL: people_full,
    ReasonKind.MINIMUM_OUT_OF_REACH: minimum_out_of_reach,
    ReasonKind.FLOOR_PROTECTS: floor_protects,
    ReasonKind.DROPPED_BY_PRIORITY: dropped_by_priority,
    ReasonKind.OTHER_GOALS: other_goals,
    ReasonKind.OTHER_RULES: other_rules,
    ReasonKind.NOT_ASKED: not_asked,
    ReasonKind.NOT_PROVEN: not_proven,
}


def check_reasons(data: ProblemData) -> Counter[ReasonKind]:
    """Hold every reason of a plan against its figures, and word it."""
    answer = make_plan(data, OPTIONS)
    words = Wording(answer.instance)
    gaps = {task.key for task in answer.tasks.values() if answer.covered[task.key] < task.demand}
    assert {reason.task for reason in answer.reasons} == gaps
    for reason in answer.reasons:
        CHECKS[reason.kind](Claim(answer, reason))
        for sentence in (describe_reason(words, reason), describe_remedy(words, reason)):
            assert sentence[0].isupper() or sentence[0].isdigit()
            assert sentence.endswith(".")
            assert ".." not in sentence and "  " not in sentence
    return Counter(reason.kind for reason in answer.reasons)


@pytest.mark.parametrize("first", range(0, 40, CHUNK))
def test_reasons_of_random_schools(first: int) -> None:
    found = sum((check_reasons(random_school(s)) for s in range(first, first + CHUNK)), Counter())
    assert len(found) > 3


def test_reasons_where_people_are_kept_apart() -> None:
    data = (with_people_apart(random_school(seed), seed) for seed in range(40))
    found = sum(map(check_reasons, data), Counter())
    assert found[ReasonKind.TOGETHER] > 0


@pytest.mark.parametrize("first", range(0, 40, CHUNK))
def test_reasons_of_random_groups(first: int) -> None:
    found = sum((check_reasons(random_group(s)) for s in range(first, first + CHUNK)), Counter())
    assert len(found) > 3


ORDERS = (
    (Level.CORE, Level.FAIRNESS, Level.QUALITY),
    (Level.QUALITY, Level.COVERAGE),
    (Level.FAIRNESS, Level.CORE, Level.COVERAGE, Level.BALANCE),
)


@pytest.mark.parametrize("levels", ORDERS)
def test_reasons_under_other_orders_of_the_levels(levels: tuple[Level, ...]) -> None:
    found: Counter[ReasonKind] = Counter()
    for seed in range(10):
        data = random_school(seed)
        found += check_reasons(replace(data, settings=replace(data.settings, levels=levels)))
    asks = ReasonKind.OTHER_GOALS if Level.COVERAGE in levels else ReasonKind.NOT_ASKED
    assert found[asks] > 0
