"""The files that are mutated: plain and rich, by several programs, filled in and solved."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import xlsxwriter
from command_line import PROGRAM, run_apart
from easy_books import minimal
from overviews import OVERVIEWS
from package_files import hand_made, rich_workbook, sheet_xml
from rich_workbook import write_rich
from small_school import EXAMPLE, INPUTS, TEMPLATE, small_school

Make = Callable[[Path], object]
"""Writes a seed to a path."""
_PATIENCE_SECONDS = 240


@dataclass(frozen=True)
class Seed:
    """A way to make a file, and how often it is chosen against the others."""

    make: Make
    weight: int = 4


def _planned(path: Path) -> None:
    """The small school with its plan, made elsewhere: after a solver this process may not fork."""
    source = small_school(path.with_name("bron.xlsx"))
    done = run_apart(PROGRAM, "optimize", source, "-o", path, "--deterministic")
    assert done.code == 0, done.text


def _by_xlsxwriter(path: Path) -> None:
    """The smallest problem, with what XlsxWriter writes otherwise than openpyxl."""
    book = xlsxwriter.Workbook(str(path))
    bold = book.add_format({"bold": True, "bg_color": "#7030A0", "locked": False})
    for name, lines in minimal().items():
        sheet = book.add_worksheet(name)
        sheet.set_column(0, 20, 14, bold if name == "Scholen" else None, {"level": 1})
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    tasks = book.get_worksheet_by_name("Taken")
    assert tasks is not None
    tasks.write_row(0, 5, ["Verantwoordelijke", "Uren gepland", "mijn som"])
    tasks.write_formula("H2", "=G2*2", None, 80)
    tasks.write_dynamic_array_formula("J2", "=SORT(A2:A3)", None, "T1")
    tasks.write_comment("C2", "vraag Noor")
    tasks.write_rich_string("C3", "niet ", bold, "vergeten")
    tasks.data_validation("E2:E9", {"validate": "list", "source": ["netwerk:2"]})
    tasks.conditional_format("D2:D9", {"type": "data_bar", "data_bar_2010": True})
    tasks.autofilter("A1:H3")
    _decorate(book)
    book.close()


def _decorate(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Noor's nota")
    sheet.add_table("A1:B3", {"data": [["a", 1], ["b", 2]], "total_row": True})
    sheet.merge_range("D1:E2", "samen")
    sheet.insert_textbox("C5", "Vergadering")
    sheet.insert_checkbox("F1", True)
    sheet.add_sparkline("F2", {"range": "Taken!D2:D4"})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Taken!$D$2:$D$4"})
    sheet.insert_chart("G5", chart)
    sheet.protect("geheim")
    book.define_name("MijnUren", "=Taken!$G$2:$G$9")
    book.add_worksheet("Diep").very_hidden()


def _hand_made(path: Path) -> None:
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="str"><v>{title}</v></c></row>'
        for number, title in enumerate(("Taak", "Firewall beheren", "Printers herstellen"), start=1)
    )
    path.write_bytes(hand_made(sheet_xml(rows)))


def _by_libreoffice(make: Make, path: Path) -> None:
    """Another seed as LibreOffice saves it."""
    folder = path.parent / "bron"
    folder.mkdir()
    make(folder / path.name)
    home = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(path.parent)]
    source = str(folder / path.name)
    subprocess.run([*command, source], check=True, capture_output=True, timeout=_PATIENCE_SECONDS)


def _copy_of(source: Path) -> Seed:
    return Seed(partial(shutil.copyfile, source), weight=1)


SEEDS: Mapping[str, Seed] = {
    "school": Seed(small_school, weight=10),
    "planned": Seed(_planned, weight=9),
    "xlsxwriter": Seed(_by_xlsxwriter, weight=9),
    "package": Seed(lambda path: path.write_bytes(rich_workbook()), weight=1),
    "hand": Seed(_hand_made, weight=1),
    "template": _copy_of(TEMPLATE),
    "example": _copy_of(EXAMPLE),
    **{f"overview-{name.replace(' ', '-')}": Seed(make, 2) for name, make in OVERVIEWS.items()},
}
"""What can be made everywhere, in a moment, and is solved in a second."""
LARGE: Mapping[str, Seed] = {
    "rich": Seed(write_rich, weight=1),
    "group": _copy_of(INPUTS / "voorbeeld_groep.xlsx"),
    "libreoffice-school": Seed(partial(_by_libreoffice, small_school), weight=6),
    "libreoffice-xlsxwriter": Seed(partial(_by_libreoffice, _by_xlsxwriter), weight=4),
    "libreoffice-overview": Seed(partial(_by_libreoffice, OVERVIEWS["bands"]), weight=2),
}
"""What costs more, or needs LibreOffice: for the long run."""
ALL = {**SEEDS, **LARGE}


def long_run_seeds() -> dict[str, Seed]:
    """Every seed that this machine can make."""
    has_office = shutil.which("soffice") is not None
    return {n: s for n, s in ALL.items() if has_office or not n.startswith("libreoffice")}


@cache
def content_of(name: str) -> bytes:
    """The file of a seed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zaad.xlsx"
        ALL[name].make(path)
        return path.read_bytes()
