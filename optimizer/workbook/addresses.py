"""Addresses of cells, between numbers and the letters that a person reads."""

from functools import cache

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
"""Column XFD; a worksheet of Excel 2007 or later ends here."""

Position = tuple[int, int]
"""Row and column, both counted from 1."""


@cache
def column_letters(column: int) -> str:
    """The letters of a column: `B` for 2, `AA` for 27.

    Left of the first column there are none: who looks at the neighbours of a cell comes there.
    """
    if column < 1:
        return ""
    before, last = divmod(column - 1, 26)
    return column_letters(before) + chr(ord("A") + last)


@cache
def column_number(letters: str) -> int:
    """The column of its letters, small or capital.

    Raises
    ------
    ValueError
        When there are other signs, or more letters than any column has.
    """
    if not (letters.isascii() and letters.isalpha() and len(letters) <= len("XFD")):
        raise ValueError(f"not the letters of a column: {letters!r}")
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def cell_name(position: Position) -> str:
    """The address of a position, such as `B7`."""
    row, column = position
    return f"{column_letters(column)}{row}"
