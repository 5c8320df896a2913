"""Files of others through the whole program, twice: only what is ours differs, also to the eye."""

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import foreign_books
import own_layout
import pytest
from command_line import run
from foreign_books import PLAN_ROW, RESULTS, TASK_ROW, TASKS, decorated
from foreign_overviews import with_letters
from machine import needs
from office import Kept, converted, pages
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from package_files import parts_of
from sheet_xml import IsOurs, rest_of, sheet_parts
from task_columns import LETTERS
from written import OUTPUTS, opened

from optimizer.cli.exits import Exit

LISTED = frozenset({"[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels", "xl/styles.xml"})  # fmt: skip
"""Parts to which a sheet that is added is appended."""
FILTERS = frozenset({"xl/workbook.xml"})
"""The part that says how far the filters of our sheets reach: as far as this run has rows."""
LEAD = column_index_from_string(LETTERS["lead"])
TAGS = re.compile(rb"<[^>]+>|[^<]+")
COUNTS = re.compile(
    rb' (?:count|size)="\d+"|<vt:i4>\d+|fullCalcOnLoad="1"| xmlns:r="[^"]*"'
    rb"|(?<=FilterDatabase)[^<]*"
)
pytestmark = pytest.mark.filterwarnings("ignore")


@dataclass(frozen=True)
class Book:
    """A foreign workbook: how it is made, what is the program's in it, and what is printed."""

    make: Callable[[Path], Path]
    name: str
    ours: Mapping[str, IsOurs]
    refilled: frozenset[str]
    others: tuple[str, ...]
    columns: str = ""


def _between(first: int, last: int, rows: range) -> IsOurs:
    return lambda row, column: first <= column <= last and row in rows


def _by_libreoffice(path: Path) -> Path:
    needs("soffice")
    folder = path.parent / "bron"
    folder.mkdir()
    return converted("xlsx", [decorated(folder / path.name)], path.parent)[0]


TASK_ROWS = range(TASK_ROW + 1, TASK_ROW + len(TASKS) + 1)
OURS: Mapping[str, IsOurs] = {
    "Taken": _between(6, 5 + len(RESULTS), TASK_ROWS),
    "Scholen": lambda row, column: row < 3 and column > 3,
    "Verdeling": lambda row, column: row > PLAN_ROW and column != 14,
    "Per persoon": lambda row, column: row > 1 and column < 5,
}
OWN_ROWS = range(own_layout.FIRST_TASK, own_layout.FIRST_TASK + len(TASKS))
OWN: Mapping[str, IsOurs] = {
    "Wat er te doen is": lambda row, column: row in OWN_ROWS and column in (1, 2, 8, 9),
    "Campussen": lambda row, column: row < 3 and column > 3,
    "Plan": lambda row, column: row > 1,
}
REFILLED = frozenset({"Verdeling", "Per persoon"})
OTHERS = foreign_books.OTHER_SHEETS
BOOKS = {
    "macros": Book(decorated, "bron.xlsm", OURS, REFILLED, OTHERS),
    "libreoffice": Book(_by_libreoffice, "bron.xlsx", OURS, REFILLED, OTHERS),
    "own": Book(own_layout.own_layout, "bron.xlsx", OWN, frozenset({"Plan"}),
                own_layout.OTHER_SHEETS, own_layout.NAMES),
}  # fmt: skip


looked_at = pytest.mark.parametrize("chain", ["macros", "own"], indirect=True)
"""The books that differ to the eye: the third holds the same sheets and parts as the first."""


@dataclass(frozen=True)
class Chain:
    """A workbook, the plan written into it, the plan written into that, and once more in place."""

    book: Book
    source: Path
    once: Path
    twice: Path
    in_place: Path

    @property
    def steps(self) -> tuple[tuple[Path, Path], ...]:
        """Every workbook with what was made of it."""
        return (self.source, self.once), (self.once, self.twice), (self.twice, self.in_place)


@pytest.fixture(scope="module", params=BOOKS)
def chain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Chain:
    book = BOOKS[request.param]
    folder = tmp_path_factory.mktemp("keten")
    return chain_of(book, book.make(folder / book.name))


def chain_of(book: Book, source: Path) -> Chain:
    """Run the program three times; the last time in the workbook itself."""
    once, twice, last = (source.with_stem(stem) for stem in ("eerst", "weer", "plaats"))
    names = source.with_name("kolommen.toml")
    names.write_text(book.columns, encoding="utf-8")
    own = ("--kolommen", names) if book.columns else ()
    for before, after in ((source, once), (once, twice)):
        done = run("optimize", before, "-o", after, "--tijd", "1", *own)
        assert done.code == Exit.DONE, done.text
    shutil.copy(twice, last)
    done = run("optimize", last, "--in-place", "--tijd", "1", *own)
    assert done.code == Exit.DONE, done.text
    return Chain(book, source, once, twice, last)


def test_parts_that_are_not_ours_are_the_same(chain: Chain) -> None:
    assert spoilt_parts(chain) == []


def spoilt_parts(chain: Chain) -> list[str]:
    """Parts of another content than they may have.

    Only sheets of ours change, and tables on them; the first time sheets are listed too.
    """
    spoilt: list[str] = []
    for before, after in chain.steps:
        old, new = parts_of(before.read_bytes()), parts_of(after.read_bytes())
        places = sheet_parts(before)
        ours = {places[name] for name in (*chain.book.ours, *OUTPUTS) if name in places}
        changed = {name for name in old if old[name] != new.get(name)}
        tables = {name for name in changed if b'name="TPlan"' in old[name]}
        spoilt += changed - ours - tables - (LISTED if before == chain.source else FILTERS)
        spoilt += [name for name in changed & LISTED if not _is_only_added(old[name], new[name])]
        spoilt += [name for name in tables if _table(old[name]) != _table(new[name])]
        added = {name for name in new if name not in old}
        spoilt += added ^ {sheet_parts(after)[n] for n in set(sheet_parts(after)) - set(places)}
    return spoilt


def _is_only_added(old: bytes, new: bytes) -> bool:
    """Whether everything of the old part stands in the new one, in the same order."""
    kept, standing = (TAGS.findall(COUNTS.sub(b"", part)) for part in (old, new))
    following = iter(re.sub(rb"\s+", b" ", token) for token in standing)
    return all(_same(token) in map(_same, following) for token in kept)


def _same(token: bytes) -> bytes:
    return re.sub(rb"\s*/?>$", b">", re.sub(rb"\s+", b" ", token))


def _table(part: bytes) -> bytes:
    return re.sub(rb' (?:ref|totalsRowCount)="[^"]*"', b"", part)


def test_cells_that_are_not_ours_are_the_same(chain: Chain) -> None:
    assert spoilt_cells(chain) == []


def spoilt_cells(chain: Chain) -> list[str]:
    """Sheets, not ours alone, where the XML of all but our cells changed or is next to nothing."""
    spoilt: list[str] = []
    for before, after in chain.steps:
        old, new = parts_of(before.read_bytes()), parts_of(after.read_bytes())
        for sheet, ours in chain.book.ours.items():
            part = sheet_parts(before)[sheet]
            refilled = sheet in chain.book.refilled
            rests = [rest_of(each[part], ours, refilled=refilled) for each in (old, new)]
            if rests[0] != rests[1] or len(rests[0]) <= len(old[part]) / 5:
                spoilt.append(sheet)
    return spoilt


def test_the_plan_stands_in_the_columns_of_the_workbook(chain: Chain) -> None:
    book = opened(chain.in_place)
    own = ("Wat er te doen is", "A", "B")
    sheet, lead, hours = own if chain.book.columns else ("Taken", "F", "I")
    first = OWN_ROWS[0] if chain.book.columns else TASK_ROWS[0]
    found = [[book[sheet][f"{c}{first + n}"].value for c in (lead, hours)] for n in range(4)]
    assert [line[1] for line in found] == [task[3] for task in TASKS]
    assert {line[0] for line in found} == {"Noor Voorbeeld", "Bram Denkbeeld"}
    assert found[0][0] == "Noor Voorbeeld"
    before = opened(chain.source).sheetnames
    assert book.sheetnames[: len(before)] == before
    assert set(book.sheetnames[len(before) :]) <= set(OUTPUTS)


def test_notes_stay_beside_their_rows(chain: Chain) -> None:
    plan = opened(chain.in_place)["Plan" if chain.book.columns else "Verdeling"]
    lines = [[cell.value for cell in row] for row in plan.iter_rows()]
    headers = next(line for line in lines if "mijn nota" in line)
    task = headers.index("Volgnr" if chain.book.columns else "taak nr")
    notes = {line[task]: line[headers.index("mijn nota")] for line in lines}
    expected = {"T1": "!"} if chain.book.columns else {"T1": "niet vergeten", "D1": "eerst vragen"}
    assert {key: note for key, note in notes.items() if note and key in ("T1", "D1")} == expected


def test_what_is_replaced_in_place_is_kept(chain: Chain) -> None:
    kept = list(chain.in_place.parent.glob("plaats.*.bak.*"))
    assert [path.read_bytes() for path in kept] == [chain.twice.read_bytes()]


@looked_at
def test_libreoffice_prints_the_other_sheets_the_same(chain: Chain) -> None:
    needs("soffice", "pdftotext", "pdftoppm")
    prints = converted("pdf", (chain.source, chain.in_place), chain.source.parent / "druk")
    before, after = map(pages, prints)
    for sheet in chain.book.others:
        assert before[sheet], sheet
        assert after[sheet] == before[sheet], sheet


@looked_at
def test_libreoffice_keeps_what_it_kept(chain: Chain) -> None:
    needs("soffice")
    saved = converted("xlsx", (chain.source, chain.in_place), chain.source.parent / "terug")
    before, after = map(Kept.of, saved)
    assert after.sheets[: len(before.sheets)] == before.sheets
    assert {each for each in before.names if "_FilterDatabase" not in each[0]} <= after.names
    assert after.counts == before.counts
    assert before.counts["charts/chart"] > 1
    books = [load_workbook(path, data_only=True) for path in saved]
    for sheet in set(chain.book.others) & {each.title for each in books[0].worksheets}:
        values = [[list(row) for row in book[sheet].iter_rows(values_only=True)] for book in books]
        assert values[0] == values[1], sheet


def test_an_overview_goes_through_import_and_three_runs(tmp_path: Path) -> None:
    overview = with_letters(tmp_path / "overzicht.xlsx")
    content, source = overview.read_bytes(), tmp_path / "school.xlsx"
    assert run("import", overview, "-o", source).code == Exit.DONE
    assert overview.read_bytes() == content
    _fill_in(source)
    ours: Mapping[str, IsOurs] = {
        "Taken": lambda row, column: row > 3 and column >= LEAD,
        "Scholen": lambda row, column: row > 3 and column > 21,
        "Jaar": lambda row, column: row > 3 and column > 7,
    }
    chain = chain_of(Book(with_letters, source.name, ours, frozenset(), ()), source)
    assert spoilt_parts(chain) == []
    assert spoilt_cells(chain) == []
    tasks = opened(chain.in_place)["Taken"].iter_rows(min_row=4, values_only=True)
    assert sum(bool(row[LEAD - 1]) for row in tasks) > 40


def _fill_in(path: Path) -> None:
    """What the user types after an import: hours and levels of the people, counts of the school."""
    book = load_workbook(path)
    people, schools = book["Personen"], book["Scholen"]
    for row in range(4, 8):
        people[f"H{row}"] = 20
        for column in range(13, 28):
            people.cell(row, column).value = 3
    for letter, count in zip("DEF", (100, 100, 10), strict=True):
        schools[f"{letter}4"] = count
    book.save(path)
