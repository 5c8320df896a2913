"""What is typed in a cell of the board, as a change of the plan by hand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.units import demand_grains
from models.vocabulary import DeviationKind
from optimizer.app.board_grid import BACKUP, LEAD, key_of, person_of
from optimizer.app.grid import Typed
from optimizer.construct.by_hand import with_backup, with_hours, with_lead
from optimizer.flows.judging import Judged

TYPED = re.compile(
    r"(?i)\s*(?:(?P<mark>[VB])\b)?\s*(?P<hours>\d+)?\s*(?:u|uur)?\s*(?P<after>[VB])?\s*"
)


@dataclass(frozen=True)
class HandEdit:
    """What was typed in a cell: hours of the year, and whether a mandate or a back-up."""

    key: TaskKey
    person: PersonCode
    hours: int
    mark: str


def read_typed(typed: Iterable[Typed]) -> tuple[list[HandEdit], list[str]]:
    """The edits that can be read, and the texts that cannot."""
    edits, odd = [], []
    for row, column, text in typed:
        person, match = person_of(column), TYPED.fullmatch(text)
        if person is None or match is None:
            odd.append(text)
            continue
        mark = (match["mark"] or match["after"] or "").upper()
        edits.append(HandEdit(key_of(row), person, int(match["hours"] or 0), mark))
    return edits, odd


def with_edits_by_hand(board: Judged, edits: Iterable[HandEdit]) -> Plan:
    """The plan after some edits; less than half a grain is none."""
    plan, instance = board.plan, board.instance
    for edit in edits:
        grains = demand_grains(edit.hours, instance.settings.grain)
        plan = with_hours(instance, plan, edit.key, edit.person, grains)
        if edit.mark == LEAD:
            plan = with_lead(plan, edit.key, edit.person)
        elif edit.mark == BACKUP:
            plan = with_backup(plan, edit.key, edit.person)
        elif edit.person in plan.backups.get(edit.key, ()):
            plan = with_backup(plan, edit.key, None)
    return plan


KINDS: Mapping[str, DeviationKind] = {
    "vast": DeviationKind.PIN,
    "nooit": DeviationKind.BAN,
    "voorkeur": DeviationKind.PREFERENCE,
}
