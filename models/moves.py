"""The rows in which two plans differ."""

from models.outcome import Move
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.vocabulary import PlanRole

_Place = tuple[TaskKey, PersonCode, bool]
"""Task, person (empty for a firm), and whether the row is that of a back-up."""
_Row = tuple[PlanRole, int]


def moves_between(before: Plan, after: Plan) -> tuple[Move, ...]:
    """Every row that is new, gone, or has another role or other hours, in the order of tasks."""
    old, new = _rows(before), _rows(after)
    changed = sorted(place for place in old.keys() | new.keys() if old.get(place) != new.get(place))
    return tuple(_move(place, old.get(place), new.get(place)) for place in changed)


def _rows(plan: Plan) -> dict[_Place, _Row]:
    rows: dict[_Place, _Row] = {}
    for (key, person), grains in plan.hours_by_pair().items():
        rows[key, person, False] = (PlanRole.HELPER, grains)
    for key, person in plan.leads.items():
        rows[key, person, False] = (PlanRole.LEAD, rows.get((key, person, False), (None, 0))[1])
    for key, people in plan.backups.items():
        rows |= {(key, person, True): (PlanRole.BACKUP, 0) for person in people}
    for (key, _), grains in plan.outsourced.items():
        place = (key, PersonCode(""), False)
        rows[place] = (PlanRole.OUTSOURCED, rows.get(place, (None, 0))[1] + grains)
    return rows


def _move(place: _Place, before: _Row | None, after: _Row | None) -> Move:
    key, person, _ = place
    return Move(
        task=key,
        person=person or None,
        role_before=before[0] if before else None,
        role_after=after[0] if after else None,
        grains_before=before[1] if before else None,
        grains_after=after[1] if after else None,
    )
