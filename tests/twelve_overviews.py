"""Twelve invented overviews in layouts that have little in common, each with what it says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None
Rows = Sequence[Sequence[Value]]


class Said(NamedTuple):
    """What an overview says: its tasks, its people, and who has something to do with what."""

    tasks: frozenset[str]
    people: frozenset[str]
    crosses: frozenset[tuple[str, str]]


def said(work: Mapping[str, str], others: str = "") -> Said:
    """What an overview says, from the people per task; `others` are people without a task."""
    crosses = {(task, who) for task, names in work.items() for who in names.split(",") if who}
    people = {who for _, who in crosses} | {name for name in others.split(",") if name}
    return Said(frozenset(work), frozenset(people - {FIRM}), frozenset(crosses))


FIRM = "firma"
"""In the crosses: an outside firm, which is nobody on the list of people."""


def save(
    path: Path, sheets: Mapping[str, Rows], style: Callable[[Worksheet], None] | None = None
) -> None:
    """Write sheets of rows; `style` may still change the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if style:
        style(book.worksheets[0])
    book.save(path)


def raci(path: Path) -> Said:
    """Letters of responsibility below names and roles, explained in a row above."""
    rows: Rows = [
        ("RACI-matrix ICT 2026-2027",),
        ("R = Responsible (uitvoerder)", "A = Accountable", "C = Consulted", "I = Informed"),
        (),
        ("ICT-taak", "Noor Aerts", "Bram Claes", "Directie", "Zorgco"),
        ("INFRASTRUCTUUR",),
        ("Netwerk bewaken", "R", "C", "A", None),
        ("Back-ups controleren", "A/R", "I", None, None),
        ("Virusscanner opvolgen", "R", "R", "I", None),
        ("PEDAGOGISCH",),
        ("Leerkrachten begeleiden in de klas", "C", "R", "A", "I"),
        ("Voorleessoftware installeren", "I", "R", "I", "A"),
        ("Nascholing ICT geven", None, "A/R", "I", "C"),
        ("BELEID",),
        ("ICT-beleidsplan herwerken", "C", "R", "A", None),
        ("Budget ICT opvolgen", "R", "I", "A", None),
    ]
    save(path, {"RACI": rows})
    noor, bram, zorg = "Noor Aerts", "Bram Claes", "Zorgco"
    return said({
        "Netwerk bewaken": f"{noor},Directie", "Back-ups controleren": noor,
        "Virusscanner opvolgen": f"{noor},{bram}",
        "Leerkrachten begeleiden in de klas": f"{bram},Directie",
        "Voorleessoftware installeren": f"{bram},{zorg}", "Nascholing ICT geven": bram,
        "ICT-beleidsplan herwerken": f"{bram},Directie", "Budget ICT opvolgen": f"{noor},Directie",
    })  # fmt: skip


def week_planning(path: Path) -> Said:
    """A row per week: tasks come back, and who does them changes."""
    rows: Rows = [
        ("Planning ICT-team eerste trimester",),
        ("Week", "Datum", "Wat", "Wie", "Duur", "OK"),
        (35, "24/08", "Laptops uitdelen", "Jan, Els", "8u", "x"),
        (35, "25/08", "Accounts aanmaken", "Els", "6u", "x"),
        (36, "1/09", "Helpdesk bemannen", "Jan", "4u", "x"),
        (36, "2/09", "Smartschool inrichten", "Tom", "5u", None),
        (37, "7/09", "Helpdesk bemannen", "Els", "4u", None),
        (37, "8/09", "Laptops uitdelen", "Tom", "3u", None),
        (38, "14/09", "Wifi nakijken in blok B", "Jan", "2u", None),
        (39, None, "Inventaris bijwerken", "Els", "3u", None),
        (None, None, "Totaal", None, "35u", None),
    ]
    save(path, {"Planning": rows})
    return said({
        "Laptops uitdelen": "Jan,Els,Tom", "Accounts aanmaken": "Els",
        "Helpdesk bemannen": "Jan,Els", "Smartschool inrichten": "Tom",
        "Wifi nakijken in blok B": "Jan", "Inventaris bijwerken": "Els",
    })  # fmt: skip


def sheet_per_school(path: Path) -> Said:
    """A sheet for each school with about the same tasks, and one with the people."""

    def school(lead: str, helper: str, extra: Iterable[Sequence[Value]]) -> Rows:
        return [
            ("Taak", "Verantw.", "Helpt mee", "u/w"), ("Netwerk en wifi opvolgen", lead, None, 1),
            ("Toestellen herstellen", helper, lead, "1,5"),
            ("Smartschoolbeheer", helper, None, 0.5),
            *extra,
        ]  # fmt: skip

    save(path, {
        "VBS De Linde": school("Jan", "Els", [("Tabletkoffers uitlenen", "Els", None, 0.5)]),
        "VBS De Eik": school("Jan", "Tom", []),
        "SO Het Kruispunt": school("Mark", "Sofie", [("CNC-machines koppelen", "Mark", None, 1)]),
        "Team": [
            ("Naam", "Functie", "Uren ICT per week"), ("Jan Peeters", "TICT", 18),
            ("Els Maes", "administratie", 4), ("Tom Jacobs", "leerkracht", 2),
            ("Mark Willems", "TICT", 20), ("Sofie Wouters", "PICT", 10),
        ],
    })  # fmt: skip
    jan, els, tom = "Jan Peeters", "Els Maes", "Tom Jacobs"
    mark, sofie = "Mark Willems", "Sofie Wouters"
    return said({
        "Netwerk en wifi opvolgen": f"{jan},{mark}",
        "Toestellen herstellen": f"{els},{jan},{tom},{sofie},{mark}",
        "Smartschoolbeheer": f"{els},{tom},{sofie}", "Tabletkoffers uitlenen": els,
        "CNC-machines koppelen": mark,
    })  # fmt: skip


def names_and_crosses(path: Path) -> Said:
    """Crosses under names without a word above the tasks, and words that are no names."""
    rows: Rows = [
        (None, "Fatiha", "Wim", "Yentl", "extern", "Afgewerkt", "Prioriteit", "SO", "BaO"),
        ("Firewall en webfilter", None, "x", None, "x", "ja", "A", "x", "x"),
        ("Servers onderhouden", None, "x", None, None, "nee", "A", "x", None),
        ("Printers en toner", "x", None, "x", None, "ja", "B", "x", "x"),
        ("Digiborden nakijken", None, None, "x", None, "ja", "B", "x", "x"),
        ("Leerlijn mediawijsheid", "x", None, None, None, "nee", "C", None, "x"),
        ("ICT-café", "x", None, "x", None, "nee", "C", "x", None),
        ("Wachtwoorden resetten", None, "x", "x", None, "ja", "B", "x", "x"),
        ("Schoolfeest: beeld en geluid", None, None, "x", None, "nee", "C", "x", "x"),
    ]
    save(path, {"25-26": rows})
    return said({
        "Firewall en webfilter": f"Wim,{FIRM}", "Servers onderhouden": "Wim",
        "Printers en toner": "Fatiha,Yentl", "Digiborden nakijken": "Yentl",
        "Leerlijn mediawijsheid": "Fatiha", "ICT-café": "Fatiha,Yentl",
        "Wachtwoorden resetten": "Wim,Yentl", "Schoolfeest: beeld en geluid": "Yentl",
    })  # fmt: skip


def free_text(path: Path) -> Said:
    """Sentences in one column that say who does what."""
    rows: Rows = [
        ("Afspraken ICT-team, vergadering van 12 mei",),
        (),
        ("Jan doet de firewall en de servers.",),
        ("Printers nakijken: Els (back-up Tom)",),
        ("Helpdesk bemannen (Jan en Els, 4u/week)",),
        ("Accounts aanmaken en afsluiten - Els",),
        ("De leerlijn mediawijsheid is voor Sofie",),
        ("Sofie begeleidt leerkrachten",),
        ("Camera's: externe firma",),
        ("Overleg met de scholengemeenschap",),
    ]
    save(path, {"Notities": rows})
    return said({
        "Firewall": "Jan", "Servers": "Jan", "Printers nakijken": "Els,Tom",
        "Helpdesk bemannen": "Jan,Els", "Accounts aanmaken en afsluiten": "Els",
        "Leerlijn mediawijsheid": "Sofie", "Leerkrachten begeleiden": "Sofie",
        "Camera's": FIRM, "Overleg met de scholengemeenschap": "",
    })  # fmt: skip


def two_header_rows(path: Path) -> Said:
    """Groups of columns above the headers: who, hours, when."""
    rows: Rows = [
        ("Takenverdeling", None, None, None, None, None, None, None, None),
        ("Nr", "Taak", "Wie doet het?", None, None, "Uren", None, "Planning", None),
        (None, None, "L. Smet", "K. Maes", "ext.", "per week", "per jaar", "sept", "juni"),
        (1, "Microsoft 365 beheren", "x", None, None, 1, 37, "x", None),
        (2, "Intune en iPads", "x", None, "x", 2, 74, "x", None),
        (3, "Licenties verlengen", None, "x", None, None, 10, None, "x"),
        (4, "Schooljaarovergang Smartschool", "x", "x", None, None, 25, "x", "x"),
        (5, "Schadedossiers laptops", None, "x", None, 0.5, 18, None, None),
        (6, "Privacyregister", "x", None, None, None, 12, None, None),
        (None, "Totaal", None, None, None, "=SUM(F4:F9)", "=SUM(G4:G9)", None, None),
    ]

    def style(sheet: Worksheet) -> None:
        for area in ("A1:I1", "C2:E2", "F2:G2", "H2:I2"):
            sheet.merge_cells(area)

    save(path, {"Verdeling 2026": rows}, style)
    return said({
        "Microsoft 365 beheren": "L. Smet", "Intune en iPads": f"L. Smet,{FIRM}",
        "Licenties verlengen": "K. Maes", "Schooljaarovergang Smartschool": "L. Smet,K. Maes",
        "Schadedossiers laptops": "K. Maes", "Privacyregister": "L. Smet",
    })  # fmt: skip


def merged_bands(path: Path) -> Said:
    """Clusters in merged cells beside the tasks, totals between them, hours in words, initials."""
    rows: Rows = [
        ("TAKENOVERZICHT ICT",),
        ("cluster", "Taak", "Tijd", "JV", "SDS", "MP", "Opmerking"),
        ("Techniek", "Netwerk opvolgen", "2u/week", "X", None, "x", None),
        (None, "Servers", "1,5u/week", "X", None, None, "contract tot 2027"),
        (None, "Laptops klaarzetten", "40u zomer", None, None, "X", None),
        ("Totaal techniek", None, "=SUM(C3:C5)", None, None, None, None),
        ("Pedagogisch", "Collega's coachen", "2 u/w", None, "X", None, None),
        (None, "Mediawijsheid", "n.v.t.", None, "x", "(x)", None),
        ("Totaal pedagogisch", None, "=SUM(C7:C8)", None, None, None, None),
        ("Administratie", "Bestelbonnen", "2-3u/maand", "b", None, "X", None),
        (None, "Inventaris", "8u (juni)", None, None, "X", None),
        (),
        (None, "X = trekker, x = werkt mee, b = back-up"),
    ]

    def style(sheet: Worksheet) -> None:
        for area in ("A1:G1", "A3:A5", "A7:A8", "A10:A11"):
            sheet.merge_cells(area)

    save(path, {"Overzicht": rows}, style)
    return said({
        "Netwerk opvolgen": "JV,MP", "Servers": "JV", "Laptops klaarzetten": "MP",
        "Collega's coachen": "SDS", "Mediawijsheid": "SDS,MP", "Bestelbonnen": "JV,MP",
        "Inventaris": "MP",
    })  # fmt: skip


def totals_and_headings(path: Path) -> Said:
    """Headings in plain letters, subtotals, a grand total, notes at the foot."""
    rows: Rows = [
        ("taak", "uitvoerder", "uren/jaar"), ("Netwerk en infrastructuur",),
        ("Switches vervangen", "Bert", 20), ("Bekabeling nieuwe lokalen", "Bert / Ann", 15),
        ("Subtotaal", None, 35), ("Digitale leeromgeving",), ("Moodle beheren", "Ann", 30),
        ("Handleidingen maken", "Ann", 12), ("Cursussen archiveren", "Bert", 6),
        ("Subtotaal", None, 48), ("Communicatie",), ("Nieuwsbrief ICT", "Ann", 10),
        ("Website bijwerken", "secretariaat", 25), ("Subtotaal", None, 35),
        ("TOTAAL", None, 118), (), ("Versie 3, bijgewerkt op 2 juni",),
    ]  # fmt: skip
    save(path, {"CVO": rows})
    return said({
        "Switches vervangen": "Bert", "Bekabeling nieuwe lokalen": "Bert,Ann",
        "Moodle beheren": "Ann", "Handleidingen maken": "Ann", "Cursussen archiveren": "Bert",
        "Nieuwsbrief ICT": "Ann", "Website bijwerken": "secretariaat",
    })  # fmt: skip


def legend_inside(path: Path) -> Said:
    """A legend in the middle of the list, status and school levels beside the people."""
    purple = PatternFill("solid", fgColor="FFB19CD9")
    rows: Rows = [
        ("Taak", "Status", "Niveau", "Hilde", "Ahmed", "Robbe"),
        ("Tickets opvolgen in Topdesk", "loopt", "SG", "V", "U", None),
        ("MFA invoeren", "gepland", "SG", "U", "V", "B"),
        ("V = verantwoordelijke, U = uitvoerder, B = back-up",),
        ("Chromebooks herstellen", "loopt", "school", None, "V", "U"),
        ("AI-workshop voor leraren", "klaar", "school", "V", None, None),
        ("Uitleendienst", "loopt", "school", None, "B", "V"),
        ("Oude pc's afvoeren", "gepland", "school", None, None, "V"),
        ("paars = kerntaak",),
    ]

    def style(sheet: Worksheet) -> None:
        for cell in ("A2", "A3", "A9"):
            sheet[cell].fill = purple

    save(path, {"Blad1": rows}, style)
    return said({
        "Tickets opvolgen in Topdesk": "Hilde,Ahmed", "MFA invoeren": "Hilde,Ahmed,Robbe",
        "Chromebooks herstellen": "Ahmed,Robbe", "AI-workshop voor leraren": "Hilde",
        "Uitleendienst": "Ahmed,Robbe", "Oude pc's afvoeren": "Robbe",
    })  # fmt: skip


def months_with_names(path: Path) -> Said:
    """Months as columns with initials in them; the names in full on another sheet."""
    rows: Rows = [
        ("Taak", "aug", "sept", "okt", "jan", "mei", "juni"),
        ("Laptops klaarmaken", "KV", "KV, LD", None, None, None, None),
        ("Klaslijsten overzetten", None, "LD", None, None, None, "LD"),
        ("Bevraging leraren", None, None, "AB", None, "AB", None),
        ("Licenties vernieuwen", None, None, None, "LD", None, None),
        ("SELFIE afnemen", None, None, None, "AB", "KV", None),
    ]
    people: Rows = [
        ("naam", "rol"), ("Karel Vets", "ICT-coördinator"), ("Lut Dierckx", "secretariaat"),
        ("An Baeten", "digicoach"),
    ]  # fmt: skip
    save(path, {"Jaarplanning": rows, "mensen": people})
    return said({
        "Laptops klaarmaken": "Karel Vets,Lut Dierckx", "Klaslijsten overzetten": "Lut Dierckx",
        "Bevraging leraren": "An Baeten", "Licenties vernieuwen": "Lut Dierckx",
        "SELFIE afnemen": "An Baeten,Karel Vets",
    })  # fmt: skip


def lists_per_person(path: Path) -> Said:
    """A column of tasks below the name of each person."""
    rows: Rows = [
        ("Wie doet wat?",),
        (),
        ("Greet", "Stijn", "Mohamed"),
        ("Accounts aanmaken", "Netwerk bewaken", "Leerkrachten begeleiden"),
        ("Bestellingen plaatsen", "Servers onderhouden", "Mediawijsheid"),
        ("Garantie opvolgen", "Helpdesk bemannen", "Helpdesk bemannen"),
        ("Facturen controleren", "Firewall beheren", None),
    ]
    save(path, {"Verdeling": rows}, lambda sheet: sheet.__setitem__("E1", None))
    return said({
        "Accounts aanmaken": "Greet", "Bestellingen plaatsen": "Greet",
        "Garantie opvolgen": "Greet",
        "Facturen controleren": "Greet", "Netwerk bewaken": "Stijn", "Servers onderhouden": "Stijn",
        "Helpdesk bemannen": "Stijn,Mohamed", "Firewall beheren": "Stijn",
        "Leerkrachten begeleiden": "Mohamed", "Mediawijsheid": "Mohamed",
    })  # fmt: skip


def days_of_the_week(path: Path) -> Said:
    """People down, days across, tasks in the cells."""
    bold = Font(bold=True)
    rows: Rows = [
        ("Weekrooster ICT",),
        (None, "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
        (
            "Ruben",
            "Helpdesk bemannen",
            "Servers onderhouden",
            None,
            "Helpdesk bemannen",
            "Back-ups controleren",
        ),
        ("Inge", "Smartschool beheren", "Helpdesk bemannen", "Leerkrachten begeleiden", None, None),
        (
            "Youssef",
            None,
            "Toestellen herstellen",
            "Toestellen herstellen",
            "Printers onderhouden",
            None,
        ),
    ]

    def style(sheet: Worksheet) -> None:
        for cell in sheet[2]:
            cell.font = bold

    save(path, {"Rooster": rows}, style)
    return said({
        "Helpdesk bemannen": "Ruben,Inge", "Servers onderhouden": "Ruben",
        "Back-ups controleren": "Ruben", "Smartschool beheren": "Inge",
        "Leerkrachten begeleiden": "Inge", "Toestellen herstellen": "Youssef",
        "Printers onderhouden": "Youssef",
    })  # fmt: skip


TWELVE: Mapping[str, Callable[[Path], Said]] = {
    "RACI": raci,
    "week planning": week_planning,
    "sheet per school": sheet_per_school,
    "names and crosses": names_and_crosses,
    "free text": free_text,
    "two header rows": two_header_rows,
    "merged bands": merged_bands,
    "totals and headings": totals_and_headings,
    "legend inside": legend_inside,
    "months with names": months_with_names,
    "lists per person": lists_per_person,
    "days of the week": days_of_the_week,
}
