"""More overviews of the same work, by XlsxWriter: full of things that are no cells."""

from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from overview_truth import PEOPLE, TRUTHS
from overviews import grouped
from package_files import PNG
from xlsxwriter.worksheet import Worksheet

from models.vocabulary import Cluster

LETTERS = {Cluster.TECHNICAL: "T", Cluster.PEDAGOGICAL: "P", Cluster.POLICY: "B",
           Cluster.ADMINISTRATIVE: "A"}  # fmt: skip


def with_letters(path: Path) -> Path:
    """A protected table with totals: a letter per cluster, crosses for core, hours, data bars."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Taken ICT 25-26")
    sheet.write("A1", "T = technisch, P = pedagogisch-didactisch, B = beleid, A = administratief")
    headers = ("#", "Omschrijving van de taak", "Cluster", "Kerntaak", "Trekker", "Helpt mee",
               "Uren per jaar", "Balk")  # fmt: skip
    columns = [{"header": h, **({"total_function": "sum"} if "jaar" in h else {})} for h in headers]
    options = {"name": "Takenlijst", "total_row": True, "columns": columns}
    sheet.add_table(2, 0, 3 + len(TRUTHS), 7, options)
    for row, task in enumerate(TRUTHS, start=3):
        lead, *others = [PEOPLE[initial] for initial in task.who]
        core, helpers = "x" if task.core else "", ", ".join(others)
        letter = LETTERS[task.cluster]
        sheet.write_row(row, 0, (row - 2, task.title, letter, core, lead, helpers, 12 + row))
        sheet.add_sparkline(row, 7, {"range": f"G4:G{row + 1}"})
    sheet.write_comment("B4", "nagevraagd bij de directie")
    sheet.conditional_format("G4:G60", {"type": "data_bar", "data_bar_2010": True})
    sheet.protect("geheim")
    _decorate(book, sheet, path.parent)
    return path


def with_crosses(path: Path) -> Path:
    """Crosses under upright cluster names, letters under people, purple tasks, a legend below."""
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Lees eerst").write("A1", "Dit bestand is van het ICT-team.")
    sheet = book.add_worksheet("Overzicht")
    purple, upright = book.add_format({"bg_color": "#B889DB"}), book.add_format({"rotation": 90})
    sheet.merge_range("B2:E2", "Domein")
    sheet.merge_range("F2:I2", "Wie")
    clusters = ("Technisch", "Ped.-did.", "Beleid & visie", "Administratief")
    sheet.write_row(2, 0, ("Wat", *clusters, *PEOPLE.values()), upright)
    for row, task in enumerate(TRUTHS, start=3):
        sheet.write(row, 0, task.title, purple if task.core else None)
        sheet.write(row, 1 + list(LETTERS).index(task.cluster), "●")
        for place, initial in enumerate(task.who):
            sheet.write(row, 5 + list(PEOPLE).index(initial), "U" if place else "V")
    legend = ("Legende", "V = verantwoordelijke", "U = uitvoerder", "paars = kerntaak")
    sheet.write_column(5 + len(TRUTHS), 0, legend)
    sheet.set_row(4, None, None, {"level": 1})
    _decorate(book, sheet, path.parent)
    return path


def in_blocks(path: Path) -> Path:
    """Numbered blocks under coloured titles, a K for core tasks, first names, counts between."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("ICT-takenlijst")
    white = book.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
    sheet.write_row(3, 1, ("nr", "taak", "K", "wie", "opmerkingen"), white)
    titles = ("1. Technische ondersteuning", "2. Pedagogische en didactische ondersteuning",
              "3. Beleidsmatige taken", "4. Administratie en beheer")  # fmt: skip
    row = 4
    for (_, tasks), title in zip(grouped(), titles, strict=True):
        sheet.write_row(row, 1, (title, "", "", "", ""), white)
        for place, task in enumerate(tasks, start=1):
            who = "/".join(PEOPLE[initial].split()[0] for initial in task.who)
            note = "" if place % 3 else "zie wiki"
            core = "K" if task.core else ""
            sheet.write_row(row + place, 1, (f"{title[0]}.{place}", task.title, core, who, note))
        row += len(tasks) + 1
        sheet.write_formula(row, 2, f"=COUNTA(C5:C{row})", None, len(tasks))
        row += 1
    sheet.write(row + 1, 2, "K = kerntaak")
    _decorate(book, sheet, path.parent)
    return path


def _decorate(book: xlsxwriter.Workbook, sheet: Worksheet, folder: Path) -> None:
    """A picture, a text box, a button and a chart beside the list, and a chart sheet."""
    (folder / "logo.png").write_bytes(PNG)
    sheet.insert_image("O1", str(folder / "logo.png"))
    sheet.insert_textbox("O5", "Kader: vragen aan Greet")
    sheet.insert_button("O12", {"caption": "Sorteer", "macro": "Sorteer"})
    for kind in ("column", "pie"):
        chart = book.add_chart({"type": kind})
        assert chart is not None
        chart.add_series({"values": f"='{sheet.name}'!$A$4:$A$9"})
        if kind == "pie":
            book.add_chartsheet("Taart").set_chart(chart)
        else:
            sheet.insert_chart("O20", chart)
    book.define_name("Lijst", f"='{sheet.name}'!$A$4:$G$60")
    book.close()


FOREIGN_OVERVIEWS: dict[str, Callable[[Path], Path]] = {
    "letters": with_letters,
    "crosses": with_crosses,
    "blocks": in_blocks,
}
