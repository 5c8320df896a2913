"""What happened to a cell of the board: its hours step by step, and what was said of it before."""

from collections.abc import Iterable, Iterator

from models.plan import Plan, TaskKey
from models.problem import PersonCode
from optimizer.app.board_grid import BACKUP, LEAD
from optimizer.app.state.draft import Draft
from optimizer.flows.deviation_cells import Said

EMPTY = "leeg"
OUT_OF_USE = "telt niet meer"


def hours_lines(
    states: Iterable[Draft], key: TaskKey, person: PersonCode, grain: int
) -> Iterator[str]:
    """Each step since the workbook was opened in which the cell changed, the last one first."""
    lines: list[str] = []
    before: str | None = None
    shown: Plan | None = None
    for state in states:
        if before is not None and state.shown is shown:
            continue
        shown = state.shown
        now = _text(shown, key, person, grain)
        if before is not None and now != before:
            lines.append(f"{state.moment:%H:%M} {state.label}: {before} → {now}")
        before = now
    return reversed(lines)


def said_lines(rows: Iterable[Said]) -> Iterator[str]:
    """What the rows of deviations said of it, with the reason that was given."""
    for row in rows:
        parts = [row.kind or OUT_OF_USE, row.value, f"‘{row.remark}’" if row.remark else ""]
        yield " ".join(part for part in parts if part)


def _text(plan: Plan | None, key: TaskKey, person: PersonCode, grain: int) -> str:
    """What the board shows of a person on a task in a plan."""
    if plan is None:
        return EMPTY
    grains = sum(
        grains for (task, who, _), grains in plan.hours.items() if task == key and who == person
    )
    is_backup = person in plan.backups.get(key, ())
    mark = LEAD if plan.leads.get(key) == person else BACKUP if is_backup else ""
    return f"{grains * grain or ''} {mark}".strip() or EMPTY
