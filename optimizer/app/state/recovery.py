"""What is not saved, kept in a file beside the workbook: nothing is lost when all else ends."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from models.errors import WorkbookError
from models.issues import CellRef
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode, TaskNumber, UnitCode
from models.result import LevelResult
from models.settings import Level
from models.vocabulary import Funding
from optimizer.app.state.draft import Draft
from optimizer.workbook.write.cell_edits import CellEdit
from optimizer.workbook.write.storage import write_file

VERSION = 1


@dataclass(frozen=True)
class Recovered:
    """What a recovery file holds.

    Attributes
    ----------
    input_hash
        SHA-256 of the workbook on which the work began.
    moment
        When it was written, as text to show.
    edits
        The cells that differ.
    plan
        A plan that was not saved; `None` when there is none.
    levels
        What was known of the levels of that plan.
    trial
        A plan that was being changed by hand; `None` when there was none.
    """

    input_hash: str
    moment: str
    edits: tuple[CellEdit, ...]
    plan: Plan | None
    levels: tuple[LevelResult, ...]
    trial: Plan | None = None


def recovery_path(workbook: Path) -> Path:
    """The file that belongs to a workbook."""
    return workbook.with_name(f".{workbook.name}.herstel.json")


def _aside(workbook: Path) -> Path:
    """Where a file waits that nobody has decided about while new work began."""
    return workbook.with_name(f".{workbook.name}.vorig.herstel.json")


def set_aside(workbook: Path) -> None:
    """Keep what was not saved last time apart: the file is needed for what is done now."""
    with suppress(OSError):
        recovery_path(workbook).replace(_aside(workbook))


def drop_aside(workbook: Path) -> None:
    """What was not saved last time has been taken over, or thrown away."""
    with suppress(OSError):
        _aside(workbook).unlink()


class Unsaved(NamedTuple):
    """The work on a workbook: whether any of it is not saved, and whether its plan is not."""

    workbook: Path
    input_hash: str
    draft: Draft
    is_dirty: bool
    has_new_plan: bool


def renew(work: Unsaved) -> bool:
    """Write what is not saved, or take the file away; false when it cannot be written."""
    if not work.is_dirty:
        drop(work.workbook)
        return True
    try:
        write_file(recovery_path(work.workbook), _text(work).encode())
    except WorkbookError:
        return False
    return True


def _text(work: Unsaved) -> str:
    draft = work.draft
    plan = draft.plan.plan if draft.plan is not None and work.has_new_plan else None
    levels = draft.plan.result.levels if draft.plan is not None and plan is not None else ()
    content = {
        "versie": VERSION,
        "sha256": work.input_hash,
        "moment": f"{datetime.now():%d/%m/%Y %H:%M}",
        "cellen": [[e.where.sheet, e.where.cell, e.value] for e in draft.edits],
        "plan": None if plan is None else _plan_rows(plan),
        "proef": None if draft.trial is None else _plan_rows(draft.trial),
        "niveaus": [[each.level, each.value, each.bound, each.final] for each in levels],
    }
    return json.dumps(content, ensure_ascii=False, default=_number)


def drop(workbook: Path) -> None:
    """Everything is saved, or thrown away: the file goes."""
    with suppress(OSError):
        recovery_path(workbook).unlink()


def find(workbook: Path) -> Recovered | None:
    """What was not saved last time; `None` when there is nothing that can be read."""
    paths = (recovery_path(workbook), _aside(workbook))
    return next((found for path in paths if (found := _found(path)) is not None), None)


def _found(path: Path) -> Recovered | None:
    try:
        content = json.loads(path.read_text("utf-8"))
        return _read(content) if content["versie"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError, WorkbookError):
        return None


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value))


def _plan_rows(plan: Plan) -> dict[str, list[Any]]:
    return {
        "uren": [[*key, who, *payer, grains] for (key, who, payer), grains in plan.hours.items()],
        "verantwoordelijk": [[*key, who] for key, who in plan.leads.items()],
        "back-up": [[*key, *people] for key, people in plan.backups.items()],
        "uitbesteed": [[*key, *payer, grains] for (key, payer), grains in plan.outsourced.items()],
    }


def _read(content: Mapping[str, Any]) -> Recovered:
    rows, trial = content["plan"], content["proef"]
    return Recovered(
        input_hash=str(content["sha256"]),
        moment=str(content["moment"]),
        edits=tuple(
            CellEdit(CellRef(str(sheet), str(cell)), value)
            for sheet, cell, value in content["cellen"]
        ),
        plan=None if rows is None else _read_plan(rows),
        levels=tuple(
            LevelResult(Level(level), value, bound, final=final)
            for level, value, bound, final in content["niveaus"]
        ),
        trial=None if trial is None else _read_plan(trial),
    )


def _read_plan(rows: Mapping[str, list[list[Any]]]) -> Plan:
    return Plan(
        hours={
            (_key(task, unit), PersonCode(who), EnvelopeKey(Funding(funding), UnitCode(owner))): g
            for task, unit, who, funding, owner, g in rows["uren"]
        },
        leads={_key(task, unit): PersonCode(who) for task, unit, who in rows["verantwoordelijk"]},
        backups={
            _key(task, unit): tuple(map(PersonCode, people))
            for task, unit, *people in rows["back-up"]
        },
        outsourced={
            (_key(task, unit), EnvelopeKey(Funding(funding), UnitCode(owner))): g
            for task, unit, funding, owner, g in rows["uitbesteed"]
        },
    )


def _key(task: str, unit: str) -> TaskKey:
    return TaskKey(TaskNumber(task), UnitCode(unit))
