"""A solved group of two schools, and its tables."""

from functools import cache

from factory import (
    CENTRAL,
    EVERYWHERE,
    deviation,
    person,
    problem,
    school,
    settings,
    task,
)

from models.vocabulary import Cluster, DeviationKind, OnSite, TaskLevel
from optimizer.explain.answer import Answer, Row
from optimizer.flows.pipeline import make_plan
from optimizer.report.tables import TABLES
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}


@cache
def group() -> Answer:
    """Two schools that pool, with visits, a firm, back-ups, a gap and a task put off."""
    data = problem(
        schools=[
            school("S1", ict_points=10, operating_euro=40),
            school("S2", ict_points=20, pool_pct=50, other_hours=4),
        ],
        persons=[
            person("P1", name="Ona", ict=10, reach=EVERYWHERE, levels=NETWORK),
            person("P2", name="Bas", home=CENTRAL, ict=8, reach=EVERYWHERE, levels=NETWORK),
            person("P3", name="Cis", home="S2", other=4, levels={"didactiek": 2}),
        ],
        tasks=[
            task(
                "T01", hours=4, required=NETWORK, on_site=OnSite.YES, needs_backup=True, core=True
            ),
            task("T02", hours=6, required=NETWORK, level=TaskLevel.GROUP),
            task("T03", hours=5, outsource_pct=80, rate=10, required={"netwerk": 3}),
            task("T04", hours=3, cluster=Cluster.PEDAGOGICAL, required={"didactiek": 2}),
        ],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, task="T03", unit="S2")],
        settings=settings(travel_between_zones="0.5", floors={Cluster.PEDAGOGICAL: 10}),
    )
    return make_plan(data, OPTIONS)


def table(answer: Answer, key: str) -> list[Row]:
    """The rows of one table."""
    return TABLES[key](answer)


def total(rows: list[Row], column: str) -> float:
    """The sum of a column; empty cells count as 0."""
    return sum(float(row.get(column) or 0) for row in rows)
