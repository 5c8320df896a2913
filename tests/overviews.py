"""Invented overviews of the same work in layouts that have little in common."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from overview_truth import PEOPLE, TRUTHS, Truth

from models.vocabulary import Cluster

THEME_PURPLE = PatternFill("solid", fgColor=Color(theme=7, tint=0.4))
"""The fourth accent of the standard theme, made lighter."""
STRUCK = "Camera's aan de fietsenstalling"
HIDDEN = "Facturen nakijken"
COMMENTED = "Tickets toewijzen"
COMMENT = "Elke maandag samen overlopen"
Rows = Sequence[Truth]


def grouped() -> list[tuple[Cluster, list[Truth]]]:
    """The tasks per cluster."""
    return [(each, list(group)) for each, group in groupby(TRUTHS, key=lambda t: t.cluster)]


def first_sheet(book: Workbook, title: str) -> Worksheet:
    """The sheet that a new workbook has."""
    sheet = book.worksheets[0]
    sheet.title = title
    return sheet


def with_bands(path: Path) -> Path:
    """One sheet: merged bands as titles, a header of two rows, crosses, purple cells, a legend."""
    book = Workbook()
    sheet = first_sheet(book, "Takenoverzicht")
    sheet["B1"] = "Takenoverzicht ICT-coördinatie 2025-2026"
    sheet.merge_cells("B1:I1")
    for cell, text in (("B4", "Nr."), ("C4", "Taak"), ("D4", "Wie doet wat?"), ("I4", "Nota's")):
        sheet[cell] = text
    sheet.merge_cells("D4:H4")
    for column, name in enumerate([*PEOPLE.values(), "Externe firma"], start=4):
        sheet.cell(5, column, name)
    row = 6
    names = {Cluster.TECHNICAL: "A. TECHNISCHE TAKEN", Cluster.PEDAGOGICAL:
             "B. PEDAGOGISCH-DIDACTISCHE TAKEN", Cluster.POLICY: "C. BELEID & VISIE",
             Cluster.ADMINISTRATIVE: "D. ADMINISTRATIEVE TAKEN"}  # fmt: skip
    for cluster, tasks in grouped():
        sheet.cell(row, 2, names[cluster]).font = Font(bold=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=9)
        for number, task in enumerate(tasks, start=1):
            _band_row(sheet, row + number, f"{names[cluster][0]}{number}", task)
        sheet.cell(row + len(tasks) + 1, 3, "Totaal")
        sheet.cell(row + len(tasks) + 1, 4, f'=COUNTIF(D{row}:D{row + len(tasks)},"x")')
        row += len(tasks) + 3
    sheet.cell(row, 3, "Legende").font = Font(bold=True)
    sheet.cell(row + 1, 3, "kerntaak").fill = THEME_PURPLE
    sheet.cell(row + 2, 3, "x = werkt mee")
    book.save(path)
    return path


def _band_row(sheet: Worksheet, row: int, number: str, task: Truth) -> None:
    sheet.cell(row, 2, number)
    title = sheet.cell(row, 3, task.title)
    if task.core:
        title.fill = THEME_PURPLE
    for initial in task.who:
        sheet.cell(row, 4 + list(PEOPLE).index(initial), "x")
    if task.title == STRUCK:
        title.font = Font(strike=True)
        sheet.cell(row, 8, "x")
    if task.title == COMMENTED:
        title.comment = Comment(COMMENT, "Lin Peeters")
    sheet.row_dimensions[row].hidden = task.title == HIDDEN


def per_sheet(path: Path) -> Path:
    """A sheet per cluster, by another program: names in one column, core tasks in purple ink."""
    book = xlsxwriter.Workbook(str(path))
    bold, purple = book.add_format({"bold": True}), book.add_format({"font_color": "#7030A0"})
    plain = book.add_format()
    names = ("Technisch", "Ped-did", "Beleid en visie", "Administratie")
    separators = (", ", " / ", " en ", "\n", " + ")
    for (_, tasks), name in zip(grouped(), names, strict=True):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Wie", "Frequentie", "Wat moet er gebeuren?"], bold)
        for row, task in enumerate(tasks, start=1):
            who = separators[row % len(separators)].join(PEOPLE[i] for i in task.who)
            sheet.write_string(2 * row, 0, who)
            sheet.write_string(2 * row, 1, ("wekelijks", "dagelijks", "soms")[row % 3])
            sheet.write_string(2 * row, 2, f"- {task.title}", purple if task.core else plain)
    contact = book.add_worksheet("Contact")
    contact.write_row(0, 0, ["Naam", "Telefoon"])
    contact.write_row(1, 0, ["Databix", "050 00 00 00"])
    book.close()
    return path


def as_table(path: Path) -> Path:
    """A table far from the corner: a sparse cluster column, yes and no, roles, hours."""
    book = Workbook()
    sheet = first_sheet(book, "2025")
    sheet["C3"] = "Scholengemeenschap De Wilgen: wie doet wat?"
    headers = ("Domein", "Kern?", "Activiteit", "Verantwoordelijke", "Uitvoerders", "Back-up",
               "Uren/jaar", "Status")  # fmt: skip
    for column, header in enumerate(headers, start=3):
        sheet.cell(7, column, header)
    words = {Cluster.TECHNICAL: "Techniek", Cluster.PEDAGOGICAL: "Didactiek",
             Cluster.POLICY: "Beleid", Cluster.ADMINISTRATIVE: "Administratief"}  # fmt: skip
    row = 8
    for cluster, tasks in grouped():
        for place, task in enumerate(tasks):
            lead, *others = [PEOPLE[initial] for initial in task.who]
            values = (None if place % 7 else words[cluster], "ja" if task.core else "neen",
                      task.title, lead, ", ".join(others), "Greet" if place == 3 else None,
                      10 + place, "loopt")  # fmt: skip
            for column, value in enumerate(values, start=3):
                sheet.cell(row, column, value)
            row += 1
        row += 1
    sheet.cell(row + 1, 5, "Versie 4, opgemaakt op de vergadering van 12 mei")
    book.save(path)
    return path


def side_by_side(path: Path) -> Path:
    """Four lists beside each other, one per cluster, nobody named."""
    book = Workbook()
    sheet = first_sheet(book, "Blad1")
    sheet["A1"] = "Wat er allemaal bij ICT komt kijken"
    titles = ("Technisch", "Pedagogisch", "Beleid", "Administratief")
    for place, ((_, tasks), title) in enumerate(zip(grouped(), titles, strict=True)):
        sheet.cell(3, 1 + 2 * place, title).font = Font(bold=True)
        for row, task in enumerate(tasks, start=4):
            cell = sheet.cell(row, 1 + 2 * place, task.title)
            if task.core:
                cell.font = Font(color="FF800080")
    book.save(path)
    return path


def bare(path: Path) -> Path:
    """No headers at all: titles of the school's own in bold, crosses without names, green core."""
    book = Workbook()
    sheet = first_sheet(book, "Taken")
    green = PatternFill("solid", fgColor="FF92D050")
    titles = ("Toestellen en netwerk", "Leren en lesgeven", "Organisatie", "Papierwerk")
    row = 1
    for (_, tasks), title in zip(grouped(), titles, strict=True):
        sheet.cell(row, 1, title).font = Font(bold=True)
        for task in tasks:
            row += 1
            cell = sheet.cell(row, 1, task.title)
            if task.core:
                cell.fill = green
            for initial in task.who:
                sheet.cell(row, 2 + list(PEOPLE).index(initial), "x")
        row += 2
    sheet.cell(row, 1, "groen = kerntaak").fill = green
    book.save(path)
    return path


OVERVIEWS: dict[str, Callable[[Path], Path]] = {
    "bands": with_bands,
    "sheets": per_sheet,
    "table": as_table,
    "side by side": side_by_side,
    "bare": bare,
}
