"""The texts of a workbook: joined from their runs, as Excel shows them."""

import re
from collections.abc import Iterable

from optimizer.workbook.read.budget import Budget
from optimizer.workbook.xlsx.cell_xml import MAX_TEXT
from optimizer.workbook.xlsx.xml_events import Node, read_events

_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n?")
_LONE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text that a cell shows.

    Excel writes a character that XML cannot hold, and a carriage return, as `_xHHHH_`, in UTF-16:
    a character of a higher plane takes two of them.
    """
    if "_x" in text:
        text = _CODE.sub(lambda code: chr(int(code[1], 16)), text)
        if _LONE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _LINE_END.sub("\n", text) if "\r" in text else text


class Pieces:
    """The character data of one text; what is longer than Excel's longest text is dropped."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._room = MAX_TEXT

    def add(self, data: str) -> None:
        """One more piece."""
        if self._room > 0:
            self._pieces.append(data[: self._room])
            self._room -= len(data)

    def take(self) -> str:
        """The text so far; the next piece begins a new one."""
        text = "".join(self._pieces)
        self._pieces, self._room = [], MAX_TEXT
        return text

    def runs(self) -> dict[str, Node]:
        """The children of an element with such a text: plain, or in runs of one format each.

        How it is pronounced (`rPh`) is no part of it.
        """
        leaf = Node(text=self.add)
        return {"t": leaf, "r": Node({"t": leaf})}


def read_shared(chunks: Iterable[bytes], part: str, budget: Budget) -> list[str]:
    """The texts that cells point at by number.

    Raises
    ------
    WorkbookError
        What `read_events` and `Budget` raise.
    """
    texts: list[str] = []
    pieces = Pieces()

    def keep() -> None:
        texts.append(plain(pieces.take()))
        budget.take_text(texts[-1])

    read_events(chunks, part, "sst", Node({"si": Node(pieces.runs(), closed=keep)}))
    return texts
