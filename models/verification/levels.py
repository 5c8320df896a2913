"""The value of every objective level but the tie-break; all are minimised."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor

from models.problem import Person, Task, UnitCluster
from models.settings import Level
from models.units import demand_grains
from models.verification.facts import Facts
from models.verification.people import levels_short
from models.verification.pins import previous_hours
from models.verification.world import World
from models.vocabulary import Rhythm, RoleWord


def core_value(world: World, facts: Facts) -> int:
    """Demand of the core tasks that are not done, in grains."""
    return sum(
        duty.demand
        for key, duty in world.duties.items()
        if duty.task.core and not facts.covered.get(key) and facts.is_chosen(duty)
    )


def balance_value(world: World, facts: Facts) -> int:
    """Grains that own people spend too little on clusters with a floor: `Σ max(0, T − h)`."""
    spent: dict[UnitCluster, int] = {}
    for key, people in facts.workers.items():
        place = key.unit, world.duties[key].task.cluster
        spent[place] = spent.get(place, 0) + sum(people.values())
    return sum(
        max(0, target - spent.get(place, 0)) for place, target in facts.floor_targets.items()
    )


def coverage_value(world: World, facts: Facts) -> int:
    """Shortfall in grains, weighed by priority and by whether the work comes every day."""
    weights, daily = world.settings.priority_weights, world.settings.daily_weight
    extra = {priority: daily if weight else 0 for priority, weight in weights.items()}
    return sum(
        (weights[duty.priority] + extra[duty.priority] * (duty.task.rhythm is Rhythm.DAILY))
        * (duty.demand - facts.covered.get(key, 0))
        for key, duty in world.duties.items()
        if facts.is_chosen(duty)
    )


def spread_value(world: World, facts: Facts) -> int:
    """How unevenly the shortfall is spread: per unit and cluster of demand D, `Σ_g ⌈10·g/D⌉`.

    The sum runs over the missing grains, counted from 1: a grain in the k-th tenth costs k.
    """
    demand: dict[UnitCluster, int] = {}
    missing: dict[UnitCluster, int] = {}
    for key, duty in world.duties.items():
        place = key.unit, duty.task.cluster
        demand[place] = demand.get(place, 0) + duty.demand
        short = duty.demand - facts.covered.get(key, 0) if facts.is_chosen(duty) else 0
        missing[place] = missing.get(place, 0) + short
    return sum(
        -(-10 * grain // demand[place])
        for place, short in missing.items()
        for grain in range(1, short + 1)
    )


def continuity_value(world: World, facts: Facts) -> int:
    """Demand of the done tasks that ask a backup and have none, in grains."""
    return sum(
        duty.demand
        for key, duty in world.duties.items()
        if duty.task.needs_backup and facts.covered.get(key) and not facts.sound.backups.get(key)
    )


def fairness_value(world: World, facts: Facts) -> int:
    """Distance between the fullest and the emptiest person, in per mille of their capacity."""
    shares = [
        (1000 * facts.loads[code], world.money.totals[code])
        for code, person in world.persons.items()
        if not person.ict_to_decide and world.money.totals[code] > 0
    ]
    if not shares:
        return 0
    fullest = max(-(-load // capacity) for load, capacity in shares)
    return fullest - min(load // capacity for load, capacity in shares)


def quality_value(world: World, facts: Facts) -> int:
    """The weighted sum of misfit, wishes, firms, travel, fragmentation and change."""
    weights = world.settings.quality
    bought = sum(facts.bought.values())
    return (
        weights.fit * _misfit(world, facts)
        + weights.wish * (_against_wishes(world, facts) + 2 * bought)
        + weights.role * (_outside_roles(world, facts) + bought)
        + weights.outsourcing * bought
        + weights.travel * sum(facts.travel.values())
        + weights.fragmentation * _fragments(world, facts)
        + weights.stability * _lost_hours(world, facts)
    )


def misfit_cost(task: Task, person: Person) -> int:
    """Cost of one grain: 3 per level short, else how far the task is from the person's best.

    That is the mean of `highest level in anything − level` over what is asked, halves up.
    """
    short = sum(levels_short(task, person))
    if short or not task.required:
        return 3 * short
    best = max(person.levels.values(), default=0)
    distances = [best - person.levels.get(name, 0) for name in task.required]
    return floor(Fraction(sum(distances), len(distances)) + Fraction(1, 2))


def _misfit(world: World, facts: Facts) -> int:
    return sum(
        grains * misfit_cost(world.duties[key].task, world.persons[code])
        for key, people in facts.workers.items()
        for code, grains in people.items()
    )


def _against_wishes(world: World, facts: Facts) -> int:
    """Two per grain, less what the person wishes: −2…+2."""
    return sum(
        grains * (2 - world.deviations.preference(*key, code))
        for key, people in facts.workers.items()
        for code, grains in people.items()
    )


def _outside_roles(world: World, facts: Facts) -> int:
    """What work costs by role, per grain; a back-up counts as one grain."""
    work = [
        (key, code, grains)
        for key, people in facts.workers.items()
        for code, grains in people.items()
    ]
    work += [(key, code, 1) for key, people in facts.sound.backups.items() for code in people]
    return sum(
        grains * _role_cost(world, world.duties[key].task, world.persons[code])
        for key, code, grains in work
    )


def _role_cost(world: World, task: Task, person: Person) -> int:
    """0 for own work, 1 for what the role may do, 4 otherwise; as the task prefers, see below.

    A task that prefers some roles costs them at most 1, and all others at least 4.
    """
    profile = world.data.roles.get(person.role)
    word = RoleWord.CAN if profile is None else profile.words.get(task.cluster, RoleWord.CAN)
    cost = {RoleWord.OWN: 0, RoleWord.CAN: 1}.get(word, 4)
    if person.role in task.preferred:
        return min(cost, 1)
    return max(cost, 4) if task.preferred else cost


def _fragments(world: World, facts: Facts) -> int:
    counts = [
        *map(len, facts.workers.values()),
        *map(len, facts.clusters(world).values()),
        *facts.visited().values(),
    ]
    beyond_first = sum(max(0, count - 1) for count in counts)
    return beyond_first + _tasks_beyond_hours(world, facts)


def _tasks_beyond_hours(world: World, facts: Facts) -> int:
    """Different tasks of each person, less one for every `hours_per_task` begun of the load."""
    per_task = Fraction(world.settings.hours_per_task)
    excess = 0
    for code, tasks in facts.tasks_of.items():
        carried = ceil(facts.loads[code] * world.settings.grain / per_task)
        excess += max(0, len({key.task for key in tasks}) - carried)
    return excess


def _lost_hours(world: World, facts: Facts) -> int:
    lost = 0
    for (key, person), hours in previous_hours(world.data).items():
        if key in world.duties and person in world.persons:
            before = demand_grains(hours, world.settings.grain)
            lost += max(0, before - facts.workers.get(key, {}).get(person, 0))
    return lost


LEVELS: Mapping[Level, Callable[[World, Facts], int]] = {
    Level.CORE: core_value,
    Level.BALANCE: balance_value,
    Level.COVERAGE: coverage_value,
    Level.SPREAD: spread_value,
    Level.CONTINUITY: continuity_value,
    Level.FAIRNESS: fairness_value,
    Level.QUALITY: quality_value,
}
