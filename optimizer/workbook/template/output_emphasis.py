"""Which rows of the output sheets stand out, as conditions that Excel keeps up to date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.calendar_sheet import AVAILABLE, CALENDAR, PEOPLE, PLANNED
from optimizer.workbook.template.output_sheets import PER_PERSON, PER_SCHOOL, SUMMARY

ABOVE = "_above"


@dataclass(frozen=True)
class Emphasis:
    """Rows that look different as long as a condition holds.

    Attributes
    ----------
    condition
        An Excel formula in which `{unit}` is the cell of that column in the row itself, and
        `{unit_above}` the one above it. `{cell}` is the cell that is looked at, and `{cell_below}`
        the one below it: with these it is not the row that stands out, but cells of it.
    fill
        Background colour; none when empty.
    ink
        Colour of the text.
    bold
        Whether the text is bold.
    """

    condition: str
    fill: str = ""
    ink: str = "000000"
    bold: bool = False

    def formula(self, sheet: Sheet, letter: Callable[[str], str], row: int) -> str:
        """The condition for the first data row; `letter` tells where a column stands."""
        cells = {column.key: f"${letter(column.key)}{row}" for column in sheet.columns}
        above = {
            f"{column.key}{ABOVE}": f"${letter(column.key)}{row - 1}" for column in sheet.columns
        }
        first = letter(sheet.columns[0].key)
        itself = {"cell": f"{first}{row}", "cell_below": f"{first}{row + 1}"}
        return self.condition.format(**cells, **above, **itself)


SECTION = "{item}&{value}&{remark}={item}"
"""A row of the summary in which nothing stands but what comes below it."""
_CLUSTERS = ",".join(f'{{item}}="{word}"' for word in labels.CLUSTERS.values())
EMPHASES: Mapping[str, tuple[Emphasis, ...]] = {
    PER_PERSON.key: (Emphasis('{unit}<>""', ink=look.MUTED),),
    SUMMARY.key: (
        Emphasis(
            f'AND({{item}}<>"",{SECTION})', fill=look.RESULT_HEADER, ink=look.WHITE, bold=True
        ),
    ),
    # Half an hour is within what the shares can tell.
    CALENDAR.key: (
        Emphasis(
            f'AND({{part}}="{PEOPLE}",{{what}}="{PLANNED}",ISNUMBER({{cell}}),'
            "ISNUMBER({cell_below}),{cell}>{cell_below}+0.5)",
            fill=look.BAD,
        ),
        Emphasis(f'{{what}}="{AVAILABLE}"', ink=look.MUTED),
    ),
    PER_SCHOOL.key: (
        Emphasis(
            'AND({unit}<>"",{unit}<>{unit_above})',
            fill=look.RESULT_HEADER,
            ink=look.WHITE,
            bold=True,
        ),
        Emphasis(f'AND({{task}}="",OR({_CLUSTERS}))', fill=look.RESULT_CELL, bold=True),
    ),
}
