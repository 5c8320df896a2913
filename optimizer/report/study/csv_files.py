"""Tables of a study as CSV: as Excel with Dutch settings reads it, or as the world does."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import pandas as pd

from optimizer.report.study.words import WHY, header
from optimizer.workbook.read.csv_text import FORMULA_SIGNS, TEXT_SIGN

LONGEST_NAME = 32
"""Letters of a name of a column that Stata takes; R and SPSS take more."""


class CsvForm(StrEnum):
    """How a CSV is written."""

    DUTCH = "be"
    INTERNATIONAL = "int"


def csv_text(table: pd.DataFrame, form: CsvForm, *, headers: bool = True) -> str:
    """A table as text.

    The Dutch form has Dutch names, semicolons and decimal commas, and a text is never taken for a
    formula. The international one has English names of at most 32 letters, digits and `_`, commas
    and decimal points, and texts as they are.
    """
    if form is CsvForm.INTERNATIONAL:
        shown = table.rename(columns=english)
        return str(shown.to_csv(index=False, header=headers, lineterminator="\n"))
    shown = table.assign(no_interval=table["no_interval"].map(WHY)) if _has_why(table) else table
    shown = shown.rename(columns=header).apply(_safe)
    return str(
        shown.to_csv(index=False, header=headers, sep=";", decimal=",", lineterminator="\r\n")
    )


def _has_why(table: pd.DataFrame) -> bool:
    return "no_interval" in table


def english(key: str) -> str:
    """The name of a column for other programs: the key of the program, without dots."""
    return key.removeprefix("factor.").replace(".", "_")


def write_stream(path: Path, frames: Iterable[pd.DataFrame], form: CsvForm) -> None:
    """Write a table that comes in parts, of which one is in memory at a time.

    What stands there already stays until all of it is written.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    beside = path.with_name(f".{path.name}.tmp")
    encoding = "utf-8" if form is CsvForm.INTERNATIONAL else "utf-8-sig"
    with beside.open("w", encoding=encoding, newline="") as stream:
        for place, frame in enumerate(frames):
            stream.write(csv_text(frame, form, headers=not place))
    beside.replace(path)


def _safe(column: "pd.Series[str]") -> "pd.Series[str]":
    if not pd.api.types.is_string_dtype(column):
        return column
    risky = column.str.startswith(FORMULA_SIGNS).fillna(value=False)
    return column.mask(risky, TEXT_SIGN + column)
