"""Reasons and remedies of small plans: the true one, worded for one person and for several."""

from dataclasses import replace

import pytest
from explained import explained, kind_of, skilled
from factory import EVERYWHERE, deviation, problem, reach, school, settings, task

from models.explanation import ReasonKind
from models.settings import Level
from models.vocabulary import Cluster, DeviationKind, OnSite, Priority
from optimizer.report.reason_text import REASON_NAMES, REASON_SENTENCES
from optimizer.report.remedy_text import REMEDY_SENTENCES

HIGH = Priority.ESSENTIAL


def test_every_kind_is_worded() -> None:
    kinds = set(ReasonKind)
    assert kinds == REASON_SENTENCES.keys() == REMEDY_SENTENCES.keys() == REASON_NAMES.keys()


# Limits of people who have hours left: never the envelope that has no amount.


def test_max_tasks() -> None:
    data = problem(
        persons=[skilled(max_tasks=1)],
        tasks=[task("T01", hours=2), task("T02", hours=5, priority=HIGH)],
    )
    reason, sentence, remedy = explained(data)
    assert reason.kind is ReasonKind.MAX_TASKS
    assert sentence == "Aan de grens ‘max taken’, met nog uren over: Ona (P1): 1."
    assert remedy == "Verhoog ‘max taken’ van Ona (P1)."


def test_max_schools() -> None:
    visitor = skilled(max_schools=0, reach=EVERYWHERE)
    data = problem(
        schools=[school("S1", ict_points=9), school("S2", ict_points=9)],
        persons=[visitor],
        tasks=[task("T01", hours=2, on_site=OnSite.YES)],
    )
    reason, sentence, remedy = explained(data)
    assert (reason.task.unit, reason.kind) == ("S2", ReasonKind.MAX_SCHOOLS)
    assert sentence == "Aan de grens ‘max scholen’, met nog uren over: Ona (P1): 0."
    assert remedy == "Verhoog ‘max scholen’ van Ona (P1)."


def test_pedagogical_share() -> None:
    data = problem(
        persons=[skilled(min_pedagogical_pct=50)],
        tasks=[
            task("T01", hours=8, minimum_pct=0),
            task("T02", hours=3, cluster=Cluster.PEDAGOGICAL),
        ],
    )
    reason, sentence, remedy = explained(data)
    assert (reason.kind, reason.covered) == (ReasonKind.PEDAGOGICAL_SHARE, 3)
    assert sentence == "Aan de grens ‘min % pedagogisch’, met nog uren over: Ona (P1): 50."
    assert remedy == "Verlaag ‘min % pedagogisch’ van Ona (P1)."


def test_hours_from_a_source_that_does_not_pay_here() -> None:
    data = problem(
        schools=[school("S1"), school("S2", ict_points=9)],
        persons=[skilled(ict=2, bpt=5, reach=reach("S2"))],
        tasks=[task("T01", hours=4)],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, task="T01", unit="S1")],
    )
    reason, sentence, _ = explained(data)
    assert reason.kind is ReasonKind.FUNDING_FULL
    assert sentence == (
        "Ona (P1) heeft nog uren, maar te weinig uit een bron die deze taak mag betalen."
    )


def test_travel() -> None:
    data = problem(
        schools=[school("S1", ict_points=9), school("S2", ict_points=9)],
        persons=[skilled(ict=3, reach=reach("S2"))],
        tasks=[task("T01", hours=3, minimum_pct=100, on_site=OnSite.YES)],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, task="T01", unit="S1")],
        settings=settings(travel_between_zones=1),
    )
    reason, sentence, _ = explained(data)
    assert reason.kind is ReasonKind.TRAVEL
    assert sentence == "Ona (P1) heeft nog uren, maar te weinig met de reistijd erbij."


def test_pinned_hours() -> None:
    pin = deviation(DeviationKind.PIN, task="T01", person="P1", value=3)
    data = problem(persons=[skilled()], tasks=[task("T01", hours=5)], deviations=[pin])
    reason, sentence, _ = explained(data)
    assert reason.kind is ReasonKind.PINNED
    assert sentence == "De uren voor deze taak staan vast: Ona (P1)."


def test_envelope_with_an_amount_is_exhausted() -> None:
    data = problem(
        schools=[school(ict_points=3)],
        persons=[skilled(), skilled("P2", "Bas")],
        tasks=[task("T01", hours=5)],
    )
    reason, sentence, remedy = explained(data)
    assert (reason.kind, reason.covered) == (ReasonKind.ENVELOPE_EXHAUSTED, 3)
    assert sentence == (
        "Ona (P1) en Bas (P2) hebben nog uren, maar hiervan is te weinig over: ICT-punten van S1."
    )
    assert remedy == "Meer ICT-punten van S1: 2 uur extra nodig."


def test_money_that_is_too_little_for_the_minimum_of_two_people_together() -> None:
    data = problem(
        schools=[school(ict_points=5)],
        persons=[skilled(), skilled("P2", "Bas")],
        tasks=[task("T01", hours=16, minimum_pct=100)],
    )
    assert kind_of(data) is ReasonKind.ENVELOPE_EXHAUSTED


def test_other_people_who_are_full_are_named_too() -> None:
    data = problem(
        persons=[skilled(max_tasks=0), skilled("P2", "Bas")],
        tasks=[task("T01", hours=14, minimum_pct=0)],
    )
    _, sentence, _ = explained(data)
    assert sentence.endswith(" Wie dit ook kan, zit vol of zit aan een andere grens: Bas (P2).")


def test_max_persons() -> None:
    data = problem(
        persons=[skilled(), skilled("P2", "Bas")], tasks=[task("T01", hours=14, max_persons=1)]
    )
    reason, sentence, remedy = explained(data)
    assert (reason.kind, reason.covered) == (ReasonKind.MAX_PERSONS, 10)
    assert sentence.endswith("heeft nog ruimte, maar aan deze taak mag maar 1 persoon werken.")
    assert remedy == "Verhoog ‘max uitvoerders’ van de taak."


# People without hours.


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Ona",), "Wie dit kan, zit vol: Ona (P1)."),
        (("Ona", "Bas"), "Wie dit kan, zit vol: Ona (P1) en Bas (P2)."),
        (
            ("Ona", "Bas", "Cis", "Dot", "Eef"),
            "Wie dit kan, zit vol: Ona (P1), Bas (P2), Cis (P3), Dot (P4) en Eef (P5).",
        ),
        (
            ("Ona", "Bas", "Cis", "Dot", "Eef", "Fien"),
            "Wie dit kan, zit vol: Ona (P1), Bas (P2), Cis (P3), Dot (P4) en 2 anderen.",
        ),
    ],
)
def test_full_people_by_name(names: tuple[str, ...], expected: str) -> None:
    people = [skilled(f"P{place}", name) for place, name in enumerate(names, start=1)]
    data = problem(persons=people, tasks=[task("T01", hours=70, max_persons=9, minimum_pct=1)])
    reason, sentence, remedy = explained(data)
    assert (reason.kind, sentence) == (ReasonKind.PEOPLE_FULL, expected)
    assert (" of " in remedy.partition(";")[0]) is (len(names) > 1)


def test_too_few_hours_for_the_minimum() -> None:
    data = problem(persons=[skilled()], tasks=[task("T01", hours=30)])
    reason, sentence, _ = explained(data)
    assert reason.kind is ReasonKind.MINIMUM_OUT_OF_REACH
    assert sentence == (
        "Er is nog 10 uur vrij bij Ona (P1), te weinig voor de 18 uur waaronder de taak als niet "
        "gedaan telt."
    )


def test_more_important_work_goes_first() -> None:
    data = problem(
        persons=[skilled()], tasks=[task("T01", hours=8), task("T02", hours=10, priority=HIGH)]
    )
    assert kind_of(data) is ReasonKind.DROPPED_BY_PRIORITY


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((Level.BALANCE, Level.COVERAGE), ReasonKind.FLOOR_PROTECTS),
        ((Level.COVERAGE, Level.BALANCE), ReasonKind.DROPPED_BY_PRIORITY),
    ],
)
def test_a_floor_protects_only_when_it_goes_before_coverage(
    levels: tuple[Level, ...], expected: ReasonKind
) -> None:
    tasks = [
        task("T01", hours=10, priority=HIGH, minimum_pct=1),
        task("T02", hours=5, cluster=Cluster.PEDAGOGICAL, priority=Priority.OPTIONAL),
    ]
    floors = settings(floors={Cluster.PEDAGOGICAL: 50}, levels=levels)
    data = problem(persons=[skilled()], tasks=tasks, settings=floors)
    number = "T01" if expected is ReasonKind.FLOOR_PROTECTS else "T02"
    assert kind_of(data, number) is expected


# What the levels ask.


@pytest.mark.parametrize("levels", [(Level.QUALITY,), (Level.CORE, Level.QUALITY)])
def test_levels_without_coverage_do_not_ask_it(levels: tuple[Level, ...]) -> None:
    data = problem(
        persons=[skilled()], tasks=[task("T01", hours=5)], settings=settings(levels=levels)
    )
    reason, sentence, remedy = explained(data)
    assert reason.kind is ReasonKind.NOT_ASKED
    assert sentence.startswith("De gekozen doelen vragen dit niet")
    assert "‘dekking’" in remedy


def test_a_priority_without_weight_is_not_asked() -> None:
    weights = dict.fromkeys(Priority, 0)
    data = problem(
        persons=[skilled()],
        tasks=[task("T01", hours=5)],
        settings=replace(
            settings(levels=(Level.COVERAGE, Level.QUALITY)), priority_weights=weights
        ),
    )
    assert kind_of(data) is ReasonKind.NOT_ASKED


def test_a_goal_before_coverage_is_named() -> None:
    levels = (Level.QUALITY, Level.COVERAGE)
    data = problem(
        persons=[skilled()], tasks=[task("T01", hours=5)], settings=settings(levels=levels)
    )
    reason, sentence, remedy = explained(data)
    assert reason.kind is ReasonKind.OTHER_GOALS
    assert sentence == (
        "Ona (P1) heeft nog ruimte, maar in ‘niveaus’ (Instellingen) gaat kwaliteit voor op "
        "dekking."
    )
    assert remedy == "Zet dekking vroeger in ‘niveaus’ (Instellingen)."


def test_a_block_that_is_larger_than_the_rest_is_another_rule() -> None:
    data = problem(
        persons=[skilled(), skilled("P2", "Bas")],
        tasks=[task("T01", hours=6)],
        deviations=[deviation(DeviationKind.PIN, task="T01", person="P1", value=4)],
        settings=settings(min_block=3),
    )
    reason, sentence, _ = explained(data)
    assert (reason.kind, reason.covered) == (ReasonKind.OTHER_RULES, 4)
    assert sentence.startswith("Bas (P2) heeft nog ruimte, maar de regels samen")
