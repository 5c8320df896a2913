"""Letters of columns: as openpyxl has them, on both sides of every edge."""

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter

from optimizer.workbook.addresses import MAX_COLUMN, cell_name, column_letters, column_number


@pytest.mark.parametrize("column", [1, 2, 26, 27, 52, 53, 702, 703, MAX_COLUMN])
def test_a_column_and_its_letters(column: int) -> None:
    letters = get_column_letter(column)
    assert column_letters(column) == letters
    assert column_number(letters) == column_number(letters.lower()) == column


def test_left_of_the_first_column_there_are_no_letters() -> None:
    assert column_letters(0) == ""


def test_the_last_column_is_xfd_in_row_7() -> None:
    assert cell_name((7, MAX_COLUMN)) == "XFD7"


@pytest.mark.parametrize("letters", ["", "A1", "$A", "É", "ABCD", "A A"])
def test_what_is_no_column_is_refused_as_openpyxl_does(letters: str) -> None:
    for read in (column_number, column_index_from_string):
        with pytest.raises(ValueError):
            read(letters)
