"""Which sheet of the workbook is edited on which screen."""

from collections.abc import Mapping
from typing import NamedTuple

from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.input_sheets import (
    DEVIATIONS,
    PERSONS,
    SCHOOLS,
    SETTINGS,
    TASKS,
)
from optimizer.workbook.template.year_sheet import YEAR


class SheetPlace(NamedTuple):
    """A sheet, the screen and the part of it where its rows are edited."""

    sheet: Sheet
    path: str


SHEETS: Mapping[str, SheetPlace] = {
    "personen": SheetPlace(PERSONS, "/mensen"),
    "taken": SheetPlace(TASKS, "/taken"),
    "uitzonderingen": SheetPlace(DEVIATIONS, "/taken/uitzonderingen"),
    "scholen": SheetPlace(SCHOOLS, "/middelen"),
    "jaar": SheetPlace(YEAR, "/jaar/dagen"),
    "instellingen": SheetPlace(SETTINGS, "/middelen/instellingen"),
}
"""By the name that addresses use."""


def screen_of_sheet(name: str) -> str:
    """Where a sheet, by the name of its tab, is edited; empty when it is not."""
    wanted = fold(name)
    return next((each.path for each in SHEETS.values() if fold(each.sheet.name) == wanted), "")
