"""Settings to what their cells show: what the parser reads, the other way round."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import reduce

from models.settings import Settings
from optimizer.workbook import labels
from optimizer.workbook.read.record_cells import CellValue, cell_value
from optimizer.workbook.template.setting_rows import SettingRow


def setting_value(row: SettingRow, settings: Settings) -> CellValue:
    """What the sheet shows for a setting, real numbers where it is one; `None` when unknown."""
    if row.path == "levels":
        return ", ".join(labels.LEVELS[level] for level in settings.levels)
    whole: object = settings
    value = reduce(_part, row.path.split("."), whole)
    if isinstance(value, bool):
        return labels.YES_NO[value]
    if row.path == "bpt_hour":
        return bpt_cell(settings)
    if isinstance(value, Decimal | StrEnum | date):
        return cell_value(value)
    if isinstance(value, int):
        return value
    return str(value) if value else None


def bpt_cell(settings: Settings) -> CellValue:
    """How a teaching hour is read: in its word, or as a number of clock hours."""
    hour = Fraction(settings.bpt_hour)
    return labels.BPT_READINGS.get(hour) or float(hour)


def _part(whole: object, name: str) -> object:
    """An attribute of the settings, or an entry of one of their mappings; None when absent."""
    return whole.get(name) if isinstance(whole, Mapping) else getattr(whole, name)
