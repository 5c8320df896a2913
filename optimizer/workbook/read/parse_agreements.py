"""Rows of the agreements as they stand: what was agreed, and what the program had proposed."""

from collections.abc import Mapping

from models.problem import AgreementRow
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.agreements_sheet import AGREEMENTS, EDITABLE, PROPOSED

_BETWEEN = " | "
"""Between what is proposed for one column and for the next: no name holds it."""
_HEADERS = {key: AGREEMENTS.column(key).header for key in PROPOSED}


def parse_agreements(located: Located | None) -> tuple[AgreementRow, ...]:
    """Every row, in the order of the sheet; nothing without one."""
    if located is None:
        return ()
    return tuple(
        AgreementRow(
            unit=located.text(row, "unit"),
            part=located.text(row, "part"),
            cells={key: located.text(row, key) for key in EDITABLE},
            proposed=read_proposal(located.text(row, "proposal")),
        )
        for row in located.data_rows()
    )


def proposal_text(proposed: Mapping[str, str]) -> str | None:
    """What is proposed, in one cell; `read_proposal` reads it back."""
    parts = (f"{_HEADERS[key]}: {text}" for key, text in proposed.items() if text)
    return _BETWEEN.join(parts) or None


def read_proposal(text: str) -> dict[str, str]:
    """What was proposed, by key of its column; what somebody typed there is passed over."""
    keys = {fold(header): key for key, header in _HEADERS.items()}
    found = {}
    for part in text.split(_BETWEEN):
        header, _, names = part.partition(": ")
        if fold(header) in keys:
            found[keys[fold(header)]] = names
    return found
