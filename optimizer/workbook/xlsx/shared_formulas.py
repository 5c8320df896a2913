"""Shared formulas whose master cell is overwritten become plain formulas in their other cells."""

from collections.abc import Container
from xml.sax.saxutils import escape

from openpyxl.formula.translate import Translator

from optimizer.workbook.addresses import Position, cell_name
from optimizer.workbook.xlsx.sheet_index import SharedFormula, SheetIndex
from optimizer.workbook.xlsx.xml_document import Document, Element, Splice, set_attributes


def expand_shared(index: SheetIndex, overwritten: Container[Position]) -> list[Splice]:
    """Splices that give each dependant of an overwritten master its own formula."""
    return [
        _expand(index.document, shared, position, formula)
        for master, shared in index.shared.items()
        if master in overwritten
        for position, formula in shared.dependants.items()
        if position not in overwritten
    ]


def _expand(
    document: Document, shared: SharedFormula, position: Position, formula: Element
) -> Splice:
    tag = document.data[formula.start : formula.open_end]
    plain = set_attributes(tag, {"t": None, "si": None, "ref": None})
    opened = plain[:-1].rstrip(b"/").rstrip()
    end = f"</{formula.prefix}f>"
    text = escape(_translate(shared, position))
    return formula.start, formula.end, opened + f">{text}{end}".encode()


def _translate(shared: SharedFormula, position: Position) -> str:
    translator = Translator(f"={shared.text}", origin=cell_name(shared.master))
    return str(translator.translate_formula(cell_name(position)))[1:]
