"""Schools and people: codes, references, competences, and where each field stands."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from easy_books import Rows, found, minimal, parse

from models.issues import Issue
from models.problem import CENTRAL, GROUP, Person, ProblemData, Reach, School
from models.vocabulary import Diploma, EducationLevel, ReachKind, Role, WeightClass


def schools(folder: Path, rows: Rows) -> tuple[ProblemData, tuple[Issue, ...]]:
    return parse(folder, {**minimal(), "Scholen": rows})


def people(folder: Path, rows: Rows) -> tuple[ProblemData, tuple[Issue, ...]]:
    return parse(folder, {**minimal(), "Personen": rows})


def test_minimal_workbook_has_no_issues(tmp_path: Path) -> None:
    data, issues = parse(tmp_path, minimal())
    assert issues == ()
    assert data.schools == (
        School(code=data.schools[0].code, name="De Linde", ict_points=Decimal(40)),
    )
    assert data.schools[0].code == "S1"
    assert data.competences == ("netwerk",)
    assert data.persons[0].levels == {"netwerk": 3}


def test_every_field_of_a_school(tmp_path: Path) -> None:
    header = [
        "code", "leerlingen", "toestellen", "leerkrachten", "vestigingen", "BPT-uren",
        "uren-leraar", "akkoord lokaal comité", "andere uren", "werkingsmiddelen", "pool %",
        "aanwezigheid min", "reiszone", "onderwijsniveau",
    ]  # fmt: skip
    row = ["S1", 500, "590", 60, 2, "4,5", 900, "ja", 3, "1.250,50", "40 %", 4, 7, "Secundair"]
    data, issues = schools(tmp_path, [list(header), list(row)])
    assert issues == ()
    (school,) = data.schools
    assert (school.pupils, school.devices) == (Decimal(500), Decimal(590))
    assert (school.teachers, school.sites) == (Decimal(60), Decimal(2))
    assert (school.bpt_hours, school.lesson_hours) == (Decimal("4.5"), Decimal(900))
    assert (school.committee_agrees, school.other_hours) == (True, Decimal(3))
    assert (school.operating_euro, school.pool_pct) == (Decimal("1250.5"), Decimal(40))
    assert (school.presence_min, school.zone) == (Decimal(4), "7")
    assert school.education_level is EducationLevel.SECONDARY


def test_pupils_per_weight(tmp_path: Path) -> None:
    header = ["code", "lln basis", "lln A-stroom", "LLN B-stroom BSO OKAN BuSO", "lesurencursisten"]
    data, issues = schools(tmp_path, [[*header], ["S1", 10, 0, "1.200,5", None], ["S2"]])
    assert issues == ()
    assert [dict(school.class_counts) for school in data.schools] == [
        {
            WeightClass.PRIMARY: 10,
            WeightClass.GENERAL: 0,
            WeightClass.VOCATIONAL: Decimal("1200.5"),
        },
        {},
    ]
    where = data.where("school", "S2", f"class_counts.{WeightClass.GENERAL}")
    assert str(where) == "Scholen!C3"


@pytest.mark.parametrize("word", ["berekend", " Berekend "])
def test_points_to_be_computed(word: str, tmp_path: Path) -> None:
    data, issues = schools(tmp_path, [["code", "ICT-punten"], ["S1", word], ["S2", "12,5"]])
    assert issues == ()
    computed, typed = data.schools
    assert (computed.ict_points, computed.ict_points_computed) == (None, True)
    assert (typed.ict_points, typed.ict_points_computed) == (Decimal("12.5"), False)


def test_another_word_than_computed_is_no_number(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "ICT-punten"], ["S1", "berekenen"]])
    assert found(issues) == [("not-a-number", "Scholen!B2")]


def test_results_left_in_a_row_that_was_emptied_are_no_school(tmp_path: Path) -> None:
    header = ["code", "naam", "ICT-punten berekend", "Berekening ICT-punten"]
    left: list[object] = [None, None, 18.37, "300 lln basis"]
    data, issues = schools(tmp_path, [[*header], ["S1", "De Linde", None, None], left])
    assert (len(data.schools), issues) == (1, ())
    _, issues = schools(tmp_path, [[*header], ["S1"], [None, "De Beuk", *left[2:]]])
    assert found(issues) == [("missing-key", "Scholen!A3")]


def test_empty_money_and_zero_money_differ(tmp_path: Path) -> None:
    rows: Rows = [["code", "ICT-punten", "werkingsmiddelen"], ["S1", None, None], ["S2", 0, 0]]
    data, _ = schools(tmp_path, rows)
    assert [school.ict_points for school in data.schools] == [None, 0]
    assert [school.operating_euro for school in data.schools] == [0, 0]


def test_numeric_codes_blank_rows_totals_and_the_pool(tmp_path: Path) -> None:
    rows: Rows = [["code", "naam"], [7, "De Linde"], [None, None], ["groep", "Pool"]]
    data, issues = schools(tmp_path, [*rows, [None, "Totaal"], ["Totaal", None]])
    assert found(issues) == []
    assert [school.code for school in data.schools] == ["7", GROUP]


def test_a_name_that_begins_like_a_total_is_no_total(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "naam"], ["S1", "De Linde"], [None, "Sommerberg"]])
    assert found(issues) == [("missing-key", "Scholen!A3")]


def test_code_that_excel_made_a_date_of(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "naam"], [datetime(2026, 2, 1), "De Linde"]])
    assert found(issues) == [("date-not-text", "Scholen!A2")]


def test_row_without_code_is_an_error(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "naam"], ["S1", "De Linde"], [None, "De Beuk"]])
    assert found(issues) == [("missing-key", "Scholen!A3")]


def test_code_with_formula_error_is_reported_once(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "naam"], ["S1", "De Linde"], ["=A1", "De Beuk"]])
    assert found(issues) == [("formula-without-value", "Scholen!A3")]


def test_duplicates_keep_the_first(tmp_path: Path) -> None:
    data, issues = schools(tmp_path, [["code", "naam"], ["S1", "De Linde"], ["s1", "De Beuk"]])
    assert issues == ()
    assert [school.name for school in data.schools] == ["De Linde"]
    ((record, code, where),) = data.duplicates
    assert (record, code, str(where)) == ("school", "S1", "Scholen!A3")
    assert str(data.where("school", "S1", "name")) == "Scholen!B2"


def test_unknown_education_level_only_warns(tmp_path: Path) -> None:
    data, issues = schools(tmp_path, [["code", "onderwijsniveau"], ["S1", "kleuters"]])
    assert found(issues) == [("unknown-word", "Scholen!B2")]
    assert data.schools[0].education_level is None
    assert issues[0].severity == "warning"


def test_fraction_that_may_be_a_percentage(tmp_path: Path) -> None:
    _, issues = schools(tmp_path, [["code", "pool %"], ["S1", 0.6], ["S2", 60], ["S3", 1]])
    assert found(issues) == [("fraction-of-percent", "Scholen!B2")]


PEOPLE_HEADER = ["code", "thuisschool", "rol", "diploma", "ICT-uren", "bereik", "max taken"]


def person(folder: Path, *row: object) -> tuple[Person, tuple[Issue, ...]]:
    data, issues = people(folder, [[*PEOPLE_HEADER, "netwerk"], list(row)])
    return data.persons[0], issues


def test_every_field_of_a_person(tmp_path: Path) -> None:
    read, issues = person(tmp_path, "P1", "s1", "pict", "Bachelor", "max", "S1; groep", 4, None)
    assert issues == ()
    assert (read.home, read.role, read.diploma) == (
        "S1", Role.PEDAGOGICAL_COORDINATOR, Diploma.BACHELOR,
    )  # fmt: skip
    assert (read.ict_to_decide, read.ict_hours, read.max_tasks) == (True, Decimal(0), 4)
    assert read.reach.kind is ReachKind.LISTED
    assert read.reach.units == ("S1", GROUP)
    assert read.levels == {}


def test_defaults_of_a_person(tmp_path: Path) -> None:
    read, issues = person(tmp_path, "P1", "centraal", "TAC", None, None, None, None, 0)
    assert issues == ()
    assert (read.home, read.diploma, read.ict_hours) == (CENTRAL, Diploma.HSO, Decimal(0))
    assert (read.reach, read.max_tasks, read.levels) == (Reach(), None, {"netwerk": 0})


@pytest.mark.parametrize(("word", "kind"), [("Alle", ReachKind.ALL), ("eigen", ReachKind.OWN)])
def test_reach_words(tmp_path: Path, word: str, kind: ReachKind) -> None:
    read, _ = person(tmp_path, "P1", "S1", "TICT", None, 10, word)
    assert read.reach == Reach(kind)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (["P1", None, "TICT"], "missing-value", "B"),
        (["P1", "S1", None], "missing-choice", "C"),
        (["P1", "S1", "tovenaar"], "unknown-choice", "C"),
        (["P1", "S1", "TICT", "doctor"], "unknown-choice", "D"),
        (["P1", "S1", "TICT", None, "veel"], "not-a-number", "E"),
        (["P1", "S1", "TICT", None, 10, None, 2.5], "not-whole", "G"),
        (["P1", "S1", "TICT", None, 10, None, None, "goed"], "not-a-level", "H"),
    ],
)
def test_wrong_cells_of_a_person(tmp_path: Path, row: list[object], code: str, column: str) -> None:
    _, issues = person(tmp_path, *row)
    assert found(issues) == [(code, f"Personen!{column}2")]


def test_all_issues_are_found_in_one_pass(tmp_path: Path) -> None:
    rows: Rows = [list(PEOPLE_HEADER), ["P1", "S1", "tovenaar", "doctor"], ["P2", None, "TICT"]]
    _, issues = people(tmp_path, rows)
    assert [code for code, _ in found(issues)] == [
        "unknown-choice", "unknown-choice", "missing-value",
    ]  # fmt: skip


def test_competence_columns(tmp_path: Path) -> None:
    header = ["code", "thuisschool", "rol", "Netwerk", "robotica", "lokaal", "telefoon", "leeg"]
    rows: Rows = [list(header), ["P1", "S1", "TICT", 3, 4, 101, "0470", None]]
    data, issues = people(tmp_path, rows)
    assert issues == ()
    assert data.competences == ("netwerk", "robotica")
    assert data.persons[0].levels == {"netwerk": 3, "robotica": 4}
    assert str(data.where("person", "P1", "level:robotica")) == "Personen!E2"


def test_column_that_a_task_asks_is_a_competence(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Personen"][0][5] = "drones"
    sheets["Personen"][1][5] = 9
    sheets["Taken"][1][4] = "Drones:2"
    data, issues = parse(tmp_path, sheets)
    assert issues == ()
    assert data.competences == ("drones",)
    assert data.persons[0].levels == {"drones": 9}


def test_misspelt_competence_column_warns(tmp_path: Path) -> None:
    sheets = minimal()
    sheets["Personen"][0][5] = "netwrek"
    _, issues = parse(tmp_path, sheets)
    assert found(issues) == [("near-miss-header", "Personen!F1")]
    assert issues[0].facts["expected"] == "netwerk"


def test_competence_column_twice(tmp_path: Path) -> None:
    header = ["code", "thuisschool", "rol", "netwerk", "NETWERK"]
    _, issues = people(tmp_path, [list(header), ["P1", "S1", "TICT", 3, 2]])
    assert found(issues) == [("duplicate-header", "Personen!E1")]
