"""Edges of the rules about leads, backups and firms."""

from factory import (
    GROUP,
    person,
    plan,
    problem,
    school,
    settings,
    task,
)

from edges.cases import (
    ASKS,
    FIRM,
    FIRM_HALF,
    RICH,
    SKILLED,
    Edge,
    alone,
    backed,
    bought,
    one,
    pair,
    pin,
    same,
    skill,
    two_asking_backup,
)
from models.verification import Family
from models.vocabulary import (
    DeviationKind,
)

LEAD = [
    Edge(Family.LEAD, "no-lead", *same(one(), alone(10), plan({"T01@S1 P1 ict@S1": 10}))),
    Edge(Family.LEAD, "lead-of-nothing", *same(one(), plan(), plan(leads={"T01@S1": "P1"}))),
    Edge(
        Family.LEAD,
        "does-not-work",
        *same(one(), pair(5, 5, "P2"), plan({"T01@S1 P1 ict@S1": 10}, leads={"T01@S1": "P2"})),
    ),
    Edge(
        Family.LEAD,
        "too-small-part",
        *same(one(chosen=settings(lead_min_pct=30)), pair(3, 7), pair(2, 8)),
    ),
    Edge(
        Family.LEAD,
        "too-small-part",
        (
            one(
                chosen=settings(lead_min_pct=30),
                rows=[pin(DeviationKind.PIN, 2, "P1"), pin(DeviationKind.LEAD, who="P1")],
            ),
            pair(2, 8),
        ),
        (
            one(chosen=settings(lead_min_pct=30), rows=[pin(DeviationKind.LEAD, who="P1")]),
            pair(2, 8),
        ),
    ),
    Edge(Family.LEAD, "not-competent", *same(skill(3, 2), pair(5, 5, "P1"), pair(5, 5, "P2"))),
    Edge(
        Family.LEAD,
        "may-not-watch",
        (skill(2, 0, learners=False, work=FIRM), bought(10)),
        (skill(1, 0, learners=False, work=FIRM), bought(10)),
    ),
    Edge(
        Family.LEAD,
        "does-not-work",
        (skill(3, 3, work=FIRM), bought(10, lead="P2")),
        (
            skill(3, 3, work=FIRM),
            plan(
                {"T01@S1 P1 ict@S1": 1},
                leads={"T01@S1": "P2"},
                outsourced={"T01@S1 operating@S1": 9},
            ),
        ),
    ),
]
BACKUP_SKILL = task(hours=10, needs_backup=True, required=SKILLED)
BACKUP = [
    Edge(
        Family.BACKUP,
        "not-asked",
        (one(ASKS), backed("T01")),
        (one(), backed("T01")),
    ),
    Edge(
        Family.BACKUP,
        "not-asked",
        (one(rows=[pin(DeviationKind.BACKUP)]), backed("T01")),
        (one(rows=[pin(DeviationKind.PREFERENCE, 1)]), backed("T01")),
    ),
    Edge(Family.BACKUP, "is-the-lead", *same(one(ASKS), backed("T01"), backed("T01", by="P1"))),
    Edge(
        Family.BACKUP,
        "backup-of-nothing",
        *same(one(ASKS), plan(), plan(backups={"T01@S1": "P2"})),
    ),
    Edge(
        Family.BACKUP,
        "may-not-back-up",
        (skill(3, 2, learners=False, work=BACKUP_SKILL), backed("T01")),
        (skill(3, 1, work=BACKUP_SKILL), backed("T01")),
    ),
    Edge(
        Family.BACKUP,
        "too-many",
        *same(
            problem(persons=[person(ict=20), person("P2"), person("P3")], tasks=[ASKS]),
            backed("T01", by="P3"),
            backed("T01", by="P2 P3"),
        ),
    ),
    Edge(
        Family.BACKUP,
        "backs-up-too-much",
        (two_asking_backup(2), backed("T01", "T02")),
        (two_asking_backup(1), backed("T01", "T02")),
    ),
]
OUTSOURCING = [
    Edge(Family.OUTSOURCING, "too-much", *same(one(FIRM_HALF, at=RICH), bought(5), bought(6))),
    Edge(
        Family.OUTSOURCING,
        "may-not-buy",
        (one(task(hours=10, outsource_pct=100, rate=1), at=RICH), bought(10)),
        (one(task(hours=10, outsource_pct=100, rate=0), at=RICH), bought(10)),
    ),
    Edge(
        Family.OUTSOURCING,
        "may-not-buy",
        (
            one(FIRM_HALF, at=school(operating_euro=200, pool_pct=50)),
            bought(5, "operating@GROEP"),
        ),
        (
            problem(
                schools=[school(operating_euro=200), school(GROUP, operating_euro=200)],
                persons=[person(ict=20)],
                tasks=[FIRM_HALF],
            ),
            bought(5, "operating@GROEP"),
        ),
    ),
]

EDGES = [*LEAD, *BACKUP, *OUTSOURCING]
