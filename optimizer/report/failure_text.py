"""What a user reads when something cannot be done: one sentence or more per cause."""

from models.errors import (
    InfeasibleError,
    InvalidProblemError,
    NoSolutionError,
    VerificationError,
    WorkbookError,
)
from optimizer.report.conflict_text import describe_conflict, no_plan
from optimizer.report.console_text import issue_lines
from optimizer.report.text import describe_workbook_error

NOTHING_FOUND = "Geen plan gevonden binnen de tijdslimiet. Geef meer tijd (tijdslimiet)."
INTERNAL = (
    "Dit is een fout van het programma, niet van u. Er is niets geschreven. Meld ze bij de makers "
    "met deze regel: {kind}."
)


def failure_lines(failure: Exception) -> tuple[str, ...]:
    """The sentences for an error, without any content of the workbook where it is our own."""
    match failure:
        case WorkbookError():
            return (describe_workbook_error(failure),)
        case InvalidProblemError():
            return tuple(issue_lines(failure.issues))
        case InfeasibleError():
            told = describe_conflict(failure.data, failure.conflict)
            return (no_plan(failure.conflict), *told)
        case NoSolutionError():
            return (NOTHING_FOUND,)
        case VerificationError():
            return (INTERNAL.format(kind=f"{type(failure).__name__}: {failure}"),)
        case _:
            return (INTERNAL.format(kind=type(failure).__name__),)
