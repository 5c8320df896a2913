"""Drop-downs and number checks of the template, with their Dutch messages."""

from collections.abc import Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind
from optimizer.workbook.template.setting_rows import SettingRow
from optimizer.workbook.template.sheet_layout import Layout

_WHOLE = (ColumnKind.COUNT, ColumnKind.LEVEL)
_BOUNDS = {
    ColumnKind.PERCENT: ("0", "100"),
    ColumnKind.LEVEL: ("0", "4"),
    ColumnKind.COUNT: ("0", ""),
    ColumnKind.HOURS: ("0", ""),
    ColumnKind.EURO: ("0", ""),
    ColumnKind.NUMBER: ("0", ""),
}
_FIRST_DATE = "36526"
"""1 January 2000, as Excel counts days: what is earlier is a slip."""
_OPEN_CHOICES = ("peak",)
"""Columns whose drop-down is a suggestion: other words are allowed too."""
_WORDS = {"ict_hours": labels.TO_DECIDE, "ict_points": labels.COMPUTED}
"""Columns of numbers in which one word may stand too."""
_WORD_ERRORS = {
    "ict_hours": f"Vul klokuren per week in, of ‘{labels.TO_DECIDE}’ als het plan mag beslissen.",
    "ict_points": f"Vul punten per schooljaar in, of ‘{labels.COMPUTED}’ als het programma ze uit "
    "de leerlingen mag rekenen.",
}


def add_column_rules(sheet: Worksheet, layout: Layout, columns: Sequence[Column]) -> None:
    """Add to each of these columns the drop-down or check that its kind asks for."""
    for column in columns:
        rule = _column_rule(layout, column)
        if rule is not None:
            _attach(sheet, rule, layout.cells(column.key))


def add_setting_rule(sheet: Worksheet, row: SettingRow, address: str) -> None:
    """Add to the cell of a setting the drop-down or check that the setting asks for."""
    if row.choices:
        _attach(sheet, choice_rule(row.choices, closed=row.kind is ColumnKind.CHOICE), address)
    elif row.kind in _BOUNDS:
        _attach(sheet, number_rule(row.kind, row.least, row.most), address)


def add_suggestions(sheet: Worksheet, address: str, source: str) -> None:
    """Suggest the codes in `source`, such as `Scholen!$A$4:$A$600`; other text is allowed."""
    rule = DataValidation(type="list", formula1=f"={source}", allow_blank=True)
    rule.showErrorMessage = False
    _attach(sheet, rule, address)


def add_suggested_words(sheet: Worksheet, address: str, words: Sequence[str]) -> None:
    """Suggest these words; other text is allowed."""
    _attach(sheet, choice_rule(words, closed=False), address)


def choice_rule(choices: Sequence[str], *, closed: bool = True) -> DataValidation:
    """A drop-down with these words; a closed one refuses any other."""
    rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    rule.showErrorMessage = closed
    rule.errorTitle = "Kies uit de lijst"
    rule.error = f"Dit mag hier niet staan. Kies: {', '.join(choices)}."
    return rule


def number_rule(kind: ColumnKind, least: str, most: str) -> DataValidation:
    """A check on a number; bounds are inclusive, an empty `most` means no upper bound."""
    rule = DataValidation(
        type="whole" if kind in _WHOLE else "decimal",
        operator="between" if most else "greaterThanOrEqual",
        formula1=least,
        formula2=most or None,
        allow_blank=True,
    )
    rule.showErrorMessage = True
    what = "een geheel getal" if kind in _WHOLE else "een getal"
    shown = [bound.replace(".", ",") for bound in (least, most)]
    limits = f"van {shown[0]} tot en met {shown[1]}" if most else f"van minstens {shown[0]}"
    rule.errorTitle = "Geen geldig getal"
    rule.error = f"Vul {what} in {limits}, of laat de cel leeg."
    return rule


def _column_rule(layout: Layout, column: Column) -> DataValidation | None:
    if column.key in _WORDS:
        return _number_or_word_rule(layout, column.key)
    if column.choices:
        return choice_rule(column.choices, closed=column.key not in _OPEN_CHOICES)
    if column.kind in _BOUNDS:
        return number_rule(column.kind, *_BOUNDS[column.kind])
    return _date_rule() if column.kind is ColumnKind.DATE else None


def _date_rule() -> DataValidation:
    """A check that a date is one; the program reads texts such as 1/2/2027 as well."""
    rule = DataValidation(
        type="date", operator="greaterThan", formula1=_FIRST_DATE, allow_blank=True
    )
    rule.showErrorMessage = True
    rule.errorTitle = "Geen geldige datum"
    rule.error = "Vul een datum in, zoals 1/2/2027, of laat de cel leeg."
    return rule


def _number_or_word_rule(layout: Layout, key: str) -> DataValidation:
    cell, word = f"{layout.letter(key)}{layout.first_row}", _WORDS[key]
    formula = f'OR({cell}="{word}",AND(ISNUMBER({cell}),{cell}>=0))'
    rule = DataValidation(type="custom", formula1=formula, allow_blank=True)
    rule.showErrorMessage = True
    rule.errorTitle = "Geen geldige waarde"
    rule.error = _WORD_ERRORS[key]
    return rule


def _attach(sheet: Worksheet, rule: DataValidation, address: str) -> None:
    rule.add(address)
    sheet.add_data_validation(rule)
