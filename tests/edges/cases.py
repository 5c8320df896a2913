"""Problems and plans of which the edges of the rules are made."""

from collections.abc import Sequence
from typing import NamedTuple

from factory import (
    EVERYWHERE,
    deviation,
    person,
    plan,
    problem,
    school,
    settings,
    task,
)

from models.plan import Plan
from models.problem import Deviation, Person, PlanRow, ProblemData, School, Task
from models.settings import Settings
from models.verification import Family
from models.vocabulary import (
    Cluster,
    DeviationKind,
    OnSite,
)


class Edge(NamedTuple):
    """A case that just keeps a rule and one that just breaks it."""

    family: Family
    breach: str
    kept: tuple[ProblemData, Plan]
    broken: tuple[ProblemData, Plan]


def same(data: ProblemData, kept: Plan, broken: Plan) -> tuple[tuple[ProblemData, Plan], ...]:
    return (data, kept), (data, broken)


def alone(grains: int, source: str = "ict@S1", unit: str = "S1") -> Plan:
    return plan({f"T01@{unit} P1 {source}": grains}, leads={f"T01@{unit}": "P1"})


def pair(first: int, second: int, lead: str = "P1") -> Plan:
    hours = {"T01@S1 P1 ict@S1": first, "T01@S1 P2 ict@S1": second}
    return plan(hours, leads={"T01@S1": lead})


def bought(grains: int, source: str = "operating@S1", lead: str = "P1") -> Plan:
    return plan(leads={"T01@S1": lead}, outsourced={f"T01@S1 {source}": grains})


def one(
    work: Task | None = None,
    *,
    who: Person | None = None,
    at: School | None = None,
    rows: Sequence[Deviation] = (),
    previous: Sequence[PlanRow] = (),
    chosen: Settings | None = None,
) -> ProblemData:
    """One school, the persons `who` and P2, one task of 10 hours unless told."""
    return problem(
        schools=[at or school()],
        persons=[who or person(ict=20), person("P2", ict=20)],
        tasks=[work or task(hours=10)],
        deviations=rows,
        previous=previous,
        settings=chosen,
    )


def away(
    *,
    who: Person | None = None,
    home: School | None = None,
    there: School | None = None,
    chosen: Settings | None = None,
    on_site: OnSite = OnSite.NO,
) -> ProblemData:
    """Schools S1 and S2 with points; P1 of S1 may go everywhere, the task is at S2 alone."""
    return problem(
        schools=[home or school(ict_points=20), there or school("S2", ict_points=20)],
        persons=[who or person(ict=20, bpt=20, reach=EVERYWHERE)],
        tasks=[task(hours=10, on_site=on_site)],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, unit="S1")],
        settings=chosen,
    )


def two_tasks(who: Person, **clusters: Cluster) -> ProblemData:
    tasks = [
        task(number, hours=10, minimum_pct=0, cluster=clusters.get(number, Cluster.TECHNICAL))
        for number in ("T01", "T02")
    ]
    return problem(persons=[who], tasks=tasks)


def both(first: int, second: int) -> Plan:
    return plan(
        {"T01@S1 P1 ict@S1": first, "T02@S1 P1 ict@S1": second},
        leads={"T01@S1": "P1", "T02@S1": "P1"},
    )


def backed(*tasks: str, by: str = "P2", lead: str = "P1") -> Plan:
    return plan(
        {f"{number}@S1 {lead} ict@S1": 10 for number in tasks},
        leads={f"{number}@S1": lead for number in tasks},
        backups={f"{number}@S1": by for number in tasks},
    )


ASKS = task(hours=10, needs_backup=True)
SKILLED = {"netwerk": 3}
SKILL_TASK = task(hours=10, required=SKILLED)
FIRM = task(hours=10, outsource_pct=100, rate=10, minimum_pct=0, required=SKILLED)
FIRM_HALF = task(hours=10, outsource_pct="59.9", rate=10, minimum_pct=0)
RICH = school(operating_euro=1000)


def skill(
    first: int, second: int, *, learners: bool = True, work: Task = SKILL_TASK
) -> ProblemData:
    return problem(
        schools=[RICH],
        persons=[
            person("P1", ict=20, levels={"netwerk": first}),
            person("P2", ict=20, levels={"netwerk": second}),
        ],
        tasks=[work],
        settings=settings(learners_allowed=learners),
    )


def two_asking_backup(max_backups: int) -> ProblemData:
    tasks = [task(number, hours=10, needs_backup=True) for number in ("T01", "T02")]
    persons = [person(ict=20), person("P2")]
    return problem(persons=persons, tasks=tasks, settings=settings(max_backups=max_backups))


def pin(kind: DeviationKind, value: int | None = None, who: str = "P2") -> Deviation:
    return deviation(kind, task="T01", unit="S1", person=who, value=value)
