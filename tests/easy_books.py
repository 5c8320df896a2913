"""Small workbooks built in code: rows of plain values per sheet, all names fictional."""

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from models.issues import Issue
from models.problem import ProblemData
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawWorkbook, read_workbook

Rows = list[list[object]]
Sheets = dict[str, Rows]

SETTINGS_HEADER: list[object] = ["sleutel", "waarde", "uitleg"]
DEVIATIONS_HEADER: list[object] = ["taak", "school", "persoon", "soort", "waarde", "opmerking"]
PLAN_HEADER: list[object] = [
    "taak nr", "taak", "school", "persoon", "rol", "bron", "uren/jaar", "vast",
]  # fmt: skip


def minimal() -> Sheets:
    """One school, one person and one task, on sheets without anything else."""
    return {
        "Instellingen": [SETTINGS_HEADER],
        "Scholen": [["code", "naam", "ICT-punten"], ["S1", "De Linde", 40]],
        "Personen": [
            ["code", "naam", "thuisschool", "rol", "ICT-uren", "netwerk"],
            ["P1", "Noor Voorbeeld", "S1", "TICT", 18, 3],
        ],
        "Taken": [
            ["nr", "cluster", "taak", "uren vast", "competenties"],
            ["T1", "technisch", "Netwerk bewaken", 40, "netwerk:2"],
        ],
        "Uitzonderingen": [DEVIATIONS_HEADER],
    }


def save(
    path: Path, sheets: Mapping[str, Rows], style: Callable[[Workbook], None] | None = None
) -> Path:
    """Write the sheets; `style` may still change the openpyxl workbook before it is saved."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if style:
        style(workbook)
    workbook.save(path)
    return path


def read(
    folder: Path, sheets: Mapping[str, Rows], style: Callable[[Workbook], None] | None = None
) -> RawWorkbook:
    """The cells of a workbook with these sheets, after a round trip through a file."""
    return read_workbook(save(folder / "boek.xlsx", sheets, style))


def parse(
    folder: Path, sheets: Mapping[str, Rows], style: Callable[[Workbook], None] | None = None
) -> tuple[ProblemData, tuple[Issue, ...]]:
    """The problem in a workbook with these sheets; fails when there is none."""
    data, issues = parse_workbook(read(folder, sheets, style))
    assert data is not None, issues
    return data, issues


def found(issues: tuple[Issue, ...]) -> list[tuple[str, str]]:
    """Code and cell of each issue, for comparing."""
    return [(issue.code, str(issue.where)) for issue in issues]
