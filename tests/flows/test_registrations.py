"""Hours from what really happened: matched, extrapolated, taken over where somebody marks it."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook, load_workbook
from small_school import small_school

from models.problem import ProblemData, TaskNumber
from models.registrations import MatchKind, part_of_year
from models.vocabulary import DeviationKind
from optimizer.cli.exits import Exit
from optimizer.flows.checking import check_workbook
from optimizer.flows.registrations import Found, compare_hours
from optimizer.importing.record_match import RecordMatch

ROWS = """Datum;Categorie;Minuten
01/09/2026;T1 storing wifi;90
15/10/2026;Toestellen klaarmaken;120
16/10/2026;toestellen klaarmaken;60
30/06/2027;koffie zetten;30
"""
Row = dict[str, object]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def tickets(folder: Path, text: str = ROWS) -> Path:
    path = folder / "tickets.csv"
    path.write_text(text, encoding="utf-8")
    return path


def sheet_rows(path: Path, sheet: str) -> list[Row]:
    lines = [list(line) for line in load_workbook(path)[sheet].iter_rows(values_only=True)]
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:] if line[0]]


def edit(path: Path, sheet: str, first: str, header: str, value: str) -> None:
    """Type in the row that begins with a text."""
    book = load_workbook(path)
    column = [cell.value for cell in book[sheet][1]].index(header) + 1
    row = next(line[0].row or 0 for line in book[sheet].iter_rows() if line[0].value == first)
    book[sheet].cell(row, column).value = value
    book.save(path)


def compared(source: Path, target: Path, text: str = ROWS) -> Found:
    return compare_hours(source, tickets(target.parent, text), target).found


def data_of(path: Path) -> ProblemData:
    return check_workbook(path).usable().data


def test_a_number_goes_before_words_and_the_rest_waits_for_the_user(
    source: Path, tmp_path: Path
) -> None:
    found = compared(source, tmp_path / "na.xlsx")
    assert [(link.task, link.kind) for link in found.links] == [
        ("T1", MatchKind.NUMBER),
        ("T2", MatchKind.WORDS),
        ("T2", MatchKind.WORDS),
        (None, None),
    ]
    rows = {row["taak nr"]: row for row in sheet_rows(tmp_path / "na.xlsx", "Registratie")}
    assert (rows["T1"]["geregistreerd"], rows["T1"]["aantal"], rows["T1"]["norm"]) == (1.5, 1, 40)
    assert (rows["T2"]["geregistreerd"], rows["T2"]["aantal"]) == (3, 2)
    links = sheet_rows(tmp_path / "na.xlsx", "Koppeling")
    assert (links[0]["registratie"], links[0]["taak nr"]) == ("koffie zetten", None)


def test_a_whole_school_year_is_all_of_it_and_two_months_are_less(source: Path) -> None:
    data = data_of(source)
    task = data.tasks[0]
    year = (date(2026, 9, 1), date(2027, 8, 31))
    autumn = (date(2026, 9, 1), date(2026, 10, 31))
    assert part_of_year(data, task, year) == 1
    assert part_of_year(data, task, None) == 1
    assert Fraction(1, 10) < part_of_year(data, task, autumn) < Fraction(1, 3)
    before = (date(2024, 9, 1), date(2024, 10, 31))
    assert part_of_year(data, task, before) == part_of_year(data, task, autumn)
    assert part_of_year(data, task, (date(2026, 7, 10), date(2026, 7, 12))) == 0


def test_what_was_registered_in_a_part_of_the_year_is_made_a_year(
    source: Path, tmp_path: Path
) -> None:
    text = "datum;taak;uren\n2026-09-01;T1;5\n2026-10-31;T1;5\n"
    (row,) = compared(source, tmp_path / "na.xlsx", text).rows
    assert row.hours == 10
    assert row.yearly == Decimal(round(10 / row.part * 10)) / 10
    assert row.yearly is not None and 30 < row.yearly < 100


def test_a_link_of_the_user_counts_from_then_on(source: Path, tmp_path: Path) -> None:
    compared(source, tmp_path / "eerst.xlsx")
    edit(tmp_path / "eerst.xlsx", "Koppeling", "koffie zetten", "taak nr", "A1")
    edit(tmp_path / "eerst.xlsx", "Koppeling", "T1 storing wifi", "taak nr", "–")
    found = compared(tmp_path / "eerst.xlsx", tmp_path / "dan.xlsx")
    by_text = {link.what: link for link in found.links}
    assert (by_text["koffie zetten"].task, by_text["koffie zetten"].kind) == ("A1", MatchKind.LINK)
    assert by_text["T1 storing wifi"].task is None
    assert {row.task for row in found.rows} == {"T2", "A1"}
    assert len(sheet_rows(tmp_path / "dan.xlsx", "Koppeling")) == 4


def test_hours_are_taken_over_only_where_they_are_marked(source: Path, tmp_path: Path) -> None:
    compared(source, tmp_path / "eerst.xlsx")
    assert data_of(tmp_path / "eerst.xlsx").deviations == ()
    edit(tmp_path / "eerst.xlsx", "Registratie", "T2", "overnemen", "x")
    found = compared(tmp_path / "eerst.xlsx", tmp_path / "dan.xlsx")
    (row,) = data_of(tmp_path / "dan.xlsx").deviations
    assert (row.kind, row.task, row.unit) == (DeviationKind.HOURS, "T2", "S1")
    assert row.value == found.taken[0].yearly
    more = ROWS + "17/10/2026;T2;600\n"
    again = compared(tmp_path / "dan.xlsx", tmp_path / "weer.xlsx", more)
    (row,) = data_of(tmp_path / "weer.xlsx").deviations
    assert row.value == again.taken[0].yearly != found.taken[0].yearly


def test_excel_with_clock_times_and_a_broken_row(source: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Ticket", "Duur", "Aangemaakt"],
        ["T1 wifi traag", "1:30", datetime(2026, 9, 7)],
        ["T1 wifi weg", "lang", datetime(2026, 9, 8)],
    ):
        sheet.append(row)
    book.save(tmp_path / "tickets.xlsx")
    done = compare_hours(source, tmp_path / "tickets.xlsx", tmp_path / "na.xlsx")
    assert [record.hours for record in done.found.records] == [Decimal("1.5")]
    assert [(issue.code, str(issue.where)) for issue in done.issues] == [
        ("not-a-number", "Sheet!B3")
    ]


def test_the_command_tells_what_to_do_next(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    done = run("hours", source, tickets(tmp_path), "-o", tmp_path / "na.xlsx")
    assert done.code in (None, Exit.DONE), done.text
    assert "4 registraties gelezen, samen 5 uur, van 01/09/2026 tot 30/06/2027." in done.out
    assert "1 tekst is nog aan geen taak gekoppeld" in done.out
    assert source.read_bytes() == before


def test_a_file_without_a_list_is_refused(source: Path, tmp_path: Path) -> None:
    path = tickets(tmp_path, "naam;kleur\nNoor;blauw\n")
    done = run("uren", source, path, "-o", tmp_path / "na.xlsx")
    assert done.code == Exit.INVALID
    assert "geen lijst van registraties" in done.text


def test_our_own_wordings_find_the_task_of_the_list(tmp_path: Path) -> None:
    from optimizer.workbook.template.catalogue import catalogue_tasks

    link = RecordMatch(catalogue_tasks()).link("Netwerk bewaken en storingen verhelpen")
    assert link.task == TaskNumber("T01")
