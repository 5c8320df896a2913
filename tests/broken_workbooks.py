"""Broken workbooks: one for each kind of error, with the cell that a message must name."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from openpyxl import Workbook
from small_school import Change, Value, put, setting


@dataclass(frozen=True)
class Broken:
    """A change that breaks the small school, where it does, and a word of the message about it."""

    name: str
    where: str
    word: str
    change: Change


def cells(*edits: tuple[str, Value]) -> Change:
    """The change that types values into cells, given as `sheet!cell`."""

    def change(book: Workbook) -> None:
        for address, value in edits:
            sheet, _, cell = address.partition("!")
            book[sheet][cell] = value

    return change


def one(name: str, where: str, word: str, value: Value) -> Broken:
    """A workbook with a single wrong cell, which the message must name."""
    return Broken(name, where, word, cells((where, value)))


def deviations(name: str, where: str, word: str, *rows: tuple[Value, ...]) -> Broken:
    """A workbook with these rows on the sheet of exceptions; the message names `where`."""
    return Broken(name, f"Uitzonderingen!{where}", word, partial(_add_deviations, rows=rows))


def _add_deviations(book: Workbook, rows: tuple[tuple[Value, ...], ...]) -> None:
    for number, row in enumerate(rows, start=4):
        put(book, "Uitzonderingen", number, dict(zip("ABCDE", row, strict=False)))


def _without(sheet: str) -> Callable[[Workbook], None]:
    return lambda book: book.remove(book[sheet])


def _without_headers(book: Workbook) -> None:
    book["Taken"].delete_rows(1, 4)


SHEETS = (
    Broken("missing sheet", "Personen", "blad ontbreekt", _without("Personen")),
    Broken("no header row", "Taken", "kolomtitels", _without_headers),
    Broken("missing header", "Personen!3:3", "‘rol’", cells(("Personen!D3", "bijnaam"))),
    Broken("output sheet without its headers", "Hiaten", "kolomtitels", cells(("Hiaten!A1", None))),
    Broken("header twice", "Personen!I3", "twee keer", cells(("Personen!I3", "rol"))),
)
CELLS = (
    one("unknown role", "Personen!D4", "‘tovenaar’", "tovenaar"),
    one("unknown diploma", "Personen!E5", "‘doctor’", "doctor"),
    one("unknown cluster", "Taken!B5", "‘keuken’", "keuken"),
    one("unknown competence", "Taken!L6", "‘toveren’", "toveren:2"),
    one("unreadable competence", "Taken!L6", "niet leesbaar", "netwerk:veel"),
    one("unknown home", "Personen!C4", "‘S9’", "S9"),
    one("unknown school in a reach", "Personen!I4", "‘S9’", "S1; S9"),
    one("level above 4", "Personen!N4", "5", 5),
    one("negative level", "Personen!N4", "-1", -1),
    one("asked level above 4", "Taken!L5", "7", "netwerk:7"),
    one("negative hours", "Taken!H5", "-8", -8),
    one("absurd hours", "Personen!F4", "400", 400),
    one("hours that are no number", "Taken!H6", "‘veel’", "veel"),
    one("hours that became a date", "Taken!H6", "datum", date(2026, 3, 1)),
    one("ambiguous number", "Scholen!D4", "‘1.234’", "1.234"),
    one("formula that was never calculated", "Taken!H6", "formule", "=30+30"),
    one("error value", "Taken!H6", "#N/A", "#N/A"),
    one("minimum above the demand", "Taken!K5", "120", 120),
    one("setting out of range", setting("korrel"), "0", 0),
    one("duplicate person", "Personen!A5", "P1", "P1"),
    one("duplicate task", "Taken!A6", "T1", "T1"),
    one("reserved code", "Personen!A6", "CENTRAAL", "CENTRAAL"),
    one("row without a code", "Personen!A5", "‘code’", None),
    one("open appointment without points", "Personen!F4", "max", "max"),
    one("unknown pin mark", "Verdeling!K2", "‘misschien’", "misschien"),
)
FUNDS = (
    Broken("too many hours together", "Personen!A4", "P1",
           cells(("Personen!F4", 40), ("Personen!H4", 30))),
    Broken("BPT above the ceiling", "Scholen!I4", "plafond", cells(("Scholen!I4", 13))),
    Broken("bachelor without a price", setting("punten_bachelor"), "punten_bachelor",
           cells(("Scholen!H4", 40), ("Personen!E4", "bachelor"))),
    one("negative pupils per weight", "Scholen!R4", "-5", -5),
    one("points to be computed without their figures", "Scholen!H4", "lln A-stroom", "berekend"),
    Broken("points to be computed without a coefficient", "Scholen!H4", "punten_coefficient",
           cells(("Scholen!H4", "berekend"), ("Scholen!R4", 100))),
    Broken("points of the pool to be computed", "Scholen!H5", "pool %",
           cells(("Scholen!A5", "GROEP"), ("Scholen!H5", "berekend"))),
    Broken("absurd computed points", "Scholen!H4", "coefficient", cells(
        ("Scholen!H4", "berekend"), ("Scholen!R4", 100_000), ("Scholen!D4", 100_000),
        (setting("punten_coefficient"), 100))),
    Broken("central person with BPT", "Personen!G5", "BPT", cells(("Personen!C5", "CENTRAAL"))),
)  # fmt: skip
DEVIATIONS = (
    deviations("unknown task", "A4", "‘T99’", ("T99", "S1", "P1", "vast", 8)),
    deviations("unknown unit", "B4", "‘S9’", ("T1", "S9", "P1", "vast", 8)),
    deviations("unknown person", "C4", "‘P99’", ("T1", "S1", "P99", "vast", 8)),
    deviations("unknown kind", "D4", "‘soms’", ("T1", "S1", "P1", "soms", 8)),
    deviations("person left out", "C4", "persoon", ("T1", "S1", None, "nooit")),
    deviations("value left out", "E4", "waarde", ("T1", "S1", None, "uren")),
    deviations("minimum above 100", "E4", "140", ("T1", "S1", None, "minimum", 140)),
    deviations("pin against a ban", "C4", "nooit", ("T1", "S1", "P1", "vast"),
               ("T1", "S1", "P1", "nooit")),
    deviations("pin without competence", "C4", "netwerk", ("T1", "S1", "P3", "vast", 8)),
    deviations("pin above the demand", "C4", "vraagt", ("T1", "S1", "P1", "vast", 80)),
    deviations("pin above the capacity", "C4", "beschikbaar", ("A1", "S1", "P3", "vast", 100)),
    deviations("two leads", "C5", "P3", ("T2", "S1", "P1", "verantwoordelijke"),
               ("T2", "S1", "P3", "verantwoordelijke")),
    Broken("pin out of reach", "Uitzonderingen!C4", "bereik",
           cells(("Scholen!A5", "S2"), ("Uitzonderingen!A4", "T1"), ("Uitzonderingen!B4", "S2"),
                 ("Uitzonderingen!C4", "P1"), ("Uitzonderingen!D4", "vast"))),
)  # fmt: skip
BROKEN = (*SHEETS, *CELLS, *FUNDS, *DEVIATIONS)
