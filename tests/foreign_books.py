"""Workbooks that XlsxWriter made, with everything that it can make, in our layout or in another."""

import struct
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter
from package_files import PNG, inject
from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Line = Sequence[str | int | float]

PEOPLE: Sequence[Line] = (
    ("P1", "Noor Voorbeeld", "S1", "TICT", 18, 3),
    ("P2", "Bram Denkbeeld", "S1", "PICT", 10, 2),
)
TASKS: Sequence[Line] = (
    ("T1", "technisch", "Netwerk bewaken", 40, "netwerk:2"),
    ("T2", "technisch", "Switches vervangen", 32, "netwerk:2"),
    ("D1", "pedagogisch-didactisch", "Leerkrachten begeleiden", 20, ""),
    ("A1", "administratief", "Licenties beheren", 16, ""),
)
RESULTS = ("Verantwoordelijke", "Uitvoerders", "Back-up", "Uren gepland", "Dekking %",
           "Toelichting")  # fmt: skip
TASK_HEADERS = ("nr", "cluster", "taak", "uren vast", "competenties", *RESULTS, "mijn som",
                "trend", "vink")  # fmt: skip
PLAN_HEADERS = ("taak nr", "taak", "cluster", "school", "persoon", "naam", "rol", "bron",
                "uren/jaar", "uren/week", "vast", "wijziging", "mijn nota", "dubbel",
                "datum")  # fmt: skip
PLAN: Sequence[Line] = (
    ("T1", "Netwerk bewaken", "technisch", "S1", "P1", "Noor Voorbeeld", "verantwoordelijke",
     "ICT S1", 40, 1.1, "x", "", "niet vergeten"),
    ("D1", "", "", "S1", "P2", "", "verantwoordelijke", "ICT S1", 20, 0.5, "", "", "eerst vragen"),
)  # fmt: skip
TASK_ROW, PLAN_ROW = 3, 4
"""Rows of the first task and of the first row of the plan, counted from 0."""
OTHER_SHEETS = ("Notities", "Instellingen", "Personen", "Uitzonderingen", "Grafieken", "Taart")
"""Sheets on which nothing is the program's and that are printed."""
OPAQUE = {
    "customXml/item1.xml": b"<eigen>  van een ander programma </eigen>",
    "xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition/>",
    "xl/slicers/slicer1.xml": b"<slicers/>",
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
}
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


def macros() -> bytes:
    """A compound file with an empty storage `VBA`: the least that a macro project can be."""
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    table = struct.pack("<II", 0xFFFFFFFD, _END) + b"\xff" * 504
    entries = (("Root Entry", 5, 1), ("VBA", 1, _FREE), ("", 0, _FREE), ("", 0, _FREE))
    return (
        head
        + struct.pack("<I", 0)
        + b"\xff" * 432
        + table
        + b"".join(map(_entry, *zip(*entries, strict=True)))
    )


def _entry(name: str, kind: int, child: int) -> bytes:
    text = f"{name}\0".encode("utf-16-le") if name else b""
    links = struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", _END, 0)


def decorated(path: Path) -> Path:
    """Our layout, on most sheets something of every kind; `.xlsm` gets macros and more parts."""
    book = xlsxwriter.Workbook(str(path))
    (path.parent / "logo.png").write_bytes(PNG)
    names = ("Notities", "Instellingen", "Scholen", "Personen", "Taken", "Uitzonderingen",
             "Verdeling", "Per persoon", "Grafieken", "Diep")  # fmt: skip
    sheets = {name: book.add_worksheet(name) for name in names}
    for sheet in sheets.values():
        sheet.set_header("&L&A")
    _fill_inputs(sheets)
    _fill_tasks(book, sheets["Taken"])
    _decorate(book, sheets["Taken"], path.parent, "P")
    _fill_plan(book, sheets["Verdeling"])
    _decorate(book, sheets["Verdeling"], path.parent, "Q")
    _fill_persons(sheets["Per persoon"])
    _fill_notes(book, sheets["Notities"], path.parent)
    _fill_charts(book, sheets["Grafieken"])
    sheets["Diep"].very_hidden()
    # Not on a sheet that is printed: LibreOffice takes long to tile a picture of one pixel.
    sheets["Diep"].set_background(str(path.parent / "logo.png"))
    book.define_name("MijnUren", "=SUM(Taken!$I$4:$I$7)")
    book.define_name("Plan", "=Verdeling!$A$5:$L$6")
    book.define_name("Notities!lokaal", "=Notities!$A$1")
    book.set_custom_property("Afdeling", "ICT")
    if path.suffix == ".xlsm":
        (path.parent / "macros.bin").write_bytes(macros())
        book.add_vba_project(str(path.parent / "macros.bin"))
    book.close()
    path.write_bytes(inject(path.read_bytes(), OPAQUE))
    return path


def _fill_inputs(sheets: dict[str, Worksheet]) -> None:
    settings, schools, people = (sheets[n] for n in ("Instellingen", "Scholen", "Personen"))
    _write(settings, 0, [("sleutel", "waarde", "uitleg"), ("schooljaar", "2026-2027")])
    _table(schools, 0, "TScholen", ("code", "naam", "ICT-punten"), [("S1", "De Linde", 90)])
    _write(people, 0, [("code", "naam", "thuisschool", "rol", "ICT-uren", "netwerk"), *PEOPLE])
    people.conditional_format("E2:E9", {"type": "data_bar", "data_bar_2010": True})
    people.protect("geheim")
    people.unprotect_range("E2:E9", "uren")
    header = ("taak", "school", "persoon", "soort", "waarde", "opmerking")
    _write(sheets["Uitzonderingen"], 0, [header])


def _fill_tasks(book: Workbook, sheet: Worksheet) -> None:
    """A table with totals over the list and its results, and much that hangs on the results."""
    bold = book.add_format({"bold": True, "bg_color": "#FFD966"})
    sheet.merge_range("A1:E1", "Takenlijst van onze school", bold)
    lines = [(*task, *["oud"] * 6) for task in TASKS]
    _table(sheet, TASK_ROW - 1, "TTaken", TASK_HEADERS, lines, totals=("uren vast", "Uren gepland"))
    for row in range(TASK_ROW, TASK_ROW + len(TASKS)):
        sheet.write(row, 5, "oud", bold)
        sheet.write_comment(row, 5, f"nota bij rij {row}", {"author": "Noor", "x_scale": 2})
        sheet.write_formula(row, 11, f"=I{row + 1}*2", None, -1)
        sheet.add_sparkline(row, 12, {"range": f"Taken!D{row + 1}:I{row + 1}"})
        sheet.insert_checkbox(row, 13, True)
    sheet.write_url("K4", "https://voorbeeld.be/x", string="zie hier")
    sheet.write_rich_string("K5", "half ", bold, "vet")
    sheet.data_validation("F4:F7", {"validate": "list", "source": "=Personen!$B$2:$B$9"})
    sheet.conditional_format("I4:I7", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("J4:J7", {"type": "icon_set", "icon_style": "3_traffic_lights"})
    sheet.write_array_formula("P1:R1", "{=TRANSPOSE(D4:D6)}", None, 1)
    sheet.write_dynamic_array_formula("T1", "=SORT(I4:I7)", None, 0)
    sheet.set_column("H:H", 3, None, {"hidden": True})
    sheet.freeze_panes(3, 3)
    sheet.print_area("A1:N10")
    sheet.ignore_errors({"number_stored_as_text": "A1:A9"})
    sheet.set_h_pagebreaks([5])


def _decorate(book: Workbook, sheet: Worksheet, folder: Path, column: str) -> None:
    """Things that float over a sheet of ours, from a column on; and protection."""
    sheet.insert_image(f"{column}2", str(folder / "logo.png"))
    sheet.insert_textbox(f"{column}6", "Kader op een blad met resultaten")
    sheet.insert_button(f"{column}12", {"macro": "Doe", "caption": "Klik"})
    sheet.insert_chart(f"{column}15", _chart(book, "bar", "=Taken!$I$4:$I$7"))
    sheet.protect("geheim", {"sort": True})


def _fill_plan(book: Workbook, sheet: Worksheet) -> None:
    """An own plan under a title, in a table with totals, with notes beside it."""
    sheet.merge_range("A1:D1", "Ons plan", book.add_format({"bold": True}))
    sheet.write_formula("B2", "=NOW()", book.add_format({"num_format": "dd/mm/yyyy"}), 46000)
    _table(sheet, PLAN_ROW - 1, "TPlan", PLAN_HEADERS, PLAN, totals=("uren/jaar",))
    for row in range(PLAN_ROW, PLAN_ROW + len(PLAN)):
        sheet.write_formula(row, 13, f"=I{row + 1}*2", None, -1)
    moment = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_datetime(PLAN_ROW, 14, datetime(2026, 9, 1), moment)
    sheet.write_comment("K5", "waarom vast?")
    sheet.conditional_format("I5:I6", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("K5:K6", {"validate": "list", "source": ["x"]})
    sheet.add_sparkline("P5", {"range": "Verdeling!I5:I6"})


def _fill_persons(sheet: Worksheet) -> None:
    """A filter with a criterion, and the row that it hides."""
    header = ("persoon", "naam", "school", "uren gepland", "mijn kolom")
    lines = (("P1", "Noor", "", 40, "top"), ("P2", "Bram", "", 20, "ook top"))
    _write(sheet, 0, [header, *lines])
    sheet.autofilter("A1:E3")
    sheet.filter_column("A", "x == P1")
    sheet.set_row(2, None, None, {"hidden": True})


def _fill_notes(book: Workbook, sheet: Worksheet, folder: Path) -> None:
    """A sheet that is all the user's, with formulas about our cells."""
    logo = str(folder / "logo.png")
    sheet.write("A1", "vrije tekst")
    sheet.write_formula("A3", "=SUM(Verdeling!I5:I50)", None, 60)
    sheet.write_formula("A4", "=TTaken[[#Totals],[uren vast]]", None, 108)
    sheet.write_formula("B3", "=MijnUren", None, 0)
    sheet.embed_image("A5", logo)
    sheet.insert_checkbox("A7", False)
    sheet.insert_textbox("C3", "Dinsdag vergadering", {"fill": {"color": "#FFFF00"}})
    sheet.insert_image("C12", logo, {"url": "https://voorbeeld.be"})
    sheet.data_validation("B1", {"validate": "list", "source": "=Personen!$A$2:$A$3"})
    sheet.write_rich_string("A2", "niet ", book.add_format({"bold": True}), "vergeten", " hoor")
    _table(sheet, 0, "TNotities", ("wie", "uren"), [("a", 1), ("b", 2)], column=4)


def _fill_charts(book: Workbook, sheet: Worksheet) -> None:
    for place, kind in enumerate(("column", "line", "radar")):
        sheet.insert_chart(16 * place, 0, _chart(book, kind, "=Taken!$D$4:$D$7"))
    page = book.add_chartsheet("Taart")
    page.set_chart(_chart(book, "pie", "=Taken!$D$4:$D$7"))
    page.set_header("&L&A")


def _chart(book: Workbook, kind: str, values: str) -> Chart:
    chart = book.add_chart({"type": kind})
    assert chart is not None
    chart.add_series({"categories": "=Taken!$C$4:$C$7", "values": values})
    return chart


def _write(sheet: Worksheet, row: int, lines: Sequence[Line], column: int = 0) -> None:
    for number, line in enumerate(lines, start=row):
        sheet.write_row(number, column, line)


def _table(
    sheet: Worksheet, row: int, name: str, headers: Sequence[str], lines: Sequence[Line],
    totals: Sequence[str] = (), column: int = 0,
) -> None:  # fmt: skip
    columns = [
        {"header": header, **({"total_function": "sum"} if header in totals else {})}
        for header in headers
    ]
    last = row + len(lines) + bool(totals)
    options = {"name": name, "columns": columns, "total_row": bool(totals)}
    sheet.add_table(row, column, last, column + len(headers) - 1, options)
    _write(sheet, row + 1, lines, column)
