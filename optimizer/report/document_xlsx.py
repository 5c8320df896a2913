"""A text in blocks as an Excel workbook of one sheet."""

from collections.abc import Iterable, Iterator

from optimizer.report.document import Bars, Block, Bullets, Heading, Paragraph, Table
from optimizer.workbook.write.plain_book import Line, Look, plain_book


def xlsx_bytes(title: str, blocks: Iterable[Block]) -> bytes:
    """The text as an .xlsx file, tables as cells, to sort, add to and print."""
    return plain_book(title, (line for block in blocks for line in _lines(block)))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading(text, level):
            yield Line((text,), Look.TITLE if level == 1 else Look.HEADING)
        case Paragraph(text):
            yield Line((text,))
        case Bullets(items):
            for item in items:
                yield Line((item,))
        case Bars():
            yield from _lines(block.table)
        case Table(headers, rows):
            yield Line(headers, Look.HEADERS)
            for row in rows:
                yield Line(tuple(map(_number_or_text, row)), Look.CELLS)


def _number_or_text(text: str) -> str | float:
    """What reads as a number becomes one, so that Excel can add it up."""
    plain = text.replace(",", ".", 1)
    return float(plain) if plain.replace(".", "", 1).isdecimal() else text
