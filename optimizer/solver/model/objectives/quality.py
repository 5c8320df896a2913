"""Level quality: fit, wishes, roles, firms, travel, fragmentation and stability, in one sum."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil

from models.fitting import NEUTRAL, role_cost
from models.problem import PersonCode, UnitCode
from models.vocabulary import Cluster
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Rule, Var, is_any, total, weighted


def build(context: Context) -> Linear:
    """`Σ weight·term` over the terms; those of weight 0 are not built."""
    weights = context.instance.settings.quality
    terms: tuple[tuple[int, Callable[[Context], Linear]], ...] = (
        (weights.outsourcing, outsourcing),
        (weights.travel, travel),
        (weights.fragmentation, fragmentation),
        (weights.stability, stability),
    )
    weighed = (weight * term(context) for weight, term in terms if weight)
    return Linear.sum([grains(context), backups(context), *weighed])


def grains(context: Context) -> Linear:
    """`Σ hours·cost[t,p]`: fit, wish and role; and what a neutral colleague costs, for a firm's.

    Without that last part, the wish of nobody in particular would make a firm the cheaper choice.
    """
    neutral = NEUTRAL.weighed(context.instance.settings.quality)
    own = (
        (var, context.instance.grain_cost(pair))
        for pair in context.variables.pairs()
        for var in context.variables.hours_of(pair)
    )
    return weighted(own) + neutral * outsourcing(context)


def backups(context: Context) -> Linear:
    """A back-up counts as one grain of work, by role alone."""
    instance, weight = context.instance, context.instance.settings.quality.role
    persons = {person.code: person for person in instance.persons}
    return weighted(
        (var, weight * role_cost(instance.data, task.task, persons[code].role))
        for task in (instance.tasks if weight else ())
        for code, var in context.variables.backups_of(task.key)
    )


def outsourcing(context: Context) -> Linear:
    """`Σ outsourced`."""
    return total(
        var for task in context.instance.tasks for var in context.variables.outsourced_of(task.key)
    )


def travel(context: Context) -> Linear:
    """`Σ_p travel`: who is at home does it."""
    journeys = [context.journeys.travel(person.code) for person in context.instance.persons]
    return total(travel for travel in journeys if travel is not None)


def stability(context: Context) -> Linear:
    """`Σ max(0, previous hours[t,p] − hours[t,p])`."""
    losses: list[Var] = []
    gone = 0
    for pair, before in sorted(context.instance.previous.items()):
        if context.variables.may_work(pair):
            hours = context.variables.hours_of(pair)
            loss = context.variables.derive(before, f"loss[{pair}]", hours, _loss_rule(before))
            context.model.add(loss + total(hours) >= before)
            losses.append(loss)
        else:
            gone += before
    return total(losses) + gone


def fragmentation(context: Context) -> Linear:
    """Tasks of a person that the hours do not carry; people, clusters and schools beyond the first.

    That is of a task its people, of a person the clusters and the visited schools.
    """
    terms = [people_beyond_first(context), tasks_beyond_hours(context)]
    for person in context.instance.persons:
        code = person.code
        terms.append(_beyond_first(context, f"clusters[{code}]", _by_cluster(context, code)))
        visits = {unit: [visit] for unit, visit in context.journeys.visits(code).items()}
        terms.append(_beyond_first(context, f"schools[{code}]", visits))
    return Linear.sum(terms)


def people_beyond_first(context: Context) -> Linear:
    """`Σ_t Σ_p works − done + contracted`: exact, because a task done has workers or a contract."""
    terms: list[tuple[Var, int]] = []
    for task in context.instance.tasks:
        terms += [(works, 1) for works in context.variables.workers(task.key)]
        terms.append((context.variables.done(task.key), -1))
        contracted = context.variables.contracted(task.key)
        if contracted is not None:
            terms.append((contracted, 1))
    return weighted(terms)


def tasks_beyond_hours(context: Context) -> Linear:
    """`Σ_p max(0, task numbers of p − ⌈load[p] ÷ uren_per_taak⌉)`."""
    settings, variables = context.instance.settings, context.variables
    per_task = Fraction(settings.hours_per_task) / settings.grain
    excesses: list[Var] = []
    for person in context.instance.persons:
        numbers = context.numbers.of(person.code)
        if len(numbers) > 1:
            carried = _carried(context, person.code, per_task)
            name = f"scattered[{person.code}]"
            parts = [carried, *numbers]
            excess = variables.derive(len(numbers), name, parts, _beyond_carried)
            context.model.add(excess + carried >= total(numbers))
            excesses.append(excess)
    return total(excesses)


def _carried(context: Context, person: PersonCode, per_task: Fraction) -> Var:
    """`⌈load ÷ per_task⌉`, how many tasks the hours carry: more is never worth counting."""
    top, bottom = per_task.numerator, per_task.denominator
    most = ceil(context.instance.total_capacity(person) / per_task)
    carried = context.variables.derive(
        most,
        f"carried[{person}]",
        [context.load(person)],
        lambda load: -(-bottom * load[0] // top),
    )
    context.model.add(top * carried <= bottom * context.load(person) + (top - 1))
    return carried


def _beyond_carried(values: Sequence[int]) -> int:
    return max(0, sum(values[1:]) - values[0])


def _by_cluster(context: Context, person: PersonCode) -> dict[Cluster, list[Var]]:
    clusters = {task.key: task.task.cluster for task in context.instance.tasks}
    groups: dict[Cluster, list[Var]] = defaultdict(list)
    for key in context.variables.tasks_of(person):
        groups[clusters[key]].append(context.variables.works((key, person)))
    return groups


def _beyond_first(
    context: Context, name: str, groups: Mapping[Cluster, list[Var]] | Mapping[UnitCode, list[Var]]
) -> Linear:
    """Number of groups in which anything is on, less one; 0 when none is."""
    if len(groups) < 2:
        return total([])
    variables = context.variables
    used = []
    for group, members in groups.items():
        on = variables.derive(1, f"{name},{group}", members, is_any)
        for member in members:
            context.model.add_implication(member, on)
        used.append(on)
    active = variables.derive(1, f"{name},any", used, is_any)
    context.model.add(active <= total(used))
    return total(used) - active


def _loss_rule(before: int) -> Rule:
    return lambda hours: max(0, before - sum(hours))
