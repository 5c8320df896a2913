"""Small groups with tasks whose level the plan chooses, solved and compared."""

from collections.abc import Sequence
from dataclasses import replace

from factory import (
    CENTRAL,
    person,
    plan,
    problem,
    school,
    task,
)

from models.plan import Plan
from models.problem import Deviation, Person, ProblemData, School, Task
from models.result import SolveStatus
from models.settings import Level, Settings
from models.vocabulary import TaskLevel
from optimizer.explain.answer import Answer
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=20, deterministic=True)
CHOICE, AT_SCHOOL, AT_GROUP = TaskLevel.CHOICE, TaskLevel.SCHOOL, TaskLevel.GROUP
POOLING = (school(pool_pct=50), school("S2", pool_pct=50))
CENTER = person("P9", home=CENTRAL, ict=40)
LOCALS = (person("P1", ict=40), person("P2", home="S2", ict=40))


def two(
    *persons: Person,
    work: Task | None = None,
    schools: tuple[School, ...] = POOLING,
    rows: Sequence[Deviation] = (),
    chosen: Settings | None = None,
) -> ProblemData:
    """Two schools that pool, and one task of 8 hours at a chosen level."""
    return problem(
        schools=schools,
        persons=persons,
        tasks=[work or task(hours=8, level=CHOICE)],
        deviations=rows,
        settings=chosen,
    )


def solved(data: ProblemData) -> Answer:
    answer = make_plan(data, OPTIONS)
    assert answer.result.status is SolveStatus.OPTIMAL
    return answer


def values(answer: Answer) -> dict[Level, int | None]:
    """What every level is worth, the tie-break left out: it may run out of time."""
    levels = (each for each in answer.result.levels if each.level is not Level.UNIQUENESS)
    return {level.level: level.value for level in levels}


def finals(answer: Answer) -> dict[Level, int | None]:
    """What the plan itself is worth: fairness may use its slack, which a pinned plan cannot."""
    levels = (each for each in answer.result.levels if each.level is not Level.UNIQUENESS)
    return {level.level: level.final for level in levels}


def same_plan(one: Answer, other: Answer) -> bool:
    """Whether two plans are the same, as far as the tie-break is proven for both."""
    proven = all(level.proven for each in (one, other) for level in each.result.levels)
    return not proven or one.plan == other.plan


def at(data: ProblemData, level: TaskLevel) -> ProblemData:
    return replace(data, tasks=tuple(replace(task, level=level) for task in data.tasks))


def work(unit: str, who: str, grains: int, pot: str | None = None) -> Plan:
    name = f"T01@{unit}"
    return plan({f"{name} {who} {pot or f'ict@{unit}'}": grains}, leads={name: who})


def together(*plans: Plan) -> Plan:
    return Plan(
        {place: grains for each in plans for place, grains in each.hours.items()},
        {task: lead for each in plans for task, lead in each.leads.items()},
    )


AT_GROUP_PLAN = work("GROEP", "P9", 8)
AT_SCHOOLS_PLAN = together(work("S1", "P1", 8), work("S2", "P2", 8))
