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
    """The first and the last data row now, and the last one before this session."""

    first: int
    last: int
    previous_last: int

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
            holders = (child for child in element.children if child.name == "sqref")
            splices += [splice for child in holders for splice in _fit_text(document, child, rows)]
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


def loses_criteria(document: Document, rows: DataRows) -> bool:
    """Whether a filter that follows the data has criteria."""
    return any(rows.follows(each) and _criteria(each) for each in document.root.all("autoFilter"))


def above_totals(parts: Parts, sheet_part: str, rows: DataRows) -> DataRows:
    """The rows with the last one before this session right: a table's total row was none."""
    roots = [parts.document(name).root for name in parts.related(sheet_part, "table")]
    areas = (
        CellRange.parse(root.get("ref"))
        for root in roots
        if rows.follows(root) and root.get("totalsRowCount", "0") != "0"
    )
    ends = [area.max_row - 1 for area in areas if area is not None]
    return replace(rows, previous_last=max(rows.first, min([rows.previous_last, *ends])))


def fit_tables(parts: Parts, sheet_part: str, rows: DataRows) -> None:
    """Fit the tables of a sheet whose header stands right above the data rows.

    A total row would lie under the new data, so it is switched off, as Excel does it: the
    definition of the totals stays and the user can switch it on again.
    """
    for name in parts.related(sheet_part, "table"):
        document = parts.document(name)
        if not rows.follows(document.root):
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
        fitted = _fit_filter_text(document.inner(name).decode(), rows).encode()
        splice = (name.open_end, name.close_start, fitted)
        parts.write(workbook, apply_splices(document.data, [splice]))


def _fit_filter_text(text: str, rows: DataRows) -> str:
    match = _LAST_ROW.search(text)
    if match is None or int(match[2]) != rows.first - 1:
        return text
    return f"{text[: match.start(4)]}{rows.last}"


def _fit_text(document: Document, element: Element, rows: DataRows) -> list[Splice]:
    text = document.inner(element).decode()
    fitted = rows.covering_ranges(text)
    if fitted.split() == text.split():
        return []
    return [(element.open_end, element.close_start, fitted.encode())]


def _set_when_new(document: Document, element: Element, name: str, value: str) -> list[Splice]:
    if value.split() == element.get(name).split():
        return []
    return document.rewrite(element, {name: value})
