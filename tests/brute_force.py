"""Every plan of a tiny problem, judged by the checker alone."""

from collections.abc import Iterator
from itertools import product

from models.instance import build_instance
from models.plan import Plan, TaskKey
from models.problem import ProblemData
from models.settings import Level
from models.verification import verify

LEVELS = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.SPREAD, Level.CONTINUITY)


def best_levels(data: ProblemData) -> dict[Level, int]:
    """The value of every level of the best plan, by trying all plans in the default order."""
    found = [checked.levels for plan in _plans(data) if (checked := verify(data, plan)).ok]
    for level in LEVELS:
        least = min(levels[level] for levels in found)
        found = [levels for levels in found if levels[level] == least]
    fairness = min(levels[Level.FAIRNESS] for levels in found)
    slack = fairness + data.settings.fairness_slack
    quality = min(v[Level.QUALITY] for v in found if v[Level.FAIRNESS] <= slack)
    return {level: found[0][level] for level in LEVELS} | {
        Level.FAIRNESS: fairness,
        Level.QUALITY: quality,
    }


def _plans(data: ProblemData) -> Iterator[Plan]:
    options = [list(_task_plans(data, task.key)) for task in build_instance(data).tasks]
    for choice in product(*options):
        yield _together(choice)


def _together(parts: tuple[Plan, ...]) -> Plan:
    return Plan(
        hours={key: grains for part in parts for key, grains in part.hours.items()},
        leads={key: person for part in parts for key, person in part.leads.items()},
        backups={key: people for part in parts for key, people in part.backups.items()},
        outsourced={key: grains for part in parts for key, grains in part.outsourced.items()},
    )


def _task_plans(data: ProblemData, key: TaskKey) -> Iterator[Plan]:
    """Every way to do one task, or to leave it, that breaks no rule of its own.

    Only rules that more work elsewhere cannot mend are used to leave a way out.
    """
    instance = build_instance(data)
    task = next(task for task in instance.tasks if task.key == key)
    people = [person.code for person in instance.persons]
    ways = [(key, p, payer) for p in people for payer in instance.payers.get((key, p), ())]
    firms = [(key, payer) for payer in instance.firm_payers.get(key, ())]
    yield Plan()
    amounts = range(task.demand + 1)
    for grains in product(amounts, repeat=len(ways) + len(firms)):
        if not task.minimum <= sum(grains) <= task.demand:
            continue
        hours = {way: amount for way, amount in zip(ways, grains, strict=False) if amount}
        bought = dict(zip(firms, grains[len(ways) :], strict=True))
        outsourced = {firm: amount for firm, amount in bought.items() if amount}
        for lead, backup in product(people, [None, *people]):
            backups = {key: (backup,)} if backup else {}
            plan = Plan(hours, {key: lead}, backups, outsourced)
            if verify(data, plan).ok:
                yield plan
