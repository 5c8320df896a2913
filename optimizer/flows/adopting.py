"""A plan that is a draft, or adopted: two cells of the sheet of settings say which."""

from collections.abc import Mapping
from datetime import date

from optimizer.flows.checking import Checked
from optimizer.flows.input_cells import setting_edits
from optimizer.workbook.write.cell_edits import CellEdit, with_edits


def adopted(checked: Checked, day: date, name: str) -> list[CellEdit]:
    """The cells that say when a plan was adopted, and by whom.

    Raises
    ------
    InvalidProblemError, WorkbookError
        When the workbook has errors, or no sheet of settings.
    """
    return _settings(checked, {"adopted_on": f"{day:%d/%m/%Y}", "adopted_by": name})


def draft_again(checked: Checked) -> list[CellEdit]:
    """The cells that say that a plan is a draft; raises as `adopted`."""
    return _settings(checked, {"adopted_on": None, "adopted_by": None})


def _settings(checked: Checked, wanted: Mapping[str, str | None]) -> list[CellEdit]:
    """Values of settings, each put beside those before it: two new rows are not one."""
    data, edits = checked.stated(), list[CellEdit]()
    for path, value in wanted.items():
        edits += setting_edits(with_edits(checked.raw, edits), data, path, value)
    return edits
