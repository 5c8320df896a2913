"""How much of a workbook is taken into memory before it is too large to be read safely."""

from dataclasses import dataclass

from models.errors import WorkbookError

MAX_CELLS = 1_000_000
"""Filled cells of a workbook; one takes some 400 bytes, so this is less than half a gigabyte."""
MAX_CHARACTERS = 32 * 2**20
"""Characters of all texts, a shared one as often as cells show it: whoever looks at the cells
reads it as often."""
MAX_MARKUP = 128 * 2**20
"""Bytes of all worksheet parts, empty cells included: a parser takes ten seconds for so much."""
_WEIGHT = 64
"""Bytes that a text takes besides its characters."""


@dataclass
class Budget:
    """What may still be taken into memory."""

    cells: int = MAX_CELLS
    characters: int = MAX_CHARACTERS
    stored: int = 2 * MAX_CHARACTERS
    markup: int = MAX_MARKUP

    def take_sheet(self, size: int) -> None:
        """A worksheet part of so many bytes; `WorkbookError` `too-large`."""
        if size > self.markup:
            raise WorkbookError("too-large", size=size, limit=MAX_MARKUP)
        self.markup -= size

    def take_text(self, text: str) -> None:
        """One text to keep, however many cells will show it; `WorkbookError` `too-large`."""
        self.stored -= len(text) + _WEIGHT
        if self.stored < 0:
            raise WorkbookError("too-large", limit=2 * MAX_CHARACTERS)

    def take_cell(self, text_length: int) -> None:
        """One filled cell that shows a text of this length; `WorkbookError` `too-large`."""
        self.cells -= 1
        self.characters -= text_length
        if self.cells < 0 or self.characters < 0:
            raise WorkbookError("too-large", limit=MAX_CELLS)

    def give_back(self, before: "Budget") -> None:
        """Be as before a sheet that turned out not to be kept."""
        self.cells, self.characters = before.cells, before.characters
