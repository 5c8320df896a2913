"""Deviations, and the plan that stood there with its pins."""

from decimal import Decimal
from pathlib import Path

import pytest
from easy_books import DEVIATIONS_HEADER, PLAN_HEADER, Rows, found, minimal, parse

from models.issues import Issue, Severity
from models.problem import ANY, GROUP, Deviation, PlanRow, ProblemData
from models.vocabulary import DeviationKind, Funding, PlanRole, Priority


def deviations(folder: Path, *rows: list[object]) -> tuple[ProblemData, tuple[Issue, ...]]:
    return parse(folder, {**minimal(), "Uitzonderingen": [DEVIATIONS_HEADER, *rows]})


def deviation(folder: Path, *row: object) -> tuple[Deviation, tuple[Issue, ...]]:
    data, issues = deviations(folder, list(row))
    return data.deviations[0], issues


def test_every_field_of_a_deviation(tmp_path: Path) -> None:
    data, issues = deviations(tmp_path, ["t1", "groep", "p1", "Vast", "12,5", "omdat"])
    (read,) = data.deviations
    assert issues == ()
    assert (read.task, read.unit, read.person) == ("T1", GROUP, "P1")
    assert (read.kind, read.value, read.priority) == (DeviationKind.PIN, Decimal("12.5"), None)
    assert str(read.where) == "Uitzonderingen!D2"
    assert str(data.where("deviation", "2", "person")) == "Uitzonderingen!C2"


def test_empty_task_and_school_mean_any(tmp_path: Path) -> None:
    read, issues = deviation(tmp_path, None, "*", "P1", "nooit", "n.v.t.")
    assert issues == ()
    assert (read.task, read.unit, read.value) == (ANY, ANY, None)


@pytest.mark.parametrize(
    ("kind", "value", "expected", "priority"),
    [
        ("prioriteit", "Verplicht", None, Priority.MANDATORY),
        ("prioriteit", None, None, None),
        ("minimum", "80 %", Decimal(80), None),
        ("voorkeur", "−2", Decimal(-2), None),
        ("uren", 12, Decimal(12), None),
        ("niet van toepassing", "zomaar", None, None),
    ],
)
def test_values_by_kind(
    tmp_path: Path,
    kind: str,
    value: object,
    expected: Decimal | None,
    priority: Priority | None,
) -> None:
    read, issues = deviation(tmp_path, "T1", "S1", None, kind, value)
    assert issues == ()
    assert (read.value, read.priority) == (expected, priority)


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["T1", "S1", "P1", "altijd"], "unknown-choice", "D2"),
        (["T1", "S1", "P1", None], "missing-choice", "D2"),
        (["T1", "S1", None, "uren", "veel"], "not-yearly-hours", "E2"),
        (["T1", "S1", "P1", "vast", "4u/week"], "not-yearly-hours", "E2"),
        (["T1", "S1", "P1", "voorkeur", "veel"], "not-a-number", "E2"),
        (["T1", "S1", None, "prioriteit", "hoog"], "unknown-choice", "E2"),
    ],
)
def test_wrong_deviations(tmp_path: Path, row: list[object], code: str, cell: str) -> None:
    _, issues = deviations(tmp_path, row)
    assert found(issues) == [(code, f"Uitzonderingen!{cell}")]


def test_row_with_only_a_remark_is_skipped(tmp_path: Path) -> None:
    data, issues = deviations(tmp_path, [None, None, None, None, None, "na te kijken"])
    assert (data.deviations, issues) == ((), ())


def plan(folder: Path, *rows: list[object]) -> tuple[tuple[PlanRow, ...], tuple[Issue, ...]]:
    data, issues = parse(folder, {**minimal(), "Verdeling": [PLAN_HEADER, *rows]})
    return data.previous, issues


def test_every_field_of_a_plan_row(tmp_path: Path) -> None:
    rows, issues = plan(
        tmp_path,
        ["t1", "Netwerk", "S1", "P1", "verantwoordelijke", "ICT S1", "24,5", "x"],
        ["T1", "Netwerk", "S1", "P1", "back-up", None, None, None],
        ["T1", "Netwerk", "S1", "firma", "uitbesteed", "werking groep", 12, None],
    )
    assert issues == ()
    lead, backup, firm = rows
    assert (lead.task, lead.unit, lead.person, lead.role) == ("T1", "S1", "P1", PlanRole.LEAD)
    assert (lead.funding, lead.owner, lead.hours) == (Funding.ICT, "S1", Decimal("24.5"))
    assert (lead.pinned, str(lead.where)) == (True, "Verdeling!H2")
    assert (backup.role, backup.funding, backup.hours) == (PlanRole.BACKUP, None, Decimal(0))
    assert (backup.pinned, str(backup.where)) == (False, "Verdeling!A3")
    assert (firm.person, firm.funding, firm.owner) == (None, Funding.OPERATING, GROUP)


@pytest.mark.parametrize("mark", ["x", "X", "ja", 1, "✓", True])
def test_marks_that_pin(tmp_path: Path, mark: object) -> None:
    rows, _ = plan(tmp_path, ["T1", None, "S1", "P1", "uitvoerder", "ICT S1", 4, mark])
    assert rows[0].pinned


@pytest.mark.parametrize("mark", [None, "", "nee", 0, "–", False])
def test_marks_that_do_not_pin(tmp_path: Path, mark: object) -> None:
    rows, _ = plan(tmp_path, ["T1", None, "S1", "P1", "uitvoerder", "ICT S1", 4, mark])
    assert not rows[0].pinned


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["T1", None, "S1", "P1", "baas", "ICT S1", 4], "unknown-choice", "E2"),
        (["T1", None, "S1", None, "uitvoerder", "ICT S1", 4], "missing-value", "D2"),
        (["T1", None, "S1", "P1", "uitvoerder", "spaarpot S1", 4], "not-a-source", "F2"),
        (["T1", None, "S1", "P1", "uitvoerder", "ICT", 4], "not-a-source", "F2"),
        (["T1", None, "S1", None, "uitbesteed", None, 4], "not-a-source", "F2"),
        (["T1", None, "S1", "P1", "uitvoerder", "ICT S1", "veel"], "not-a-number", "G2"),
    ],
)
def test_unreadable_rows_stop_only_when_pinned(
    tmp_path: Path, row: list[object], code: str, cell: str
) -> None:
    rows, issues = plan(tmp_path, [*row, "x"])
    assert (rows, found(issues)) == ((), [(code, f"Verdeling!{cell}")])
    assert issues[0].severity is Severity.ERROR
    rows, issues = plan(tmp_path, [*row, None])
    assert (rows, found(issues)) == ((), [("plan-row-ignored", f"Verdeling!{cell}")])
    assert issues[0].severity is Severity.WARNING


def test_unclear_mark_is_an_error(tmp_path: Path) -> None:
    _, issues = plan(tmp_path, ["T1", None, "S1", "P1", "uitvoerder", "ICT S1", 4, "misschien"])
    assert found(issues) == [("unknown-pin-mark", "Verdeling!H2")]


def test_blank_and_total_rows_are_skipped(tmp_path: Path) -> None:
    total: list[object] = [None, "Totaal", None, None, None, None, 40]
    assert plan(tmp_path, [None] * 8, total) == ((), ())
    titled: list[object] = ["T1", "Totaal overzicht maken", "S1", "P1", "back-up", None, None]
    assert len(plan(tmp_path, titled)[0]) == 1


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([], [("output-without-headers", "Verdeling")]),
        ([["iets anders"]], [("output-without-headers", "Verdeling")]),
    ],
)
def test_sheet_without_headers(tmp_path: Path, rows: Rows, codes: list[tuple[str, str]]) -> None:
    data, issues = parse(tmp_path, {**minimal(), "Verdeling": rows})
    assert (data.previous, found(issues)) == ((), codes)
