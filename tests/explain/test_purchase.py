"""Money that can buy nothing says so, and why: in the curves, in the advice, in `check`."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from answers import greedy_answer
from easy_books import minimal, parse
from factory import person, problem, school, settings, task

from models.advice import NoPurchase
from models.instance import build_instance
from models.issues import CellRef
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import ProblemData, TaskNumber, UnitCode
from models.validation import validate
from models.verification import verify
from models.vocabulary import Funding
from optimizer.explain.advice import advise
from optimizer.explain.all_curves import compute_worth
from optimizer.explain.baseline import Baseline
from optimizer.explain.explain import find_reasons
from optimizer.explain.purchase import cannot_buy
from optimizer.report.advice_text import advice_lines
from optimizer.report.worth_text import WorthWords
from optimizer.run.solve_options import SolveOptions

KEY = TaskKey(TaskNumber("T01"), UnitCode("S1"))


def one_task(
    *, pct: int = 100, rate: int | None = None, euro: int = 8, standard: int | None = None,
    level: int = 0, hours: int = 10, ict: int = 0,
) -> ProblemData:  # fmt: skip
    """One task of some hours, for a firm as far as it goes."""
    return problem(
        schools=[school(operating_euro=euro)],
        persons=[person(ict=ict, levels={"netwerk": 0})],
        tasks=[
            task(
                hours=hours, outsource_pct=pct, rate=rate, minimum_pct=0,
                required={"netwerk": level},
            )
        ],
        settings=settings(standard_rate=standard),
    )  # fmt: skip


def bought(data: ProblemData) -> int:
    """Grains that the greedy plan buys."""
    return sum(greedy_answer(data).plan.outsourced.values())


def test_a_task_without_a_rate_takes_the_standard_one() -> None:
    assert bought(one_task()) == 0
    assert bought(one_task(standard=4)) == 2
    assert bought(one_task(standard=4, rate=2)) == 4
    assert bought(one_task(standard=4, rate=0)) == 0
    assert bought(one_task(standard=4, pct=0)) == 0


def test_solver_side_and_checker_agree_on_what_the_standard_rate_buys() -> None:
    data = one_task(standard=4)
    purse = EnvelopeKey(Funding.OPERATING, UnitCode("S1"))

    def buying(grains: int) -> Plan:
        who = data.persons[0].code
        return Plan(leads={KEY: who}, outsourced={(KEY, purse): grains})

    assert verify(data, buying(2)).ok
    assert [str(v.family) for v in verify(data, buying(3)).violations] == ["envelope"]
    without = replace(data, settings=settings())
    assert not verify(without, buying(2)).ok
    assert build_instance(data).firm_payers == {KEY: (purse,)}
    assert build_instance(without).firm_payers == {}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (one_task(pct=0), NoPurchase.NOT_OFFERED),
        (one_task(), NoPurchase.NO_RATE),
        (one_task(standard=4, level=2), NoPurchase.NO_WATCHER),
        (one_task(standard=4, level=1), None),
        (one_task(standard=1, pct=50), NoPurchase.ALL_BOUGHT),
        (one_task(standard=2, pct=50), None),
        (one_task(standard=4, euro=0, ict=10), NoPurchase.NO_GAP),
        (one_task(standard=4, euro=0, ict=9), None),
    ],
)
def test_why_money_buys_nothing(data: ProblemData, reason: NoPurchase | None) -> None:
    answer = greedy_answer(data)
    assert cannot_buy(answer.instance, answer.plan, answer.instance.tasks) is reason


def test_a_curve_of_money_says_why_it_is_flat() -> None:
    answer = greedy_answer(one_task(ict=1))
    worth = compute_worth(answer.instance, answer.result, SolveOptions(2, deterministic=True))
    (curve,) = [each for each in worth.curves if each.subject.attribute == "operating_euro"]
    sentence = WorthWords(answer).break_sentence(curve)
    assert sentence is not None
    assert sentence.startswith("werkingsmiddelen van S1: meer geld koopt niets")
    assert "tarief_standaard" in sentence


def test_advice_to_outsource_says_when_money_cannot_do_it() -> None:
    for data, told in ((one_task(euro=0), True), (one_task(euro=0, standard=4), False)):
        answer = greedy_answer(data)
        reasons = find_reasons(answer.instance, answer.result, answer.verification)
        base = Baseline.of(answer.instance, answer.result)
        advised = advise(base, reasons, SolveOptions(2, deterministic=True))
        lines = "\n".join(advice_lines(answer.instance, advised))
        assert ("meer geld koopt niets" in lines) is told


def test_money_without_a_rate_is_a_warning_that_names_the_standard_rate() -> None:
    data = one_task(euro=8)
    assert [issue.code for issue in validate(data)].count("tasks-without-rate") == 1
    assert "tasks-without-rate" not in {issue.code for issue in validate(one_task(standard=4))}


def test_the_standard_rate_is_whole_cents() -> None:
    fine = one_task(standard=4)
    assert "too-fine-rate" not in {issue.code for issue in validate(fine)}
    rough = replace(fine, settings=replace(fine.settings, standard_rate=Decimal("4.005")))
    assert "too-fine-rate" in {issue.code for issue in validate(rough)}


def test_the_warning_names_the_cell_of_the_standard_rate(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Instellingen"].append(["tarief_standaard", None, None])
    sheets["Scholen"] = [["code", "naam", "werkingsmiddelen"], ["S1", "De Linde", 500]]
    sheets["Taken"][0].append("uitbesteden %")
    sheets["Taken"][1].append(50)
    data, _ = parse(tmp_path, sheets)
    (issue,) = [each for each in validate(data) if each.code == "tasks-without-rate"]
    assert issue.where == CellRef("Instellingen", "B2")
