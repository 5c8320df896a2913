"""Ranges that follow the data rows of an owned sheet: filters, tables, validations, formats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from optimizer.workbook.addresses import Position
from optimizer.workbook.xlsx.cell_range import CellRange
from optimizer.workbook.xlsx.new_sheet import FILTER_NAME
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.xml_document import Document, Element, Splice, apply_splices

_LAST_ROW = re.compile(r"(\$?[A-Z]+\$?)(\d+)(:\$?[A-Z]+\$?)(\d+)$")


@dataclass(frozen=True)
class DataRows:
    """The data rows of an owned sheet.

    Attributes
    ----------
    first, last
        The first and the last one now.
    previous_last
        The last one before this session.
    filtered_to
        The last row that filters of tables, whose criteria go, may have hidden; 0 for none.
    """

    first: int
    last: int
    previous_last: int
    filtered_to: int = 0

    def follows(self, element: Element) -> bool:
        """Whether the range of a filter or table starts at the header row."""
        area = CellRange.parse(element.get("ref"))
        return area is not None and area.min_row == self.first - 1

    def header_range(self, text: str) -> str:
        """A range that starts at the header row, ended at the last data row; others unchanged."""
        area = CellRange.parse(text)
        if area is None or area.min_row != self.first - 1:
            return text
        return str(replace(area, max_row=self.last))

    def sort_range(self, text: str) -> str:
        """A range that starts at the first data row, ended at the last; others unchanged."""
        area = CellRange.parse(text)
        if area is None or area.min_row != self.first:
            return text
        return str(replace(area, max_row=self.last))

    def covering_ranges(self, text: str) -> str:
        """Space-separated ranges; those that covered all data rows reach the last one now.

        They are never made shorter: a validation that the user prepared further down stays.
        """
        return " ".join(self._covering(part) for part in text.split())

    def covering_text(self, text: str) -> str:
        """The same, with the white space as it was when no range changes."""
        fitted = self.covering_ranges(text)
        return text if fitted.split() == text.split() else fitted

    def _covering(self, text: str) -> str:
        area = CellRange.parse(text)
        if area is None or area.min_row > self.first or area.max_row < self.previous_last:
            return text
        return str(replace(area, max_row=max(area.max_row, self.last)))


def widen_dimension(document: Document, positions: Iterable[Position]) -> list[Splice]:
    """Splices that let the `dimension` of a worksheet part hold all these positions."""
    dimension = document.root.first("dimension")
    area = CellRange.parse(dimension.get("ref")) if dimension else None
    if dimension is None or area is None:
        return []
    return _set_when_new(document, dimension, "ref", str(area.including(positions)))


def fit_sheet(document: Document, rows: DataRows) -> list[Splice]:
    """Splices for the filter, validations and conditional formats of a worksheet part."""
    splices = fit_filters(document, rows)
    frame = (child for child in document.root.children if child.name != "sheetData")
    for element in (each for child in frame for each in child.walk()):
        if element.name in ("dataValidation", "conditionalFormatting"):
            fitted = rows.covering_ranges(element.get("sqref"))
            splices += _set_when_new(document, element, "sqref", fitted)
            # Those of Excel 2010 and later hold their ranges in a child of another namespace.
            for holder in (child for child in element.children if child.name == "sqref"):
                splices += document.reworded(holder, lambda text, _: rows.covering_text(text))
    return splices


def fit_filters(document: Document, rows: DataRows) -> list[Splice]:
    """Splices for the `autoFilter` and `sortState` of a worksheet or table part.

    A filter that follows the data loses its criteria, which were chosen for the old rows.
    """
    splices: list[Splice] = []
    holders = [document.root, *document.root.all("autoFilter")]
    for sort_state in (state for holder in holders for state in holder.all("sortState")):
        fitted = rows.sort_range(sort_state.get("ref"))
        splices += _set_when_new(document, sort_state, "ref", fitted)
    for auto_filter in document.root.all("autoFilter"):
        if not rows.follows(auto_filter):
            continue
        fitted = rows.header_range(auto_filter.get("ref"))
        splices += _set_when_new(document, auto_filter, "ref", fitted)
        criteria = _criteria(auto_filter)
        splices += [(column.start, column.end, b"") for column in criteria]
    return splices


def _criteria(auto_filter: Element) -> list[Element]:
    return [column for column in auto_filter.all("filterColumn") if column.children]


def filtered_to(document: Document, rows: DataRows) -> int:
    """The last row that filters which lose their criteria may have hidden; 0 when none does."""
    lost = (e for e in document.root.all("autoFilter") if rows.follows(e) and _criteria(e))
    areas = (CellRange.parse(each.get("ref")) for each in lost)
    return max((area.max_row for area in areas if area is not None), default=0)


def with_tables(parts: Parts, sheet_part: str, rows: DataRows) -> DataRows:
    """The rows, with what the tables of the sheet tell: a total row was none, filters hid some."""
    known = (parts.known(name) for name in parts.related(sheet_part, "table"))
    tables = [table for table in known if table is not None and rows.follows(table.root)]
    totalled = (t.root for t in tables if t.root.get("totalsRowCount", "0") != "0")
    areas = (CellRange.parse(root.get("ref")) for root in totalled)
    ends = [area.max_row - 1 for area in areas if area is not None]
    return replace(
        rows,
        previous_last=max(rows.first, min([rows.previous_last, *ends])),
        filtered_to=max((filtered_to(table, rows) for table in tables), default=0),
    )


def fit_tables(parts: Parts, sheet_part: str, rows: DataRows) -> None:
    """Fit the tables of a sheet whose header stands right above the data rows.

    A total row would lie under the new data, so it is switched off, as Excel does it: the
    definition of the totals stays and the user can switch it on again.
    """
    for name in parts.related(sheet_part, "table"):
        document = parts.known(name)
        if document is None or not rows.follows(document.root):
            continue
        fitted = rows.header_range(document.root.get("ref"))
        totals = {"totalsRowCount": None} if document.root.get("totalsRowCount") else {}
        splices = document.rewrite(document.root, {"ref": fitted, **totals})
        splices += fit_filters(document, rows)
        parts.write(name, apply_splices(document.data, splices))


def fit_filter_name(parts: Parts, workbook: str, sheet_number: int, rows: DataRows) -> None:
    """Fit the hidden defined name that repeats the range of a sheet's filter."""
    document = parts.document(workbook)
    holder = document.root.first("definedNames")
    for name in holder.all("definedName") if holder else ():
        if (name.get("name"), name.get("localSheetId")) != (FILTER_NAME, str(sheet_number)):
            continue
        splices = document.reworded(name, lambda text, _: _fit_filter_text(text, rows))
        parts.write(workbook, apply_splices(document.data, splices))


def _fit_filter_text(text: str, rows: DataRows) -> str:
    match = _LAST_ROW.search(text)
    if match is None or int(match[2]) != rows.first - 1:
        return text
    return f"{text[: match.start(4)]}{rows.last}"


def _set_when_new(document: Document, element: Element, name: str, value: str) -> list[Splice]:
    if value.split() == element.get(name).split():
        return []
    return document.rewrite(element, {name: value})
