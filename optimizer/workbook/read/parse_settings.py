"""Rows of the settings sheet to `Settings`; an absent row takes its stated default."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.adoption import least_changing
from models.issues import CellRef, Issue, error, warning
from models.settings import Level, QualityWeights, Settings
from models.vocabulary import Cluster, Diploma, Priority
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.columns import ColumnKind
from optimizer.workbook.read.headers import Located, cell_text
from optimizer.workbook.read.matching import fold, near_miss
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.records import Collected
from optimizer.workbook.template.setting_rows import SETTING_ROWS, SettingRow

_CHOICES: Mapping[str, Mapping[Any, str]] = {
    "mode": labels.MODES,
    "year_watch": labels.YEAR_WATCHES,
}
"""Settings with words of their own; the other choices are yes or no."""
_FORMER_ORDER = tuple(level for level in Level if level is not Level.SPREAD)
"""The order that the template wrote out before there was a level for spread: nobody chose it."""

_NUMBERS = (ColumnKind.NUMBER, ColumnKind.HOURS, ColumnKind.PERCENT, ColumnKind.COUNT)


@dataclass(frozen=True)
class _Entry:
    """The key and value cells of one row of the sheet."""

    key: RawCell
    value: RawCell


def parse_settings(located: Located | None, collected: Collected) -> Settings:
    """The settings; every default when the sheet is absent."""
    entries = _entries(located, collected) if located else {}
    found: dict[str, Any] = {}
    for setting in SETTING_ROWS:
        entry = entries.get(fold(setting.key)) or entries.get(fold(setting.former))
        cell = entry.value if entry else None
        if cell is not None:
            # Messages look a setting up by the name that the user sees or by that in the code.
            collected.sources["setting", setting.key, ""] = cell.where
            collected.sources["setting", setting.path, ""] = cell.where
        found[setting.path] = _read(setting, cell, collected)
    return _build(found)


def _entries(located: Located, collected: Collected) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for row in located.data_rows():
        entry = _Entry(located.cell(row, "key"), located.cell(row, "value"))
        key = fold(cell_text(entry.key))
        if key in entries:
            first = entries[key].key.where
            collected.issues.append(
                error("duplicate-setting", entry.key.where, found=cell_text(entry.key), first=first)
            )
        elif key:
            entries[key] = entry
    collected.issues += _near_misses(entries)
    return entries


def _near_misses(entries: Mapping[str, _Entry]) -> list[Issue]:
    known = {fold(name) for row in SETTING_ROWS for name in (row.key, row.former)}
    absent = [setting.key for setting in SETTING_ROWS if fold(setting.key) not in entries]
    return [
        warning("near-miss-setting", entry.key.where, found=key, expected=nearest)
        for key, entry in entries.items()
        if key not in known and (nearest := near_miss(key, absent))
    ]


def _read(setting: SettingRow, cell: RawCell | None, collected: Collected) -> object:
    """The value of a setting in its own type; the default when it is empty or unreadable."""
    default = _default_cell(setting)
    if cell is None or cell.is_empty:
        return _value(setting, default)
    found = _value(setting, cell)
    if isinstance(found, Issue):
        collected.issues.append(found)
        return _value(setting, default)
    if setting.path == "levels" and found == _FORMER_ORDER:
        collected.issues.append(warning("former-order", cell.where))
        return _value(setting, default)
    return found


def _default_cell(setting: SettingRow) -> RawCell:
    return RawCell(CellRef(""), setting.default or None)


def _value(setting: SettingRow, cell: RawCell) -> object:
    if setting.path == "levels":
        return _levels(cell)
    if setting.path == "bpt_hour":
        return _bpt_hour(setting, cell)
    if setting.path in _CHOICES:
        return values.choice(cell, _CHOICES[setting.path])
    if setting.kind is ColumnKind.CHOICE:
        return values.flag(cell)
    if setting.kind is ColumnKind.DATE:
        return values.day(cell)
    if setting.kind in _NUMBERS:
        return _number(setting, cell)
    return values.defect(cell) or cell_text(cell)


def _number(setting: SettingRow, cell: RawCell) -> Decimal | int | Issue | None:
    if setting.kind is ColumnKind.COUNT:
        found: Decimal | int | Issue | None = values.whole(cell)
    else:
        found = values.number(cell, percent=setting.kind is ColumnKind.PERCENT)
    if isinstance(found, Decimal | int) and not _within(setting, found):
        return error(
            "setting-out-of-range",
            cell.where,
            found=found,
            least=Decimal(setting.least),
            most=Decimal(setting.most) if setting.most else None,
        )
    return found


def _bpt_hour(setting: SettingRow, cell: RawCell) -> Decimal | Fraction | int | Issue | None:
    """Clock hours of a teaching hour: a word for one of the usual readings, or a number."""
    words = {fold(word): hour for hour, word in labels.BPT_READINGS.items()}
    known = words.get(fold(cell_text(cell)))
    found = _number(setting, cell) if known is None else known
    if isinstance(found, Issue) and found.code == "not-a-number":
        expected = (*labels.BPT_READINGS.values(), labels.OR_A_NUMBER)
        return error("unknown-choice", cell.where, found=cell_text(cell), expected=expected)
    return found


def _within(setting: SettingRow, found: Decimal | int) -> bool:
    above = found >= Decimal(setting.least)
    return above and (not setting.most or found <= Decimal(setting.most))


def _levels(cell: RawCell) -> tuple[Level, ...] | Issue:
    if problem := values.defect(cell):
        return problem
    order: list[Level] = []
    for part in values.parts(cell):
        found = values.choose(part, labels.LEVELS, cell)
        if isinstance(found, Issue):
            return found
        if found in order:
            return error("level-twice", cell.where, found=part)
        order.append(found)
    return tuple(order)


def _build(found: Mapping[str, Any]) -> Settings:
    """Put each value where its dotted path says; a price that is not known stays absent.

    Once the plan is adopted a run changes as little as it can.
    """
    plain = {path: value for path, value in found.items() if "." not in path}
    prices = _group(found, "post_prices")
    settings = Settings(
        **plain,
        post_prices={Diploma(name): price for name, price in prices.items() if price is not None},
        floors={Cluster(name): floor for name, floor in _group(found, "floors").items()},
        priority_weights={
            Priority(name): weight for name, weight in _group(found, "priority_weights").items()
        },
        quality=QualityWeights(**_group(found, "quality")),
    )
    return least_changing(settings) if settings.adopted_on else settings


def _group(found: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    """The settings below a dotted prefix, by the rest of their path."""
    start = f"{prefix}."
    return {
        path.removeprefix(start): value for path, value in found.items() if path.startswith(start)
    }
