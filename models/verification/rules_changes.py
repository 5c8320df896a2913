"""The rule about what changes against the previous plan."""

from collections.abc import Iterator

from models.explanation import Family
from models.units import demand_grains
from models.verification.facts import Facts
from models.verification.outcome import Violation, broken
from models.verification.pins import Pair, previous_hours
from models.verification.world import World


def check_changes(world: World, facts: Facts) -> Iterator[Violation]:
    """Not more pairs of task and person have other hours than before than `max_changes` says."""
    allowed = world.settings.max_changes
    if allowed is None:
        return
    before: dict[Pair, int] = {
        (key, person): grains
        for (key, person), hours in previous_hours(world.data).items()
        if key in world.duties and person in world.persons
        and (grains := demand_grains(hours, world.settings.grain))
    }  # fmt: skip
    now = {
        (key, person): g for key, people in facts.workers.items() for person, g in people.items()
    }
    changed = sum(before.get(pair, 0) != now.get(pair, 0) for pair in before.keys() | now.keys())
    if changed > allowed:
        yield broken(Family.CHANGES, "too-many", rows=changed, allowed=allowed)
