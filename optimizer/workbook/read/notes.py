"""The comments on the cells of a sheet."""

from collections.abc import Iterable

from optimizer.workbook.addresses import Position
from optimizer.workbook.read.texts import Pieces, plain
from optimizer.workbook.xlsx.cell_range import CellRange
from optimizer.workbook.xlsx.xml_events import Node, read_events


def read_notes(chunks: Iterable[bytes], part: str) -> dict[Position, str]:
    """The text of each comment of a comments part, by the cell that it is on.

    Raises
    ------
    WorkbookError
        What `read_events` raises.
    """
    notes: dict[Position, str] = {}
    pieces = Pieces()
    place = ""

    def begin(comment: dict[str, str]) -> None:
        nonlocal place
        place = comment.get("ref", "")

    def keep() -> None:
        cell = CellRange.parse(place)
        text = plain(pieces.take())
        if cell is not None and text:
            notes[cell.min_row, cell.min_column] = text

    comment = Node({"text": Node(pieces.runs())}, opened=begin, closed=keep)
    read_events(chunks, part, "comments", Node({"commentList": Node({"comment": comment})}))
    return notes
