"""Rows of the allocation sheet to `PlanRow` records: the plan that stood there, and its pins."""

import re
from decimal import Decimal

from models.issues import Issue, error, warning
from models.problem import PersonCode, PlanRow, TaskNumber, UnitCode
from models.vocabulary import Funding, PlanRole
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_deviations import KnownCodes
from optimizer.workbook.read.plan_names import NamedRow, check_plan_names
from optimizer.workbook.read.records import Collected, is_total
from optimizer.workbook.read.references import reference
from optimizer.workbook.read.rows import Row

_PIN_MARKS = frozenset({labels.PIN_MARK, "ja", "1", "✓", "✔", "v", "true", "waar"})
_FREE_MARKS = frozenset({"", "nee", "0", "-", "false", "onwaar"})
_GONE_HOURS = re.compile(labels.WAS.format(hours=r"(?P<hours>\d+(?:,\d+)?)") + "(?:, .*)?")
_KEYS = ("task", "unit", "person", "role", "hours_year", "pinned")


def parse_plan(located: Located, codes: KnownCodes, collected: Collected) -> tuple[PlanRow, ...]:
    """Every row that can be read; a pinned row that cannot is an error, another a warning.

    Rows of what had disappeared from that plan are no part of it, unless the user pins one.
    """
    rows, named = [], []
    for number in located.data_rows():
        found: list[Issue] = []
        row = Row(located, number, found)
        if is_total(row, "task") or all(row.cell(key).is_empty for key in _KEYS):
            continue
        plan_row = _plan_row(row, codes)
        if _is_gone(row) and not plan_row.pinned:
            continue
        if plan_row.person is not None:
            named.append(NamedRow(plan_row.person, row.text("name"), row.cell("name").where))
        if not found:
            rows.append(plan_row)
        elif plan_row.pinned:
            collected.issues += found
        else:
            collected.issues.append(warning("plan-row-ignored", found[0].where))
    collected.issues += check_plan_names(named, codes.persons)
    return tuple(rows)


def _is_gone(row: Row) -> bool:
    """Whether the row says what an earlier plan had, not what this one has."""
    return row.says("change", fold(labels.GONE))


def _plan_row(row: Row, codes: KnownCodes) -> PlanRow:
    pinned = _is_pinned(row)
    role = row.required_choice("role", labels.PLAN_ROLES)
    is_firm = role is PlanRole.OUTSOURCED
    person = None if is_firm else row.required_text("person")
    funding, owner = _source(row, codes)
    if is_firm and owner is None:
        row.issues.append(_bad_source(row))
    return PlanRow(
        task=TaskNumber(reference(row, row.required_text("task"), "task", codes.tasks)),
        unit=UnitCode(reference(row, row.required_text("unit"), "unit", codes.units)),
        person=None
        if person is None
        else PersonCode(reference(row, person, "person", codes.persons)),
        role=role,
        funding=funding,
        owner=owner,
        hours=_hours(row),
        pinned=pinned,
        where=row.cell("pinned" if pinned else "task").where,
    )


def _hours(row: Row) -> Decimal:
    """Hours per year; of work that is gone those that its source tells, which a pin brings back."""
    told = _GONE_HOURS.fullmatch(row.text("source")) if _is_gone(row) else None
    return Decimal(told["hours"].replace(",", ".")) if told else row.exact("hours_year")


def _is_pinned(row: Row) -> bool:
    mark = fold(row.text("pinned"))
    if mark not in _PIN_MARKS | _FREE_MARKS:
        row.issues.append(
            error("unknown-pin-mark", row.cell("pinned").where, found=row.text("pinned"))
        )
        return True
    return mark in _PIN_MARKS


def _source(row: Row, codes: KnownCodes) -> tuple[Funding | None, UnitCode | None]:
    """Funding and owner from `ICT S1`; nothing when the cell is empty."""
    text = row.text("source")
    if _is_gone(row):
        text = text.partition(", ")[2]
    if not text or fold(text) == fold(labels.NONE):
        return None, None
    word, _, owner = text.partition(" ")
    found = values.choose(word, labels.FUNDINGS, row.cell("source"))
    if isinstance(found, Issue) or not owner:
        row.issues.append(_bad_source(row))
        return None, None
    return found, UnitCode(codes.units.resolve(owner))


def _bad_source(row: Row) -> Issue:
    cell = row.cell("source")
    words = tuple(labels.FUNDINGS.values())
    return error("not-a-source", cell.where, found=row.text("source"), expected=words)
