"""The board of the plan: edits as a trial, the cell that is looked at, and what lacks hours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.choice import chosen
from models.moves import moves_between
from models.outcome import Move
from models.plan import Plan, TaskKey
from models.problem import ANY, Deviation, PersonCode
from models.vocabulary import DeviationKind
from optimizer.app import words
from optimizer.app.board_cell import AboutCell
from optimizer.app.board_edits import KINDS, read_typed, with_edits_by_hand
from optimizer.app.board_grid import board_grid, key_of
from optimizer.app.crowding import crowded, next_in_chain
from optimizer.app.grid import Grid, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.web import Fields, Reply, action, render, screen
from optimizer.construct.by_hand import moved, with_hours
from optimizer.flows.checking import Checked
from optimizer.flows.deviation_cells import added, removed, rows_about
from optimizer.flows.judging import Judged
from optimizer.report.level_text import LevelWords
from optimizer.report.trial_text import level_lines
from optimizer.report.violation_text import violation_lines
from optimizer.report.why_text import move_lines
from optimizer.report.wording import Wording

MOST_WAITING = 80
"""Tasks on the waiting list; the filter of the board shows them all."""


def _grid(program: Program, params: Params) -> Grid:
    return board_grid(program, params)


def _edit(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    board = _board(program)
    edits, odd = read_typed(typed)
    if edits:
        program.desk.attempt(with_edits_by_hand(board, edits), "Uren wijzigen op het bord")
    if odd:
        return Reply(errors=(words.ODD_HOURS.format(texts=", ".join(map(repr, odd[:5]))),))
    return Reply()


def _board(program: Program) -> Judged:
    board = program.desk.board
    if board is None:
        raise LookupError("no board")
    return board


@dataclass(frozen=True)
class Difference:
    """A row in which the trial differs from the plan, and what undoes it alone."""

    text: str
    fields: Mapping[str, object]


def trial_facts(program: Program) -> dict[str, object]:
    """What the trial changes, breaks, and costs."""
    board, before = program.desk.board, program.desk.judged
    is_trial = program.desk.draft.trial is not None and board is not None
    broken = board is not None and not board.is_kept
    facts: dict[str, object] = {
        "trial": is_trial,
        "broken": violation_lines(board.instance, board.verification) if board and broken else (),
        "differences": [],
        "levels": [],
        "crowded": crowded(board) if is_trial and board is not None else [],
    }
    if is_trial and board is not None:
        base = before.plan if before is not None else Plan()
        facts["differences"] = _differences(board, base)
        if before is not None:
            words = LevelWords(board.instance.settings.grain)
            facts["levels"] = list(level_lines(words, before.levels, board.levels))
    return facts


def _differences(board: Judged, base: Plan) -> list[Difference]:
    wording = Wording(board.instance)
    return [
        Difference(next(iter(move_lines(wording, [move]))), _undoing(board, move))
        for move in moves_between(base, board.plan)
    ]


def _undoing(board: Judged, move: Move) -> Mapping[str, object]:
    """What sets one row back; a firm's hours are not changed by hand."""
    return {"rij": str(move.task), "persoon": move.person or ""}


def _trial(program: Program, request: Request) -> Response:
    return render(program, "_proef.html.jinja", **trial_facts(program))


@dataclass(frozen=True)
class Waiting:
    """A task that lacks hours."""

    row: str
    title: str
    missing: int
    core: bool


def waiting(program: Program) -> list[Waiting]:
    """What is not fully covered: core first, then what counts heaviest."""
    board = program.desk.board
    if board is None:
        return []
    covered, weight = board.plan.covered(), board.instance.weight
    short = [
        (task, task.demand - covered.get(task.key, 0))
        for task in chosen(board.instance.tasks, board.plan.leads)
        if covered.get(task.key, 0) < task.demand
    ]
    short.sort(key=lambda e: (not e[0].task.core, -weight(e[0]) * e[1], e[0].key))
    grain = board.instance.settings.grain
    return [
        Waiting(str(task.key), task.task.title, missing * grain, task.task.core)
        for task, missing in short[:MOST_WAITING]
    ]


def _waiting(program: Program, request: Request) -> Response:
    return render(program, "_wachtlijst.html.jinja", waiting=waiting(program))


def _cell(program: Program, request: Request) -> Response:
    """Everything about the cell that is looked at."""
    row, column = request.query_params.get("rij", ""), request.query_params.get("kolom", "")
    board = program.desk.board
    known = {str(task.key) for task in board.instance.tasks} if board is not None else set()
    if board is None or row not in known:
        return render(program, "_cel.html.jinja", about=None)
    return render(program, "_cel.html.jinja", about=AboutCell(program, board, key_of(row), column))


def _apply(program: Program, fields: Fields) -> Reply:
    """The trial becomes the plan; with a reason its hours are fixed for the next run too."""
    reason = str(fields.get("reden") or "").strip()
    board, before = _board(program), program.desk.judged
    edits = []
    if reason and before is not None:
        edits = added(
            program.desk.checked,
            [(row, reason) for row in _pins(board, moves_between(before.plan, board.plan))],
        )
    if not program.desk.apply_trial(edits):
        return Reply(errors=violation_lines(board.instance, board.verification))
    return Reply(say=words.APPLIED)


def _pins(board: Judged, changes: Sequence[Move]) -> list[Deviation]:
    """A row per pair whose hours were changed by hand."""
    grain = board.instance.settings.grain
    return [
        Deviation(DeviationKind.PIN, *move.task, move.person, Decimal(move.grains_after * grain))
        for move in changes
        if move.person and move.grains_after
    ]


def _drop(program: Program, fields: Fields) -> Reply:
    program.desk.drop_trial()
    return Reply()


def _take_back(program: Program, fields: Fields) -> Reply:
    """Set one difference back, and leave the others."""
    board, before = _board(program), program.desk.judged
    key, person = key_of(str(fields["rij"])), PersonCode(str(fields["persoon"]))
    base = before.plan if before is not None else Plan()
    grains = base.hours_by_pair().get((key, person), 0)
    plan = with_hours(board.instance, board.plan, key, person, grains)
    leads, backups = {**plan.leads}, {**plan.backups}
    if base.leads.get(key) == person:
        leads[key] = person
    if person in base.backups.get(key, ()):
        backups[key] = base.backups[key]
    elif person in backups.get(key, ()):
        backups.pop(key)
    program.desk.attempt(Plan(plan.hours, leads, backups, plan.outsourced), words.TAKEN_BACK)
    return Reply()


def _move(program: Program, fields: Fields) -> Reply:
    """Hours and mandate from one cell of a task to another."""
    board = _board(program)
    key = key_of(str(fields["rij"]))
    giver, taker = PersonCode(str(fields["van"])), PersonCode(str(fields["naar"]))
    people = {person.code for person in board.instance.persons}
    if not {giver, taker} <= people or giver == taker:
        raise LookupError(taker)
    plan = moved(board.instance, board.plan, key, giver, taker)
    program.desk.attempt(plan, "Verplaatsen op het bord")
    return _pushed_out(program, taker, key)


def _pushed_out(program: Program, person: PersonCode, key: TaskKey) -> Reply:
    """A choice that pushes another task out opens that one next."""
    found = next_in_chain(_board(program), person, key)
    if found is None:
        return Reply()
    who, task = found
    told = words.PUSHED_OUT.format(name=who.name, hours=who.hours, task=task.title)
    return Reply(say=told, facts={"open": {"rij": task.row, "kolom": task.column}})


def _say(program: Program, fields: Fields) -> Reply:
    """Fix, forbid or prefer: a row of deviations; said again it is put out of use."""
    kind = KINDS[str(fields["soort"])]
    key, person = key_of(str(fields["rij"])), PersonCode(str(fields["persoon"]))
    checked = program.desk.checked
    standing = rows_about(checked, kind, key, person)
    shared = [row for row in standing if _is_about_more(checked, row)]
    if shared:
        return Reply(errors=(words.ROW_OF_MORE.format(cell=shared[0].where),))
    reason = str(fields.get("reden") or "")
    value = str(fields.get("waarde") or "").strip()
    edits = removed(standing)
    if not standing or (kind is DeviationKind.PREFERENCE and value):
        number = Decimal(value) if value else None
        edits += added(checked, [(Deviation(kind, *key, person, number), reason)])
    program.desk.edit(edits, f"Uitzondering: {fields['soort']}")
    return Reply()


def _is_about_more(checked: Checked, row: Deviation) -> bool:
    """Whether a row of the sheet says something of other tasks or people too."""
    data = checked.data
    same = [each for each in data.deviations if each.where == row.where] if data else []
    return len(same) > 1 or ANY in (row.task, row.unit)


def _price(program: Program, fields: Fields) -> Reply:
    board = _board(program)
    if not board.is_kept:
        return Reply(errors=(words.FIRST_MEND,))
    program.asker.price(key_of(str(fields["rij"])))
    return Reply()


def _choose(program: Program, fields: Fields) -> Reply:
    """Try one of the alternatives that were priced."""
    asked = program.asker.about(key_of(str(fields["rij"])))
    answer = asked.answer if asked is not None else None
    if answer is None:
        raise LookupError("no answer")
    plan = answer.alternatives[int(cast("str", fields["keuze"]))].outcome.plan
    if plan is not None:
        program.desk.attempt(plan, "Andere keuze proberen")
    return Reply()


ROUTES: tuple[Route, ...] = (
    screen("/deel/proef", _trial),
    screen("/deel/wachtlijst", _waiting),
    screen("/deel/cel", _cell),
    action("/doe/toepassen", _apply),
    action("/doe/laat-vallen", _drop),
    action("/doe/terug", _take_back),
    action("/doe/verplaats", _move),
    action("/doe/zeg", _say),
    action("/doe/prijs", _price),
    action("/doe/probeer", _choose),
    *grid_routes("/blad/bord", _grid, _edit, "Bord"),
)
