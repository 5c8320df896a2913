"""Whatever stands in the cells, reading and checking end in sentences, never in a crash."""

from datetime import datetime
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from models.issues import CellRef
from models.validation import validate
from optimizer.report.text import describe_issue
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawCell, RawSheet, RawWorkbook
from optimizer.workbook.template.input_sheets import INPUT_SHEETS, SETTINGS
from optimizer.workbook.template.output_sheets import ALLOCATION
from optimizer.workbook.template.setting_rows import SETTING_ROWS

# Workbooks shrink too slowly to be worth it.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
SHEETS = (*INPUT_SHEETS, ALLOCATION)
WORDS = (
    "S1", "S2", "GROEP", "CENTRAAL", "*", "P1", "T1", "ja", "nee", "max", "x", "alle", "HSO",
    "master", "TICT", "technisch", "netwerk:2", "groep", "school", "vast", "nooit", "uren",
    "verantwoordelijke", "back-up", "uitbesteed", "WERKING S1", "ICT S1", "1,5", "-3", "1.250",
    "100 %", "Totaal", "korrel", "verplicht", "pedagogisch-didactisch",
    "berekend", "basis", "secundair",
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(WORDS),
    st.integers(-5, 120),
    st.sampled_from([0.5, 0.1 + 0.2, 1e300, -1e-9]),
    st.none(),
    st.booleans(),
    st.just(datetime(2026, 1, 5)),
    st.text(max_size=4),
)
CELLS = st.builds(
    RawCell,
    where=st.just(CellRef("Blad", "A1")),
    value=VALUES,
    formula=st.booleans(),
    computed=st.sampled_from([True, True, True, False]),
    is_error=st.sampled_from([False, False, False, True]),
    is_percent=st.booleans(),
    struck=st.sampled_from([False, False, True]),
    fill=st.sampled_from([None, "7030A0", "FFFFFF"]),
)


def _sheets(sheet: Sheet) -> st.SearchStrategy[RawSheet]:
    headers = [column.header for column in sheet.columns] + ["netwerk", "eigen kolom"]
    header = {
        i: RawCell(CellRef(sheet.name, "A1"), text) for i, text in enumerate(headers, start=1)
    }
    row = st.dictionaries(st.integers(1, len(headers)), CELLS, max_size=len(headers))
    return st.lists(row, max_size=4).map(
        lambda rows: RawSheet(sheet.name, {1: header, **dict(enumerate(rows, start=2))})
    )


BOOKS = st.tuples(*(_sheets(sheet) for sheet in SHEETS)).map(
    lambda sheets: RawWorkbook(Path("boek.xlsx"), sheets)
)


@settings(max_examples=100, phases=PHASES)
@given(BOOKS)
def test_any_cells_end_in_sentences(raw: RawWorkbook) -> None:
    data, issues = parse_workbook(raw)
    assert data is not None
    for issue in (*issues, *validate(data)):
        assert describe_issue(issue)


@settings(max_examples=50, phases=PHASES)
@given(st.lists(CELLS, min_size=len(SETTING_ROWS), max_size=len(SETTING_ROWS)))
def test_any_settings_end_in_sentences(cells: list[RawCell]) -> None:
    rows = {1: ("sleutel", "waarde")} | {
        i: (setting.key, cells[i - 2]) for i, setting in enumerate(SETTING_ROWS, start=2)
    }
    sheet = RawSheet("Instellingen", {i: _pair(*row) for i, row in rows.items()})
    headers = [
        RawSheet(known.name, {1: dict(enumerate(map(_text, _names(known)), start=1))})
        for known in INPUT_SHEETS
        if known is not SETTINGS
    ]
    data, issues = parse_workbook(RawWorkbook(Path("boek.xlsx"), (sheet, *headers)))
    assert data is not None
    assert all(describe_issue(issue) for issue in (*issues, *validate(data)))


def _names(sheet: Sheet) -> list[str]:
    return [column.header for column in sheet.columns]


def _text(text: str) -> RawCell:
    return RawCell(CellRef("Blad", "A1"), text)


def _pair(key: str, value: str | RawCell) -> dict[int, RawCell]:
    return {1: _text(key), 2: value if isinstance(value, RawCell) else _text(value)}
