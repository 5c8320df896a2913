"""The sheet of doubts worked on and read again: every answer does what it says."""

from datetime import datetime
from pathlib import Path

import pytest
from answering import answer, answered, first_import, made_again
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import Rows, book_of, write_overview

from models.errors import InvalidProblemError, WorkbookError
from models.vocabulary import Applies, Cluster, PlanRole, Priority, Role
from optimizer.importing.importer import import_overview
from optimizer.workbook.template.review_page import FIRST_CHOICE, REVIEW

FIREWALL, PRINTERS, OWN = "Firewall beheren", "Printers onderhouden", "Klassenbibliotheek"
LIST: Rows = [("Taak", "Wie"), (FIREWALL, "Lien"), (PRINTERS, "Wout"), (OWN, "Lien")]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_overview(tmp_path / "bron.xlsx", LIST)


def test_every_point_about_a_cell_has_its_choices(source: Path) -> None:
    sheet = load_workbook(first_import(source))[REVIEW.name]
    rules = {str(cell): rule.formula1 for rule in sheet.data_validations.dataValidation
             for cell in str(rule.sqref).split() if rule.formula1.startswith("$")}  # fmt: skip
    answers = {f"G{row[0].row}": [c.value for c in row[FIRST_CHOICE - 1 :] if c.value]
               for row in sheet.iter_rows(min_row=4) if row[1].value}  # fmt: skip
    assert all(answers.values())
    assert len(rules) > 0
    assert sheet.column_dimensions["J"].hidden
    assert sheet.auto_filter.ref.startswith("A3:")


def test_a_task_is_chosen_or_refused(source: Path) -> None:
    chosen = answered(source, {("taak", "Blad!A4"): "Facturen controleren en kosten toewijzen"})
    assert chosen.tasks[OWN].fixed_hours > 0
    assert chosen.tasks[OWN].required == {"administratief": 2}
    refused = answered(source, {("taak", "Blad!A4"): "geen taak"})
    assert OWN not in refused.tasks


def test_an_answer_stays_on_the_sheet_and_holds_the_next_time(source: Path) -> None:
    workbook = first_import(source)
    answer(workbook, {("taak", "Blad!A4"): "T34", ("cluster", "Blad!A4"): "administratief"})
    once, _ = made_again(workbook)
    rows = {(row.kind, row.source): row for row in once.review if row.answer}
    assert rows["taak", "Blad!A4"].answer == "T34"
    assert {row.made for row in rows.values()} == {"Zoals u antwoordde."}
    again = workbook.with_name("eerst_opnieuw.xlsx")
    twice, _ = made_again(again)
    assert twice.data.tasks == once.data.tasks
    assert once.tasks[OWN].cluster is Cluster.ADMINISTRATIVE
    assert [row.answer for row in twice.review] == [row.answer for row in once.review]


@pytest.mark.parametrize(
    ("word", "role"), [("directie", Role.DIRECTOR), ("PICT", Role.PEDAGOGICAL_COORDINATOR)]
)
def test_a_person_gets_a_role(source: Path, word: str, role: Role) -> None:
    result = answered(source, {("wie", "Blad!B2"): word})
    assert {p.name: p.role for p in result.data.persons}["Lien"] is role


def test_a_person_is_somebody_else_or_nobody_or_a_firm(source: Path) -> None:
    renamed = answered(source, {("wie", "Blad!B2"): "Lien Lindenhof"})
    assert renamed.names == ["Lien Lindenhof", "Wout"]
    nobody = answered(source, {("wie", "Blad!B2"): "geen persoon"})
    assert nobody.names == ["Wout"]
    assert {who for _, who, _ in nobody.crosses()} == {"Wout"}
    firm = answered(source, {("wie", "Blad!B2"): "een firma"})
    assert (FIREWALL, "firma", PlanRole.OUTSOURCED) in firm.crosses()
    same = answered(source, {("wie", "Blad!B2"): "Wout"})
    assert same.names == ["Wout"]


def test_a_column_that_was_kept_as_a_note_is_read(tmp_path: Path) -> None:
    rows = [("Taak", "Robijn", "Belang?"), (FIREWALL, "x", "groot"), (PRINTERS, "x", "klein")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    result = answered(path, {("kolom", "Blad!B1"): "een persoon"})
    assert result.names == ["Robijn"]
    assert len(result.crosses()) == 2


@pytest.mark.parametrize(
    ("word", "hours"), [("uren per week", 74), ("uren per jaar", 2), ("uren per maand", 20)]
)
def test_hours_without_a_period(tmp_path: Path, word: str, hours: int) -> None:
    path = write_overview(tmp_path / "bron.xlsx", [("Taak", "Uren"), (FIREWALL, 2), (PRINTERS, 2)])
    result = answered(path, {("kolom", "Blad!B1"): word})
    assert {task.fixed_hours for task in result.data.tasks} == {hours}


def test_hours_of_one_cell(tmp_path: Path) -> None:
    rows = [("Taak", "Tijd"), (FIREWALL, "1u/week"), (PRINTERS, "naar behoefte"), (OWN, "3u")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    said = {("taak", "Blad!B3"): "12", ("taak", "Blad!B4"): "per maand"}
    result = answered(path, said)
    assert [result.tasks[title].fixed_hours for title in (FIREWALL, PRINTERS, OWN)] == [37, 12, 30]


def test_a_sheet_that_was_left_out_is_read(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Taken": LIST,
        "Extra": [("Kapot vervangen", "Jan"), ("Kelder opruimen", "Els")],
        "Team": [("Naam", "Telefoon"), ("Jan Aerts", "1"), ("Els Claes", "2")],
    }
    path = book_of(tmp_path / "bron.xlsx", sheets)
    result = answered(path, {("blad", "Extra"): "technisch", ("blad", "Team"): "lijst van mensen"})
    assert {"Kapot vervangen", "Kelder opruimen"} <= result.tasks.keys()
    assert result.tasks["Kelder opruimen"].cluster is Cluster.TECHNICAL
    assert {"Jan Aerts", "Els Claes"} <= set(result.names)


def test_a_row_that_was_left_out_becomes_a_task_or_a_title(tmp_path: Path) -> None:
    rows: Rows = [*LIST, ("ALLERLEI",), ("Iets onbekends", "Wout")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    assert "ALLERLEI" in answered(path, {("overgeslagen", "Blad!A5"): "een taak"}).tasks
    titled = answered(path, {("overgeslagen", "Blad!A5"): "beleid & visie"})
    assert titled.tasks["Iets onbekends"].cluster is Cluster.POLICY


def test_the_cluster_of_a_title_and_of_a_sheet(tmp_path: Path) -> None:
    rows: Rows = [("Taak", "Wie"), ("Organisatie",), (OWN, "Lien"), ("Iets onbekends", "Wout")]

    def bold(sheet: Worksheet) -> None:
        sheet["A2"].font = Font(bold=True)

    path = write_overview(tmp_path / "bron.xlsx", rows, bold)
    result = answered(path, {("cluster", "Blad!A2"): "administratief"})
    assert {task.cluster for task in result.data.tasks} == {Cluster.ADMINISTRATIVE}
    sheet = book_of(tmp_path / "blad.xlsx", {"Planning": [("Taak",), (OWN,), ("Iets onbekends",)]})
    named = answered(sheet, {("cluster", "Planning"): "technisch"})
    assert {task.cluster for task in named.data.tasks} == {Cluster.TECHNICAL}


def test_flags_of_a_task(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Kern", "Toepassing", "Prio"), (FIREWALL, "half", "misschien", "groen"),
        (PRINTERS, "ja", "ja", "B"),
    ]  # fmt: skip
    path = write_overview(tmp_path / "bron.xlsx", rows)
    result = answered(path, {
        ("kerntaak", "Blad!B2"): "ja", ("taak", "Blad!C2"): "later",
        ("taak", "Blad!D2"): "essentieel",
    })  # fmt: skip
    task = result.tasks[FIREWALL]
    assert (task.core, task.applies, task.priority) == (True, Applies.LATER, Priority.ESSENTIAL)


def test_letters_and_doubtful_signs(tmp_path: Path) -> None:
    rows = [("Taak", "Lien", "Wout"), (FIREWALL, "Q", "x?"), (PRINTERS, "Z", "x"), (OWN, "Q", "x")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    said = {("wie", "Blad!B2"): "verantwoordelijke", ("wie", "Blad!C2"): "nee"}
    result = answered(path, said)
    assert result.crosses() == {
        (FIREWALL, "Lien", PlanRole.LEAD), (PRINTERS, "Wout", PlanRole.LEAD),
        (OWN, "Lien", PlanRole.LEAD), (OWN, "Wout", PlanRole.HELPER),
    }  # fmt: skip


def test_who_is_meant_by_nobody_in_particular(tmp_path: Path) -> None:
    rows = [("Taak", "Wie"), (FIREWALL, "iedereen"), (PRINTERS, "Wout?"), (OWN, "Wout (Jan)")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    first = answered(path, {("wie", "Blad!B2"): "Lien, Wout", ("wie", "Blad!B3"): "nee"})
    assert {(title, who) for title, who, _ in first.crosses()} == {
        (FIREWALL, "Lien"), (FIREWALL, "Wout"), (OWN, "Wout"),
    }  # fmt: skip
    helped = answered(path, {("wie", "Blad!B4"): "back-up"}, found="Wout (Jan)")
    assert (OWN, "Jan", PlanRole.BACKUP) in helped.crosses()


def test_the_lead_of_a_task(tmp_path: Path) -> None:
    path = write_overview(tmp_path / "bron.xlsx", [("Taak", "Verantw."), (FIREWALL, "Jan / Mark")])
    result = answered(path, {("wie", "Blad!A2"): "Mark"})
    assert result.crosses() == {
        (FIREWALL, "Mark", PlanRole.LEAD), (FIREWALL, "Jan", PlanRole.HELPER),
    }  # fmt: skip


def test_one_task_or_two(tmp_path: Path) -> None:
    rows = [("Taak", "Wie"), ("Bestellingen en facturen", "Lien"), (OWN, "Wout"), (OWN, "Lien")]
    path = write_overview(tmp_path / "bron.xlsx", rows)
    said = {("taak", "Blad!A2"): "samen een taak"}
    assert "Bestellingen en facturen" in answered(path, said, "Bestellingen en facturen").tasks


def test_a_sheet_is_no_school(tmp_path: Path) -> None:
    rows: Rows = [("Taak", "Wie"), (FIREWALL, "Jan"), (PRINTERS, "Els")]
    path = book_of(tmp_path / "bron.xlsx", {"De Linde": rows, "De Eik": rows})
    said = {("blad", "De Linde"): "geen school", ("blad", "De Eik"): "geen school"}
    assert len(answered(path, said).data.schools) == 1


def test_purple_is_mere_looks(tmp_path: Path) -> None:
    def purple(sheet: Worksheet) -> None:
        for row in range(2, 8):
            sheet.cell(row, 1).font = Font(color="FF7030A0")

    rows = [*LIST, ("Back-ups nemen", "Lien"), ("Antivirus", "Lien"), ("Beamers", "Wout")]
    path = write_overview(tmp_path / "bron.xlsx", rows, purple)
    assert not answered(path, {("kerntaak", "Blad!A2"): "gewone opmaak"}).tasks[PRINTERS].core


def test_what_was_filled_in_meanwhile_is_kept(source: Path) -> None:
    workbook = first_import(source)
    answer(workbook, {("wie", "Blad!B3"): "Wout Berkenbos"})
    book = load_workbook(workbook)
    persons, schools, tasks = book["Personen"], book["Scholen"], book["Taken"]
    _set(persons, "M1", "ICT-uren", 12)
    _set(persons, "M2", "ICT-uren", 6)
    _set(schools, "S1", "leerlingen", 420)
    _set(tasks, "T01", "uren vast", 99)
    book.save(workbook)
    result, _ = made_again(workbook)
    assert {p.name: p.ict_hours for p in result.data.persons} == {"Lien": 12, "Wout": 0} or {
        p.name: p.ict_hours for p in result.data.persons
    } == {"Lien": 12, "Wout Berkenbos": 0}
    assert result.data.schools[0].pupils == 420
    assert result.tasks[FIREWALL].fixed_hours == 99


def _set(sheet: Worksheet, key: str, header: str, value: float) -> None:
    """Fill in a cell, found by the key in its row and the header of its column."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.value == header:
                column = cell.column
            if cell.value == key:
                sheet.cell(cell.row, column).value = value


def test_an_answer_that_is_not_understood_is_told(source: Path) -> None:
    workbook = first_import(source)
    answer(workbook, {("taak", "Blad!A4"): "iets anders"})
    result, made = made_again(workbook)
    assert [row.source for row in made.unclear] == ["Blad!A4"]
    kept = [row for row in result.review if row.answer]
    assert [row.answer for row in kept] == ["iets anders"]
    assert kept[0].made != "Zoals u antwoordde."


def test_an_overview_that_was_moved_is_asked_for(source: Path, tmp_path: Path) -> None:
    workbook = first_import(source)
    moved = tmp_path / "map" / "anders.xlsx"
    moved.parent.mkdir()
    source.rename(moved)
    with pytest.raises(WorkbookError) as caught:
        made_again(workbook)
    assert caught.value.code == "overview-gone"
    assert made_again(workbook, moved)[0].names == ["Lien", "Wout"]


def test_an_overview_beside_a_workbook_that_was_moved_is_found(source: Path) -> None:
    folder = source.parent / "map"
    folder.mkdir()
    target = folder / "eerst.xlsx"
    import_overview(source, target)
    (folder / "verder").mkdir()
    moved = target.rename(folder / "verder" / "eerst.xlsx")
    source.rename(moved.with_name(source.name))
    assert made_again(moved)[0].names == ["Lien", "Wout"]


def test_a_sheet_that_no_longer_names_the_overview_is_told(source: Path) -> None:
    workbook = first_import(source)
    book = load_workbook(workbook)
    book[REVIEW.name].delete_rows(4)
    book.save(workbook)
    with pytest.raises(WorkbookError) as caught:
        made_again(workbook)
    assert caught.value.code == "overview-unknown"


def test_other_workbooks_are_refused(source: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        made_again(source)
    assert caught.value.code == "no-answer-sheet"


def test_mistakes_in_the_workbook_are_told(source: Path) -> None:
    workbook = first_import(source)
    book = load_workbook(workbook)
    _set(book["Personen"], "M1", "ICT-uren", datetime(2026, 1, 1))  # type: ignore[arg-type]
    book.save(workbook)
    with pytest.raises(InvalidProblemError):
        made_again(workbook)
