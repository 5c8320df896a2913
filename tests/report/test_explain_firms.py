"""Reasons and remedies where no own person can do a task, or only a firm could."""

import pytest
from explained import NETWORK, explained, skilled
from factory import person, plan_row, problem, school, task

from models.explanation import FirmLimit, ReasonKind
from models.vocabulary import Funding, PlanRole, Role


def test_nobody_is_competent_and_outsourcing_is_not_offered() -> None:
    novice = person("P1", name="Ona", ict=10, levels={"netwerk": 1})
    data = problem(persons=[novice], tasks=[task("T01", hours=5, required={"netwerk": 3})])
    reason, sentence, remedy = explained(data)
    assert (reason.kind, reason.facts["firm"]) == (
        ReasonKind.NO_COMPETENT_PERSON,
        FirmLimit.NOT_OFFERED,
    )
    assert sentence == (
        "Niemand die dit mag doen, heeft alle gevraagde competenties. Ona (P1) komt het dichtst in "
        "de buurt, maar komt tekort voor netwerk (2 niveaus)."
    )
    assert remedy == (
        "Vorming voor Ona (P1) in netwerk (2 niveaus); uitbesteden mag niet (‘uitbesteden %’ is 0)."
    )


def test_what_may_be_outsourced_lacks_a_rate() -> None:
    offered = task("T01", hours=5, required={"netwerk": 4}, outsource_pct=50)
    reason, _, remedy = explained(problem(persons=[skilled()], tasks=[offered]))
    assert reason.facts["firm"] is FirmLimit.NO_RATE
    assert remedy.endswith(
        "; uitbesteden kan pas met een tarief (tarief_standaard op Instellingen)."
    )


def test_nobody_is_allowed() -> None:
    data = problem(persons=[skilled()], tasks=[task("T01", hours=5, roles=[Role.DIRECTOR])])
    _, sentence, remedy = explained(data)
    assert sentence == (
        "Niemand mag deze taak doen (rol, bereik of ‘nooit’). Ona (P1) heeft wel de competenties."
    )
    assert remedy.startswith("Geef Ona (P1) bereik of de rol voor deze taak")


@pytest.mark.parametrize(
    ("euro", "expected"),
    [
        (0, "minstens 6 uur, en de werkingsmiddelen volstaan nog voor 0 uur."),
        (50, "minstens 6 uur, en de werkingsmiddelen volstaan nog voor 5 uur."),
        (70, "Alleen een firma kan dit nog doen, en de werkingsmiddelen zijn op."),
    ],
)
def test_money_for_a_firm_is_too_little(euro: int, expected: str) -> None:
    watcher = person("P1", name="Ona", ict=10, levels={"netwerk": 2})
    outsourced = task("T01", hours=10, required={"netwerk": 3}, outsource_pct=100, rate=10)
    data = problem(schools=[school(operating_euro=euro)], persons=[watcher], tasks=[outsourced])
    reason, sentence, remedy = explained(data)
    assert reason.kind is ReasonKind.FIRM_BUDGET_EXHAUSTED
    assert sentence.endswith(expected)
    assert remedy.startswith("Meer werkingsmiddelen")
    assert "uitbesteden" not in remedy


def test_a_firm_that_did_its_share_is_not_advised_again() -> None:
    watcher = person("P1", name="Ona", ict=10, levels={"netwerk": 2})
    outsourced = task(
        "T01", hours=10, required={"netwerk": 3}, outsource_pct=50, rate=10, minimum_pct=40
    )
    data = problem(schools=[school(operating_euro=999)], persons=[watcher], tasks=[outsourced])
    reason, sentence, remedy = explained(data)
    assert (reason.covered, reason.facts["firm"]) == (5, FirmLimit.SHARE)
    assert sentence.endswith("De firma doet al alles wat ze mag (50 %).")
    assert remedy.endswith("; of verhoog ‘uitbesteden %’ (nu 50 %).")


@pytest.mark.parametrize("share", [100, 50, 10])
def test_nobody_can_watch_the_contract(share: int) -> None:
    """Then a larger share for the firm helps nothing either."""
    outsourced = task("T01", hours=10, required={"netwerk": 4}, outsource_pct=share, rate=10)
    data = problem(schools=[school(operating_euro=999)], persons=[skilled()], tasks=[outsourced])
    reason, _, remedy = explained(data)
    assert reason.facts["firm"] is FirmLimit.NO_WATCHER
    assert "het contract kan opvolgen" in remedy


def test_pinned_hours_of_a_firm() -> None:
    watcher = person("P1", name="Ona", ict=10, levels={"netwerk": 2})
    outsourced = task("T01", hours=10, required={"netwerk": 3}, outsource_pct=100, rate=10)
    row = plan_row(
        "T01", None, role=PlanRole.OUTSOURCED, hours=7, funding=Funding.OPERATING, pinned=True
    )
    data = problem(
        schools=[school(operating_euro=999)], persons=[watcher], tasks=[outsourced], previous=[row]
    )
    reason, sentence, _ = explained(data)
    assert reason.kind is ReasonKind.PINNED
    assert sentence == "De uren van de firma staan vast in Verdeling."


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((), "Ona (P1) kan dit, maar heeft geen uren uit een bron die deze taak mag betalen."),
        (
            ("Bas",),
            "Ona (P1) en Bas (P2) kunnen dit, maar hebben geen uren uit een bron die deze taak "
            "mag betalen.",
        ),
    ],
)
def test_nobody_is_paid(others: tuple[str, ...], expected: str) -> None:
    names = ("Ona", *others)
    people = [
        person(f"P{place}", name=name, levels=NETWORK) for place, name in enumerate(names, start=1)
    ]
    data = problem(persons=people, tasks=[task("T01", hours=5)])
    reason, sentence, remedy = explained(data)
    assert (reason.kind, sentence) == (ReasonKind.NO_ENVELOPE, expected)
    assert remedy.startswith("Uren uit een bron die hier betaalt, voor ")
