"""The names of a user's own sheets and columns in a TOML file; every mistake is told at once."""

from pathlib import Path

from optimizer.workbook.read.own_names import KNOWN_SHEETS, known_headers
from optimizer.workbook.read.raw import OwnNames, OwnSheet
from optimizer.workbook.read.toml_table import TomlTable, read_whole

OWN_NAMES_KEY = "bladen"
SHEET_KEYS = ("blad", "kolommen")


def read_own_names(path: Path) -> OwnNames:
    """Read the tables `[bladen.…]`; other keys of the file are those of an import.

    Errors are those of `read_whole`.
    """
    return read_whole(path, _own_names)


def _own_names(top: TomlTable) -> OwnNames:
    top.require(OWN_NAMES_KEY)
    sheets = top.table(OWN_NAMES_KEY)
    sheets.check_keys([sheet.name for sheet in KNOWN_SHEETS])
    names = {}
    for sheet in KNOWN_SHEETS:
        if sheet.name in sheets:
            entry = sheets.table(sheet.name)
            entry.check_keys(SHEET_KEYS)
            entry.table("kolommen").check_keys(known_headers(sheet))
            names[sheet.name] = OwnSheet(entry.text("blad") or sheet.name, entry.texts("kolommen"))
    return names
