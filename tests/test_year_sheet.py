"""The sheets of the year: what is read from Jaar, and what a plan writes there and in Kalender."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from command_line import run
from easy_books import minimal, save
from openpyxl import load_workbook

from models.issues import Issue
from models.problem import ProblemData
from models.school_calendar import FreePeriod
from models.work_days import year_of
from models.year_rows import Peak
from optimizer.flows.checking import Checked, check_workbook
from optimizer.report.tables.year import BY_RULE, OTHER_YEAR, OWN, PUBLISHED
from optimizer.workbook.template.year_sheet import DEFAULT_PEAKS

HEADERS: list[object] = ["soort", "naam", "van", "tot", "maanden", "keer", "ook in de zomer"]
RESULTS: list[object] = ["herkomst", "schooldagen", "lesweken", "permanentie"]
SETTINGS: list[list[object]] = [["sleutel", "waarde"], ["schooljaar", "2026-2027"]]


def checked(folder: Path, *rows: list[object], year: object = "2026-2027") -> Checked:
    book = minimal()
    book["Instellingen"] = [SETTINGS[0], ["schooljaar", year]]
    book["Jaar"] = [HEADERS, *rows]
    return check_workbook(save(folder / "boek.xlsx", book))


def data_of(found: Checked) -> ProblemData:
    assert found.data is not None
    return found.data


def issues(found: Checked) -> dict[str, Issue]:
    return {issue.code: issue for issue in found.issues}


def test_without_the_sheet_the_rule_and_the_usual_peaks_hold(tmp_path: Path) -> None:
    data = data_of(check_workbook(save(tmp_path / "boek.xlsx", minimal())))
    assert data.year.holidays is None
    assert data.year.peaks == DEFAULT_PEAKS


def test_free_days_and_peaks_are_read(tmp_path: Path) -> None:
    data = data_of(
        checked(
            tmp_path,
            ["vakantie", "herfst", datetime(2026, 11, 2), datetime(2026, 11, 8)],
            ["vrije dag", "facultatief", "5/10/2026"],
            ["piek", "Examens", None, None, "december; juni", 2.5, "ja"],
            ["maand", "oktober"],
        )
    )
    assert data.year.holidays == (FreePeriod("herfst", date(2026, 11, 2), date(2026, 11, 8)),)
    day = date(2026, 10, 5)
    assert data.year.own == (FreePeriod("facultatief", day, day),)
    assert data.year.peaks == {"examens": Peak(frozenset({6, 12}), Decimal("2.5"), standby=True)}


def test_a_date_in_a_cell_that_does_not_look_like_one_is_a_date(tmp_path: Path) -> None:
    data = data_of(checked(tmp_path, ["vrije dag", "facultatief", 46300]))
    assert data.year.own == (FreePeriod("facultatief", date(2026, 10, 5), date(2026, 10, 5)),)


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["vakantie", "herfst"], "missing-value", "Jaar!C2"),
        (["vakantie", "herfst", "straks"], "not-a-date", "Jaar!C2"),
        (["vakantie", "herfst", "31/2/2027"], "not-a-date", "Jaar!C2"),
        (["vakantie", "herfst", 2026], "not-a-date", "Jaar!C2"),
        (["vakantie", "herfst", "8/11/2026", "2/11/2026"], "ends-before-it-begins", "Jaar!D2"),
        (["piek", "start"], "missing-value", "Jaar!E2"),
        (["piek", "start", None, None, "herfst"], "unknown-choice", "Jaar!E2"),
        (["maand", "herfstmaand"], "unknown-choice", "Jaar!B2"),
        (["feest", "herfst"], "unknown-choice", "Jaar!A2"),
    ],
)
def test_what_cannot_be_read_is_an_error_in_its_cell(
    tmp_path: Path, row: list[object], code: str, cell: str
) -> None:
    found = issues(checked(tmp_path, row))
    assert str(found[code].where) == cell
    assert found[code].severity == "error"


def test_holidays_of_last_year_do_not_count_and_are_told(tmp_path: Path) -> None:
    found = checked(tmp_path, ["vakantie", "herfst", "27/10/2025", "2/11/2025"])
    assert issues(found)["free-days-outside-year"].severity == "warning"
    data = data_of(found)
    year = year_of(data.settings.school_year, data.year)
    assert year is not None and not year.is_school_day(date(2026, 11, 3))


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("vanaf", "1/7/2027", "plan-from-outside"),
        ("vanaf", "30/6/2026", "plan-from-outside"),
        ("vanaf", "1/2/2027", None),
        ("vanaf", "morgen", "not-a-date"),
        ("jaarbewaking", "bewaken", None),
        ("jaarbewaking", "misschien", "unknown-choice"),
    ],
)
def test_the_settings_of_the_year(tmp_path: Path, key: str, value: str, code: str | None) -> None:
    book = minimal()
    book["Instellingen"] = [*SETTINGS, [key, value]]
    found = issues(check_workbook(save(tmp_path / "boek.xlsx", book)))
    assert code is None or str(found[code].where) == "Instellingen!B3"
    assert code is not None or not [i for i in found.values() if i.severity == "error"]


@pytest.mark.parametrize("key", ["vanaf", "jaarbewaking"])
def test_dates_and_months_need_a_school_year(tmp_path: Path, key: str) -> None:
    book = minimal()
    value = {"vanaf": "1/2/2027", "jaarbewaking": "bewaken"}[key]
    book["Instellingen"] = [SETTINGS[0], ["schooljaar", "dit jaar"], [key, value]]
    found = issues(check_workbook(save(tmp_path / "boek.xlsx", book)))
    assert str(found["school-year-unknown"].where) == "Instellingen!B2"


def test_days_of_people_are_read_and_checked(tmp_path: Path) -> None:
    book = minimal()
    book["Personen"][0] += ["van", "tot"]
    book["Personen"][1] += ["1/2/2027", datetime(2027, 1, 31)]
    found = check_workbook(save(tmp_path / "boek.xlsx", book))
    assert data_of(found).persons[0].begins == date(2027, 2, 1)
    assert issues(found)["ends-before-it-begins"].severity == "error"
    book["Personen"][1][-1] = datetime(2028, 1, 31)
    book["Personen"][1][-2] = datetime(2027, 9, 1)
    found = check_workbook(save(tmp_path / "boek.xlsx", book))
    assert issues(found)["person-outside-year"].severity == "warning"


def planned(folder: Path, year: str, *rows: list[object], watch: str = "tonen") -> Path:
    book = minimal()
    book["Instellingen"] = [SETTINGS[0], ["schooljaar", year], ["jaarbewaking", watch]]
    book["Taken"][0].append("piek")
    book["Taken"][1].append("start")
    if rows:
        book["Jaar"] = [[*HEADERS, *RESULTS], *rows]
    target = folder / "plan.xlsx"
    done = run("optimaliseer", save(folder / "boek.xlsx", book), "-o", target, "--stil")
    assert done.code == 0, done.err
    return target


def sheet(path: Path, name: str) -> list[tuple[object, ...]]:
    return list(load_workbook(path)[name].iter_rows(values_only=True))


def test_a_plan_says_where_dates_come_from_and_what_each_month_holds(tmp_path: Path) -> None:
    rows = sheet(
        planned(
            tmp_path,
            "2025-2026",
            ["vakantie", "herfst", "27/10/2025", "2/11/2025"],
            ["vakantie", "lang weekend", "3/10/2025", "6/10/2025"],
            ["vakantie", "oud", "26/10/2024", "27/10/2024"],
            ["maand", "september"],
            ["maand", "juli"],
        ),
        "Jaar",
    )
    assert [row[7] for row in rows[1:4]] == [PUBLISHED, OWN, OTHER_YEAR]
    assert rows[4][8] == 22
    assert (rows[5][8], rows[5][9], rows[5][10]) == (0, 0, pytest.approx(1, abs=0.1))


def test_later_years_say_that_they_are_computed(tmp_path: Path) -> None:
    path = planned(tmp_path, "2027-2028", ["vakantie", "herfst", "1/11/2027", "7/11/2027"])
    assert sheet(path, "Jaar")[1][7] == BY_RULE


def test_the_calendar_adds_up_to_the_plan_and_to_the_hours_of_people(tmp_path: Path) -> None:
    header, *rows = sheet(planned(tmp_path, "2026-2027"), "Kalender")
    kinds = [(row[0], row[1], row[3]) for row in rows]
    assert kinds == [
        ("opmerking", "1", None), ("opmerking", "2", None), ("mensen", "P1", "gepland"),
        ("mensen", "P1", "beschikbaar"), ("taken", "T1", "gepland"),
    ]  # fmt: skip
    assert header[4:] == (
        "september", "oktober", "november", "december", "januari", "februari", "maart", "april",
        "mei", "juni", "juli", "augustus", "jaar",
    )  # fmt: skip
    work, there_is, task = (row[4:] for row in rows[2:])
    assert work == task and work[-1] == 40
    assert sum(work[:-1]) == pytest.approx(40, abs=0.7)  # type: ignore[arg-type]
    assert work[0] > 2 * work[1]  # type: ignore[operator]
    assert sum(there_is[:-1]) == pytest.approx(there_is[-1], abs=0.7)  # type: ignore[arg-type]
    assert "2026-2027" in str(rows[1][2]) and "aangenomen" in str(rows[0][2])


@pytest.mark.parametrize(("year", "watch"), [("dit jaar", "tonen"), ("2026-2027", "uit")])
def test_without_months_the_calendar_says_why(tmp_path: Path, year: str, watch: str) -> None:
    rows = sheet(planned(tmp_path, year, watch=watch), "Kalender")
    assert len(rows) == 2 and rows[1][0] == "opmerking"
