"""The instance after some changes: built anew, or in a moment where only rows of names change."""

from collections.abc import Iterable
from dataclasses import replace

from models.changes import Change, DeviationAdded, all_changed
from models.eligibility import is_banned, matches, role_allowed
from models.instance import Instance, build_instance, with_floor_targets
from models.pins import Pins
from models.problem import Deviation
from models.units import demand_grains
from models.vocabulary import DeviationKind

PINNING = frozenset({DeviationKind.PIN, DeviationKind.LEAD, DeviationKind.BACKUP})
RESTRICTING = PINNING | {DeviationKind.BAN}
"""Kinds of rows that only take plans away."""


def instance_after(instance: Instance, changes: Iterable[Change]) -> Instance:
    """The instance of the problem after some changes.

    Pins and bans, which are asked about by the dozen, touch the names alone.
    """
    chosen = tuple(changes)
    data = all_changed(instance.data, chosen)
    kinds = {c.deviation.kind if isinstance(c, DeviationAdded) else None for c in chosen}
    if not kinds <= RESTRICTING:
        return build_instance(data)
    rows = [change.deviation for change in chosen if isinstance(change, DeviationAdded)]
    if any(_lets_in(instance, row) for row in rows):
        return build_instance(data)
    after = replace(instance, data=data, pins=_with_pins(instance, rows))
    return _without_banned(after) if DeviationKind.BAN in kinds else after


def _lets_in(instance: Instance, row: Deviation) -> bool:
    """Whether a pin goes before the role of somebody, who then may do what they might not."""
    if row.kind not in PINNING:
        return False
    people = [person for person in instance.persons if person.code == row.person]
    return any(
        matches(row, task.key) and not role_allowed(instance.data, task.task, person)
        for task in instance.tasks
        for person in people
    )


def _with_pins(instance: Instance, rows: Iterable[Deviation]) -> Pins:
    """The pins with some rows more; hours say more than the mere name."""
    pins, grain = instance.pins, instance.settings.grain
    works, leads, backups = dict(pins.works), set(pins.leads), set(pins.backups)
    people = {person.code for person in instance.persons}
    for row in rows:
        if row.person is None or row.person not in people:
            continue
        for pair in [(task.key, row.person) for task in instance.tasks if matches(row, task.key)]:
            if row.kind is DeviationKind.PIN and row.value is not None:
                works[pair] = demand_grains(row.value, grain)
            elif row.kind is DeviationKind.PIN:
                works.setdefault(pair, None)
            elif row.kind is DeviationKind.LEAD:
                leads.add(pair)
            elif row.kind is DeviationKind.BACKUP:
                backups.add(pair)
    return replace(pins, works=works, leads=frozenset(leads), backups=frozenset(backups))


def is_restriction(before: Instance, after: Instance, changes: Iterable[Change]) -> bool:
    """Whether every plan after the changes is a plan before them, and worth the same.

    What is proven as the best before then remains the best that can be hoped for.
    """
    names_only = all(
        isinstance(change, DeviationAdded) and change.deviation.kind in RESTRICTING
        for change in changes
    )
    lets_nobody_in = after.payers.keys() <= before.payers.keys()
    return names_only and lets_nobody_in and before.floor_targets == after.floor_targets


def _without_banned(instance: Instance) -> Instance:
    """The instance without the pairs that a ban forbids; the floors may ask less then."""
    data = instance.data
    banned = {
        (key, code)
        for key, people in instance.watchers.items()
        for code in people
        if is_banned(data, key, code)
    }
    kept = {
        key: tuple(code for code in people if (key, code) not in banned)
        for key, people in instance.watchers.items()
    }
    after = replace(
        instance,
        payers={pair: p for pair, p in instance.payers.items() if pair not in banned},
        cost={pair: cost for pair, cost in instance.cost.items() if pair not in banned},
        learners=instance.learners - banned,
        watchers={key: people for key, people in kept.items() if people},
    )
    return with_floor_targets(after)
