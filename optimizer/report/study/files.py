"""The files of a study: tables as CSV and Parquet, drawings, and the page."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pandas as pd

from optimizer.report.study.drawings import dots_file
from optimizer.report.study.page import StudyFacts, render_study, study_dots
from optimizer.report.study.words import header
from optimizer.workbook.read.csv_text import FORMULA_SIGNS, TEXT_SIGN
from optimizer.workbook.write.storage import write_file

RESULTS, PAGE = "resultaten", "studie.html"
MEANS, DIFFERENCES, PROOF = "samenvatting", "verschillen", "bewijs"


def write_runs(folder: Path, runs: pd.DataFrame) -> None:
    """The results, a row per run, as CSV and as Parquet; see `write_file` for the errors."""
    write_file(folder / f"{RESULTS}.csv", csv_bytes(runs))
    stream = BytesIO()
    _renamed(runs).to_parquet(stream, engine="pyarrow", index=False)
    write_file(folder / f"{RESULTS}.parquet", stream.getvalue())


def write_summary(
    folder: Path,
    facts: StudyFacts,
    means: pd.DataFrame,
    differences: pd.DataFrame,
    proof: pd.DataFrame,
) -> None:
    """The tables of the summary, a drawing each, and the page; see `write_file` for the errors."""
    tables: Mapping[str, pd.DataFrame] = {MEANS: means, DIFFERENCES: differences, PROOF: proof}
    for name, table in tables.items():
        write_file(folder / f"{name}.csv", csv_bytes(table))
    for dots in study_dots(means, differences):
        write_file(folder / f"{dots.name}.svg", dots_file(dots))
    write_file(folder / PAGE, render_study(facts, means, differences, proof).encode())


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table as Excel with Dutch settings reads it; a text is never taken for a formula."""
    shown = _renamed(table).apply(_safe)
    text: str = shown.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns=header)


def _safe(column: "pd.Series[str]") -> "pd.Series[str]":
    if not pd.api.types.is_string_dtype(column):
        return column
    risky = column.str.startswith(FORMULA_SIGNS).fillna(value=False)
    return column.mask(risky, TEXT_SIGN + column)
