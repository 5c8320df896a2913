"""Dutch sentences for a conflict: which rules of the workbook clash, and where they stand."""

from collections.abc import Iterator

from models.explanation import Conflict, Fact
from models.fact_sources import TASK_RULES, cell_of_fact, task_of
from models.instance import build_instance
from models.naming import Names
from models.problem import ProblemData
from optimizer.report.dutch import person_name, task_name
from optimizer.report.rule_words import RULE_WORDS

ALL_CONFLICTS = "Alle conflicten, en wat ze oplost: ‘taakverdeler verklaar WERKBOEK --conflict’."


def no_plan(conflict: Conflict) -> str:
    """That there is no plan, before the rules that clash."""
    if len(conflict.facts) == 1:
        return "Er bestaat geen plan: deze regel kan niet."
    return "Er bestaat geen plan: deze regels kunnen niet samen."


def describe_conflict(data: ProblemData, conflict: Conflict) -> tuple[str, ...]:
    """One line per fact that clashes, with the cell where it stands when it has one.

    Then the tasks that nobody can do at all, and whether the set could be smaller.
    """
    lines = [describe_fact(data, fact) for fact in conflict.facts]
    if not conflict.is_minimal:
        lines.append("De tijd was op: misschien botst een deel van deze regels al op zichzelf.")
    return (*lines, *_hopeless(data, conflict))


def _hopeless(data: ProblemData, conflict: Conflict) -> Iterator[str]:
    instance = build_instance(data)
    asked = {task_of(fact) for fact in conflict.facts if fact.rule in TASK_RULES}
    possible = {key for key, _ in instance.payers} | set(instance.firm_payers)
    names = Names(data)
    for key in sorted(asked - possible):
        task = task_name(names.task(key))
        yield f"Niemand kan {task} doen; ‘taakverdeler controleer’ zegt waarom."


def describe_fact(data: ProblemData, fact: Fact) -> str:
    """One fact, after its cell when it has one; people and tasks by their names."""
    names = Names(data)
    called = [person_name(names.person(code)) for code in fact.subject]
    is_about_task = len(fact.subject) > 1
    task = task_name(names.task(task_of(fact))) if is_about_task else ""
    sentence = RULE_WORDS[fact.family].facts[fact.rule].format(*called, task=task)
    cell = cell_of_fact(data, fact)
    return f"{cell}: {sentence}." if cell else f"{sentence[0].upper()}{sentence[1:]}."
