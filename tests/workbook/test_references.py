"""Names, lists, clusters and patterns where a code may stand; nothing is guessed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from easy_books import DEVIATIONS_HEADER, PLAN_HEADER, Rows, Sheets, found, minimal, parse

from models.eligibility import most_specific
from models.plan import TaskKey
from models.problem import ANY, TaskNumber, UnitCode
from models.vocabulary import DeviationKind, Priority
from optimizer.workbook.read.references import Codes

PEOPLE = {"M1": "Noor Voorbeeld", "M2": "Bas Voorbeeld", "M3": "Noor De Smet", "M4": ""}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("M1", ("M1",)),
        ("m1", ("M1",)),
        ("Noor Voorbeeld", ("M1",)),
        ("noor  voorbeeld", ("M1",)),
        ("Bas", ("M2",)),
        ("De Smet", ("M3",)),
        ("Noor", ("M1", "M3")),
        ("Voorbeeld", ("M1", "M2")),
        ("Smet De", ()),
        ("Noo", ()),
        ("", ()),
    ],
)
def test_a_code_a_name_or_a_part_of_one(text: str, meant: tuple[str, ...]) -> None:
    codes = Codes(PEOPLE, by_part=True)
    assert codes.meant(text) == meant
    assert codes.resolve(text) == (meant[0] if len(meant) == 1 else text)


def test_a_part_of_a_title_says_too_little() -> None:
    codes = Codes({"T27": "Helpdesk bemannen"})
    assert codes.meant("helpdesk") == ()
    assert codes.meant("helpdesk bemannen") == ("T27",)


def book() -> Sheets:
    """A school with four people and five tasks in two clusters."""
    sheets = minimal()
    sheets["Personen"] += [
        ["P2", "Bas Linde", "De Linde", "TICT", 4, 3],
        ["P3", "Noor Linde", "S1", "TICT", 4, 3],
    ]
    sheets["Taken"] += [
        ["T27", "technisch", "Helpdesk bemannen", 20, None],
        ["T28", "technisch", "Tickets verdelen", 20, None],
        ["A1", "administratief", "Licenties beheren", 20, None],
        ["A2", "administratief", "Bestellen; en opvolgen", 20, None],
    ]
    return sheets


def rows(folder: Path, *lines: list[object]) -> list[tuple[str, str, str | None]]:
    """Task, unit and person of the deviations that these rows give; without any issue."""
    data, issues = parse(folder, {**book(), "Uitzonderingen": [DEVIATIONS_HEADER, *lines]})
    assert found(issues) == []
    return [(each.task, each.unit, each.person) for each in data.deviations]


@pytest.mark.parametrize(
    ("task", "tasks"),
    [
        ("T27; T28", ["T27", "T28"]),
        ("T27,t28\nA1", ["T27", "T28", "A1"]),
        ("technisch", ["T1", "T27", "T28"]),
        ("A*", ["A1", "A2"]),
        ("T2?", ["T27", "T28"]),
        ("A*; T27", ["A1", "A2", "T27"]),
        ("Helpdesk bemannen", ["T27"]),
        ("Bestellen; en opvolgen", ["A2"]),
        ("*", [ANY]),
        (None, [ANY]),
    ],
)
def test_tasks_of_one_row(task: object, tasks: list[str], tmp_path: Path) -> None:
    found_rows = rows(tmp_path, [task, None, "P2", "nooit"])
    assert sorted(found_rows) == sorted((number, ANY, "P2") for number in tasks)


@pytest.mark.parametrize(
    ("people", "codes"),
    [("P2; P3", ["P2", "P3"]), ("Bas; Noor Linde", ["P2", "P3"]), ("P*", ["P1", "P2", "P3"])],
)
def test_people_of_one_row(people: str, codes: list[str], tmp_path: Path) -> None:
    found_rows = rows(tmp_path, ["T27; A1", "De Linde", people, "nooit"])
    assert sorted(found_rows) == [(t, "S1", p) for t in ("A1", "T27") for p in codes]


def test_all_in_a_row_point_at_its_cell(tmp_path: Path) -> None:
    data, _ = parse(
        tmp_path,
        {**book(), "Uitzonderingen": [DEVIATIONS_HEADER, ["technisch", None, "P2", "vast", 8]]},
    )
    assert {str(row.where) for row in data.deviations} == {"Uitzonderingen!D2"}
    assert {row.value for row in data.deviations} == {8}


@pytest.mark.parametrize("order", [1, -1])
def test_a_row_that_names_a_task_goes_before_one_that_names_its_cluster(
    order: int, tmp_path: Path
) -> None:
    lines: Rows = [
        ["T27", None, None, "prioriteit", "verplicht"],
        ["technisch", None, None, "prioriteit", "optioneel"],
        ["T*", "S1", None, "prioriteit", "gewenst"],
    ]
    data, _ = parse(tmp_path, {**book(), "Uitzonderingen": [DEVIATIONS_HEADER, *lines[::order]]})
    wins = {
        number: most_specific(
            data, DeviationKind.PRIORITY, TaskKey(TaskNumber(number), UnitCode("S9"))
        )
        for number in ("T27", "T28")
    }
    assert {number: row.priority for number, row in wins.items() if row} == {
        "T27": Priority.MANDATORY, "T28": Priority.OPTIONAL,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        (["T27", None, "Noor", "nooit"], "ambiguous-name", "C2"),
        (["T27", None, "Bas; Noor", "nooit"], "ambiguous-name", "C2"),
    ],
)
def test_a_name_that_can_be_two_people_is_asked(
    line: list[object], code: str, cell: str, tmp_path: Path
) -> None:
    _, issues = parse(tmp_path, {**book(), "Uitzonderingen": [DEVIATIONS_HEADER, line]})
    assert found(issues) == [(code, f"Uitzonderingen!{cell}")]


def test_names_in_homes_and_reaches(tmp_path: Path) -> None:
    sheets = book()
    sheets["Personen"] = [
        ["code", "naam", "thuisschool", "rol", "bereik"],
        ["P1", "Noor", "De Linde", "TICT", "De Linde; GROEP"],
    ]
    data, issues = parse(tmp_path, sheets)
    assert found(issues) == []
    assert (data.persons[0].home, data.persons[0].reach.units) == ("S1", ("S1", "GROEP"))


NAMED_PLAN = [*PLAN_HEADER, "naam", "wijziging"]


def plan_issues(folder: Path, *lines: Sequence[object]) -> list[tuple[str, str]]:
    """What is said of a plan with these rows: person, name and mark."""
    plan: Rows = [
        ["T27", "", "S1", person, "uitvoerder", "ICT S1", 8, mark, name]
        for person, name, mark in lines
    ]
    _, issues = parse(folder, {**book(), "Verdeling": [NAMED_PLAN, *plan]})
    return found(issues)


def test_a_name_that_belongs_to_somebody_else_is_an_error(tmp_path: Path) -> None:
    same = ["P2", "Bas Linde", None]
    assert plan_issues(tmp_path, same, ["P1", "noor voorbeeld", "x"], ["P3", None, "x"]) == []
    for mark in ("x", None):
        lines = (same, ["P1", "Bas Linde", mark])
        assert plan_issues(tmp_path, *lines) == [("name-differs", "Verdeling!I3")]


def test_a_new_name_in_one_row_is_an_edit_and_in_all_rows_an_old_name(tmp_path: Path) -> None:
    old = ["P2", "Bas Beuk", None]
    assert plan_issues(tmp_path, old, old) == [("renamed", "Verdeling!I2")]
    assert plan_issues(tmp_path, ["P2", "Bas Linde", None], old) == [
        ("name-differs", "Verdeling!I3")
    ]


@pytest.mark.parametrize(("change", "mark", "kept"), [
    ("weg", None, 1), ("weg", "x", 2), ("nieuw", None, 2), (None, None, 2),
])  # fmt: skip
def test_rows_of_what_disappeared_are_no_part_of_the_plan(
    change: object, mark: object, kept: int, tmp_path: Path
) -> None:
    lines: Rows = [
        ["T27", "", "S1", "P2", "uitvoerder", "ICT S1", 8, None, "Bas Linde", "–"],
        ["T28", "", "S1", "P2", "uitvoerder", "ICT S1", 8, mark, "Bas Linde", change],
    ]
    data, issues = parse(tmp_path, {**book(), "Verdeling": [NAMED_PLAN, *lines]})
    assert issues == ()
    assert len(data.previous) == kept
