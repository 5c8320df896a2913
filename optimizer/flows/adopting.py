"""A plan that is a draft, or adopted: two cells of the sheet of settings say which."""

from collections.abc import Mapping
from datetime import date

from optimizer.flows.checking import Checked
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.input_sheets import SETTINGS
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.write.cell_edits import CellEdit

_ROWS = {row.path: row for row in SETTING_ROWS}


def adopted(checked: Checked, day: date, name: str) -> list[CellEdit]:
    """The cells that say when a plan was adopted, and by whom.

    Raises
    ------
    LookupError
        When the workbook has no sheet of settings.
    """
    return _settings(checked, {"adopted_on": f"{day:%d/%m/%Y}", "adopted_by": name})


def draft_again(checked: Checked) -> list[CellEdit]:
    """The cells that say that a plan is a draft; raises as `adopted`."""
    return _settings(checked, {"adopted_on": None, "adopted_by": None})


def _settings(checked: Checked, wanted: Mapping[str, str | None]) -> list[CellEdit]:
    """Values of settings, by their path; a setting that has no row gets one below the last."""
    located = locate(checked.raw, SETTINGS)
    if located is None:
        raise LookupError(SETTINGS.name)
    rows = {fold(located.text(row, "key")): row for row in located.data_rows()}
    free = max(rows.values(), default=located.header_row) + 1
    edits: list[CellEdit] = []
    for path, value in wanted.items():
        row = rows.get(fold(_ROWS[path].key))
        if row is None:
            edits += _new_row(located, free, path)
            row, free = free, free + 1
        edits.append(CellEdit(located.cell(row, "value").where, value))
    return edits


def _new_row(located: Located, row: int, path: str) -> list[CellEdit]:
    texts = {"key": _ROWS[path].key, "explanation": _ROWS[path].help}
    known = {key: text for key, text in texts.items() if key in located.columns}
    return [CellEdit(located.cell(row, key).where, text) for key, text in known.items()]
