"""What if: sliders and switches, and new plans beside the one that is there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.changes import (
    Change,
    CompetenceChange,
    PersonChange,
    PersonGone,
    SchoolChange,
    SettingChange,
    TaskChange,
)
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.vocabulary import Applies, Cluster
from optimizer.app import words
from optimizer.app.program import Program
from optimizer.app.screens.comparing import comparing_facts
from optimizer.app.state.scenarios import Imagined
from optimizer.app.web import Fields, Reply, action, render, screen
from optimizer.explain.comparison import compare
from optimizer.flows.judging import answer_to, judge
from optimizer.flows.scenarios import Scenario, cells_of, somebody_like
from optimizer.report.change_text import describe_change
from optimizer.report.comparison_text import Sides, comparison_blocks, summary_lines
from optimizer.report.console_text import result_lines
from optimizer.report.document import Block
from optimizer.workbook import labels
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS

SCHOOL_FIELDS = ("ict_points", "bpt_hours", "other_hours", "operating_euro")
PERSON_FIELDS = ("ict_hours", "bpt_hours", "other_hours")
SECONDS = 20
"""Time for the plan of a scenario, unless told otherwise: a school needs no more."""
MOST_SECONDS = 3600


@dataclass(frozen=True)
class Shown:
    """A scenario as a card: what changes, what comes of it, and the whole comparison."""

    name: str
    changes: list[str]
    is_busy: bool
    lines: tuple[str, ...]
    summary: list[str]
    result: list[str]
    blocks: list[tuple[str, Block]]


def _facts(program: Program) -> dict[str, object]:
    checked, scenarios = program.desk.checked, program.scenarios
    data = checked.data
    usable = checked.is_usable and program.desk.draft.plan is not None
    return {
        "data": data,
        "usable": usable,
        "composed": [] if data is None else _told(data, scenarios.composed),
        "cards": [_card(each) for each in scenarios.kept],
        "scenarios": scenarios,
    }


def _told(data: ProblemData, scenario: Scenario) -> list[str]:
    return [
        *(describe_change(data, change) for change in scenario.changes),
        *(words.HIRED.format(name=person.name, code=person.code) for person in scenario.hires),
    ]


def _card(imagined: Imagined) -> Shown:
    changes = _told(imagined.before.instance.data, imagined.scenario)
    if imagined.answer is None:
        return Shown(imagined.name, changes, imagined.is_busy, imagined.lines, [], [], [])
    found = compare(imagined.before, imagined.answer)
    sides = Sides(imagined.before, imagined.answer, words.NOW, imagined.name)
    blocks = [(type(block).__name__, block) for block in comparison_blocks(found, sides)]
    result = list(result_lines(imagined.answer))
    return Shown(imagined.name, changes, False, (), list(summary_lines(found)), result, blocks)


def _page(program: Program, request: Request) -> Response:
    settings = program.desk.checked.data.settings if program.desk.checked.data else None
    floors = [
        (f"floors.{cluster}", name, settings.floors[cluster] if settings else 0)
        for cluster, name in labels.CLUSTERS.items()
    ]
    return render(
        program,
        "watals.html.jinja",
        here="/wat-als",
        floors=floors,
        school_fields=[(each, SCHOOLS.column(each).header) for each in SCHOOL_FIELDS],
        person_fields=[(each, PERSONS.column(each).header) for each in PERSON_FIELDS],
        seconds=SECONDS,
        **_facts(program),
        **comparing_facts(program),
    )


def _part(program: Program, request: Request) -> Response:
    return render(program, "_watals.html.jinja", **_facts(program))


def _number(text: object) -> Decimal:
    try:
        return Decimal(str(text).replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(str(text)) from error


def _school(fields: Fields) -> Change:
    return SchoolChange(
        UnitCode(str(fields["school"])), _one_of(SCHOOL_FIELDS, fields["veld"]), _amount(fields)
    )


def _person(fields: Fields) -> Change:
    return PersonChange(
        PersonCode(str(fields["persoon"])), _one_of(PERSON_FIELDS, fields["veld"]), _amount(fields)
    )


def _one_of(allowed: tuple[str, ...], asked: object) -> str:
    if asked not in allowed:
        raise LookupError(asked)
    return str(asked)


def _amount(fields: Fields) -> Decimal:
    return _number(fields["waarde"])


def _floor(fields: Fields) -> Change:
    cluster = Cluster(str(fields["vloer"]).removeprefix("floors."))
    return SettingChange(f"floors.{cluster}", _amount(fields))


def _gone(fields: Fields) -> Change:
    return PersonGone(PersonCode(str(fields["persoon"])))


def _dropped(fields: Fields) -> Change:
    return TaskChange(TaskNumber(str(fields["taak"])), "applies", Applies.NO)


def _trained(fields: Fields) -> Change:
    level = int(_amount(fields))
    return CompetenceChange(
        PersonCode(str(fields["persoon"])), str(fields["competentie"]), max(0, min(4, level))
    )


MAKERS: Mapping[str, Callable[[Fields], Change]] = {
    "school": _school,
    "persoon": _person,
    "vloer": _floor,
    "weg": _gone,
    "taak": _dropped,
    "vorming": _trained,
}


def _add(program: Program, fields: Fields) -> Reply:
    """One change more; one about the same cell takes the place of the earlier one."""
    kind, composed = str(fields["soort"]), program.scenarios.composed
    data = program.desk.instance.data
    try:
        if kind == "erbij":
            example, hours = PersonCode(str(fields["persoon"])), _amount(fields)
            name = str(fields.get("naam") or words.NEWCOMER)
            hire = somebody_like(data, example, name, hours, composed.hires)
            program.scenarios.compose(replace(composed, hires=(*composed.hires, hire)))
            return Reply()
        change = MAKERS[kind](fields)
        describe_change(data, change)
    except ValueError:
        return Reply(errors=(words.NO_NUMBER,))
    others = tuple(each for each in composed.changes if not _is_same(each, change))
    program.scenarios.compose(replace(composed, changes=(*others, change)))
    return Reply()


def _is_same(first: Change, second: Change) -> bool:
    """Whether two changes are about the same cell."""
    if type(first) is not type(second):
        return False
    names = [name for name in vars(second) if name not in ("value", "level")]
    return all(getattr(first, name) == getattr(second, name) for name in names)


def _clear(program: Program, fields: Fields) -> Reply:
    program.scenarios.compose(Scenario())
    return Reply()


def _make(program: Program, fields: Fields) -> Reply:
    before, scenarios = program.desk.draft.plan, program.scenarios
    if before is None:
        return Reply(errors=(words.FIRST_PLAN,))
    if scenarios.composed.is_empty:
        return Reply(errors=(words.NOTHING_CHANGED,))
    if scenarios.is_full:
        return Reply(errors=(words.FULL,))
    try:
        seconds = float(_number(fields.get("seconden") or SECONDS))
    except ValueError:
        return Reply(errors=(words.NO_NUMBER,))
    scenarios.make(before, str(fields.get("naam") or ""), max(1.0, min(MOST_SECONDS, seconds)))
    return Reply()


def _others(program: Program, fields: Fields) -> Reply:
    """Plans that are as good on what counts, and as different as can be."""
    before, scenarios = program.desk.draft.plan, program.scenarios
    if before is None:
        return Reply(errors=(words.FIRST_PLAN,))
    if scenarios.is_full:
        return Reply(errors=(words.FULL,))
    if not scenarios.is_busy:
        scenarios.look_for_others(before, SECONDS)
    return Reply()


def _stop(program: Program, fields: Fields) -> Reply:
    program.scenarios.stop()
    return Reply()


def _drop(program: Program, fields: Fields) -> Reply:
    program.scenarios.drop(int(fields["plaats"]))
    return Reply()


def _adopt(program: Program, fields: Fields) -> Reply:
    """The changes of a scenario become cells, and its plan the plan, as one step."""
    chosen = program.scenarios.kept[int(fields["plaats"])]
    if chosen.answer is None:
        raise LookupError(chosen.name)
    desk = program.desk
    edits = cells_of(desk.checked, chosen.scenario)
    with desk.lock:
        desk.edit(edits, words.ADOPTED.format(name=chosen.name))
        judged = judge(desk.instance, chosen.answer.plan, chosen.answer.result.levels)
        if not judged.is_kept:
            desk.undo()
            return Reply(errors=(words.NOT_ADOPTED,))
        desk.plan(answer_to(judged, desk.opened.input_hash), chosen.name)
    return Reply(say=words.ADOPTED.format(name=chosen.name), go="/plan")


ROUTES: tuple[Route, ...] = (
    screen("/wat-als", _page),
    screen("/deel/watals", _part),
    action("/doe/wat-als/erbij", _add),
    action("/doe/wat-als/leeg", _clear),
    action("/doe/wat-als/reken", _make),
    action("/doe/wat-als/andere", _others),
    action("/doe/wat-als/stop", _stop),
    action("/doe/wat-als/weg", _drop),
    action("/doe/wat-als/neem", _adopt),
)
