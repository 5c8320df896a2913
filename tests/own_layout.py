"""A workbook in a school's own layout, by XlsxWriter: other sheets, other headers, other order."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from foreign_books import PEOPLE, TASKS, Line
from package_files import PNG
from xlsxwriter.worksheet import Worksheet

NAMES = """
[bladen.Taken]
blad = "Wat er te doen is"
[bladen.Taken.kolommen]
nr = "Volgnr"
cluster = "Domein"
taak = "Omschrijving"
"uren vast" = "Uren vorig jaar"
competenties = "Wat moet je kunnen"
Verantwoordelijke = "Trekker"
Uitvoerders = "Helpt mee"
Back-up = "Reserve"
"Uren gepland" = "Uren 26-27"

[bladen.Personen]
blad = "Team ICT"
[bladen.Personen.kolommen]
code = "Initialen"
naam = "Wie"
thuisschool = "School"
rol = "Functie"
ICT-uren = "Uren per week"
netwerk = "kent het netwerk"

[bladen.Scholen]
blad = "Campussen"
[bladen.Scholen.kolommen]
code = "Afkorting"
naam = "Campus"

[bladen.Verdeling]
blad = "Plan"
[bladen.Verdeling.kolommen]
"taak nr" = "Volgnr"
persoon = "Initialen"
"uren/jaar" = "Uren"
"""
TASK_HEADERS = ("Trekker", "Uren 26-27", "Volgnr", "Omschrijving", "Domein", "Uren vorig jaar",
                "Wat moet je kunnen", "Helpt mee", "Reserve", "Dubbel", "taak")  # fmt: skip
PLAN_HEADERS = ("Initialen", "Volgnr", "Uren", "school", "rol", "vast", "mijn nota")
FIRST_TASK = 6
"""Row of the first task, counted from 1."""
OTHER_SHEETS = ("Team ICT", "Agenda")
"""Sheets on which nothing is the program's and that are printed."""


def own_layout(path: Path) -> Path:
    """Write the workbook; its names are `NAMES`."""
    book = xlsxwriter.Workbook(str(path))
    names = ("Agenda", "Wat er te doen is", "Team ICT", "Campussen", "Plan")
    sheets = {name: book.add_worksheet(name) for name in names}
    for sheet in sheets.values():
        sheet.set_header("&L&A")
    header = ("Initialen", "Wie", "School", "Functie", "Uren per week", "kent het netwerk")
    _rows(sheets["Team ICT"], 2, [header, *PEOPLE])
    _rows(sheets["Plan"], 0, [PLAN_HEADERS, ("P1", "T1", 40, "S1", "verantwoordelijke", "x", "!")])
    _fill_tasks(book, sheets["Wat er te doen is"], path.parent)
    _fill_schools(book, sheets["Campussen"])
    _fill_agenda(book, sheets["Agenda"])
    book.close()
    return path


def _fill_tasks(book: xlsxwriter.Workbook, sheet: Worksheet, folder: Path) -> None:
    (folder / "logo.png").write_bytes(PNG)
    bold = book.add_format({"bold": True, "bg_color": "#DDEBF7"})
    sheet.merge_range("A1:K2", "Taken van het ICT-team", bold)
    sheet.insert_image("A3", str(folder / "logo.png"))
    sheet.write_row(FIRST_TASK - 2, 0, TASK_HEADERS, bold)
    for row, (number, cluster, title, hours, skills) in enumerate(TASKS, start=FIRST_TASK):
        values = ("?", "", number, title, cluster, hours, skills, "", "", "", "eigen woord")
        sheet.write_row(row - 1, 0, values)
        sheet.write_formula(row - 1, 9, f"=B{row}*2", None, -1)
        sheet.write_comment(row - 1, 0, f"wie trekt rij {row}?")
    last = FIRST_TASK + len(TASKS) - 1
    sheet.autofilter(FIRST_TASK - 2, 0, last - 1, len(TASK_HEADERS) - 1)
    sheet.conditional_format(f"B{FIRST_TASK}:B{last}", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation(f"A{FIRST_TASK}:A{last}", {"validate": "list", "source": ["?", "ik"]})
    sheet.set_column("A:A", 24, book.add_format({"font_color": "#C00000"}))
    sheet.insert_textbox("M5", "Opgelet: volgorde niet wijzigen")


def _fill_schools(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """A chart right of the headers: no column is free there."""
    _rows(sheet, 0, [("Afkorting", "Campus", "ICT-punten"), ("S1", "De Linde", 90)])
    chart = book.add_chart({"type": "column"})
    assert chart is not None
    chart.add_series({"values": "=Campussen!$C$2:$C$3"})
    sheet.insert_chart("D1", chart)
    sheet.add_sparkline("L2", {"range": "Campussen!C2:C3"})


def _fill_agenda(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    sheet.write("A1", "Vergadering op dinsdag")
    sheet.write_formula("A2", "=SUM('Wat er te doen is'!B6:B9)", None, -1)
    chart = book.add_chart({"type": "pie"})
    assert chart is not None
    chart.add_series({"values": "='Wat er te doen is'!$F$6:$F$9"})
    sheet.insert_chart("C3", chart)
    book.define_name("Uren", "='Wat er te doen is'!$B$6:$B$9")


def _rows(sheet: Worksheet, start: int, lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines, start=start):
        sheet.write_row(number, 0, line)
