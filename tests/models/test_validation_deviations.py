"""Deviations and pinned rows: complete, known, about a task; both sides of each edge."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from factory import (
    GROUP,
    Number,
    deviation,
    person,
    plan_row,
    problem,
    school,
    task,
)

from models.instance import build_instance
from models.issues import CellRef, Issue, Severity
from models.problem import Deviation, PlanRow, ProblemData
from models.validation.deviations import (
    check_deviation_codes,
    check_deviation_contents,
    check_deviations_match,
    check_plan_codes,
)
from models.vocabulary import Applies, DeviationKind, Priority, TaskLevel

PIN, LEAD, BACKUP = DeviationKind.PIN, DeviationKind.LEAD, DeviationKind.BACKUP


def codes(issues: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def with_rows(*rows: Deviation) -> ProblemData:
    return problem(persons=[person(ict=10)], tasks=[task(hours=10)], deviations=rows)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (deviation(PIN, task="T01", unit="S1", person="P1"), []),
        (deviation(PIN, unit=GROUP, person="P1"), []),
        (deviation(PIN, task="T02", person="P1"), ["unknown-task"]),
        (deviation(PIN, unit="S2", person="P1"), ["unknown-unit"]),
        (deviation(PIN, person="P2"), ["unknown-person"]),
        (deviation(PIN, task="T9", unit="S9", person="P9"), [
            "unknown-task", "unknown-unit", "unknown-person",
        ]),
    ],
)  # fmt: skip
def test_codes_in_deviations(row: Deviation, expected: list[str]) -> None:
    assert codes(check_deviation_codes(with_rows(row))) == expected


def test_an_issue_points_at_the_field_of_the_deviation() -> None:
    where = CellRef("Uitzonderingen", "D7")
    row = deviation(PIN, task="T02", person="P2", where=where)
    fields = {("deviation", "7", "task"): CellRef("Uitzonderingen", "A7")}
    data = replace(with_rows(row), sources=fields)
    assert [str(issue.where) for issue in check_deviation_codes(data)] == [
        "Uitzonderingen!A7", "Uitzonderingen!D7",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        (kind, kind in (PIN, LEAD, BACKUP, DeviationKind.BAN, DeviationKind.PREFERENCE))
        for kind in DeviationKind
    ],
)
def test_kinds_that_need_a_person(kind: DeviationKind, needs: bool) -> None:
    row = deviation(kind, value=1, priority=Priority.DESIRED)
    expected = ["deviation-needs-person"] if needs else []
    without = [code for code in codes(check_deviation_contents(with_rows(row))) if "person" in code]
    assert without == expected
    assert "deviation-needs-person" not in codes(
        check_deviation_contents(with_rows(replace(row, person=with_rows().persons[0].code)))
    )


@pytest.mark.parametrize("kind", list(DeviationKind))
def test_kinds_that_need_a_value(kind: DeviationKind) -> None:
    needs = {
        DeviationKind.HOURS, DeviationKind.MINIMUM, DeviationKind.PREFERENCE,
        DeviationKind.PRIORITY,
    }  # fmt: skip
    row = deviation(kind, person="P1")
    expected = ["deviation-needs-value"] if kind in needs else []
    found = codes(check_deviation_contents(with_rows(row)))
    assert [code for code in found if code == "deviation-needs-value"] == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (DeviationKind.PREFERENCE, -2, []),
        (DeviationKind.PREFERENCE, 2, []),
        (DeviationKind.PREFERENCE, 3, ["out-of-range"]),
        (DeviationKind.PREFERENCE, "0.5", ["not-whole"]),
        (DeviationKind.MINIMUM, 100, []),
        (DeviationKind.MINIMUM, 101, ["out-of-range"]),
        (DeviationKind.HOURS, 0, []),
        (DeviationKind.HOURS, -1, ["out-of-range"]),
        (DeviationKind.HOURS, 10_001, ["out-of-range"]),
        (PIN, -1, ["out-of-range"]),
    ],
)
def test_values_of_deviations(kind: DeviationKind, value: Number, expected: list[str]) -> None:
    row = deviation(kind, person="P1", value=value)
    assert codes(check_deviation_contents(with_rows(row))) == expected


def unmatched(*rows: Deviation, previous: Iterable[PlanRow] = ()) -> list[str]:
    data = problem(
        schools=[school("S1"), school("S2")],
        persons=[person(ict=10)],
        tasks=[
            task("T1", hours=4),
            task("T2", hours=4, level=TaskLevel.GROUP),
            task("T3", hours=4, applies=Applies.NO),
            task("T4"),
        ],
        deviations=rows,
        previous=previous,
    )
    issues = check_deviations_match(build_instance(data))
    assert all(issue.severity is Severity.WARNING for issue in issues)
    return codes(issues)


@pytest.mark.parametrize(
    ("row", "matches"),
    [
        (deviation(PIN, task="T1", unit="S2", person="P1"), True),
        (deviation(PIN, task="T1", unit=GROUP, person="P1"), False),
        (deviation(PIN, task="T2", unit=GROUP, person="P1"), True),
        (deviation(PIN, task="T2", unit="S1", person="P1"), False),
        (deviation(PIN, task="T3", person="P1"), False),
        (deviation(DeviationKind.NOT_APPLICABLE, task="T1", unit="S1"), True),
        (deviation(DeviationKind.NOT_APPLICABLE, task="T2", unit="S1"), True),
        (deviation(DeviationKind.NOT_APPLICABLE, task="T1", unit=GROUP), False),
        (deviation(DeviationKind.HOURS, task="T4", value=0), True),
        (deviation(DeviationKind.MINIMUM, task="T4", value=0), False),
    ],
)
def test_deviations_about_nothing_warn(row: Deviation, matches: bool) -> None:
    assert unmatched(row) == ([] if matches else ["deviation-matches-nothing"])


def test_pinned_rows_about_nothing_warn() -> None:
    row = plan_row("T3", pinned=True)
    assert unmatched(previous=[row]) == ["pin-matches-nothing"]
    assert unmatched(previous=[replace(row, pinned=False)]) == []


def test_codes_in_plan_rows_matter_only_when_pinned() -> None:
    row = plan_row("T9", "P9", unit="S9", pinned=True)
    expected = ["unknown-task", "unknown-unit", "unknown-person"]
    assert codes(check_plan_codes(replace(with_rows(), previous=(row,)))) == expected
    loose = replace(with_rows(), previous=(replace(row, pinned=False),))
    assert check_plan_codes(loose) == []
