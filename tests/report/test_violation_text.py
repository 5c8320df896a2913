"""Every rule that the checker can name has a sentence with people, tasks and hours."""

import ast
from pathlib import Path

import pytest
from factory import key, person, plan, problem, school, task

from models.explanation import Family
from models.instance import build_instance
from models.plan import Plan
from models.verification import verify
from optimizer.report.violation_text import SENTENCES, violation_lines

RULES = Path(__file__).parents[2] / "models" / "verification"
DATA = problem(
    schools=[school()],
    persons=[
        person(name="Noor Voorbeeld", ict=10, levels={"netwerk": 3}),
        person("P2", name="Bram Denkbeeld", ict=2, max_tasks=0),
    ],
    tasks=[
        task(title="Netwerk", hours=8, required={"netwerk": 3}),
        task("T02", title="Toestellen", hours=4, needs_backup=True),
    ],
)
INSTANCE = build_instance(DATA)


def named_by_the_checker() -> set[tuple[str, str]]:
    """Family and breach of every violation that stands in the code of the rules."""
    found = set()
    for page in RULES.glob("*.py"):
        for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "broken"
            if is_call and isinstance(node, ast.Call) and len(node.args) == 2:
                family, breach = node.args
                if isinstance(family, ast.Attribute) and isinstance(breach, ast.Constant):
                    found.add((family.attr, str(breach.value)))
    return found


def test_every_rule_has_a_sentence() -> None:
    known = {(family.name, breach) for family, breach in SENTENCES}
    named = named_by_the_checker()
    assert len(named) > 20
    assert named <= known


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (plan({"T01@S1 P1 ict@S1": 9}, leads={"T01@S1": "P1"}),
         "T01 Netwerk in S1: 9 uur gepland, meer dan de 8 uur die gevraagd zijn."),
        (plan({"T02@S1 P2 ict@S1": 4}, leads={"T02@S1": "P2"}),
         "Bram Denkbeeld (P2): 4 uur uit ICT-punten, en er zijn er 2 uur."),
        (plan({"T02@S1 P1 ict@S1": 4}), "T02 Toestellen in S1 heeft geen verantwoordelijke."),
        (plan({"T02@S1 P1 ict@S1": 4}, leads={"T02@S1": "P1"}, backups={"T02@S1": "P1"}),
         "Noor Voorbeeld (P1) is verantwoordelijk voor T02 Toestellen in S1 en kan niet ook "
         "back-up zijn."),
        (plan({"T09@S1 P1 ict@S1": 4}),
         "Het plan noemt iets dat niet in het werkboek staat: T09@S1, P1, ict@S1, 4."),
    ],
    ids=["demand", "capacity", "lead", "backup", "unknown"],
)  # fmt: skip
def test_a_sentence_names_people_tasks_and_hours(made: Plan, sentence: str) -> None:
    assert sentence in violation_lines(INSTANCE, verify(DATA, made))


def test_who_may_not_is_told_why_with_the_cell_or_the_level() -> None:
    made = plan({"T01@S1 P2 ict@S1": 2}, leads={"T01@S1": "P2"})
    lines = violation_lines(INSTANCE, verify(DATA, made))
    assert any("mag niet werken aan T01 Netwerk in S1: netwerk 0" in line for line in lines)


def test_a_plan_that_keeps_every_rule_has_none() -> None:
    made = plan({"T01@S1 P1 ict@S1": 8}, leads={"T01@S1": "P1"})
    assert violation_lines(INSTANCE, verify(DATA, made)) == ()
    assert key("T01@S1") in made.leads
    assert Family.LEAD in Family
