"""Exit codes, and how every error becomes a message and a code: never a traceback."""

import functools
import traceback
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import ParamSpec

import click

from models.errors import (
    InfeasibleError,
    InvalidProblemError,
    NoSolutionError,
    VerificationError,
    WorkbookError,
)
from models.issues import Issue
from optimizer.run.series_errors import SeriesError


class Exit(IntEnum):
    """What the program's exit code means."""

    DONE = 0
    INTERNAL = 1
    USAGE = 2
    INVALID = 3
    INFEASIBLE = 4
    NOTHING_FOUND = 5
    SOME_FAILED = 6


EXIT_MEANINGS = {
    Exit.DONE: "gelukt",
    Exit.INTERNAL: "interne of andere fout (bv. het bestand kan niet geschreven worden)",
    Exit.USAGE: "verkeerd gebruik van de opdracht",
    Exit.INVALID: "het werkboek bevat fouten (allemaal getoond, met cel)",
    Exit.INFEASIBLE: "bewezen onmogelijk (het conflict wordt getoond)",
    Exit.NOTHING_FOUND: "niets gevonden binnen de tijdslimiet",
    Exit.SOME_FAILED: "een reeks waarvan niet alles gelukt is (het overzicht zegt wat)",
}
FILE_CODES = {
    "not-writable": Exit.INTERNAL,
    "no-folder": Exit.INTERNAL,
    "disk-full": Exit.INTERNAL,
    "read-only": Exit.INTERNAL,
    "locked": Exit.INTERNAL,
    "changed-meanwhile": Exit.INTERNAL,
    "not-ours": Exit.INTERNAL,
    "name-left": Exit.INTERNAL,
    "no-word": Exit.INTERNAL,
    "no-pdf": Exit.INTERNAL,
    "no-ics": Exit.INTERNAL,
    "unknown-example": Exit.USAGE,
}
"""Exit code of the refusals that are not about the content of the workbook."""
SERIES_CODES = dict.fromkeys(
    ("lost", "damaged", "in-use", "disk-full", "read-only", "disk"), Exit.INTERNAL
)
"""Exit code of what stops a series of runs and is not a wrong use of the command."""
REPORT = (
    "Dit is een fout van het programma, niet van u. Er is niets geschreven. Meld ze bij de makers "
    "(zie ‘Fouten melden’ in de README) met deze regel en de uitvoer van "
    "‘taakverdeler versies --controle’:"
)
STOPPED = "Gestopt op uw vraag."
NOTHING_FOUND = (
    "Geen plan gevonden binnen de tijdslimiet. Geef meer tijd met --tijd of tijdslimiet."
)
Params = ParamSpec("Params")


def exit_codes_help() -> str:
    """The exit codes, for the end of the help text."""
    lines = [f"  {code.value}  {meaning}" for code, meaning in EXIT_MEANINGS.items()]
    return "\b\nAfsluitcodes:\n" + "\n".join(lines)


def say(message: str) -> None:
    """A line for the user that is not a result."""
    click.echo(message, err=True)


class RefusalError(Exception):
    """A command that ends without its result.

    Attributes
    ----------
    exit_code
        What the program ends with.
    lines
        What the user is told.
    code
        Stable name of the reason, where it has one.
    issues
        The errors and warnings in the workbook, when these are the reason.
    """

    def __init__(
        self,
        exit_code: Exit,
        lines: Iterable[str],
        code: str | None = None,
        issues: Sequence[Issue] = (),
    ) -> None:
        self.exit_code = exit_code
        self.lines = tuple(lines)
        self.code = code
        self.issues = issues
        super().__init__(*self.lines)


def guarded(command: Callable[Params, None]) -> Callable[Params, None]:
    """Turn every error of a command into a refusal, which `Program` tells."""

    @functools.wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (
            RefusalError,
            click.ClickException,
            click.exceptions.Exit,
            click.Abort,
            BrokenPipeError,
        ):
            # A reader that has gone, as in `… | head`, is no error of ours: click ends quietly.
            raise
        except KeyboardInterrupt:
            raise RefusalError(Exit.INTERNAL, [STOPPED], "stopped") from None
        except Exception as failure:
            raise _refusal(failure) from failure

    return run


def _refusal(failure: Exception) -> RefusalError:
    """What is said of an error, and the code for it."""
    if isinstance(failure, WorkbookError):
        from optimizer.report.text import describe_workbook_error

        exit_code = FILE_CODES.get(failure.code, Exit.INVALID)
        return RefusalError(exit_code, [describe_workbook_error(failure)], failure.code)
    if isinstance(failure, InvalidProblemError):
        from optimizer.report.console_text import issue_lines

        told = issue_lines(failure.issues)
        return RefusalError(Exit.INVALID, told, "invalid", failure.issues)
    if isinstance(failure, InfeasibleError):
        from optimizer.report.conflict_text import ALL_CONFLICTS, describe_conflict, no_plan

        clash = describe_conflict(failure.data, failure.conflict)
        lines = [no_plan(failure.conflict), *clash, ALL_CONFLICTS]
        return RefusalError(Exit.INFEASIBLE, lines, "infeasible")
    if isinstance(failure, SeriesError):
        from optimizer.report.batch_text import describe_series

        exit_code = SERIES_CODES.get(failure.code, Exit.USAGE)
        return RefusalError(exit_code, [describe_series(failure.code, failure.facts)], failure.code)
    if isinstance(failure, NoSolutionError):
        return RefusalError(Exit.NOTHING_FOUND, [NOTHING_FOUND], "nothing-found")
    return RefusalError(Exit.INTERNAL, [REPORT, f"  {_trace(failure)}"], "internal")


def _trace(failure: Exception) -> str:
    """The kind of error and where it arose, on one line without any content of the workbook."""
    frames = traceback.extract_tb(failure.__traceback__)[-3:]
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    detail = f": {failure}" if isinstance(failure, VerificationError) else ""
    return f"{type(failure).__name__}{detail} ({places})"
