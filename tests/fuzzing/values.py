"""Values that a cell may hold and that somebody has once stumbled over."""

from random import Random

NUMBERS = (
    "NaN", "INF", "-INF", "1e308", "1e400", "-1e308", "-0", "0", "1e-320", "9" * 30, "9" * 400,
    "0.1", "-1", "2147483648", "9007199254740993", "1,5", "", " 4 ", "1_000", "٣", "0x10", "4.0",
    "1048577", "99999", "100000", "1e15", "0.005", "-0.0001",
)  # fmt: skip
TEXTS = (
    "", " ", "\t", "x" * 40_000, "a;" * 3_000, "S1;" * 40, "netwerk:2;" * 50, "\u200b", "\u00a0",
    "=1+1", "=cmd|'/c calc'!A1", "+5", "-3", "@SUM(A1)", "'x", '"', "{0}", "{path}", "{", "%s",
    "None", "nan", "NaN", "inf", "-Infinity", "1e400", "1e5", "1_000", "0x10", "½", "²", "①", "٣",
    "１２", "Ⅳ", "1.234", "1,5", "1.5.2", "1 000", "100 %", "%", "-0", "--", "5-", "∞",
    "\u2212" + "3",
    "مرحبا بالعالم", "\u202eomgekeerd", "😀😀", "👩‍👩‍👧", "e\u0301", "İ", "ß", "ﬁ", "\ufeffT1",
    "\ufffe", "_x0000_", "_x0001_", "_x000D_", "_xD83D_", "_xFFFF_", "_x005F_x0041_",
    "regel_x000D_\nregel", "_xD83D__xDE00_", "\u0645\u06cc\u200c\u062e\u0648", "a\u200db", "\u200d",
    "regel\nregel", "a\rb",
    "T1", "t1", "T1;T1", "*", "GROEP", "CENTRAAL", "P1", "S1", "S1;S2", "netwerk:2", "netwerk:",
    ":3", "netwerk:3:3", "netwerk:99", ";;;", "netwerk:2;netwerk:3", "max", "ja", "nee", "x", "X",
    "TRUE", "WAAR", "#N/A", "#REF!", "alle", "eigen", "berekend", "vast", "nooit", "voorkeur",
    "uren", "back-up", "verantwoordelijke", "uitbesteed", "uitvoerder", "WERKING", "ICT",
    "WERKING S1", "ICT S1", "BPT P1", "groep", "keuze", "technisch", "Totaal", "legende",
    "2026-01-05", "5/1/2026", "technische kern", "master", "bachelor", "TAC", "leerling", "basis",
    "per", "start", "deels",
)  # fmt: skip
"""Escapes, signs, digits of other scripts, formulas, and words of the program out of place."""
ERRORS = ("#N/A", "#REF!", "#DIV/0!", "#SPILL!", "#GETTING_DATA", "x", "")
DATES = ("2026-01-05", "2026-01-05T10:00:00", "9999-99-99", "10:00", "", "x", "1899-12-30")
FORMULAS = (
    "1+1", "SUM(A1:A3)", "Taken!A1", "[1]Blad!A1", "", "#REF!",
    'HYPERLINK("http://voorbeeld.invalid")',
    "IF(", "'Geen blad'!A1", "_xlfn.XLOOKUP(1,A:A,B:B)", "x" * 9_000,
)  # fmt: skip


def typed(rng: Random) -> str | int | float | bool | None:
    """A value that openpyxl can type into a cell, with a reason to doubt it."""
    match rng.randrange(6):
        case 0:
            return rng.choice((0, -1, 1, 2, 4, 36, 100, 101, 10**6, 10**15, 2**31))
        case 1:
            return rng.choice((0.5, 0.1 + 0.2, -0.0, 1e300, 1e-300, 3.999999999, 12.345))
        case 2:
            return rng.choice((True, False, None))
        case _:
            return _without_control(rng.choice(TEXTS))


def _without_control(text: str) -> str:
    return "".join(c for c in text if c >= " " or c in "\t\n")[:30_000]
