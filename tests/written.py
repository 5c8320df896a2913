"""What stands in a workbook that the program wrote, read by openpyxl."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook, load_workbook

Row = Mapping[str, object]
HEADER_ROWS = {"Taken": 3, "Personen": 3, "Scholen": 3}
OUTPUTS = (
    "Verdeling", "Per persoon", "Per school", "Afspraken", "Hiaten", "Kalender", "Samenvatting",
)  # fmt: skip


def opened(path: Path) -> Workbook:
    """The workbook with the values of its cells."""
    return load_workbook(path, data_only=True)


def rows(book: Workbook, sheet: str) -> list[Row]:
    """The filled rows below the headers, by header; empty cells are left out."""
    header_row = HEADER_ROWS.get(sheet, 1)
    headers = [str(cell.value) for cell in book[sheet][header_row]]
    found: list[Row] = [
        {h: v for h, v in zip(headers, values, strict=True) if v is not None}
        for values in book[sheet].iter_rows(min_row=header_row + 1, values_only=True)
    ]
    return [row for row in found if row]


def summary(book: Workbook) -> dict[str, Row]:
    """The rows of the summary by what they are about."""
    return {str(row["onderdeel"]): row for row in rows(book, "Samenvatting")}


def level_values(book: Workbook) -> dict[str, object]:
    """The value of every objective level."""
    found = summary(book).items()
    return {name: row["waarde"] for name, row in found if name.startswith("doel ")}


def plan_lines(book: Workbook) -> dict[tuple[object, ...], Row]:
    """The rows of the plan by task, person and role."""
    return {(r["taak nr"], r.get("persoon"), r["rol"]): r for r in rows(book, "Verdeling")}
