"""What a reader of the documentation does between two commands: fills in, answers, has a file.

Every workbook is the example school with few tasks, so that each command is quick.
"""

import io
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from command_line import run
from openpyxl import Workbook, load_workbook
from small_overview import THREE, write_overview
from small_school import EXAMPLE, FIRST_ROW, put, setting, small_school, to_bytes
from task_columns import LETTERS

KEPT_TASKS = {"T27", "T20", "T01", "P01", "A01"}
"""T27 is asked about in the manual; one of every cluster that the example has people for."""
STUDIES = EXAMPLE.parent / "studies"
SMALLER = {"herhalingen": "1", "scholen": "2", "tijd": "1", "niveaus": '["kern"]'}
"""Keys of a study that say how much work it is."""
TICKETS = "Datum;Categorie;Minuten\n01/09/2026;T27 helpdesk;90\n30/06/2027;koffie zetten;30\n"


def between(command: Sequence[str]) -> None:
    """Make what a command opens and the page has not made before it; nothing stands in its way."""
    sys.stdin = io.StringIO("stop\n")
    words = [Path(word) for word in command]
    targets = {words[1]} if command[0] == "sjabloon" else _after(words, "-o")
    for target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file():
            target.unlink()
    for path in set(words) - targets:
        if path.as_posix() in FILES and (not path.exists() or _is_filled_in_for(command, path)):
            path.parent.mkdir(parents=True, exist_ok=True)
            FILES[path.as_posix()](path)
    if "--conflict" in command:
        clashing(words[words.index(Path("verklaar")) + 1])


def _after(words: Sequence[Path], option: str) -> set[Path]:
    return {word for before, word in pairwise(words) if str(before) == option}


def _is_filled_in_for(command: Sequence[str], path: Path) -> bool:
    """Whether the reader has filled in the workbook by now, as the page says."""
    return path == Path("mijn_school.xlsx") and command[0] not in ("importeer", "stappen")


@cache
def _few_tasks() -> bytes:
    """The example school with five tasks, and a second for a search."""
    book = load_workbook(EXAMPLE)
    sheet = book["Taken"]
    for (cell,) in sheet.iter_rows(max_col=1):
        if re.fullmatch(r"[A-Z]\d\d", str(cell.value)) and cell.value not in KEPT_TASKS:
            sheet[f"{LETTERS['applies']}{cell.row}"] = "nee"
    sheet_name, _, address = setting("tijdslimiet").partition("!")
    book[sheet_name][address] = 1
    return to_bytes(book)


def filled_in(path: Path) -> None:
    """A school, filled in."""
    path.write_bytes(_few_tasks())


def planned(path: Path) -> None:
    """A school with its plan."""
    filled_in(path)
    assert run("optimaliseer", path, "--in-bestand").code == 0


def clashing(path: Path) -> None:
    """Two tasks that must be done, together more than the one person who can has hours for."""

    def burden(book: Workbook) -> None:
        book["Personen"]["O4"] = 3
        for row in (5, 6):
            put(book, "Taken", row, {"G": "verplicht", "H": 200, "L": "servers:3"})

    small_school(path, burden)


def some_schools(path: Path) -> None:
    """Two workbooks in a folder."""
    for name in ("noord", "zuid"):
        small_school(path.parent / f"{name}.xlsx")


def small_study(path: Path) -> None:
    """The study of that name, without its scenarios and with as little work as can be."""
    text = (STUDIES / path.name).read_text(encoding="utf-8").partition("[[scenario]]")[0]
    for key, value in SMALLER.items():
        text = re.sub(rf"^{key} = .*$", f"{key} = {value}", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def renamed_example(path: Path, names: Mapping[str, Mapping[str, Any]]) -> None:
    """The school with sheets and headers of its own."""
    book = load_workbook(io.BytesIO(_few_tasks()))
    for ours, own in names.items():
        sheet = book[ours]
        for row in sheet.iter_rows(max_row=FIRST_ROW):
            for cell in row:
                cell.value = own.get("kolommen", {}).get(cell.value, cell.value)
        sheet.title = own.get("blad", ours)
    book.save(path)


FILES: Mapping[str, Callable[[Path], object]] = {
    "Desktop": Path.mkdir,
    "mijn_school.xlsx": filled_in,
    "mijn_plan.xlsx": planned,
    "plan_vorig_jaar.xlsx": planned,
    "mijn_overzicht.xlsx": partial(write_overview, rows=THREE),
    "tickets.csv": partial(Path.write_text, data=TICKETS, encoding="utf-8"),
    "scholen/*.xlsx": some_schools,
    "inputs/studies/digisprong_klein.toml": small_study,
}
"""Files that the documentation opens."""
