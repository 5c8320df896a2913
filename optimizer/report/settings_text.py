"""The settings of a run by their Dutch keys, as they would stand in the workbook."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.settings import Level, Settings
from models.vocabulary import Mode, YearWatch
from optimizer.workbook import labels
from optimizer.workbook.read.record_cells import day_text
from optimizer.workbook.read.setting_cells import bpt_cell
from optimizer.workbook.template.setting_rows import SETTING_ROWS

_BPT = next(row for row in SETTING_ROWS if row.path == "bpt_hour")


def settings_used(settings: Settings) -> dict[str, str | int | float]:
    """Every setting and its value; what is unknown is said to be empty."""
    found = {row.key: _word(_value(settings, row.path)) for row in SETTING_ROWS}
    return found | {_BPT.key: bpt_cell(settings) or ""}


def _value(settings: Settings, path: str) -> object:
    """Follow a dotted path; a part below a mapping is the value of its key."""
    attribute, _, key = path.partition(".")
    found: object = getattr(settings, attribute)
    if not key:
        return found
    if isinstance(found, Mapping):
        return {str(member): value for member, value in found.items()}.get(key)
    return getattr(found, key)


def _word(value: object) -> str | int | float:
    if value is None or value == "":
        return "(leeg)"
    if isinstance(value, bool):
        return labels.YES_NO[value]
    if isinstance(value, Mode):
        return labels.MODES[value]
    if isinstance(value, YearWatch):
        return labels.YEAR_WATCHES[value]
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return ", ".join(labels.LEVELS[level] for level in value if isinstance(level, Level))
    return value if isinstance(value, int) else str(value)
