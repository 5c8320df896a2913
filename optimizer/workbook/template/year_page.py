"""The sheet of the year in a new workbook: free days by the rule, peaks, and the months."""

from collections.abc import Iterator
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from models.school_calendar import FreePeriod
from models.vocabulary import YearRowKind
from models.work_days import first_year, year_of
from models.year_rows import Peak, YearRows
from optimizer.workbook import labels
from optimizer.workbook.read.record_cells import CellValue, cell_value, joined
from optimizer.workbook.template.cell_rules import add_column_rules
from optimizer.workbook.template.input_pages import start_page, write_records
from optimizer.workbook.template.sheet_layout import Layout, set_up_page
from optimizer.workbook.template.year_sheet import DEFAULT_PEAKS, YEAR

_HEADER_ROW = 3
_FIRST_DAY_OF_EXCEL = date(1899, 12, 30)
"""Excel counts days from here, its leap year 1900 included."""
YEAR_LAYOUT = Layout(YEAR, YEAR.columns, _HEADER_ROW)

Cells = dict[str, CellValue]


def build_year(sheet: Worksheet, year: YearRows, school_year: str) -> None:
    """Fill the sheet of the year, with empty rows for free days of the school."""
    layout = YEAR_LAYOUT
    start_page(sheet, layout, YEAR.name, YEAR.help, height=34)
    write_records(sheet, layout, _rows(year, school_year))
    add_column_rules(sheet, layout, [column for column in layout.columns if not column.result])
    heading = f"ICT-taken, schooljaar {school_year}"
    set_up_page(sheet, layout.header_row, heading, freeze="C4")


def _rows(year: YearRows, school_year: str) -> Iterator[Cells]:
    for period in _holidays(year, school_year):
        yield _period(YearRowKind.HOLIDAY, period)
    for period in year.own:
        yield _period(YearRowKind.FREE_DAY, period)
    for word, peak in (year.peaks or DEFAULT_PEAKS).items():
        yield _peak(word, peak)
    for name in labels.MONTHS.values():
        yield {"kind": labels.YEAR_ROWS[YearRowKind.MONTH], "name": name}


def _holidays(year: YearRows, school_year: str) -> tuple[FreePeriod, ...]:
    """Those that the workbook states, else those of the rule; none without a school year."""
    if year.holidays is not None:
        return year.holidays
    found = year_of(school_year, YearRows()) if first_year(school_year) else None
    return () if found is None else found.free


def _period(kind: YearRowKind, period: FreePeriod) -> Cells:
    begins, ends = ((day - _FIRST_DAY_OF_EXCEL).days for day in (period.first, period.last))
    word = labels.YEAR_ROWS[kind]
    return {"kind": word, "name": period.name, "begins": begins, "ends": ends}


def _peak(word: str, peak: Peak) -> Cells:
    months = [labels.MONTHS[month] for month in sorted(peak.months)]
    return {
        "kind": labels.YEAR_ROWS[YearRowKind.PEAK],
        "name": word,
        "months": joined(months),
        "factor": cell_value(peak.factor),
        "standby": cell_value(peak.standby),
    }
